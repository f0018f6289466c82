//! The word that was probably meant.
//!
//! In: a word that is not known, and those that are. Out: the nearest of them, if one is near enough.

/// The candidate nearest to `word`, unless all of them are too far off to have been meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // A third of the word may be wrong: `taget` for `targets`, and never `x` for `name`.
    let limit = word.chars().count().clamp(3, 24) / 3;
    let word = fold(word);
    let (length, letters) = (word.chars().count(), letters_of(&word));
    let near = |it: &'a str| {
        let folded = fold(it);
        // A document may have thousands of both: most candidates differ at a glance.
        let others = letters_of(&folded);
        let only_in_one = (letters & !others)
            .count_ones()
            .max((others & !letters).count_ones());
        let longer = length.abs_diff(folded.chars().count());
        let differs = longer.max(only_in_one as usize) > limit;
        let distance = (!differs).then(|| strsim::osa_distance(&word, &folded))?;
        (distance <= limit).then_some((distance, it))
    };
    let near = candidates.into_iter().filter_map(near);
    near.min_by_key(|(distance, _)| *distance).map(|(_, it)| it)
}

/// Which letters a word has, as a set of bits: each that another word lacks has to be changed.
fn letters_of(word: &str) -> u64 {
    word.chars()
        .fold(0, |set, it| set | 1 << (u32::from(it) % 64))
}

/// Case and the choice between `_` and `-` are not mistakes worth counting. Long words are cut, which bounds the work.
fn fold(word: &str) -> String {
    let letters = word.chars().take(64);
    letters
        .map(|it| match it {
            '_' => '-',
            it => it.to_ascii_lowercase(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_are_forgiven_and_other_words_are_not() {
        let keys = ["name", "sources", "output", "abcdefghi"];
        for (word, meant) in [
            ("nmae", Some("name")),
            ("source", Some("sources")),
            ("OUTPUT", Some("output")),
            ("soruces", Some("sources")),
            ("ab_deFGHI", Some("abcdefghi")),
            ("xyzdefghi", Some("abcdefghi")),
            ("wxyzefghi", None),
            ("colour", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, keys), meant, "{word}");
        }
    }
}
