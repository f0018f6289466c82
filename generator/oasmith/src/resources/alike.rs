//! Whether two schemas ask for the same, whatever they say about it.

use oasmith_sample::Value;
use oasmith_spec::model::{Document, Schema, SchemaObject};
use oasmith_spec::node::Node;
use oasmith_spec::resolve::Valid;
use std::fmt::Write;

/// How long a schema may be as a text, and how deep.
const LONGEST: usize = 50_000;
const DEEPEST: usize = 32;

/// Whether whatever is valid by one is valid by the other. Those that cannot be told apart within bounds are not alike.
pub fn alike(a: &Schema, b: &Schema, document: &Valid<Document>) -> bool {
    let told = told(a, document);
    std::ptr::eq(a, b) && told.is_some() || told.is_some() && told == self::told(b, document)
}

/// All that a schema asks for. `None`: what is inside differs by direction, or it is too much.
fn told(schema: &Schema, document: &Valid<Document>) -> Option<String> {
    let mut teller = Teller {
        document,
        out: String::new(),
        open: Vec::new(),
    };
    teller.schema(schema)?;
    Some(teller.out)
}

struct Teller<'a> {
    document: &'a Valid<Document>,
    out: String,
    /// Where a recursion leads back to.
    open: Vec<&'a Schema>,
}

impl<'a> Teller<'a> {
    fn schema(&mut self, schema: &'a Schema) -> Option<()> {
        if self.out.len() > LONGEST || self.open.len() > DEEPEST {
            return None;
        }
        let it = match schema {
            Schema::Bool(it) => {
                self.out.push_str(if it.value { "{}" } else { "!" });
                return Some(());
            }
            Schema::Object(it) => &**it,
        };
        if let Some(at) = self
            .open
            .iter()
            .position(|open| std::ptr::eq(*open, schema))
        {
            let _ = write!(self.out, "^{}", self.open.len() - at);
            return Some(());
        }
        self.open.push(schema);
        let before = self.out.len();
        self.out.push('{');
        self.values(it);
        self.bounds(it);
        let is_bare = self.out.len() == before + 1;
        self.parts(it, is_bare.then_some(before))?;
        self.open.pop();
        Some(())
    }

    /// What a schema is made of. One that does nothing but name another is that one.
    fn parts(&mut self, it: &'a SchemaObject, start: Option<usize>) -> Option<()> {
        let mut all: Vec<(&str, &'a Schema)> = Vec::new();
        let referred = it.reference.iter().map(|it| self.document.schema(it));
        all.extend(referred.map(|it| ("&", it)));
        all.extend(it.all_of.iter().map(|it| ("&", it)));
        all.extend(it.any_of.iter().map(|it| ("|", it)));
        all.extend(it.one_of.iter().map(|it| ("^", it)));
        let named = [
            ("not", &it.not),
            ("if", &it.if_),
            ("then", &it.then),
            ("else", &it.else_),
            ("more", &it.additional_properties),
            ("names", &it.property_names),
            ("items", &it.items),
            ("contains", &it.contains),
        ];
        all.extend(
            named
                .iter()
                .filter_map(|(name, it)| Some((*name, it.as_ref()?))),
        );
        all.extend(it.prefix_items.iter().map(|it| ("[]", it)));
        let patterns = it.pattern_properties.iter();
        all.extend(patterns.map(|(pattern, it)| (pattern.as_str(), it)));
        if let (Some(start), [("&", only)], true) = (start, &*all, it.properties.is_empty()) {
            self.out.truncate(start);
            return self.schema(only);
        }
        for (name, schema) in all {
            let _ = write!(self.out, "{name:?}:");
            self.schema(schema)?;
        }
        let mut members: Vec<_> = it.properties.iter().collect();
        members.sort_by_key(|it| it.0);
        for (name, property) in members {
            let is_one_way = property
                .schema
                .as_object()
                .is_some_and(|it| it.write_only || it.read_only);
            if is_one_way {
                return None;
            }
            let _ = write!(self.out, ".{name:?}:");
            self.schema(&property.schema)?;
        }
        self.out.push('}');
        Some(())
    }

    fn values(&mut self, it: &SchemaObject) {
        let mut types: Vec<String> = it.types.iter().map(|it| format!("{it:?}")).collect();
        types.sort();
        let json = |node: &Node| Value::from(node).to_string();
        let mut values = it.values.iter().flat_map(|it| &it.value).map(json);
        let mut required: Vec<&str> = it.required.iter().map(|it| it.value.as_str()).collect();
        required.sort_unstable();
        self.say("type", (!types.is_empty()).then(|| types.join(",")));
        self.say("format", it.format.as_ref().map(|it| it.value.clone()));
        let first = values.next();
        self.say(
            "enum",
            first.map(|it| values.fold(it, |all, it| all + "," + &it)),
        );
        self.say("const", it.constant.as_ref().map(json));
        self.say(
            "required",
            (!required.is_empty()).then(|| format!("{required:?}")),
        );
        let dependent = &it.dependent_required;
        self.say(
            "dependent",
            (!dependent.is_empty()).then(|| format!("{dependent:?}")),
        );
        self.say("encoding", it.content_encoding.clone());
    }

    fn bounds(&mut self, it: &SchemaObject) {
        let counts = [
            ("minProperties", it.min_properties),
            ("maxProperties", it.max_properties),
            ("minItems", it.min_items),
            ("maxItems", it.max_items),
            ("minLength", it.min_length),
            ("maxLength", it.max_length),
        ];
        for (name, count) in counts {
            self.say(name, count.map(|it| it.to_string()));
        }
        let texts = [
            ("pattern", &it.pattern),
            ("minimum", &it.minimum),
            ("maximum", &it.maximum),
            ("exclusiveMinimum", &it.exclusive_minimum),
            ("exclusiveMaximum", &it.exclusive_maximum),
            ("multipleOf", &it.multiple_of),
        ];
        for (name, text) in texts {
            self.say(name, text.as_ref().map(|it| it.value.clone()));
        }
        self.say("unique", it.unique_items.then(String::new));
    }

    fn say(&mut self, name: &str, what: Option<String>) {
        if let Some(what) = what {
            let _ = write!(self.out, "{name}={what:?};");
        }
    }
}
