//! Identifiers: words of a document made into names that Rust accepts, unique where they stand.
//!
//! In: text as a document has it. Out: [`Name`]s.
//! The only place where an identifier is made from the text of a document; locals of emitted code are `emit`'s.

use crate::ir::Name;
use heck::{ToSnakeCase, ToUpperCamelCase};
use oasmith_spec::acronym;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Names that generated code uses as the prelude has them.
pub const TAKEN_TYPES: &[&str] = &[
    "Box", "Clone", "Default", "Err", "From", "Into", "None", "Ok", "Option", "Result", "Send",
    "Some", "String", "Sync", "Vec",
];

/// Crates that the root of a module names by their paths: a module of that name inside it would be meant instead.
pub const TAKEN_MODULES: &[&str] = &[
    "alloc",
    "axum",
    "base64",
    "bytes",
    "core",
    "futures_core",
    "http",
    "jiff",
    "regex_lite",
    "reqwest",
    "serde",
    "serde_json",
    "std",
    "tokio",
    "tower_service",
    "uuid",
];

/// Longer names are cut: two hundred characters of path make no readable method.
const LONGEST: usize = 80;

/// What is read of either end of a text: a name has no room for what stands between them.
const END: usize = 512;

/// Keywords that may stand behind `r#` (The Rust Reference, Keywords; edition 2024).
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Keywords that may not.
const PATH_KEYWORDS: &[&str] = &["self", "Self", "super", "crate", "_"];

/// `tenant_id`, `r#type`, `self_`: a field, an argument or a method.
pub fn snake(text: &str) -> Name {
    let mut name = words(text).to_snake_case();
    if name.len() > LONGEST {
        name = cut(&name, 1);
    }
    let name = starting_with_letter(name, "n");
    if KEYWORDS.contains(&name.as_str()) {
        return Name(format!("r#{name}"));
    }
    Name(if PATH_KEYWORDS.contains(&name.as_str()) {
        name + "_"
    } else {
        name
    })
}

/// `tenant_id`, `mod_`: a module, whose name is also that of a file.
pub fn module(text: &str) -> Name {
    let name = snake(text).0;
    Name(match name.strip_prefix("r#") {
        Some(keyword) => format!("{keyword}_"),
        None => name,
    })
}

/// `TenantId`, `Self_`: a type or a variant.
pub fn camel(text: &str) -> Name {
    let mut name = words(text).to_upper_camel_case();
    if name.len() > LONGEST {
        name = cut(&words(text).to_snake_case(), 0).to_upper_camel_case();
    }
    let name = starting_with_letter(name, "N");
    Name(if PATH_KEYWORDS.contains(&name.as_str()) {
        name + "_"
    } else {
        name
    })
}

/// `TenantId`, `V1_0`: a variant for a value. A point between digits is kept, so that `1.0` is not `10`.
pub fn variant(text: &str) -> Name {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let points =
        (1..bytes.len()).filter(|at| bytes[*at] == b'.' && is_digit(at - 1) && is_digit(at + 1));
    let (mut pieces, mut start) = (Vec::new(), 0);
    for at in points {
        pieces.push(words(&text[start..at]).to_upper_camel_case());
        start = at + 1;
    }
    pieces.push(words(&text[start..]).to_upper_camel_case());
    let name = pieces.join("_");
    match pieces.len() {
        2.. if name.len() <= LONGEST => Name(starting_with_letter(name, "N")),
        _ => camel(text),
    }
}

/// The words of a text, parted by blanks, in ASCII letters and digits.
///
/// Signs that carry a meaning of their own get a word, so that `+1` and `-1` stay two names; other letters are written
/// in ASCII, `größe` as `grosse` and `大小` as `da_xiao`, and by their code points where nobody knows how.
fn words(text: &str) -> String {
    let text = &*ends(text);
    let mut out = String::with_capacity(text.len());
    let has_arguments = has_arguments(text);
    for (at, c) in text.char_indices() {
        match c {
            '<' | '>' if has_arguments => out.push(' '),
            'a'..='z' | 'A'..='Z' | '0'..='9' => out.push(c),
            '+' => out.push_str(" plus "),
            '-' if at == 0 => out.push_str(" minus "),
            '<' => out.push_str(" less "),
            '>' => out.push_str(" greater "),
            '=' => out.push_str(" equal "),
            '!' => out.push_str(" not "),
            '*' => out.push_str(" star "),
            '%' => out.push_str(" percent "),
            // An apostrophe joins what it stands between.
            '\'' => {}
            c if c.is_ascii() => out.push(' '),
            c => push_in_ascii(c, &mut out),
        }
    }
    if out.trim().is_empty() {
        "empty".to_owned()
    } else {
        acronym::as_words(&out)
    }
}

/// A text, or the ends of a long one: each parameter of an operation may be named after all others by way of its path.
pub fn ends(text: &str) -> Cow<'_, str> {
    if text.len() <= 2 * END {
        return Cow::Borrowed(text);
    }
    let is_boundary = |at: &usize| text.is_char_boundary(*at);
    let front = (0..=END).rev().find(is_boundary).unwrap_or(0);
    let back = (text.len() - END..text.len()).find(is_boundary);
    let back = back.unwrap_or(text.len());
    Cow::Owned(format!("{} {}", &text[..front], &text[back..]))
}

/// Whether `<` and `>` enclose what a type is of, as in `Page<Pet>`, and compare nothing.
fn has_arguments(text: &str) -> bool {
    let (mut open, mut before) = (0_u32, ' ');
    for c in text.chars() {
        match c {
            '<' if before.is_alphanumeric() => open += 1,
            '>' if open > 0 => open -= 1,
            '<' | '>' => return false,
            _ => {}
        }
        before = c;
    }
    open == 0
}

/// A letter as those of ASCII; nothing for what only changes its neighbour, as an accent behind a letter does.
fn push_in_ascii(c: char, out: &mut String) {
    match deunicode::deunicode_char(c) {
        Some(written) if c.is_alphanumeric() => {
            // `ー` and `ʹ` lengthen or soften what they stand behind.
            let letters = written.chars().filter(|it| !matches!(it, '-' | '\''));
            out.extend(letters.map(|it| if it.is_ascii_alphanumeric() { it } else { ' ' }));
        }
        Some("") => {}
        None if c.is_alphanumeric() => out.push_str(&format!(" u{:x} ", u32::from(c))),
        _ => out.push(' '),
    }
}

/// The words of a text, in lower case.
pub fn split(text: &str) -> Vec<String> {
    let name = words(text).to_snake_case();
    name.split('_').map(str::to_owned).collect()
}

/// As many of the words as fit, with so many letters between two: those are left out first that stand in the middle,
/// and of them those that the name has again.
fn cut(name: &str, between: usize) -> String {
    let mut words: Vec<&str> = name.split('_').collect();
    // A word has a letter, so that of more than these some have to go.
    let (front, back) = (LONGEST / 2, words.len().saturating_sub(LONGEST / 2));
    if front < back {
        words.drain(front..back);
    }
    let is_long = |words: &[&str]| {
        let letters: usize = words.iter().map(|it| it.len()).sum();
        letters + between * (words.len() - 1) > LONGEST
    };
    let mut count: HashMap<&str, usize> = HashMap::new();
    words
        .iter()
        .for_each(|it| *count.entry(it).or_default() += 1);
    while words.len() > 2 && is_long(&words) {
        let from_middle = |at: &usize| at.abs_diff(words.len() / 2);
        let inner = || 1..words.len() - 1;
        let is_said_again = |at: &usize| count[words[*at]] > 1;
        let repeated = inner().filter(is_said_again).min_by_key(from_middle);
        let at = repeated.or_else(|| inner().min_by_key(from_middle));
        let word = words.remove(at.unwrap_or(1));
        count.entry(word).and_modify(|it| *it -= 1);
    }
    let mut name = words.join("_");
    if is_long(&words) {
        // ASCII by now, so that every byte is a character.
        name.truncate(LONGEST);
    }
    name
}

fn starting_with_letter(name: String, letter: &str) -> String {
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        format!("{letter}{name}")
    } else {
        name
    }
}

/// The names that are taken in one scope.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    taken: HashSet<String>,
    /// Those of them that are kept for who is called exactly so.
    kept: HashSet<String>,
    /// The number that the next of those gets that ask for a name with something behind it.
    numbers: HashMap<String, u64>,
}

/// A name, and whether it had to differ from what was asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Given {
    AsAsked(Name),
    Changed(Name),
}

impl Given {
    pub fn name(self) -> Name {
        let (Given::AsAsked(name) | Given::Changed(name)) = self;
        name
    }
}

impl Scope {
    /// A scope in which some names stand already: methods of the runtime, names of the prelude.
    pub fn with(reserved: &[&str]) -> Self {
        Scope {
            taken: reserved.iter().map(|it| (*it).to_owned()).collect(),
            ..Scope::default()
        }
    }

    /// Keeps the names that are written in Rust as they are, so that `type` has its own whether or not `@type` stands
    /// before it.
    pub fn keep<'n>(&mut self, written: impl Iterator<Item = &'n str>) {
        for it in written.filter(|it| plain(&snake(it)) == **it) {
            if self.taken.insert(it.to_owned()) {
                self.kept.insert(it.to_owned());
            }
        }
    }

    /// Takes the name of what is written so.
    pub fn take_for(&mut self, written: &str, name: Name, spare: &str) -> Given {
        match self.kept.remove(written) {
            true => Given::AsAsked(name),
            false => self.take(name, spare),
        }
    }

    pub fn has(&self, name: &Name) -> bool {
        self.taken.contains(&plain(name))
    }

    /// Takes a name. One that is taken gets `spare` behind it, and a number when that is taken as well.
    pub fn take(&mut self, name: Name, spare: &str) -> Given {
        self.take_with(name, &[spare])
    }

    /// The same with several words, of which the first is put behind that makes a name that is not taken.
    pub fn take_with(&mut self, name: Name, spares: &[&str]) -> Given {
        if self.taken.insert(plain(&name)) {
            return Given::AsAsked(name);
        }
        let (spare, others) = spares.split_first().unwrap_or((&"", &[]));
        // What ends in `_` is a keyword, and no longer one with something behind it.
        let name = plain(&name).trim_end_matches('_').to_owned();
        let base = name.clone() + spare;
        if self.taken.contains(&base) {
            let mut names = others.iter().map(|it| name.clone() + it);
            if let Some(free) = names.find(|it| !self.taken.contains(it)) {
                self.taken.insert(free.clone());
                return Given::Changed(Name(free));
            }
        }
        let next = self.numbers.entry(base.clone()).or_insert(1);
        loop {
            let candidate = match *next {
                1 => base.clone(),
                number => format!("{base}{number}"),
            };
            *next += 1;
            if self.taken.insert(candidate.clone()) {
                return Given::Changed(Name(candidate));
            }
        }
    }
}

/// Without `r#`: a raw identifier and its plain form are one name.
fn plain(name: &Name) -> String {
    name.0.strip_prefix("r#").unwrap_or(&name.0).to_owned()
}

/// A name with a word behind it. One that is as long as names get would be cut back to itself.
pub fn behind(input: &Name, word: &str, in_camel: &str) -> Name {
    match input.as_str().len() {
        0..=64 => camel(&format!("{} {word}", input.as_str())),
        _ => Name(format!("{}{in_camel}", input.as_str())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_becomes_a_name() {
        let cases = [
            (
                "getSBCConfiguration",
                "get_sbc_configuration",
                "GetSbcConfiguration",
            ),
            ("podCIDRs", "pod_cidrs", "PodCidrs"),
            ("MATCH_EXACTLY", "match_exactly", "MatchExactly"),
            ("type", "r#type", "Type"),
            ("self", "self_", "Self_"),
            ("+1", "plus_1", "Plus1"),
            ("-1", "minus_1", "Minus1"),
            ("3ds", "n3ds", "N3ds"),
            ("", "empty", "Empty"),
            ("//", "empty", "Empty"),
            ("中", "zhong", "Zhong"),
            ("größe", "grosse", "Grosse"),
            ("gro\u{308}ße", "grosse", "Grosse"),
            ("大小", "da_xiao", "DaXiao"),
            ("ユーザー名", "yuza_ming", "YuzaMing"),
            ("пользователь", "polzovatel", "Polzovatel"),
            ("ÉTÉ 2020", "ete_2020", "Ete2020"),
            ("m²", "m2", "M2"),
            ("≥ 5", "n5", "N5"),
            ("a\u{202e}b", "ab", "Ab"),
            ("𒀀", "u12000", "U12000"),
            ("user's name", "users_name", "UsersName"),
            ("Map<Key, List<Pet>>", "map_key_list_pet", "MapKeyListPet"),
            ("a<b", "a_less_b", "ALessB"),
            ("<a>", "less_a_greater", "LessAGreater"),
        ];
        for (text, field, ty) in cases {
            assert_eq!(
                (snake(text).as_str(), camel(text).as_str()),
                (field, ty),
                "{text:?}"
            );
        }
        assert_eq!(module("mod").as_str(), "mod_");
    }

    #[test]
    fn a_long_name_loses_words_in_its_middle() {
        let text = "get custom hostnames for a zone fallback origin of custom hostnames and of zones behind them";
        assert_eq!(
            snake(text).as_str(),
            "get_custom_hostnames_for_a_zone_fallback_origin_and_of_zones_behind_them"
        );
        assert_eq!(
            camel(text).as_str(),
            "GetCustomHostnamesForAZoneFallbackOriginOfCustomHostnamesAndOfZonesBehindThem"
        );
        for text in [
            "long ".repeat(100),
            "a ".repeat(10_000),
            "l".repeat(100),
            format!("a {}", "l".repeat(100)),
            format!("{} a", "l".repeat(100)),
        ] {
            let names = [snake(&text), camel(&text)];
            let lengths = names.map(|it| it.as_str().len());
            assert!(
                lengths.iter().all(|it| (40..=LONGEST).contains(it)),
                "{lengths:?}"
            );
        }
    }

    #[test]
    fn equal_names_are_told_apart_and_the_change_is_known() {
        let mut scope = Scope::with(&["timeout"]);
        assert_eq!(
            scope.take(snake("timeout"), "_value"),
            Given::Changed(Name("timeout_value".into()))
        );
        assert_eq!(
            scope.take(snake("type"), "_value"),
            Given::AsAsked(Name("r#type".into()))
        );
        assert_eq!(
            scope.take(snake("Type"), "_value"),
            Given::Changed(Name("type_value".into()))
        );
        assert_eq!(
            scope.take(snake("TYPE"), "_value"),
            Given::Changed(Name("type_value2".into()))
        );
    }
}
