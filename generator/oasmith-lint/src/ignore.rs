//! What a document says is to be ignored, each with a reason.
//!
//! In: a document and its text. Out: [`Ignores`], which a finding is held against.
//! Two forms: a comment `# oasmith: allow(rule) reason`, in YAML, for the member or item that starts on its line, or on the
//! next one where the comment stands alone; and the member `x-lint-ignore: { rule: reason }`, for the object around it.

mod comment;

use crate::document::{At, Doc};
use crate::rule::Rule;
use crate::{codes, rules};
use oasmith_source::{Diagnostic, Diagnostics, SourceMap, Span, suggest};
use oasmith_spec::Node;
use std::cell::Cell;

/// The member of an object that says what is to be ignored in it.
const MEMBER: &str = "x-lint-ignore";

#[derive(Default)]
pub(crate) struct Ignores {
    list: Vec<Ignore>,
    /// What is wrong with them.
    faults: Diagnostics,
}

/// One rule at one place.
struct Ignore {
    rule: &'static Rule,
    /// The name of the rule, where it is written.
    name: Span,
    /// What it holds for: the bytes, and the node, whose parts may be from other files.
    range: Span,
    node: Option<*const Node>,
    used: Cell<bool>,
}

impl Ignores {
    pub(crate) fn gather(doc: &Doc<'_>, sources: &SourceMap) -> Ignores {
        let mut ignores = Ignores::default();
        // Most documents have neither, which is told faster by their text.
        if sources.iter().any(|(_, it)| it.text().contains(MEMBER)) {
            for at in doc.every() {
                ignores.member(at);
            }
        }
        for it in comment::find(doc.root, sources) {
            let reason = it.reason.is_empty().then_some(it.place);
            for (name, span) in it.names {
                ignores.add(&name, span, reason, it.range, it.node);
            }
        }
        ignores
    }

    fn member(&mut self, at: At<'_, '_>) {
        let Some(member) = at.member(MEMBER) else {
            return;
        };
        let Some(object) = member.value.as_object() else {
            let fault = Diagnostic::warning(
                &codes::IGNORE_UNREASONED,
                format!("`{MEMBER}` is {}, not an object", member.value.kind()),
            );
            let fault = fault.at(member.value.span);
            self.faults.push(fault.help(
                "write the name of a rule and the reason: `unknown-field: sent by old clients`",
            ));
            return;
        };
        for it in object.iter() {
            let is_reasoned = it.value.as_str().is_some_and(|it| !it.trim().is_empty());
            let reason = (!is_reasoned).then_some(it.value.span);
            self.add(
                &it.key.text,
                it.key.span,
                reason,
                at.node().span,
                Some(at.node()),
            );
        }
    }

    /// `unreasoned` is where a reason should be, and is not.
    fn add(
        &mut self,
        name: &str,
        span: Span,
        unreasoned: Option<Span>,
        range: Span,
        node: Option<*const Node>,
    ) {
        if let Some(place) = unreasoned {
            let message = format!("`{name}` is ignored without a reason");
            let fault = Diagnostic::warning(&codes::IGNORE_UNREASONED, message).at(place);
            self.faults.push(fault.help("say why it is right here"));
        }
        let Some(rule) = rules::find(name) else {
            let message = format!("`{name}` is no rule");
            let fault = Diagnostic::warning(&codes::IGNORE_UNKNOWN, message).at(span);
            let names = rules::ALL.iter().map(|it| it.name());
            self.faults.push(match suggest::nearest(name, names) {
                Some(meant) => fault.help(format!("did you mean `{meant}`?")),
                None => fault.help("`oasmith rules` lists them"),
            });
            return;
        };
        self.list.push(Ignore {
            rule,
            name: span,
            range,
            node,
            used: Cell::new(false),
        });
    }

    /// Whether a finding of a rule, about an object, is to be ignored. Marks what says so as used.
    pub(crate) fn cover(&self, rule: &Rule, span: Span, object: Option<At<'_, '_>>) -> bool {
        let mut covered = false;
        for it in self.list.iter().filter(|it| it.rule.name() == rule.name()) {
            let within = it.range.file == span.file
                && it.range.start <= span.start
                && span.end <= it.range.end;
            let is_it = |at: At<'_, '_>| it.node.is_some_and(|it| std::ptr::eq(at.node(), it));
            if within || object.is_some_and(|at| is_it(at) || at.ancestors().any(is_it)) {
                it.used.set(true);
                covered = true;
            }
        }
        covered
    }

    /// What is wrong with them, and which of them ignore nothing. A rule that did not run finds nothing.
    pub(crate) fn said(self, ran: impl Fn(&Rule) -> bool) -> Diagnostics {
        let mut said = self.faults;
        for it in self.list.iter().filter(|it| !it.used.get() && ran(it.rule)) {
            let message = format!("there is no finding of `{}` here to ignore", it.rule.name());
            let fault = Diagnostic::warning(&codes::IGNORE_UNUSED, message).at(it.name);
            said.push(fault.help("remove it"));
        }
        said
    }
}
