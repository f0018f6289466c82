//! One text for each number: `1`, `1.0` and `1e0` are the same (JSON Schema 2020-12, 4.2.2).

use std::borrow::Cow;

/// A whole number of so many digits is written out; of a longer one the zeros at its end are counted.
const WRITTEN_OUT: usize = 24;

/// The text of a number of JSON by which it is compared; a number whose exponent nobody could mean stays as it is.
pub(crate) fn canonical(text: &str) -> Cow<'_, str> {
    let is_short = text.len() <= WRITTEN_OUT && text != "-0";
    if is_short && !text.contains(['.', 'e', 'E']) {
        return Cow::Borrowed(text);
    }
    scaled(text).map_or(Cow::Borrowed(text), Cow::Owned)
}

fn scaled(text: &str) -> Option<String> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text),
    };
    let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
        None => (rest, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = [whole, fraction].concat();
    let kept = digits.trim_end_matches('0');
    let zeros = (digits.len() - kept.len()) as i64;
    let exponent = exponent.checked_add(zeros)?;
    let exponent = exponent.checked_sub(fraction.len() as i64)?;
    let kept = kept.trim_start_matches('0');
    if kept.is_empty() {
        return Some("0".into());
    }
    Some(match usize::try_from(exponent) {
        Ok(zeros) if zeros <= WRITTEN_OUT && kept.len() + zeros <= WRITTEN_OUT => {
            [sign, kept, &"0".repeat(zeros)].concat()
        }
        _ => format!("{sign}{kept}e{exponent}"),
    })
}

#[cfg(test)]
mod tests {
    use super::canonical;

    #[test]
    fn equal_numbers_have_one_text() {
        let groups: [&[&str]; 7] = [
            &["1", "1.0", "1e0", "0.1e1", "10E-1", "1.00e+0"],
            &["0", "-0", "0.0", "-0e5", "0e99999999999"],
            &["-1500", "-1.5e3", "-1500.00"],
            &["0.05", "5e-2", "0.50e-1"],
            &["1e30", "1000000000000000000000000000000"],
            &["12345678901234567890123.5"],
            &["1e9999999999999999999999"],
        ];
        let mut all = Vec::new();
        for group in groups {
            let first = canonical(group[0]);
            assert!(group.iter().all(|it| canonical(it) == first), "{group:?}");
            all.push(first);
        }
        insta::assert_snapshot!(all.join(" "), @"1 0 -1500 5e-2 1e30 123456789012345678901235e-1 1e9999999999999999999999");
    }
}
