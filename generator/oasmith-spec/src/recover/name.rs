//! A name for every component, by evidence.
//!
//! In: the classes, and the names that the ledger and the document give already. Out: a name and its reason for each.
//! Stronger evidence is used up for all classes before weaker evidence is looked at: titles, then what operations
//! answer, then what they list, then what they take, then properties, then what compositions and descriptions say.
//! A name that is taken is not numbered: the next, longer evidence is tried, and in the end what tells the two apart.

mod apart;
mod branch;
mod members;
mod nested;
mod prose;
mod root;
mod title;

use super::found::{ClassIndex, Found, Use};
use super::schema::Form;
use super::verbs::{self, Action};
use super::words::{self, in_rust, is_filler, pascal, split};
use std::collections::{HashMap, HashSet};

/// A name and why it was chosen.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub text: String,
    pub evidence: String,
}

/// Something that a class could be called. Lower ranks are stronger.
struct Candidate {
    rank: u8,
    words: Vec<String>,
    evidence: String,
    claim: Claim,
}

/// What happens when several classes want one name on evidence of one rank.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Claim {
    /// The first one gets it.
    First,
    /// None gets it: the evidence does not tell them apart.
    Only,
}

/// As often as all evidence is looked at: names lead to names a few times over, and no document makes it many.
const ROUNDS: usize = 16;

/// Longer names are no names.
const LONGEST: usize = 80;

struct Cx<'f, 'a> {
    found: &'f Found<'a>,
    actions: Vec<Action>,
    wanted: &'f [bool],
    names: Vec<Option<Name>>,
    /// In lower case: names that differ in case only are one file on some disks.
    taken: HashSet<String>,
    owners: HashMap<String, ClassIndex>,
    /// Titles that end with a digit which is a part of their last word: `OAuth2`, `IPv4`.
    with_digit: HashSet<String>,
}

/// Names all classes that are `wanted`. `known` are the names given already, `reserved` those that may not be given.
pub(super) fn name<'a>(
    found: &Found<'a>,
    wanted: &[bool],
    known: Vec<Option<Name>>,
    reserved: impl Iterator<Item = String>,
) -> Vec<Option<Name>> {
    let mut cx = Cx {
        found,
        actions: verbs::actions(&found.operations),
        wanted,
        owners: HashMap::new(),
        with_digit: title::with_digit(found),
        taken: reserved.map(|it| in_rust(&it)).collect(),
        names: known,
    };
    for (at, name) in cx.names.iter().enumerate() {
        if let Some(name) = name {
            cx.taken.insert(in_rust(&name.text));
            cx.owners.insert(name.text.clone(), ClassIndex(at));
        }
    }
    // Most evidence needs the name of an owner, and some names are free once others are given. What the last round leaves
    // open has no name in the next run either.
    for _ in 0..ROUNDS {
        let open = cx.open().count();
        if open == 0 {
            break;
        }
        cx.round();
        if cx.open().count() == open {
            break;
        }
    }
    cx.names
}

impl<'a> Cx<'_, 'a> {
    /// Looks at all evidence for what is open, the strongest first.
    fn round(&mut self) {
        self.settle(title::candidates(self));
        self.settle(branch::mapped(self));
        self.settle(prose::identifiers(self));
        self.settle(root::candidates(self));
        for (class, candidates) in root::beside_entities(self) {
            self.first_free(class, &candidates);
        }
        self.settle(nested::by_property(self));
        let mut unions = branch::Unions::default();
        // Most owners stand before their parts, and so have their names by the time the parts ask for them.
        for class in (0..self.found.classes.len()).map(ClassIndex) {
            if self.is_open(class) {
                self.by_owners(class, &mut unions);
            }
        }
    }

    fn by_owners(&mut self, class: ClassIndex, unions: &mut branch::Unions<'a>) {
        let mut candidates = branch::candidates(self, class, unions);
        let by_owner = nested::by_owner(self, class).into_iter();
        let (telling, vague): (Vec<_>, Vec<_>) = by_owner.partition(|it| it.rank == 0);
        candidates.extend(telling);
        candidates.extend(prose::candidates(self, class));
        candidates.extend(root::of_operation(self, class));
        candidates.extend(vague);
        self.first_free(class, &candidates);
        if self.is_open(class) {
            let apart = apart::candidates(self, class, &candidates);
            self.first_free(class, &apart);
        }
        if self.found.classes[class.0].is_recursive {
            apart::in_letters(self, class);
        }
    }

    /// Whether a class is still to be named.
    fn is_open(&self, class: ClassIndex) -> bool {
        self.wanted[class.0] && self.names[class.0].is_none()
    }

    fn open(&self) -> impl Iterator<Item = ClassIndex> {
        let all = (0..self.found.classes.len()).map(ClassIndex);
        all.filter(|it| self.is_open(*it))
    }

    fn uses(&self, class: ClassIndex) -> &[Use<'a>] {
        &self.found.classes[class.0].uses
    }

    /// Whether a class stands in others.
    fn is_part(&self, class: ClassIndex) -> bool {
        let mut uses = self.uses(class).iter();
        uses.any(|it| matches!(it, Use::Property(..) | Use::Element(..)))
    }

    /// Gives names, strongest evidence first, and the first class first.
    fn settle(&mut self, mut claims: Vec<(ClassIndex, Candidate)>) {
        claims.sort_by_key(|(class, it)| (it.rank, *class));
        let mut rest = claims.as_slice();
        while let Some((_, first)) = rest.first() {
            let end = rest.partition_point(|(_, it)| it.rank == first.rank);
            let (rank, later) = rest.split_at(end);
            let contested = contested(rank, |class| self.is_open(class));
            for (class, candidate) in rank {
                let text = pascal(&candidate.words);
                if candidate.claim == Claim::First || !contested.contains(&text) {
                    self.give(*class, candidate, text);
                }
            }
            rest = later;
        }
    }

    /// Gives the first name that is free.
    fn first_free(&mut self, class: ClassIndex, candidates: &[Candidate]) {
        for candidate in candidates {
            let text = pascal(&candidate.words);
            self.give(class, candidate, text);
        }
    }

    fn give(&mut self, class: ClassIndex, candidate: &Candidate, text: String) {
        let lower = in_rust(&text);
        let may_be = is_name(&text) && (!ends_with_digit(&text) || self.with_digit.contains(&text));
        if !self.is_open(class) || !may_be || self.taken.contains(&lower) {
            return;
        }
        self.taken.insert(lower);
        self.owners.insert(text.clone(), class);
        self.names[class.0] = Some(Name {
            text,
            evidence: candidate.evidence.clone(),
        });
    }

    /// What the properties of a class belong to: its name without what only says its role.
    fn noun(&self, class: ClassIndex) -> Vec<String> {
        let uses = self.uses(class);
        let request = uses.iter().find_map(|it| match it {
            Use::Request(operation) => Some(&self.actions[*operation].noun),
            _ => None,
        });
        let request = request.filter(|it| !it.is_empty());
        let is_request = uses.iter().all(|it| matches!(it, Use::Request(_)));
        let words = match (request, &self.names[class.0]) {
            (Some(noun), _) if is_request => words::singular(noun),
            (_, Some(name)) => split(&name.text),
            (_, None) => Vec::new(),
        };
        let mut words = without_fillers(words);
        if self.found.classes[class.0].enveloped.is_some() {
            words = without(words, "result");
        }
        if uses.iter().any(|it| matches!(it, Use::Listed(_))) {
            words = as_listed(words);
        }
        if uses.iter().all(|it| matches!(it, Use::Branch(..))) {
            branch::without_role(&mut words);
        }
        words
    }
}

/// The names that several open classes want.
fn contested(
    claims: &[(ClassIndex, Candidate)],
    is_open: impl Fn(ClassIndex) -> bool,
) -> HashSet<String> {
    let mut first: HashMap<String, ClassIndex> = HashMap::new();
    let mut contested = HashSet::new();
    for (class, candidate) in claims {
        let text = pascal(&candidate.words);
        if is_open(*class) && *first.entry(text.clone()).or_insert(*class) != *class {
            contested.insert(text);
        }
    }
    contested
}

fn without_fillers(mut words: Vec<String>) -> Vec<String> {
    while words.len() > 1 && words.last().is_some_and(|it| is_filler(it)) {
        words.pop();
    }
    words
}

/// What is listed beside the thing itself (`AlertEntry`, `AlertWithRepository`) has the parts of the thing.
fn as_listed(mut words: Vec<String>) -> Vec<String> {
    let end = words.iter().position(|it| it == "with");
    words.truncate(end.filter(|it| *it > 0).unwrap_or(words.len()));
    without(words, "entry")
}

fn without(mut words: Vec<String>, last: &str) -> Vec<String> {
    if words.len() > 1 && words.last().is_some_and(|it| it == last) {
        words.pop();
    }
    words
}

/// Never what Rust calls something else.
fn is_name(text: &str) -> bool {
    let taken_by_rust = matches!(
        text,
        "Self"
            | "Type"
            | "Option"
            | "Result"
            | "Box"
            | "Vec"
            | "String"
            | "Some"
            | "None"
            | "Ok"
            | "Err"
            | "Default"
            | "Clone"
            | "Debug"
            | "Send"
            | "Sync"
            | "Iterator"
            | "Drop"
    );
    text.len() <= LONGEST && text.starts_with(|it: char| it.is_ascii_alphabetic()) && !taken_by_rust
}

/// `TransportStatus` and `status`: the words that both have stand once.
fn join(owner: &[String], words: &[String]) -> Vec<String> {
    let overlap = (1..=words.len()).rev();
    let overlap = overlap
        .into_iter()
        .find(|it| owner.ends_with(&words[..*it]));
    let mut joined = owner.to_vec();
    joined.extend_from_slice(&words[overlap.unwrap_or(0)..]);
    joined
}

fn ends_with_digit(text: &str) -> bool {
    text.ends_with(|it: char| it.is_ascii_digit())
}

/// What a name that would end with a number ends with instead.
fn never_a_number(mut words: Vec<String>, form: Form) -> Vec<String> {
    if words.last().is_some_and(|it| ends_with_digit(it)) {
        words.push(match form {
            Form::Choice => "value".into(),
            _ => "settings".into(),
        });
    }
    words
}
