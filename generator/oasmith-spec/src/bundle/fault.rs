//! What is wrong with a reference between files, in words.

use oasmith_source::{Diagnostic, Span};

use super::parts::{At, Lost, Parts};
use super::spot::{Follow, Spot};
use crate::codes::{
    BASE_LEFT_OUT, FILE_DEFAULTS, REF_ASTRAY, REF_CYCLE, REF_OTHER_FILE, REF_OUTSIDE_ROOT,
    REF_REMOTE, REF_UNRESOLVED, REF_WRONG_KIND, TOO_DEEP,
};
use crate::node::{Member, Node, Object, push_step};
use crate::resolve::kind::Place;
use crate::resolve::{Kind, unescape};
use oasmith_source::suggest::nearest;

/// Why a reference cannot be followed; `None` when it was said before, or nothing is wrong with it here.
pub fn lost(lost: &Lost<'_>, parts: &Parts, text: &Node, spot: Spot) -> Option<Diagnostic> {
    let target = text.as_str().unwrap_or_default();
    if spot.follow() == Follow::Try {
        return None;
    }
    let fault = match lost {
        Lost::Absent(_) => return None,
        Lost::Unasked(name) => Diagnostic::error(
            &REF_OTHER_FILE,
            format!("`{target}` is in another file, `{name}`"),
        ),
        Lost::Nothing { last, step } => nothing(parts, target, last, step),
        Lost::NoAnchor(name) => Diagnostic::error(
            &REF_UNRESOLVED,
            format!("no schema of that file has the anchor `{name}`"),
        ),
        Lost::Absolute => outside(target).help("write the path relative to this file"),
        Lost::Remote => return remote(target, spot).map(|it| it.at(text.span)),
        Lost::Endless => Diagnostic::error(
            &REF_CYCLE,
            format!("`{target}` leads to no end of references"),
        ),
        Lost::Around => Diagnostic::error(
            &REF_CYCLE,
            format!("`{target}` contains this reference, and would have to stand in its place"),
        ),
    };
    Some(fault.at(text.span))
}

fn nothing(parts: &Parts, target: &str, last: &At<'_>, step: &str) -> Diagnostic {
    let fault = Diagnostic::error(&REF_UNRESOLVED, format!("`{target}` points to nothing"));
    let members = last.node.as_object().into_iter().flat_map(Object::iter);
    match nearest(step, members.map(|it| &*it.key.text)) {
        Some(name) => {
            let mut meant = last.fragment.clone();
            push_step(&mut meant, name);
            let steps = target.split('#').nth(1).unwrap_or_default().split('/');
            // What follows the wrong step may be right.
            let rest = steps.skip(meant.split('/').count());
            rest.for_each(|it| push_step(&mut meant, &unescape(it)));
            let file = target.split('#').next().unwrap_or_default();
            fault.help(format!("did you mean `{file}#{meant}`?"))
        }
        None => {
            let file = parts.name(last.part);
            let place = match last.fragment.as_str() {
                "" => format!("`{file}`"),
                fragment => format!("`{file}#{fragment}`"),
            };
            fault.also(last.node.span.start(), format!("{place} has no `{step}`"))
        }
    }
}

/// A reference that leads to a place on the disk where nothing is read.
pub fn outside(target: &str) -> Diagnostic {
    Diagnostic::error(
        &REF_OUTSIDE_ROOT,
        format!("`{target}` is outside of the folder of the document"),
    )
}

fn remote(target: &str, spot: Spot) -> Option<Diagnostic> {
    let message = format!("`{target}` is an address on the network");
    let fault = match spot {
        // No later stage reads these.
        Spot::At(Place::One(Kind::Example | Kind::Link | Kind::SecurityScheme)) => {
            Diagnostic::warning(&REF_REMOTE, message)
        }
        Spot::At(_) => Diagnostic::error(&REF_REMOTE, message),
        _ => return None,
    };
    Some(fault.help("oasmith makes no requests; store what is meant beside this file"))
}

pub fn wrong_kind(target: &str, kind: Kind, at: &At<'_>, span: Span) -> Diagnostic {
    let message = format!(
        "`{target}` is {}, and {} is needed here",
        at.node.kind(),
        kind.name()
    );
    // An example describes nothing, and many tools take its bare value.
    let make = match kind {
        Kind::Example => Diagnostic::warning,
        _ => Diagnostic::error,
    };
    make(&REF_WRONG_KIND, message)
        .at(span)
        .also(at.node.span.start(), "this is what it points to")
}

pub fn astray(target: &str, root: &str, span: Span) -> Diagnostic {
    Diagnostic::warning(
        &REF_ASTRAY,
        format!("`{target}` is not in this file; that of `{root}` is taken"),
    )
    .at(span)
    .help("put the path of that file before the `#`")
}

/// What another document says for all its operations.
pub fn left_behind(defaults: &[&Member], file: &str, span: Span) -> Diagnostic {
    let names: Vec<String> = defaults
        .iter()
        .map(|it| format!("`{}`", it.key.text))
        .collect();
    let message = format!(
        "the {} of `{file}` does not come with its path item",
        names.join(" and ")
    );
    let said = Diagnostic::warning(&FILE_DEFAULTS, message).at(span);
    let said = defaults
        .iter()
        .fold(said, |said, it| said.also(it.key.span, "said here"));
    said.help("write it beside each operation, or make that file a source of its own")
}

pub fn base_left_out(id: &Member) -> Diagnostic {
    Diagnostic::warning(
        &BASE_LEFT_OUT,
        "`$id` is left out, and references are relative to the file",
    )
    .at(id.key.span.to(id.value.span))
}

pub fn identifier_left_out(id: &Member) -> Diagnostic {
    Diagnostic::info(
        &BASE_LEFT_OUT,
        "`$id` is left out, and references to it are written as pointers",
    )
    .at(id.key.span.to(id.value.span))
}

/// A reference that is the name of a component.
pub fn by_name(text: &str, pointer: &str, span: Span) -> Diagnostic {
    let message = format!("`{text}` points to nothing; the component of that name is taken");
    Diagnostic::warning(&REF_UNRESOLVED, message)
        .at(span)
        .help(format!("write `{pointer}`"))
}

pub fn too_much(at: Span) -> Diagnostic {
    Diagnostic::error(&TOO_DEEP, "references lead to more than oasmith reads").at(at)
}
