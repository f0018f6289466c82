//! What a person may choose about what is generated.

use crate::ir;
use crate::passes::pages::Pagination;
use indexmap::IndexMap;
use oasmith_spec::model::SchemaObject;

/// What a person may choose.
#[derive(Clone, Debug)]
pub struct Options {
    /// The package name; from the title of the document if not given.
    pub package: Option<String>,
    pub targets: ir::Targets,
    /// Formats that are not registered, and the registered ones that they mean: `date_time`, `date-time`.
    pub formats: IndexMap<String, String>,
    /// What is said of the pages of operations, by their ids.
    pub pagination: IndexMap<String, Pagination>,
    /// In requests, `null` stands for an absent member, whatever a schema says.
    pub null_is_absent: bool,
    /// The formats that a server checks. JSON Schema 2020-12 has them describe and not assert, so there are none unless
    /// somebody asks.
    pub assert_formats: Vec<ir::Format>,
    /// The operations that are wanted: `getPet`, `tag:pets`, `/pets/**`, `GET /pets`; all of them when it is empty.
    pub operations: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        let targets = ir::Targets {
            mock: false,
            docs: false,
            client: true,
            server: true,
        };
        Options {
            package: None,
            targets,
            formats: IndexMap::new(),
            pagination: IndexMap::new(),
            null_is_absent: false,
            assert_formats: Vec::new(),
            operations: Vec::new(),
        }
    }
}

impl Options {
    pub(super) fn meaning<'a>(&'a self, format: &'a str) -> &'a str {
        self.formats.get(format).map_or(format, String::as_str)
    }

    /// The format of a text, or of each text of a list, if it is one that can be checked.
    pub(super) fn said(&self, it: &SchemaObject) -> Option<ir::Format> {
        if let (None, Some(items)) = (&it.format, &it.items) {
            return self.said(items.as_object()?);
        }
        ir::format_named(self.meaning(&it.format.as_ref()?.value))
    }

    /// The format of a schema, if it is to be checked.
    pub(super) fn asserted(&self, it: &SchemaObject) -> Option<ir::Format> {
        let format = ir::format_named(self.meaning(&it.format.as_ref()?.value))?;
        self.assert_formats.contains(&format).then_some(format)
    }
}
