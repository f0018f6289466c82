//! What is shown of a text that may be of any length.

use std::borrow::Cow;

/// A text, or so many letters of both of its ends with `…` between them.
pub fn ends(text: &str, letters: usize) -> Cow<'_, str> {
    // A letter has a byte at least.
    if text.len() <= 2 * letters {
        return Cow::Borrowed(text);
    }
    let place = |(at, _)| at;
    let front = text.char_indices().nth(letters).map(place);
    let back = text.char_indices().nth_back(letters.saturating_sub(1));
    match (front, back.map(place)) {
        (Some(front), Some(back)) if front < back => {
            Cow::Owned(format!("{} … {}", &text[..front], &text[back..]))
        }
        _ => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::ends;

    #[test]
    fn a_long_text_loses_its_middle() {
        let cases = [
            ("", ""),
            ("abcd", "abcd"),
            ("äöüß", "äöüß"),
            ("abcde", "ab … de"),
            ("äöüßä", "äö … ßä"),
        ];
        for (text, shown) in cases {
            assert_eq!(ends(text, 2), shown);
        }
    }
}
