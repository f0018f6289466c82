//! How near one name is to another.

use std::collections::BTreeMap;

/// Whether two names differ in case and punctuation at most.
pub fn equal(a: &str, b: &str) -> bool {
    let plain = |it: &str| -> String {
        let letters = it.chars().filter(|it| it.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    plain(a) == plain(b)
}

/// Whether at least half of the words of the longer name are in the other one too.
pub fn half(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for word in &b {
        *left.entry(word).or_default() += 1;
    }
    let mut common = 0;
    for word in &a {
        if let Some(count) = left.get_mut(&**word).filter(|it| **it > 0) {
            *count -= 1;
            common += 1;
        }
    }
    common > 0 && 2 * common >= a.len().max(b.len())
}

/// The same, where the author's name counts from its last dot on: no documentation shows what is before it.
pub fn half_of_last(author: &str, ours: &str) -> bool {
    half(author.rsplit('.').next().unwrap_or(author), ours)
}

/// `APIKey_list.v2` has the words `api`, `key`, `list`, `v`, `2`.
fn words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut words = vec![String::new()];
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|it| letters.get(it));
        let after = letters.get(at + 1);
        let starts = before.is_some_and(|before| {
            let after_capitals = before.is_uppercase()
                && letter.is_uppercase()
                && after.is_some_and(|it| it.is_lowercase());
            let camel = before.is_lowercase() && letter.is_uppercase();
            camel || after_capitals || before.is_numeric() != letter.is_numeric()
        });
        if starts || !letter.is_alphanumeric() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter.is_alphanumeric()) {
            word.extend(letter.to_lowercase());
        }
    }
    words.retain(|it| !it.is_empty());
    words
}

/// Whether a name ends with a number.
pub fn is_numbered(name: &str) -> bool {
    name.ends_with(|it: char| it.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{equal, half, half_of_last, words};

    #[test]
    fn words_are_found_by_case_digits_and_punctuation() {
        assert_eq!(words("APIKey_list.v2"), ["api", "key", "list", "v", "2"]);
        assert_eq!(words("tenant-URL"), ["tenant", "url"]);
    }

    #[test]
    fn case_and_punctuation_do_not_count() {
        assert!(equal("api.v1.key-list", "ApiV1KeyList"));
        assert!(!equal("Key", "Keys"));
    }

    #[test]
    fn half_of_the_longer_name_has_to_be_there() {
        assert!(half("UserList", "UserPage"));
        assert!(!half("User", "UserPageOptions"));
        assert!(!half("PetPet", "PetOwnerName"));
        assert!(!half("", ""));
    }

    #[test]
    fn a_package_may_count_for_nothing() {
        assert!(half_of_last("io.k8s.api.core.v1.Pod", "Pod"));
        assert!(!half_of_last("Pod", "io.k8s.api.core.v1.Pod"));
    }
}
