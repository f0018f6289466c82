//! The words of an identifier, and the one thing that a plural names.

use crate::{acronym, plural};
use heck::ToSnakeCase;

/// The longest text that is taken for an identifier.
const LONGEST: usize = 200;

/// `getIMServerToken`, `im_server-token` and `IM server token` all have the words `im server token`.
/// `Größe` is `Grosse`; letters of other scripts, which a component's name cannot have, are left out.
pub(crate) fn split(text: &str) -> Vec<String> {
    let mut ascii = String::with_capacity(text.len().min(LONGEST));
    for letter in text.chars().take(LONGEST).filter(|it| *it != '\'') {
        match letter.is_ascii_alphanumeric() {
            true => ascii.push(letter),
            false if letter.is_uppercase() => {
                let plain = letter.to_lowercase().map(without_accent);
                ascii.extend(plain.map(str::to_ascii_uppercase));
            }
            false => ascii.push_str(without_accent(letter)),
        }
    }
    let snake = acronym::as_words(&ascii).to_snake_case();
    let words = snake.split('_').filter(|it| !it.is_empty());
    words.map(str::to_owned).collect()
}

/// A small letter of the Latin script as those write it who have no accents; a space for everything else.
fn without_accent(letter: char) -> &'static str {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì'..='ï' | 'ī' | 'į' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ś' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => " ",
    }
}

/// `im server token` as `ImServerToken`.
pub(crate) fn pascal(words: &[String]) -> String {
    let mut name = String::new();
    for word in words {
        let mut letters = word.chars();
        name.extend(letters.next().map(|it| it.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}

/// What two names have in common that are one in Rust: `public-user` and `PublicUser`.
pub(crate) fn in_rust(name: &str) -> String {
    pascal(&split(name)).to_ascii_lowercase()
}

/// The same words with the last one in the singular.
pub(crate) fn singular(words: &[String]) -> Vec<String> {
    let mut words = words.to_vec();
    if let Some(last) = words.last_mut() {
        *last = plural::singular(last);
    }
    words
}

/// The same words for one of several: `metrics` may be one thing, an element of them is a `metric`.
pub(super) fn element(words: &[String]) -> Vec<String> {
    let mut words = words.to_vec();
    if let Some(last) = words.last_mut() {
        *last = plural::element(last);
    }
    words
}

/// The words that all lists end with.
pub(super) fn common_suffix<'a>(lists: &[&'a [String]]) -> &'a [String] {
    let Some((first, rest)) = lists.split_first() else {
        return &[];
    };
    let mut length = first.len();
    for other in rest {
        let pairs = first.iter().rev().zip(other.iter().rev());
        length = length.min(pairs.take_while(|(a, b)| a == b).count());
    }
    &first[first.len() - length..]
}

/// The words that all lists start with.
pub(super) fn common_prefix<'a>(lists: &[&'a [String]]) -> &'a [String] {
    let Some((first, rest)) = lists.split_first() else {
        return &[];
    };
    let mut length = first.len();
    for other in rest {
        let pairs = first.iter().zip(other.iter());
        length = length.min(pairs.take_while(|(a, b)| a == b).count());
    }
    &first[..length]
}

/// The letters that single words end with: `day` of `monday`, `tuesday`.
pub(super) fn common_ending(words: &[&str]) -> Option<String> {
    let (first, rest) = words.split_first()?;
    let mut shared: Vec<char> = first.chars().rev().collect();
    for other in rest {
        let pairs = shared.iter().copied().zip(other.chars().rev());
        let length = pairs.take_while(|(a, b)| a == b).count();
        shared.truncate(length);
    }
    // Shorter endings are chance, and two words may share a longer one by chance too.
    (shared.len() >= 3 && words.len() >= 3).then(|| shared.into_iter().rev().collect())
}

/// Whether a word says nothing by itself: every API has a `status` and a `type`.
fn is_generic(word: &str) -> bool {
    is_filler(word)
        || matches!(
            word,
            "type"
                | "kind"
                | "mode"
                | "auth"
                | "level"
                | "target"
                | "status"
                | "state"
                | "range"
                | "ranges"
                | "event"
                | "role"
                | "method"
                | "action"
                | "category"
                | "format"
                | "value"
                | "values"
                | "entry"
                | "unit"
                | "source"
                | "direction"
                | "scope"
                | "reason"
                | "result"
                | "results"
                | "response"
                | "request"
                | "body"
                | "payload"
                | "params"
                | "parameters"
                | "properties"
                | "attributes"
                | "content"
                | "meta"
                | "metadata"
                | "links"
                | "link"
                | "item"
                | "items"
                | "node"
                | "rule"
        )
}

/// Whether a word says how a thing is, and not which thing it is.
pub(super) fn is_quality(word: &str) -> bool {
    let is_participle = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    is_participle
        || matches!(
            word,
            "active"
                | "binary"
                | "current"
                | "custom"
                | "dynamic"
                | "external"
                | "first"
                | "inactive"
                | "internal"
                | "last"
                | "latest"
                | "local"
                | "manual"
                | "new"
                | "next"
                | "old"
                | "plain"
                | "previous"
                | "primary"
                | "private"
                | "public"
                | "remote"
                | "scalar"
                | "secondary"
                | "sensitive"
                | "sparse"
                | "static"
                | "total"
        )
}

/// Whether words can stand for a thing by themselves.
pub(super) fn says_something(words: &[String]) -> bool {
    match words {
        [] => false,
        [one] => !is_generic(one),
        _ => true,
    }
}

/// Whether a word at the end of a name adds nothing to what the name belongs to.
pub(super) fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "configuration"
            | "configurations"
            | "config"
            | "settings"
            | "setting"
            | "options"
            | "option"
            | "information"
            | "info"
            | "details"
            | "detail"
            | "data"
            | "list"
            | "summary"
            | "object"
            | "preferences"
            | "request"
            | "response"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_are_words() {
        let pascal = |text| pascal(&split(text));
        assert_eq!(pascal("getIMServerToken"), "GetImServerToken");
        assert_eq!(pascal("e164"), "E164");
        assert_eq!(pascal("transport's status"), "TransportsStatus");
        assert_eq!(pascal("名前"), "");
        assert_eq!(pascal("Größe der ÉTAGÈRE"), "GrosseDerEtagere");
    }

    #[test]
    fn a_plural_names_one_thing() {
        let cases = [
            ("dealers", "dealer"),
            ("policies", "policy"),
            ("addresses", "address"),
            ("statuses", "status"),
            ("boxes", "box"),
            ("houses", "house"),
            ("databases", "database"),
            ("address", "address"),
            ("office_hours", "office_hours"),
            ("caller_ids", "caller_id"),
            ("people", "person"),
            ("hostIPs", "host_ip"),
            ("apis", "api"),
            ("read_as", "read_as"),
            ("guest_os", "guest_os"),
            ("cors", "cors"),
            ("book_shelves", "book_shelf"),
            ("valves", "valve"),
            ("lenses", "lens"),
            ("licenses", "license"),
            ("bonuses", "bonus"),
            ("bundled_quizzes", "bundled_quiz"),
            ("women", "woman"),
            ("calories", "calorie"),
        ];
        for (many, one) in cases {
            assert_eq!(singular(&split(many)), split(one), "{many}");
        }
    }

    #[test]
    fn days_end_with_day() {
        let days = ["monday", "tuesday", "wednesday"];
        assert_eq!(common_ending(&days).as_deref(), Some("day"));
        assert_eq!(common_ending(&["from", "room"]), None);
        assert_eq!(
            common_ending(&["xéday", "xèday", "õday"]).as_deref(),
            Some("day")
        );
    }
}
