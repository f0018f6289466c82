//! Gives types that the document does not describe a line on where they are used.

use super::reach;
use crate::ir::{Api, Docs, Type, TypeId, TypeKind};
use oasmith_source::ends;

/// How many letters of both ends of a path are shown.
const SHOWN: usize = 200;

pub fn describe(api: &mut Api) {
    let mut found: Vec<Option<String>> = vec![None; api.types.len()];
    for method in api.methods() {
        // Each parameter of a long path may have a type.
        let route = format!("`{} {}`", method.http, ends(&method.path, SHOWN));
        for id in reach::in_request(method) {
            note(&mut found, id, || format!("What {route} takes."));
        }
        for id in reach::in_answers(method) {
            note(&mut found, id, || format!("What {route} answers."));
        }
    }
    for def in &api.types {
        match &def.kind {
            TypeKind::Struct(it) => {
                for field in &it.fields {
                    note_inside(&mut found, &field.ty, &|| {
                        format!("Stands in `{}` of `{}`.", field.wire, def.name.as_str())
                    });
                }
            }
            TypeKind::Union(it) => {
                for alternative in &it.alternatives {
                    note_inside(&mut found, &alternative.ty, &|| {
                        format!("An alternative of `{}`.", def.name.as_str())
                    });
                }
            }
            TypeKind::Enum(_) => {}
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

fn note_inside(found: &mut [Option<String>], ty: &Type, line: &dyn Fn() -> String) {
    let mut inside = Vec::new();
    reach::in_type(ty, &mut inside);
    for id in inside {
        note(found, id, line);
    }
}

/// The first use counts.
fn note(found: &mut [Option<String>], id: TypeId, line: impl FnOnce() -> String) {
    if let Some(none @ None) = found.get_mut(id.0) {
        *none = Some(line());
    }
}
