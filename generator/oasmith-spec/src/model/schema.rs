//! Schemas as types: the keywords of JSON Schema, with OpenAPI's additions.

use super::{ExternalDocs, Ref, Spanned};
use crate::node::Node;
use indexmap::IndexMap;
use oasmith_source::Span;

/// Schema Object: JSON Schema 2020-12 with OpenAPI's additions.
#[derive(Clone, Debug)]
pub enum Schema {
    /// `true` allows anything, `false` nothing.
    Bool(Spanned<bool>),
    Object(Box<SchemaObject>),
}

/// The keywords of one schema. In 3.1 a `$ref` is a keyword among others, so it may have siblings.
#[derive(Clone, Debug)]
pub struct SchemaObject {
    pub reference: Option<Ref>,
    /// `$defs`
    pub defs: IndexMap<String, Schema>,

    pub title: Option<String>,
    pub description: Option<String>,
    pub external_docs: Option<Box<ExternalDocs>>,
    pub default: Option<Node>,
    pub examples: Vec<Node>,
    pub deprecated: bool,
    pub read_only: bool,
    pub write_only: bool,

    /// Whether a number may be written as a text as well: see [`settle_text`](Self::settle_text).
    pub in_text: bool,
    /// `type`, one or several. 3.0's `nullable: true` adds `Null`. Empty: not said.
    pub types: Vec<Type>,
    pub format: Option<Spanned<String>>,
    /// `enum`
    pub values: Option<Spanned<Vec<Node>>>,
    /// `const`
    pub constant: Option<Node>,

    pub all_of: Vec<Schema>,
    pub any_of: Vec<Schema>,
    pub one_of: Vec<Schema>,
    pub not: Option<Schema>,
    pub if_: Option<Schema>,
    pub then: Option<Schema>,
    pub else_: Option<Schema>,
    pub discriminator: Option<Discriminator>,

    pub properties: IndexMap<String, Property>,
    pub required: Vec<Spanned<String>>,
    pub additional_properties: Option<Schema>,
    pub pattern_properties: IndexMap<String, Schema>,
    pub property_names: Option<Schema>,
    pub min_properties: Option<u64>,
    pub max_properties: Option<u64>,
    pub dependent_required: IndexMap<String, Vec<String>>,
    pub dependent_schemas: IndexMap<String, Schema>,
    pub unevaluated_properties: Option<Schema>,

    pub items: Option<Schema>,
    pub prefix_items: Vec<Schema>,
    pub unevaluated_items: Option<Schema>,
    pub contains: Option<Schema>,
    pub min_contains: Option<u64>,
    pub max_contains: Option<u64>,
    pub min_items: Option<u64>,
    pub max_items: Option<u64>,
    pub unique_items: bool,

    pub min_length: Option<u64>,
    pub max_length: Option<u64>,
    pub pattern: Option<Spanned<String>>,
    pub content_encoding: Option<String>,
    pub content_media_type: Option<String>,
    pub content_schema: Option<Schema>,

    /// Numbers as written.
    pub minimum: Option<Spanned<String>>,
    pub maximum: Option<Spanned<String>>,
    pub exclusive_minimum: Option<Spanned<String>>,
    pub exclusive_maximum: Option<Spanned<String>>,
    pub multiple_of: Option<Spanned<String>>,

    /// Members whose name starts with `x-`.
    pub extensions: IndexMap<String, Node>,
    /// Why more may hold than is said here, because of a fault: what it refers to cannot be had.
    pub unread: Option<String>,
    pub span: Span,
}

/// A property and the place of its name.
#[derive(Clone, Debug)]
pub struct Property {
    pub schema: Schema,
    pub key_span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Type {
    Null,
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}

#[derive(Clone, Debug)]
pub struct Discriminator {
    pub property_name: String,
    pub mapping: IndexMap<String, Spanned<String>>,
    /// OAS 3.2: the schema of values whose member is missing or says something else.
    pub default_mapping: Option<Spanned<String>>,
    pub span: Span,
}

impl Schema {
    pub fn span(&self) -> Span {
        match self {
            Schema::Bool(it) => it.span,
            Schema::Object(it) => it.span,
        }
    }

    pub fn as_object(&self) -> Option<&SchemaObject> {
        if let Schema::Object(it) = self {
            Some(it)
        } else {
            None
        }
    }
}
