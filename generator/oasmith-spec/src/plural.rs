//! The one thing that a plural names, as far as a few rules for English tell.

/// What one of several is called: a `policy` of `policies`; words that name one thing as they are stay.
pub fn singular(word: &str) -> String {
    if NO_SINGULAR.contains(&word) || word.ends_with("series") || word.ends_with("news") {
        return word.to_owned();
    }
    if let Some((_, one)) = IRREGULAR.iter().find(|(many, _)| *many == word) {
        return (*one).to_owned();
    }
    // `as`, `is`, `os`; `cws` and `rds` are short for something in the singular.
    if word.len() <= 2 || is_short(word) {
        return word.to_owned();
    }
    for (ending, replacement) in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending) {
            return format!("{stem}{replacement}");
        }
    }
    word.to_owned()
}

/// What an element of a list is called: `metrics` may be one thing, an element of them is a `metric`.
pub fn element(word: &str) -> String {
    let mut one = singular(word);
    if (MANY_AS_ONE.contains(&&*one) || is_short(&one)) && one.ends_with('s') {
        one.pop();
    }
    one
}

fn is_short(word: &str) -> bool {
    word.len() == 3
        && !word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
        && !NO_SINGULAR.contains(&word)
}

/// Words of `NO_SINGULAR` that name several things together.
const MANY_AS_ONE: [&str; 6] = [
    "settings",
    "options",
    "preferences",
    "credentials",
    "metrics",
    "details",
];

/// Words in `s` that are one thing, or never one.
const NO_SINGULAR: [&str; 41] = [
    "settings",
    "options",
    "preferences",
    "credentials",
    "statistics",
    "stats",
    "analytics",
    "metrics",
    "hours",
    "details",
    "species",
    "always",
    "https",
    "dns",
    "sms",
    "tls",
    "aws",
    "gas",
    "canvas",
    "atlas",
    "bias",
    "alias",
    "has",
    "was",
    "does",
    "its",
    "ios",
    "macos",
    "cors",
    "kubernetes",
    "postgres",
    "jenkins",
    "sales",
    "goods",
    "lens",
    "chaos",
    "devops",
    "pos",
    "saas",
    "paas",
    "iaas",
];

const IRREGULAR: [(&str, &str); 31] = [
    ("ids", "id"),
    ("ips", "ip"),
    ("apis", "api"),
    ("uris", "uri"),
    ("vms", "vm"),
    ("dbs", "db"),
    ("people", "person"),
    ("children", "child"),
    ("indices", "index"),
    ("vertices", "vertex"),
    ("matrices", "matrix"),
    ("analyses", "analysis"),
    ("movies", "movie"),
    ("cookies", "cookie"),
    ("caches", "cache"),
    ("axes", "axis"),
    ("aliases", "alias"),
    ("canvases", "canvas"),
    ("gases", "gas"),
    ("lenses", "lens"),
    ("buses", "bus"),
    ("quizzes", "quiz"),
    ("heroes", "hero"),
    ("calories", "calorie"),
    ("ties", "tie"),
    ("men", "man"),
    ("women", "woman"),
    ("shelves", "shelf"),
    ("halves", "half"),
    ("knives", "knife"),
    ("wolves", "wolf"),
];

/// The first that fits counts.
const ENDINGS: [(&str, &str); 16] = [
    ("ies", "y"),
    ("sses", "ss"),
    ("shes", "sh"),
    ("ches", "ch"),
    ("xes", "x"),
    ("auses", "ause"),
    ("ouses", "ouse"),
    ("tuses", "tus"),
    ("ruses", "rus"),
    ("nuses", "nus"),
    ("luses", "lus"),
    ("puses", "pus"),
    ("ss", "ss"),
    ("us", "us"),
    ("is", "is"),
    ("s", ""),
];
