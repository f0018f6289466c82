//! Makes an [`Overlay`] of a tree.
//!
//! What would change its meaning is an error, and everything that is wrong is said at once; what has none (a member
//! that is unknown, `info` without a title) is a warning.

use oasmith_source::{Diagnostic, Diagnostics, Span};

use super::path::{Fault, Path};
use super::{Action, Modifier, Overlay, Target, Version};
use crate::codes;
use crate::node::{Node, Object, Value};

/// Reads an overlay.
pub fn read(root: &Node) -> (Option<Overlay>, Diagnostics) {
    let mut cx = Cx {
        version: Version::V1_1,
        diagnostics: Diagnostics::default(),
    };
    let overlay = cx.overlay(root);
    let whole = !cx.diagnostics.has_errors();
    (overlay.filter(|_| whole), cx.diagnostics)
}

struct Cx {
    version: Version,
    diagnostics: Diagnostics,
}

impl Cx {
    fn overlay(&mut self, root: &Node) -> Option<Overlay> {
        let Some(object) = root.as_object() else {
            let message = format!("the file holds {}, not an overlay", root.kind());
            self.not_overlay(&message, root.span);
            return None;
        };
        let Some(version) = object.get("overlay") else {
            self.not_overlay("the member `overlay` is missing", root.span.start());
            return None;
        };
        self.version = self.version(version)?;
        self.info(object, root.span);
        self.string("extends", object);
        self.unknown(
            object,
            "an overlay",
            &["overlay", "info", "extends", "actions"],
        );
        Some(Overlay {
            version: self.version,
            extends: object.get("extends").cloned(),
            actions: self.actions(object, root.span),
        })
    }

    fn not_overlay(&mut self, message: &str, at: Span) {
        self.push(
            Diagnostic::error(&codes::NOT_OVERLAY, message)
                .at(at)
                .help("an overlay starts with `overlay: 1.1.0`"),
        );
    }

    /// Overlay 1.1, Versions: the third number says nothing.
    fn version(&mut self, node: &Node) -> Option<Version> {
        let text = node.as_str().unwrap_or_default();
        let patch = |of| {
            let patch: &str = text.strip_prefix(of)?;
            (!patch.is_empty() && patch.bytes().all(|it| it.is_ascii_digit())).then_some(())
        };
        if patch("1.0.").is_some() {
            return Some(Version::V1_0);
        }
        if patch("1.1.").is_some() {
            return Some(Version::V1_1);
        }
        let message = match &node.value {
            Value::String(it) => format!("overlays of version `{it}` are not known"),
            Value::Number(it) => format!("the version `{it}` is a number, not a string"),
            _ => format!("the version is {}, not a string", node.kind()),
        };
        self.push(
            Diagnostic::error(&codes::OVERLAY_VERSION, message)
                .at(node.span)
                .help("oasmith applies `1.0.0` and `1.1.0`"),
        );
        None
    }

    fn info(&mut self, object: &Object, root: Span) {
        let Some(info) = object.get("info") else {
            return self.lacks("an overlay", "info", root.start());
        };
        let Some(members) = info.as_object() else {
            return self.wrong_type("info", info, "an object");
        };
        for name in ["title", "version"] {
            if members.get(name).is_none() {
                self.lacks("`info`", name, info.span.start());
            }
        }
        for name in ["title", "version", "description"] {
            match members.get(name).map(|it| (&it.value, it.span)) {
                // YAML makes one of `1.0` without quotes, and nobody asks for more than a text to show.
                Some((Value::Number(it), at)) => {
                    let message = format!("`{name}` is a number, and is read as the text `{it}`");
                    let said = Diagnostic::warning(&codes::OVERLAY_SHAPE, message).at(at);
                    self.push(said.help("write it in quotes"));
                }
                _ => self.string(name, members),
            }
        }
        self.unknown(members, "`info`", &["title", "version", "description"]);
    }

    fn actions(&mut self, object: &Object, root: Span) -> Vec<Action> {
        let Some(actions) = object.get("actions") else {
            self.shape("the member `actions` is missing", root.start());
            return Vec::new();
        };
        let Some(items) = actions.as_array() else {
            self.wrong_type("actions", actions, "an array");
            return Vec::new();
        };
        if items.is_empty() {
            self.push(
                Diagnostic::warning(&codes::OVERLAY_NO_EFFECT, "the overlay has no action")
                    .at(actions.span),
            );
        }
        items.iter().filter_map(|it| self.action(it)).collect()
    }

    fn action(&mut self, node: &Node) -> Option<Action> {
        let Some(object) = node.as_object() else {
            self.shape(
                &format!("an action is {}, not an object", node.kind()),
                node.span,
            );
            return None;
        };
        self.string("description", object);
        let known = ["target", "description", "update", "copy", "remove"];
        self.unknown(object, "an action", &known);
        let target = match object.get("target") {
            Some(target) => self.target("target", target),
            None => {
                self.shape("an action has no `target`", node.span.start());
                None
            }
        };
        let modifier = self.modifier(object, node.span);
        Some(Action {
            span: node.span,
            target: target?,
            modifier: modifier?,
        })
    }

    /// What the action does; `None` when it does nothing, or when that cannot be told.
    fn modifier(&mut self, object: &Object, at: Span) -> Option<Modifier> {
        if self.flag("remove", object)? {
            for name in ["update", "copy"] {
                if let Some(member) = object.member(name) {
                    let message = format!("`{name}` has no effect beside `remove: true`");
                    self.no_effect(&message, member.key.span);
                }
            }
            return Some(Modifier::Remove);
        }
        match (object.get("update"), object.member("copy")) {
            (Some(value), None) => Some(Modifier::Update(value.clone())),
            (None, Some(copy)) if self.version == Version::V1_1 => {
                Some(Modifier::Copy(self.target("copy", &copy.value)?))
            }
            (None, None) => {
                self.no_effect("the action neither updates, copies nor removes", at.start());
                None
            }
            (Some(_), Some(copy)) if self.version == Version::V1_1 => {
                // 1.1 says of each that it has no effect beside the other.
                self.shape("`update` and `copy` exclude each other", copy.key.span);
                None
            }
            (_, Some(copy)) => {
                self.push(
                    Diagnostic::error(&codes::OVERLAY_VERSION, "Overlay 1.0 knows no `copy`")
                        .at(copy.key.span)
                        .help("write `overlay: 1.1.0`"),
                );
                None
            }
        }
    }

    fn target(&mut self, name: &str, node: &Node) -> Option<Target> {
        let Some(text) = node.as_str() else {
            self.wrong_type(name, node, "a string");
            return None;
        };
        match Path::parse(text) {
            Ok(path) => Some(Target {
                path,
                span: node.span,
            }),
            Err(fault) => {
                self.push(bad_path(text, fault, node.span));
                None
            }
        }
    }

    fn flag(&mut self, name: &str, object: &Object) -> Option<bool> {
        match object.get(name).map(|it| (it, &it.value)) {
            None => Some(false),
            Some((_, Value::Bool(it))) => Some(*it),
            Some((node, _)) => {
                self.wrong_type(name, node, "a boolean");
                None
            }
        }
    }

    fn string(&mut self, name: &str, object: &Object) {
        if let Some(node) = object.get(name).filter(|it| it.as_str().is_none()) {
            self.wrong_type(name, node, "a string");
        }
    }

    fn wrong_type(&mut self, name: &str, node: &Node, wanted: &str) {
        self.shape(
            &format!("`{name}` is {}, not {wanted}", node.kind()),
            node.span,
        );
    }

    fn shape(&mut self, message: &str, at: Span) {
        self.push(Diagnostic::error(&codes::OVERLAY_SHAPE, message).at(at));
    }

    fn lacks(&mut self, owner: &str, name: &str, at: Span) {
        let message = format!("{owner} has no `{name}`");
        self.push(Diagnostic::warning(&codes::OVERLAY_SHAPE, message).at(at));
    }

    fn no_effect(&mut self, message: &str, at: Span) {
        self.push(Diagnostic::warning(&codes::OVERLAY_NO_EFFECT, message).at(at));
    }

    fn unknown(&mut self, object: &Object, owner: &str, known: &[&str]) {
        for member in object.iter() {
            let name = &*member.key.text;
            if !known.contains(&name) && !name.starts_with("x-") {
                let message = format!("{owner} has no member `{name}`");
                self.push(
                    Diagnostic::warning(&codes::OVERLAY_UNKNOWN_MEMBER, message)
                        .at(member.key.span)
                        .help(format!("known here: `{}`", known.join("`, `"))),
                );
            }
        }
    }

    fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}

fn bad_path(text: &str, fault: Fault, at: Span) -> Diagnostic {
    match fault {
        Fault::TooLong => {
            let message = "the path is longer, or nested more deeply, than oasmith reads";
            Diagnostic::error(&codes::OVERLAY_TOO_LARGE, message).at(at)
        }
        Fault::Syntax { message, at: byte } => {
            let rest = text.get(byte..).unwrap_or_default();
            let place = match rest.char_indices().nth(20) {
                _ if rest.is_empty() => "at its end".to_owned(),
                Some((end, _)) => format!("from `{}...` on", &rest[..end]),
                None => format!("from `{rest}` on"),
            };
            let reason = match message.contains("parser error") || message.contains("must start") {
                true => String::new(),
                false => format!(": {message}"),
            };
            let message = format!("this is not a JSONPath (RFC 9535) {place}{reason}");
            Diagnostic::error(&codes::OVERLAY_PATH, message)
            .at(at)
            .help("a name with other characters than letters, digits and `_` is written as `['/pets']`")
        }
    }
}
