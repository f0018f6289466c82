//! Path items that are components, which OAS 3.0 does not have.

use crate::convert::inline::{self, Section};
use crate::node::Node;
use crate::parts::Part;
use oasmith_source::Diagnostics;

pub(super) fn inline(document: &mut Node, said: &mut Diagnostics) {
    let section = Section {
        name: "pathItems",
        part: Part::PathItem,
    };
    inline::section(document, section, "3.0", said);
}
