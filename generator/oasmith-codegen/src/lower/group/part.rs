//! The parts of a group that is too large for one file: a trait is one item, and an item stands in one file.
//!
//! What parts it is what its paths begin with, as a person would look for them: 900 operations without a tag under
//! `/accounts/…` and `/zones/…` are `AccountsApi` and `ZonesApi`. Segments that all of them have tell nothing, and
//! what is too little for a trait of its own stays together.
//! What no path parts, as the operations of `/?Action=…` or `/rpc/…`, is parted by the words that names begin with, and
//! what these leave together by first letters: an operation stays where it is when others are added.

use crate::ir::Method;
use indexmap::IndexMap;

/// How many operations a group has before it is parted. One with documentation takes about 20 lines of a server.
const MOST: usize = 500;

/// With how many operations a part begins to be worth a trait.
const LEAST: usize = 20;

/// How many segments of a path are looked at, and how many words and letters of a name: names are made of them.
const DEEPEST: usize = 8;

/// Some operations, and what they have in common beside the group.
#[derive(Clone, Default)]
pub struct Part {
    /// The segments that tell it from the others: none for what stays together.
    segments: Vec<String>,
    /// The first words of its names that do.
    words: Vec<String>,
    /// What comes next in its names begins so.
    letters: String,
    pub methods: Vec<Method>,
}

impl Part {
    /// Of all that has no tag, the segments and words alone are a good name.
    pub fn name(&self, tag: &str, is_tagged: bool) -> String {
        let said = || self.segments.iter().chain(&self.words);
        let tag = Some(tag).filter(|_| is_tagged || said().next().is_none());
        let words = tag.into_iter().chain(said().map(String::as_str));
        let letters = Some(self.letters.as_str()).filter(|it| !it.is_empty());
        words.chain(letters).collect::<Vec<_>>().join(" ")
    }

    /// What its operations have in common, where `shared` is what those of the whole group have.
    pub fn shared(&self, shared: &str) -> String {
        let mut all = shared.to_owned();
        if !self.segments.is_empty() {
            all += &format!(", under `{}`", self.segments.join("/"));
        }
        let letters = Some(&self.letters).filter(|it| !it.is_empty());
        let start: Vec<&str> = self
            .words
            .iter()
            .chain(letters)
            .map(String::as_str)
            .collect();
        if !start.is_empty() {
            all += &format!(", called `{}…`", start.join("_"));
        }
        all
    }

    fn of(&self, methods: Vec<Method>) -> Part {
        Part {
            segments: self.segments.clone(),
            words: self.words.clone(),
            letters: self.letters.clone(),
            methods,
        }
    }
}

pub fn parts(methods: Vec<Method>) -> Vec<Part> {
    let mut parts = Vec::new();
    let whole = Part {
        methods,
        ..Part::default()
    };
    by_path(whole, 0, &mut parts);
    parts
}

fn by_path(mut whole: Part, depth: usize, parts: &mut Vec<Part>) {
    if whole.methods.len() <= MOST || depth == DEEPEST {
        return by_words(whole, 0, parts);
    }
    let segment = |it: &Method| segment(&it.path, depth).map(str::to_owned);
    let by_segment = grouped(std::mem::take(&mut whole.methods), segment);
    let is_shared = by_segment.len() == 1;
    let mut rest = Vec::new();
    for (segment, methods) in by_segment {
        match segment {
            Some(segment) if methods.len() >= LEAST => {
                let mut part = whole.of(methods);
                part.segments.extend(Some(segment).filter(|_| !is_shared));
                by_path(part, depth + 1, parts);
            }
            _ => rest.extend(methods),
        }
    }
    if !rest.is_empty() {
        by_words(whole.of(rest), 0, parts);
    }
}

fn by_words(mut whole: Part, depth: usize, parts: &mut Vec<Part>) {
    if whole.methods.len() <= MOST || depth == DEEPEST {
        return by_letters(whole, depth, 1, parts);
    }
    let word = |it: &Method| words(it).nth(depth).map(str::to_owned);
    let by_word = grouped(std::mem::take(&mut whole.methods), word);
    let is_shared = by_word.len() == 1;
    let mut rest = Vec::new();
    for (word, methods) in by_word {
        match word {
            Some(word) if methods.len() >= LEAST => {
                let mut part = whole.of(methods);
                part.words.extend(Some(word).filter(|_| !is_shared));
                by_words(part, depth + 1, parts);
            }
            _ => rest.extend(methods),
        }
    }
    if !rest.is_empty() {
        by_letters(whole.of(rest), depth, 1, parts);
    }
}

/// By so many letters of what comes behind `depth` words.
fn by_letters(mut whole: Part, depth: usize, count: usize, parts: &mut Vec<Part>) {
    if whole.methods.len() <= MOST || count > DEEPEST {
        parts.push(whole);
        return;
    }
    let letters = |it: &Method| {
        words(it)
            .skip(depth)
            .flat_map(str::chars)
            .take(count)
            .collect()
    };
    let methods = std::mem::take(&mut whole.methods);
    let mut rest = Vec::new();
    for (letters, methods) in grouped::<String>(methods, letters) {
        if methods.len() < LEAST {
            rest.extend(methods);
            continue;
        }
        let mut part = whole.of(methods);
        part.letters = letters;
        by_letters(part, depth, count + 1, parts);
    }
    if !rest.is_empty() {
        parts.push(whole.of(rest));
    }
}

fn grouped<K: std::hash::Hash + Eq>(
    methods: Vec<Method>,
    key: impl Fn(&Method) -> K,
) -> IndexMap<K, Vec<Method>> {
    let mut groups: IndexMap<K, Vec<Method>> = IndexMap::new();
    for method in methods {
        groups.entry(key(&method)).or_default().push(method);
    }
    groups
}

/// The words of a method's name.
fn words(it: &Method) -> impl Iterator<Item = &str> {
    it.name.as_str().trim_start_matches("r#").split('_')
}

/// One of the segments of a path that are no places for parameters.
fn segment(path: &str, index: usize) -> Option<&str> {
    let fixed = |it: &&str| !it.is_empty() && !it.contains('{');
    path.split('/').filter(fixed).nth(index)
}
