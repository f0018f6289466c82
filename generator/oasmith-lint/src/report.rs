//! What rules say, and what they see while they do.

use crate::document::{At, Doc};
use crate::options::{Options, Takes, Told};
use crate::rule::Rule;
use oasmith_source::{Diagnostic, Label, Severity, Span};

/// A finding of a rule.
#[derive(Clone, Debug)]
pub struct Finding {
    pub rule: &'static Rule,
    pub severity: Severity,
    pub message: String,
    pub primary: Label,
    pub secondary: Vec<Label>,
    pub help: Vec<String>,
    /// The JSON Pointer to the object that the rule looked at.
    pub pointer: String,
    /// Where that is by names, which stay when something is put in between.
    pub location: String,
    /// How many more copies of the same object say the same.
    pub copies: usize,
}

/// What a rule is given beside the object it looks at.
pub struct Cx<'d, 'a> {
    pub doc: &'d Doc<'a>,
    rule: &'static Rule,
    severity: Severity,
    options: &'d Options,
    object: Option<At<'d, 'a>>,
    findings: Vec<(Option<At<'d, 'a>>, Finding)>,
}

impl<'d, 'a> Cx<'d, 'a> {
    pub(crate) fn new(
        doc: &'d Doc<'a>,
        rule: &'static Rule,
        severity: Severity,
        options: &'d Options,
    ) -> Self {
        Cx {
            doc,
            rule,
            severity,
            options,
            object: None,
            findings: Vec::new(),
        }
    }

    /// An option that takes words.
    pub(crate) fn words(&self, option: &'static str) -> Vec<&'d str> {
        match (self.told(option), self.takes(option)) {
            (Some(Told::Words(words)), _) => words.iter().map(String::as_str).collect(),
            (_, Takes::Words(words)) => words.to_vec(),
            _ => Vec::new(),
        }
    }

    /// An option that takes one of a few words.
    pub(crate) fn choice(&self, option: &'static str) -> &'static str {
        match (self.told(option), self.takes(option)) {
            (Some(Told::Choice(word)), _) => word,
            (_, Takes::Choice(words)) => words.first().copied().unwrap_or_default(),
            _ => "",
        }
    }

    /// An option that takes a number.
    pub(crate) fn count(&self, option: &'static str) -> usize {
        match (self.told(option), self.takes(option)) {
            (Some(Told::Count(count)), _) => *count,
            (_, Takes::Count(count)) => count,
            _ => 0,
        }
    }

    /// An option that is on or off.
    pub(crate) fn is_on(&self, option: &'static str) -> bool {
        match (self.told(option), self.takes(option)) {
            (Some(Told::Flag(is_on)), _) => *is_on,
            (_, Takes::Flag(is_on)) => is_on,
            _ => false,
        }
    }

    fn told(&self, option: &'static str) -> Option<&'d Told> {
        self.options.get(&(self.rule.name(), option))
    }

    fn takes(&self, option: &str) -> Takes {
        let known = self.rule.options.iter().find(|it| it.name == option);
        known.map_or_else(
            || unreachable!("a rule asks for its own options"),
            |it| it.takes,
        )
    }

    pub(crate) fn look_at(&mut self, object: At<'d, 'a>) {
        self.object = Some(object);
    }

    pub(crate) fn findings(self) -> Vec<(Option<At<'d, 'a>>, Finding)> {
        self.findings
    }

    /// Says something of a place: the smallest that shows it.
    pub fn report(&mut self, span: Span, message: impl Into<String>) -> &mut Finding {
        let finding = Finding {
            rule: self.rule,
            severity: self.severity,
            message: message.into(),
            primary: Label {
                span,
                text: "".into(),
            },
            secondary: Vec::new(),
            help: Vec::new(),
            pointer: String::new(),
            location: String::new(),
            copies: 0,
        };
        self.findings.push((self.object, finding));
        let last = self.findings.last_mut();
        &mut last.unwrap_or_else(|| unreachable!("one was pushed")).1
    }
}

impl Finding {
    /// What is to be seen at the place.
    pub fn label(&mut self, text: impl Into<String>) -> &mut Self {
        self.primary.text = text.into().into();
        self
    }

    /// A second place.
    pub fn also(&mut self, span: Span, text: impl Into<String>) -> &mut Self {
        self.secondary.push(Label {
            span,
            text: text.into().into(),
        });
        self
    }

    /// The remedy.
    pub fn help(&mut self, text: impl Into<String>) -> &mut Self {
        self.help.push(text.into());
        self
    }

    /// As every other stage's.
    pub fn diagnostic(&self) -> Diagnostic {
        let mut help = self.help.clone();
        match self.copies {
            0 => {}
            1 => help.push("another copy of this says the same".into()),
            more => help.push(format!("{more} other copies of this say the same")),
        }
        Diagnostic {
            code: &self.rule.code,
            severity: self.severity,
            message: self.message.clone(),
            primary: Some(self.primary.clone()),
            secondary: self.secondary.clone(),
            help,
        }
    }
}
