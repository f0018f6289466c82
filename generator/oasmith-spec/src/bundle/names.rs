//! What the parts become as components: the names that their authors gave them.
//!
//! An entry of `components` keeps its name, and whatever it refers to goes by it. Other places are named by the last
//! step of the fragment, or by the file. Where two that differ want one name, the first keeps it and the other one is
//! told apart by what is in its path and not in that of the first: `admin/pet.yaml` is `admin_pet`, never `pet2`.

use std::collections::HashMap;

use oasmith_source::{Diagnostic, Diagnostics};

use super::alike::alike;
use super::gather::{Identity, Target, Targets, identity};
use super::parts::{At, Parts};
use super::table::Entry;
use crate::codes::NAMES_ALIKE;
use crate::merge::NameChoice;
use crate::recover::words::{pascal, split};
use crate::resolve::Kind;
use crate::resolve::kind::Place;
use crate::resolve::unescape;

/// A part that becomes a component.
#[derive(Debug)]
pub struct Component<'a> {
    pub kind: Kind,
    pub name: String,
    pub at: At<'a>,
}

/// Every component, by what it is made of.
#[derive(Debug, Default)]
pub struct Naming<'a> {
    by_identity: HashMap<(Identity, Kind), String>,
    owners: HashMap<(Kind, String), At<'a>>,
    /// What has a name in the place of the first that had it.
    instead: HashMap<(Kind, String), At<'a>>,
    /// Schemas that have another name than their authors gave them, each with that one, by the new name.
    pub former: HashMap<String, String>,
    /// Those that the document does not list itself.
    pub new: Vec<Component<'a>>,
}

impl<'a> Naming<'a> {
    pub fn new(
        parts: &'a Parts,
        listed: &[Entry<'a>],
        targets: &Targets,
        policy: NameChoice,
        said: &mut Diagnostics,
    ) -> Self {
        let mut naming = Naming::default();
        for entry in listed {
            let name = entry.key.text.to_string();
            let key = (identity(entry.end.node), entry.kind);
            // Of two entries for one part, the first has it and the other one refers to that.
            let known = naming.by_identity.entry(key);
            known.or_insert_with(|| name.clone());
            naming.owners.insert((entry.kind, name), entry.end.clone());
        }
        for ((id, kind), target) in targets {
            if naming.by_identity.contains_key(&(*id, *kind)) {
                continue;
            }
            let Some(at) = parts.at(target.part, &target.fragment) else {
                continue;
            };
            let name = match target.of_source {
                true => naming.settle(
                    parts,
                    *kind,
                    &at,
                    target,
                    NameChoice::Rename,
                    &mut Diagnostics::default(),
                ),
                false => naming.settle(parts, *kind, &at, target, policy, said),
            };
            let former = wanted(parts.name(target.part), target);
            if *kind == Kind::Schema && name != former {
                naming.former.insert(name.clone(), former);
            }
            naming.by_identity.insert((*id, *kind), name);
        }
        naming
    }

    pub fn name(&self, id: Identity, kind: Kind) -> Option<&str> {
        self.by_identity.get(&(id, kind)).map(String::as_str)
    }

    /// What has the name in the place of the first that had it, where the last one counts.
    pub fn instead(&self, kind: Kind, name: &str) -> Option<&At<'a>> {
        self.instead.get(&(kind, name.to_owned()))
    }

    fn settle(
        &mut self,
        parts: &'a Parts,
        kind: Kind,
        at: &At<'a>,
        target: &Target,
        policy: NameChoice,
        said: &mut Diagnostics,
    ) -> String {
        let wanted = wanted(parts.name(target.part), target);
        let Some(first) = self.owners.get(&(kind, wanted.clone())).cloned() else {
            return self.take(kind, wanted, at);
        };
        if alike(parts, &first, at) {
            return wanted;
        }
        if policy != NameChoice::Rename {
            said.push(decided(policy, kind, &wanted, at, &first));
            if policy == NameChoice::Last {
                let name = (kind, wanted.clone());
                self.owners.insert(name.clone(), at.clone());
                self.instead.insert(name, at.clone());
            }
            return wanted;
        }
        let theirs = segments(parts.name(first.part), &first.fragment);
        let ours = segments(parts.name(target.part), &target.fragment);
        for name in qualified(&wanted, &ours, &theirs) {
            match self.owners.get(&(kind, name.clone())) {
                Some(other) if alike(parts, other, at) => return name,
                Some(_) => {}
                None => {
                    let it = clash(Diagnostic::info, kind, &wanted, at, &first);
                    said.push(it.help(format!("this one is `{name}`; {CHOOSE}")));
                    return self.take(kind, name, at);
                }
            }
        }
        let fault = clash(Diagnostic::error, kind, &wanted, at, &first);
        said.push(fault.help("rename one of them: all names that their paths suggest are taken"));
        wanted
    }

    fn take(&mut self, kind: Kind, name: String, at: &At<'a>) -> String {
        self.owners.insert((kind, name.clone()), at.clone());
        self.new.push(Component {
            kind,
            name: name.clone(),
            at: at.clone(),
        });
        name
    }
}

const CHOOSE: &str = "rename one of them, or choose by `parts` in `[merge.clashes]`";

fn decided(policy: NameChoice, kind: Kind, name: &str, at: &At<'_>, first: &At<'_>) -> Diagnostic {
    let (make, help): (fn(_, _) -> _, _) = match policy {
        NameChoice::First => (Diagnostic::info, "the first one counts"),
        NameChoice::Last => (Diagnostic::info, "the last one counts"),
        NameChoice::Error | NameChoice::Rename => (Diagnostic::error, CHOOSE),
    };
    clash(make, kind, name, at, first).help(help)
}

fn clash(
    make: fn(&'static oasmith_source::Code, String) -> Diagnostic,
    kind: Kind,
    name: &str,
    at: &At<'_>,
    first: &At<'_>,
) -> Diagnostic {
    let what = kind.name().split_once(' ').map_or("part", |(_, it)| it);
    let message = format!("another {what} that differs is called `{name}`");
    make(&NAMES_ALIKE, message)
        .at(at.node.span.start())
        .also(first.node.span.start(), "the other one")
}

/// The name of a part: what its author calls it.
fn wanted(file: &str, target: &Target) -> String {
    let listed = target.listed.as_deref().and_then(last_name);
    let name = last_name(&target.fragment).or(listed);
    clean(&name.unwrap_or_else(|| stem(file)))
}

/// The last step of a fragment that is a name, and neither a keyword nor an index.
fn last_name(fragment: &str) -> Option<String> {
    let Some(steps) = fragment.strip_prefix('/') else {
        return Some(fragment.to_owned()).filter(|it| !it.is_empty());
    };
    let steps: Vec<String> = steps.split('/').map(unescape).collect();
    let parents = std::iter::once("").chain(steps.iter().map(String::as_str));
    let named = parents.zip(&steps).filter(|(parent, step)| {
        let has_letters = step.contains(|c: char| c.is_alphabetic());
        has_letters && *parent != "content" && (is_map(parent) || !is_keyword(step))
    });
    named.last().map(|(_, step)| step.clone())
}

/// Whether every key of such a member is a name.
fn is_map(step: &str) -> bool {
    Place::Components.inside(step) != Place::Unknown
        || matches!(
            step,
            "properties" | "patternProperties" | "$defs" | "definitions"
        )
}

/// Names nothing: `#/Pet/properties/owner/items` is about the owner.
fn is_keyword(step: &str) -> bool {
    use Kind::{MediaType, Operation, PathItem, Response, Schema};
    let places = [Schema, MediaType, Response, Operation, PathItem].map(Place::One);
    let mut all = places
        .into_iter()
        .chain([Place::Document, Place::Components]);
    step == "default" || all.any(|it| it.inside(step) != Place::Unknown)
}

/// `pet` for `schemas/pet.yaml` and for `schemas/pet/index.yaml`.
fn stem(file: &str) -> String {
    let mut steps = file.rsplit('/').map(without_ending);
    let last = steps.next().unwrap_or_default();
    let is_list = matches!(last, "index" | "_index");
    match steps.next().filter(|it| is_list && *it != "..") {
        Some(folder) => folder.to_owned(),
        None => last.to_owned(),
    }
}

fn without_ending(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() && name != ".." => stem,
        _ => name,
    }
}

/// OAS 3.1, Components Object: the keys match `^[a-zA-Z0-9\.\-_]+$`.
fn clean(name: &str) -> String {
    let legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let clean: String = name
        .chars()
        .map(|c| if legal(c) { c } else { '_' })
        .collect();
    let trimmed = clean.trim_matches('_');
    match trimmed.is_empty() {
        true => "part".to_owned(),
        false => trimmed.to_owned(),
    }
}

/// All words of a path, from the outside in.
fn segments(file: &str, fragment: &str) -> Vec<String> {
    let folders = file.split('/').map(without_ending).map(str::to_owned);
    let steps = fragment.split('/').skip(1).map(unescape);
    let steps = steps.filter(|it| !is_map(it) && !is_keyword(it));
    let words = folders.chain(steps).map(|it| clean(&it));
    words.filter(|it| it != ".." && it != "part").collect()
}

/// Names that tell `ours` from `theirs`, the best first.
fn qualified(name: &str, ours: &[String], theirs: &[String]) -> Vec<String> {
    let own: Vec<&str> = ours
        .iter()
        .map(String::as_str)
        .filter(|it| *it != name)
        .collect();
    let special = own.iter().rev().filter(|it| {
        let known = theirs.iter().any(|other| other == *it);
        !known && it.contains(|c: char| c.is_ascii_alphabetic())
    });
    let mut names: Vec<String> = special.map(|it| before(name, it)).collect();
    // Then as much of the path as it takes.
    names.extend(
        (0..own.len())
            .rev()
            .map(|from| before(name, &own[from..].join("_"))),
    );
    names
}

/// In the style in which the name is written: `AdminPet`, `admin_pet`.
fn before(name: &str, path: &str) -> String {
    let is_pascal = name.starts_with(|it: char| it.is_ascii_uppercase())
        && name.chars().all(|it| it.is_ascii_alphanumeric());
    match is_pascal {
        true => pascal(&split(path)) + name,
        false => format!("{path}_{name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(file: &str, fragment: &str) -> String {
        let target = Target {
            part: 0,
            fragment: fragment.to_owned(),
            listed: None,
            of_source: false,
        };
        wanted(file, &target)
    }

    #[test]
    fn names_are_those_of_the_author() {
        for (file, fragment, name) in [
            ("schemas/pet_status.yml", "", "pet_status"),
            ("schemas/Pet.v1.yaml", "", "Pet.v1"),
            ("schemas/pet/index.yaml", "", "pet"),
            ("../größe {id}.yaml", "", "gr__e__id"),
            ("common.yaml", "/Foo", "Foo"),
            ("common.yaml", "/components/schemas/Foo", "Foo"),
            ("common.yaml", "/Pet/properties/items", "items"),
            ("common.yaml", "/Pet/properties/owner/items", "owner"),
            ("common.yaml", "/Pet/allOf/0", "Pet"),
            ("pet.yaml", "/properties/id", "id"),
            ("pet.yaml", "anchor", "anchor"),
            ("pet.yaml", "/allOf/1", "pet"),
            (
                "get_pet.yaml",
                "/get/responses/200/content/application~1json/schema",
                "get_pet",
            ),
        ] {
            assert_eq!(named(file, fragment), name, "{file}#{fragment}");
        }
    }

    #[test]
    fn the_nearest_word_that_is_not_shared_tells_two_apart() {
        let best = |name, ours: [&str; 2], theirs: [&str; 2]| {
            let [ours, theirs] = [ours, theirs].map(|it| segments(it[0], it[1]));
            qualified(name, &ours, &theirs).remove(0)
        };
        assert_eq!(
            best(
                "pet",
                ["admin/models/pet.yml", ""],
                ["shop/models/pet.yml", ""]
            ),
            "admin_pet"
        );
        assert_eq!(
            best(
                "Block",
                ["a/block.yml", "/Altair/Block"],
                ["a/block.yml", "/Phase0/Block"]
            ),
            "AltairBlock"
        );
        assert_eq!(
            best("Pet", ["pet.yml", "/Pet"], ["pet.yml", "/Pet"]),
            "PetPet"
        );
    }
}
