//! The schemas inside a schema, and what each is there for.

use super::{Schema, SchemaObject};
use oasmith_source::Span;

/// How a schema stands inside another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// `allOf`: describes the same value, and always applies.
    AllOf,
    /// `anyOf`, `oneOf`: describes the same value, and may apply.
    Alternative,
    /// A property, or an item in a fixed place: a value inside, at most once.
    Part,
    /// Items, further properties: values inside, any number of times.
    Many,
    /// `not`, `if`, `contains`, `$defs`, ...: describes no value by itself.
    Aside,
}

impl SchemaObject {
    /// A schema that says nothing, and so allows anything.
    pub fn new(span: Span) -> Self {
        SchemaObject {
            reference: None,
            defs: Default::default(),
            title: None,
            description: None,
            external_docs: None,
            default: None,
            examples: Vec::new(),
            deprecated: false,
            read_only: false,
            write_only: false,
            types: Vec::new(),
            format: None,
            values: None,
            constant: None,
            all_of: Vec::new(),
            any_of: Vec::new(),
            one_of: Vec::new(),
            not: None,
            if_: None,
            then: None,
            else_: None,
            discriminator: None,
            properties: Default::default(),
            required: Vec::new(),
            additional_properties: None,
            pattern_properties: Default::default(),
            property_names: None,
            min_properties: None,
            max_properties: None,
            dependent_required: Default::default(),
            dependent_schemas: Default::default(),
            unevaluated_properties: None,
            items: None,
            prefix_items: Vec::new(),
            unevaluated_items: None,
            contains: None,
            min_contains: None,
            max_contains: None,
            min_items: None,
            max_items: None,
            unique_items: false,
            min_length: None,
            max_length: None,
            pattern: None,
            content_encoding: None,
            content_media_type: None,
            content_schema: None,
            minimum: None,
            maximum: None,
            exclusive_minimum: None,
            exclusive_maximum: None,
            multiple_of: None,
            extensions: Default::default(),
            unread: None,
            in_text: false,
            span,
        }
    }

    /// Calls `visit` with each schema directly inside this one.
    pub fn each_child<'a>(&'a self, visit: &mut dyn FnMut(Position, &'a Schema)) {
        let mut each = |position, schemas: &'a [Schema]| {
            schemas.iter().for_each(|it| visit(position, it));
        };
        each(Position::AllOf, &self.all_of);
        each(Position::Alternative, &self.any_of);
        each(Position::Alternative, &self.one_of);
        each(Position::Part, &self.prefix_items);
        for property in self.properties.values() {
            visit(Position::Part, &property.schema);
        }
        for schema in self.pattern_properties.values() {
            visit(Position::Many, schema);
        }
        let many = [
            &self.additional_properties,
            &self.unevaluated_properties,
            &self.items,
            &self.unevaluated_items,
        ];
        for schema in many.into_iter().flatten() {
            visit(Position::Many, schema);
        }
        for schema in self.defs.values().chain(self.dependent_schemas.values()) {
            visit(Position::Aside, schema);
        }
        let aside = [
            &self.not,
            &self.if_,
            &self.then,
            &self.else_,
            &self.property_names,
            &self.contains,
            &self.content_schema,
        ];
        for schema in aside.into_iter().flatten() {
            visit(Position::Aside, schema);
        }
    }
}
