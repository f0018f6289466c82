//! Names for what stands in other schemas, by the properties that hold it and by what these belong to.

mod called;

use super::{Candidate, Claim, Cx, apart, join, members, never_a_number, pascal, without_fillers};
use crate::recover::found::{ClassIndex, Use};
use crate::recover::schema::Form;
use crate::recover::verbs;
use crate::recover::words::{
    self, common_prefix, common_suffix, element, says_something, singular, split,
};
use called::{in_common, of_most};

/// What the properties say that hold a class.
struct Evidence {
    words: Vec<String>,
    /// Whether the words can stand without what they belong to.
    enough: bool,
    text: String,
}

/// Property names that one class claims for itself.
pub(super) fn by_property(cx: &Cx<'_, '_>) -> Vec<(ClassIndex, Candidate)> {
    let claims = cx.open().filter_map(|class| {
        let found = evidence(cx, class)?;
        let form = cx.found.classes[class.0].form;
        let candidate = Candidate {
            rank: 0,
            words: never_a_number(found.words, form),
            evidence: found.text,
            claim: Claim::Only,
        };
        found.enough.then_some((class, candidate))
    });
    claims.collect()
}

/// A name that properties have which hold a class.
#[derive(Clone)]
struct Named<'n> {
    name: &'n str,
    words: Vec<String>,
    /// In how many things.
    times: usize,
}

/// Longer and longer names, by what the properties belong to. The owners stand before their parts and are named.
/// The rank is 1 of those that say nothing of the thing, which are better than none.
pub(super) fn by_owner(cx: &Cx<'_, '_>, class: ClassIndex) -> Vec<Candidate> {
    let Some(found) = evidence(cx, class) else {
        return Vec::new();
    };
    let form = cx.found.classes[class.0].form;
    let owners = owners(cx, class);
    let of_all: Vec<&[String]> = owners.iter().map(|it| it.words.as_slice()).collect();
    let of_all = common_suffix(&of_all).to_vec();
    // One `UpdateSettingsRequest` among tenants does not make their parts something else.
    let common = match of_all.is_empty() {
        true => of_most(owners.iter().map(|it| it.words.as_slice()).collect()).to_vec(),
        false => of_all.clone(),
    };
    let is_of_many = owners.len() > 1 && common.is_empty();
    if is_of_many {
        return of_many(cx, class, &found, &owners);
    }
    let more = match form {
        Form::Choice => "value",
        _ => "details",
    };
    let mut names = Vec::new();
    // What `ok` of the alternative `OkDatapath` holds.
    for owner in owners.iter().filter(|it| it.is_alternative) {
        if let Some(rest @ [_, ..]) = owner.words.strip_prefix(&*found.words) {
            if found.words.iter().all(|it| words::is_quality(it)) {
                names.push([&*owner.words, &[more.into()]].concat());
            }
            names.push([rest, &[more.into()]].concat());
        }
    }
    if !common.is_empty() {
        names.push(join(&common, &found.words));
    } else if owners.is_empty() && says_something(&found.words) {
        names.push(found.words.clone());
    }
    for owner in &owners {
        // `PointVector` where it is free, before `UpsertCollectionPointVector`.
        let last = owner.words.last().map_or(0, String::len);
        if owner.words.len() > 2 && last > 2 {
            names.push(join(&owner.words[owner.words.len() - 1..], &found.words));
        }
        names.push(join(&owner.words, &found.words));
    }
    for owner in &owners {
        names.push(join(&owner.full, &found.words));
        names.push([join(&owner.words, &found.words), vec![more.into()]].concat());
    }
    // Names that are too long are no names: the end of one is.
    for owner in owners.iter().filter(|it| it.full.len() > ENOUGH) {
        let end = &owner.full[owner.full.len() - ENOUGH..];
        names.push(join(end, &found.words));
        names.push([join(end, &found.words), vec![more.into()]].concat());
    }
    let evidence = match owners.first() {
        Some(_) if owners.len() > 1 && !common.is_empty() => {
            let share = match of_all.is_empty() {
                true => "what is mostly",
                false => "every",
            };
            format!("{} of {share} {}", found.text, pascal(&common))
        }
        Some(owner) => format!("{} of {}", found.text, owner.text),
        None => found.text,
    };
    let candidates = names.into_iter().map(|words| Candidate {
        rank: 0,
        words: never_a_number(words, form),
        evidence: evidence.clone(),
        claim: Claim::First,
    });
    candidates.collect()
}

/// Names of what belongs to things that have nothing in common: none of them is said.
fn of_many(
    cx: &Cx<'_, '_>,
    class: ClassIndex,
    found: &Evidence,
    owners: &[Owner],
) -> Vec<Candidate> {
    let it = &cx.found.classes[class.0];
    let starts: Vec<&[String]> = owners.iter().map(|it| it.words.as_slice()).collect();
    let start = common_prefix(&starts);
    let shown = owners.first().map_or("", |it| &it.text);
    let others = match owners.len() {
        2 => "another".to_owned(),
        more => format!("{} others", more - 1),
    };
    let evidence = format!("{} of {shown} and {others}", found.text);
    let candidate = |words| Candidate {
        rank: u8::from(called::is_vague(&found.words)),
        words: never_a_number(words, it.form),
        evidence: evidence.clone(),
        claim: Claim::First,
    };
    let mut names = vec![candidate(found.words.clone())];
    // What starts as `get pet` and `get home` do starts with a verb.
    if says_something(start) && !start.iter().all(|it| verbs::verb(it).is_some()) {
        names.insert(0, candidate(join(start, &found.words)));
    }
    let apart = apart::by_properties(cx, class, &names);
    names.extend(apart);
    let members = members::of_some(it.node);
    if !members.is_empty() {
        names.push(candidate(join(&members, &found.words)));
    }
    names
}

fn evidence(cx: &Cx<'_, '_>, class: ClassIndex) -> Option<Evidence> {
    let form = cx.found.classes[class.0].form;
    let mut names: Vec<Named<'_>> = Vec::new();
    let mut add = |name, words| {
        if let Some(known) = names.iter_mut().find(|it| it.name == name) {
            known.times += 1;
        } else if names.len() < MANY {
            names.push(Named {
                name,
                words,
                times: 1,
            });
        }
    };
    let parameter = parameter(cx, class);
    for use_ in cx.uses(class).iter().filter(|_| parameter.is_none()) {
        match use_ {
            Use::Property(_, name) => add(name, split(name)),
            Use::Element(_, name) => add(name, element(&split(name))),
            Use::Parameter(_, name) => add(name, split(name)),
            _ => {}
        }
    }
    if let Some(name) = parameter {
        add(name, split(name));
    }
    let holder = parameter.map_or("property", |_| "parameter");
    match names.as_slice() {
        [] => None,
        [Named { name, words, .. }] => {
            let words = counted(cx, class, words).unwrap_or_else(|| words.clone());
            Some(Evidence {
                enough: words.len() > 1 || (form == Form::Object && stands_alone(&words)),
                words,
                text: format!("{holder} {name}"),
            })
        }
        several => Some(in_common(several, cx.found.classes[class.0].node)),
    }
}

/// `first step` of `step1`, where other steps stand beside it and they are counted from one.
fn counted(cx: &Cx<'_, '_>, class: ClassIndex, words: &[String]) -> Option<Vec<String>> {
    let (last, before) = words.split_last()?;
    let (stem, number) = numbered(last)?;
    let ordinal = ORDINALS.get(number.checked_sub(1)?)?;
    let beside = |owner: ClassIndex| {
        let names = members::names(cx.found.classes[owner.0].node).into_iter();
        let numbers = names.filter_map(|it| {
            let words = split(it);
            let (end, start) = words.split_last()?;
            let (other, number) = numbered(end)?;
            (start == before && other == stem).then_some(number)
        });
        numbers.collect::<Vec<usize>>()
    };
    let is_count = |numbers: Vec<usize>| {
        let all = 1..=numbers.len();
        numbers.len() > 1 && all.into_iter().all(|it| numbers.contains(&it))
    };
    let mut owners = cx.uses(class).iter().filter_map(Use::owner);
    let words = [&[(*ordinal).to_owned()], before, &[stem.to_owned()]];
    owners
        .any(|it| is_count(beside(it)))
        .then(|| words.concat())
}

/// `step1` as `step` and its number; a device that is called `aux1` is no first one.
fn numbered(word: &str) -> Option<(&str, usize)> {
    let stem = word.trim_end_matches(|it: char| it.is_ascii_digit());
    let is_in_order = matches!(
        stem,
        "step" | "stage" | "phase" | "page" | "part" | "section" | "round" | "level" | "question"
    );
    Some((stem, word[stem.len()..].parse().ok()?)).filter(|_| is_in_order)
}

const ORDINALS: [&str; 9] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
];

/// The parameter that a class is known as: where no property holds it, or where most of all places are called so and no
/// property is.
fn parameter<'a>(cx: &Cx<'_, 'a>, class: ClassIndex) -> Option<&'a str> {
    let uses = || cx.uses(class).iter();
    let mut named = uses().filter_map(|it| match it {
        Use::Parameter(_, name) => Some(*name),
        _ => None,
    });
    let first = named.next()?;
    let alike = 1 + named.filter(|it| *it == first).count();
    let properties = uses().filter_map(|it| match it {
        Use::Property(_, name) | Use::Element(_, name) => Some(*name),
        _ => None,
    });
    let properties: Vec<&str> = properties.collect();
    // `statuses` hold what a property calls `status`.
    let is_one = singular(&split(first)) == split(first);
    let is_known = is_one && !properties.contains(&first);
    let is_mostly = is_known && alike > 1 && alike > properties.len();
    (properties.is_empty() || is_mostly).then_some(first)
}

/// Whether a property's name is one for a thing: not for several, and not for how a thing is.
fn stands_alone(words: &[String]) -> bool {
    says_something(words)
        && singular(words) == words
        && !matches!(words, [one] if words::is_quality(one))
}

/// As many words of a long name as tell what belongs to it.
const ENOUGH: usize = 3;

/// More names than these are not read for what they have in common.
const MANY: usize = 32;

/// What a class belongs to.
struct Owner {
    /// Without words for its role.
    words: Vec<String>,
    full: Vec<String>,
    text: String,
    /// Whether it is one of several, and nothing else.
    is_alternative: bool,
}

fn owners(cx: &Cx<'_, '_>, class: ClassIndex) -> Vec<Owner> {
    let mut owners: Vec<Owner> = Vec::new();
    let is_parameter = parameter(cx, class).is_some();
    for use_ in cx.uses(class).iter().take(MANY) {
        let owner = match *use_ {
            Use::Property(owner, _) | Use::Element(owner, _) if !is_parameter => {
                of_class(cx, owner, HIGHEST)
            }
            Use::Parameter(operation, _) if !is_parameter => Some(beside_properties(cx, operation)),
            _ => None,
        };
        let new = |it: &Owner| !owners.iter().any(|known| known.text == it.text);
        owners.extend(owner.filter(|it| !it.words.is_empty() && new(it)));
    }
    if owners.is_empty() {
        for use_ in cx.uses(class).iter().take(MANY) {
            if let Use::Component(name) = use_ {
                owners.push(Owner {
                    words: without_fillers(singular(&split(name))),
                    full: split(name),
                    text: (*name).to_owned(),
                    is_alternative: false,
                });
            }
            if let Use::Parameter(operation, _) | Use::Loose(operation) = use_ {
                owners.push(of_action(cx, *operation));
            }
        }
    }
    owners
}

/// What a parameter belongs to, where properties hold the same: an operation that says nothing but what it does is one.
fn beside_properties(cx: &Cx<'_, '_>, operation: usize) -> Owner {
    let owner = of_action(cx, operation);
    match owner.words.is_empty() {
        true => Owner {
            words: owner.full.clone(),
            ..owner
        },
        false => owner,
    }
}

fn of_action(cx: &Cx<'_, '_>, operation: usize) -> Owner {
    let action = &cx.actions[operation];
    Owner {
        words: without_fillers(singular(&action.noun)),
        full: action.words.clone(),
        text: action.shown.clone(),
        is_alternative: false,
    }
}

/// As far up as an owner is looked for that has a name.
const HIGHEST: usize = 4;

fn of_class(cx: &Cx<'_, '_>, owner: ClassIndex, highest: usize) -> Option<Owner> {
    let Some(name) = &cx.names[owner.0] else {
        // What others are put together from has no name of its own: its parts are theirs.
        let whole = cx.uses(owner).iter().find_map(|it| match it {
            Use::Branch(whole, "allOf") if highest > 0 => Some(*whole),
            _ => None,
        });
        return of_class(cx, whole?, highest - 1);
    };
    let mut uses = cx.uses(owner).iter();
    Some(Owner {
        words: cx.noun(owner),
        full: split(&name.text),
        text: name.text.clone(),
        is_alternative: uses.all(|it| matches!(it, Use::Branch(_, "oneOf" | "anyOf"))),
    })
}
