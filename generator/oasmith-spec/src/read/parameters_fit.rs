//! Whether the parameters of an operation fit together, and fit its path.
//!
//! Runs over the document that was just read: a parameter may stand in `components`. A reference that leads nowhere
//! is for `resolve` to report.

use crate::codes::{PATH_PARAMETER, WRONG_VALUE};
use crate::model::{Components, Document, Operation, Parameter, ParameterPlace, PathItem, RefOr};
use indexmap::IndexSet;
use oasmith_source::{Diagnostic, Diagnostics, Span};
use std::collections::{HashMap, HashSet};

/// How many parameters an operation is said to lack: what is missing in a path is missing in each of its operations.
const MISSING: usize = 10;

/// Reports what does not fit, and takes out what is declared twice.
pub fn check(document: &mut Document, diagnostics: &mut Diagnostics) {
    let mut cx = Cx {
        components: &document.components,
        diagnostics,
    };
    for (path, item) in &mut document.paths {
        cx.drop_twice(&mut item.parameters);
        for operation in &mut item.operations {
            cx.drop_twice(&mut operation.parameters);
        }
        cx.path(path, item);
    }
}

struct Cx<'a> {
    components: &'a Components,
    diagnostics: &'a mut Diagnostics,
}

/// A path and the path parameters that are declared for all of its operations; `None` when some cannot be told.
struct Path<'a> {
    names: IndexSet<&'a str>,
    declared: Option<HashSet<&'a str>>,
    /// Names that nobody has to declare or to use, since nobody wrote them so.
    spelt_out: &'a [String],
    span: Span,
}

impl Path<'_> {
    fn is_spelt_out(&self, name: &str) -> bool {
        self.spelt_out.iter().any(|it| it == name)
    }
}

impl<'a> Cx<'a> {
    /// OAS 3.1, Operation Object: a list has a name and place once. The first one counts.
    fn drop_twice(&mut self, parameters: &mut Vec<RefOr<Parameter>>) {
        let mut seen: HashMap<(String, ParameterPlace), Span> = HashMap::new();
        parameters.retain(|it| {
            let Some(parameter) = follow(it, self.components) else {
                return true;
            };
            let (name, place, at) = (&parameter.name.value, parameter.place, span(it));
            let Some(first) = seen.get(&(name.clone(), place)) else {
                seen.insert((name.clone(), place), at);
                return true;
            };
            let message = format!("the parameter `{name}` is declared twice; the first one counts");
            let fault = Diagnostic::warning(&WRONG_VALUE, message).at(at);
            let fault = fault.also(*first, "first declared here");
            self.diagnostics.push(fault);
            false
        });
    }

    fn path(&mut self, path: &str, item: &PathItem) {
        let path = Path {
            names: self.template_names(path, item.key_span),
            declared: declared(&item.parameters, self.components),
            spelt_out: &item.spelt_out,
            span: item.key_span,
        };
        self.not_in_path(&path, &item.parameters);
        for operation in &item.operations {
            self.undeclared(&path, operation);
            self.not_in_path(&path, &operation.parameters);
        }
    }

    /// The names in braces of a path: `/pets/{id}`.
    fn template_names<'p>(&mut self, path: &'p str, at: Span) -> IndexSet<&'p str> {
        let mut names = IndexSet::new();
        let mut rest = path;
        while let Some((_, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else {
                let message = format!("a brace of the path `{path}` is not closed");
                self.push(Diagnostic::warning(&PATH_PARAMETER, message).at(at));
                break;
            };
            if !names.insert(name) {
                let message = format!("the path has `{{{name}}}` twice");
                self.push(Diagnostic::warning(&PATH_PARAMETER, message).at(at));
            }
            rest = after;
        }
        names
    }

    fn undeclared(&mut self, path: &Path<'_>, operation: &Operation) {
        let own = declared(&operation.parameters, self.components);
        let (Some(shared), Some(own)) = (&path.declared, own) else {
            return;
        };
        let names = path.names.iter().filter(|it| !path.is_spelt_out(it));
        let missing = names.filter(|it| !own.contains(**it) && !shared.contains(**it));
        for name in missing.take(MISSING) {
            let message = format!("the path parameter `{{{name}}}` is not declared");
            let fault = Diagnostic::warning(&PATH_PARAMETER, message).at(operation.key_span);
            let fault = fault.also(path.span, "it is in this path");
            self.push(fault.help(format!("declare a parameter `{name}` with `in: path`")));
        }
    }

    fn not_in_path(&mut self, path: &Path<'_>, parameters: &[RefOr<Parameter>]) {
        for it in parameters {
            let Some(parameter) = follow(it, self.components) else {
                continue;
            };
            let name = parameter.name.value.as_str();
            let is_missing = !path.names.contains(name) && !path.is_spelt_out(name);
            if parameter.place == ParameterPlace::Path && is_missing {
                let message = format!("the parameter `{name}` is not in the path");
                let fault = Diagnostic::warning(&PATH_PARAMETER, message).at(span(it));
                self.push(fault.also(path.span, format!("there is no `{{{name}}}` here")));
            }
        }
    }

    fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}

/// The names of those in the path; `None` when a reference cannot be followed.
fn declared<'a>(
    parameters: &'a [RefOr<Parameter>],
    components: &'a Components,
) -> Option<HashSet<&'a str>> {
    let mut names = HashSet::new();
    for it in parameters {
        let parameter = follow(it, components)?;
        if parameter.place == ParameterPlace::Path {
            names.insert(parameter.name.value.as_str());
        }
    }
    Some(names)
}

fn span(it: &RefOr<Parameter>) -> Span {
    match it {
        RefOr::Ref(reference) => reference.span,
        RefOr::Value(parameter) => parameter.name.span,
    }
}

/// The parameter that is meant, where it stands in `components`, after at most a few references.
pub fn follow<'a>(
    mut it: &'a RefOr<Parameter>,
    components: &'a Components,
) -> Option<&'a Parameter> {
    for _ in 0..4 {
        match it {
            RefOr::Value(parameter) => return Some(parameter),
            RefOr::Ref(reference) => {
                let name = reference.target.strip_prefix("#/components/parameters/")?;
                it = components.parameters.get(name)?;
            }
        }
    }
    None
}
