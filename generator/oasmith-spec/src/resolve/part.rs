//! The kinds of parts whose references the model keeps, each with its table, its reader and its walk.

use super::kind::Kind;
use super::links::{Links, Table};
use super::visit::{self, Visitor};
use crate::model::{Callback, Header, Parameter, RefOr, RequestBody, Response, Schema};
use crate::node::Node;
use crate::read;

/// What a reference can name.
pub trait Part: Sized {
    const KIND: Kind;
    fn table(links: &mut Links) -> &mut Table<Self>;
    fn read<'a>(cx: &mut read::Cx<'a>, node: &'a Node) -> Option<Self>;
    fn visit<'a>(&'a self, visit: Visitor<'_, 'a>);
}

macro_rules! part {
    ($type:ty, $kind:ident, $table:ident, $name:ident) => {
        impl Part for $type {
            const KIND: Kind = Kind::$kind;

            fn table(links: &mut Links) -> &mut Table<Self> {
                &mut links.$table
            }

            fn read<'a>(cx: &mut read::Cx<'a>, node: &'a Node) -> Option<Self> {
                read::$name(cx, node)
            }

            fn visit<'a>(&'a self, visit: Visitor<'_, 'a>) {
                visit::$name(self, visit);
            }
        }
    };
}

part!(Schema, Schema, schemas, schema);
part!(RefOr<Parameter>, Parameter, parameters, parameter);
part!(
    RefOr<RequestBody>,
    RequestBody,
    request_bodies,
    request_body
);
part!(RefOr<Response>, Response, responses, response);
part!(RefOr<Header>, Header, headers, header);
part!(RefOr<Callback>, Callback, callbacks, callback);
