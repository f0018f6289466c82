//! What errors are called that several operations declare: by their statuses, and by what they hold.
//!
//! Nothing but the errors themselves has a part in it, so that the name is the same whichever operations declare them.

use crate::ir::{Answer, Api, Content, Name, Type};

/// More statuses than these make no name.
const MOST: usize = 3;

/// Longer names are none either.
const LONGEST: usize = 50;

/// The names of the enum and of its structs with headers: `ForbiddenOrNotFoundError`, `NotFoundProblemError`.
pub(super) fn names(variants: &[(Name, Answer)], api: &Api) -> Option<Vec<Name>> {
    if variants.len() > MOST {
        return None;
    }
    let (last, first): (Vec<&str>, Vec<&str>) = variants
        .iter()
        .map(|it| it.0.as_str())
        .partition(|it| *it == "Default");
    let statuses: Vec<&str> = first.into_iter().chain(last).map(without_error).collect();
    let statuses = statuses.join("Or");
    let of = held(variants, api).map_or_else(String::new, telling);
    let more = match of.strip_prefix(&statuses) {
        Some(more) => more,
        None if statuses.contains(&of) => "",
        None => &of,
    };
    let name = format!("{statuses}{more}Error");
    if name.len() > LONGEST {
        return None;
    }
    let headed = variants.iter().filter(|it| it.1.headed.is_some());
    let headed = headed.map(|it| format!("{name}{}", it.0.as_str()));
    Some(
        std::iter::once(name.clone())
            .chain(headed)
            .map(Name)
            .collect(),
    )
}

fn without_error(status: &str) -> &str {
    status.strip_suffix("Error").unwrap_or(status)
}

/// The type that all of them hold that hold something.
fn held<'a>(variants: &[(Name, Answer)], api: &'a Api) -> Option<&'a Name> {
    let mut contents = variants.iter().map(|it| &it.1.content);
    let first = contents.clone().find(|it| **it != Content::Empty)?;
    let is_first = |it: &Content| *it == Content::Empty || it == first;
    match first.ty()? {
        Type::Named(id) if contents.all(is_first) => Some(&api.types[id.0].name),
        _ => None,
    }
}

/// The words of a name that say more than that it is an error: `Validation` of `ValidationErrorModel`.
fn telling(name: &Name) -> String {
    let is_start = |(at, c): (usize, char)| (at > 0 && c.is_ascii_uppercase()).then_some(at);
    let starts = name.as_str().char_indices().filter_map(is_start);
    let ends: Vec<usize> = starts.chain([name.as_str().len()]).collect();
    let mut from = 0;
    let mut telling = String::new();
    for end in ends {
        let word = &name.as_str()[from..end];
        // What tells it from another error stays whole.
        if !says_error(word) || telling.contains("With") {
            telling.push_str(word);
        }
        from = end;
    }
    telling
}

fn says_error(word: &str) -> bool {
    matches!(
        word,
        "Error" | "Errors" | "Response" | "Answer" | "Result" | "Body" | "Content" | "Model"
    ) || matches!(word, "Generic" | "Api" | "Schema" | "Object" | "Failure")
}
