//! Names by titles: what an author calls a schema.
//!
//! A title is for people to read, so articles go (`The response object`, `Secret for an organization`). So does what tools that make titles from
//! packages say twice (`TerminalReaderReader`, `TaxProductResourceTaxCode`), of what operations are about: its parts keep
//! the long title. A name that is made of the API's (`Box Hub` of the Box API) goes where many titles start with it: all of
//! them are the API's. Where another schema has the short title, all of it stays.

use super::{Candidate, Claim, Cx, never_a_number, pascal};
use crate::node::Node;
use crate::plural;
use crate::recover::found::{ClassIndex, Found, Use};
use crate::recover::schema::{fixed_value, is_nullable, title};
use crate::recover::verbs::is_preposition;
use crate::recover::words::{says_something, split};
use std::collections::{HashMap, HashSet};

pub(super) fn candidates(cx: &Cx<'_, '_>) -> Vec<(ClassIndex, Candidate)> {
    let titles = cx.open().filter_map(|class| {
        let node = cx.found.classes[class.0].node;
        let title = title(node).or_else(|| of_part(cx, class))?;
        (!is_own_value(node, title)).then(|| (class, split(title)))
    });
    let titles: Vec<(ClassIndex, Vec<String>)> = titles.collect();
    let api = name_of_api(cx, &titles);
    let titled = titles.into_iter().map(|(class, words)| {
        let short = in_short(cx, class, without_api(&words, &api));
        (class, words, short)
    });
    let titled: Vec<(ClassIndex, Vec<String>, Vec<String>)> = titled.collect();
    // The titles that a name could come from.
    let mut wanted: HashMap<String, HashSet<String>> = HashMap::new();
    for (_, words, short) in &titled {
        for name in [words, short] {
            wanted
                .entry(pascal(name))
                .or_default()
                .insert(pascal(words));
        }
    }
    let mut candidates = Vec::new();
    for (class, words, short) in titled {
        let is_alone = wanted.get(&pascal(&short)).is_some_and(|it| it.len() == 1);
        let title = if is_alone { short } else { words };
        of_title(cx, class, title, &mut candidates);
    }
    candidates
}

/// The names of titles whose last word ends with a digit: of `OAuth2` and `Sha256`. After a space it is a count, as in
/// `Page 2`, and so it is where something else has the title without it.
pub(super) fn with_digit(found: &Found<'_>) -> HashSet<String> {
    let titles = found.classes.iter().filter_map(|it| title(it.node));
    let all: HashSet<Vec<String>> = titles.clone().map(split).collect();
    let is_word = |title: &&str| {
        let title = title.trim_end_matches([')', ']']);
        let stem = title.trim_end_matches(|it: char| it.is_ascii_digit());
        stem.len() < title.len()
            && stem.ends_with(char::is_alphabetic)
            && !all.contains(&split(stem))
    };
    titles
        .filter(is_word)
        .map(|it| pascal(&split(it)))
        .collect()
}

/// The title of what is put together, where its author wrote it into the one part that is no component.
fn of_part<'a>(cx: &Cx<'_, 'a>, class: ClassIndex) -> Option<&'a str> {
    let parts = cx.found.classes[class.0].node.get("allOf")?.as_array()?;
    let is_component = |part: &Node| {
        let class = cx.found.members.get(&std::ptr::from_ref(part));
        class.is_some_and(|it| cx.wanted[it.0])
    };
    let own = parts.iter().filter(|it| !is_component(it));
    let mut titles = own.filter_map(title);
    titles.next().filter(|_| titles.next().is_none())
}

/// Whether a title only says what a member of the object always says, letter by letter: that tells it from others like it.
fn is_own_value(node: &Node, title: &str) -> bool {
    let properties = node.get("properties").and_then(Node::as_object);
    let mut own = properties.into_iter().flat_map(|it| it.iter());
    own.any(|it| fixed_value(&it.value) == Some(title))
}

/// The API's own name, where it is the habit of titles to start with it, and no path is about a thing of this name.
fn name_of_api(cx: &Cx<'_, '_>, titles: &[(ClassIndex, Vec<String>)]) -> Vec<String> {
    let name = cx.found.title.split_whitespace().next();
    let name = name.map(split).unwrap_or_default();
    let starts = titles.iter().filter(|it| it.1.starts_with(&name)).count();
    let mut nouns = cx.actions.iter().flat_map(|it| &it.path_noun);
    let is_thing = nouns.any(|it| plural::singular(it) == name.concat());
    match starts >= 3 && 10 * starts >= titles.len() && !is_thing {
        true => name,
        false => Vec::new(),
    }
}

fn without_api<'t>(title: &'t [String], api: &[String]) -> &'t [String] {
    let rest = title.strip_prefix(api).filter(|it| says_something(it));
    rest.unwrap_or(title)
}

fn in_short(cx: &Cx<'_, '_>, class: ClassIndex, title: &[String]) -> Vec<String> {
    let title = without_articles(title);
    let mut uses = cx.uses(class).iter();
    // `Group or group member` says it as people do, and no package does.
    let is_prose = title
        .iter()
        .any(|it| is_preposition(it) || matches!(&**it, "or" | "and"));
    match uses.any(|it| matches!(it, Use::Answer(_) | Use::Listed(_))) && !is_prose {
        true => without_repetition(&title),
        false => title,
    }
}

fn of_title(
    cx: &Cx<'_, '_>,
    class: ClassIndex,
    title: Vec<String>,
    found: &mut Vec<(ClassIndex, Candidate)>,
) {
    let mut uses = cx.uses(class).iter();
    let answered = uses.any(|it| !matches!(it, Use::Request(_)));
    let it = &cx.found.classes[class.0];
    let null_is_of_place = it.of_place.as_ref().is_some_and(|it| it.null);
    let is_nullable = is_nullable(it.node) && !null_is_of_place;
    let title = match cx.with_digit.contains(&pascal(&title)) {
        true => title,
        false => never_a_number(title, it.form),
    };
    // What stands in one place only is the special case of what stands in many.
    let candidate = |rank, words| Candidate {
        rank: 2 * rank + u8::from(it.count == 1),
        words,
        evidence: "title".into(),
        claim: Claim::First,
    };
    if is_nullable {
        let words = [vec!["nullable".into()], title.clone()].concat();
        found.push((class, candidate(4, words)));
    }
    // Of schemas with one title, the one that comes back, and is never null, is the thing itself.
    let rank = 2 * u8::from(!answered) + u8::from(is_nullable);
    found.push((class, candidate(rank, title)));
}

/// `The response object` is a response, and a `secret for an organization` one for organizations.
fn without_articles(title: &[String]) -> Vec<String> {
    let title = without_first_article(title);
    let follows_preposition = |at: usize| at > 0 && is_preposition(&title[at - 1]);
    let words = title.iter().enumerate();
    let said = words.filter(|(at, it)| !(is_article(it) && follows_preposition(*at)));
    said.map(|it| it.1.clone()).collect()
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "a" | "an")
}

fn without_first_article(title: &[String]) -> &[String] {
    match title {
        [the, thing @ .., object] if the == "the" && object == "object" && !thing.is_empty() => {
            thing
        }
        [article, thing @ ..] if is_article(article) && !thing.is_empty() => thing,
        _ => title,
    }
}

/// The words after a package's: they repeat what it ends with, or start as it does.
fn without_repetition(title: &[String]) -> Vec<String> {
    let mut words = title.to_vec();
    words.dedup();
    let same = |a: &[String], b: &[String]| {
        let mut pairs = a.iter().zip(b);
        pairs.all(|(a, b)| plural::singular(a) == plural::singular(b))
    };
    let starts = 2..words.len().saturating_sub(1);
    let start = starts.into_iter().find(|start| {
        let (package, name) = words.split_at(*start);
        name.first() == package.first() || package.windows(name.len()).any(|it| same(it, name))
    });
    words.split_off(start.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_read_without_articles_and_packages() {
        let cases = [
            ("The response object", "Response"),
            ("A run on a thread", "RunOnThread"),
            ("Secret for an organization", "SecretForOrganization"),
            ("Plan A", "PlanA"),
            ("The", "The"),
            ("TerminalReaderReader", "TerminalReader"),
            ("TaxProductResourceTaxCode", "TaxCode"),
            ("PaymentDomainsResourcePaymentDomain", "PaymentDomain"),
            ("List of lists", "ListOfLists"),
            ("Pet", "Pet"),
        ];
        for (title, name) in cases {
            let words = split(title);
            let short = without_repetition(&without_articles(&words));
            assert_eq!(pascal(&short), name, "{title}");
        }
    }
}
