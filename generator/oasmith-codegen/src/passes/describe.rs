//! Gives types that the document does not describe a line on where they are used.

use super::reach;
use crate::ir::{Api, Docs, TypeId, TypeKind};

pub fn describe(api: &mut Api) {
    let mut found: Vec<Option<String>> = vec![None; api.types.len()];
    for method in api.methods() {
        let route = format!("`{} {}`", method.http, method.path);
        for id in reach::in_request(method) {
            note(&mut found, id, || format!("What {route} takes."));
        }
        for id in reach::in_answers(method) {
            note(&mut found, id, || format!("What {route} answers."));
        }
    }
    for def in &api.types {
        let TypeKind::Struct(it) = &def.kind else {
            continue;
        };
        for field in &it.fields {
            let mut inside = Vec::new();
            reach::in_type(&field.ty, &mut inside);
            for id in inside {
                note(&mut found, id, || {
                    format!("Stands in `{}` of `{}`.", field.wire, def.name.as_str())
                });
            }
        }
    }
    for (def, line) in api.types.iter_mut().zip(found) {
        if def.docs.summary.is_none() && def.docs.description.is_none() {
            def.docs = Docs {
                summary: line,
                ..std::mem::take(&mut def.docs)
            };
        }
    }
}

/// The first use counts.
fn note(found: &mut [Option<String>], id: TypeId, line: impl FnOnce() -> String) {
    if let Some(none @ None) = found.get_mut(id.0) {
        *none = Some(line());
    }
}
