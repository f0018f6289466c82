//! Acronyms in names: the `podIPs` are `pod` and `ips`, and not `pod`, `i` and `ps`, as the case of the letters has it.

/// The text with each acronym that has a small letter behind it written as a word: `URLs` as `Urls`, `IPv4` as `Ipv4`.
pub fn as_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|it: char| it.is_ascii_uppercase()) {
        let (before, found) = rest.split_at(at);
        let end = found.find(|it: char| !it.is_ascii_uppercase());
        let (acronym, after) = found.split_at(end.unwrap_or(found.len()));
        out.push_str(before);
        let (first, others) = acronym.split_at(1);
        out.push_str(first);
        if !others.is_empty() && is_ended_by(after) {
            out.push_str(&others.to_ascii_lowercase());
        } else {
            out.push_str(others);
        }
        rest = after;
    }
    out + rest
}

/// Whether what stands behind an acronym belongs to it: the `s` of several, or a version.
fn is_ended_by(after: &str) -> bool {
    let mut letters = after.chars();
    match (letters.next(), letters.next()) {
        (Some('s'), next) => next.is_none_or(|it| !it.is_ascii_lowercase()),
        (Some('v'), next) => next.is_some_and(|it| it.is_ascii_digit()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::as_words;

    #[test]
    fn an_s_or_a_version_belongs_to_the_acronym_before_it() {
        let cases = [
            ("podIPs", "podIps"),
            ("VPCs_of", "Vpcs_of"),
            ("signedURLsOnly", "signedUrlsOnly"),
            ("recommendedIPv4", "recommendedIpv4"),
            ("getIMServerToken", "getIMServerToken"),
            ("APIserver", "APIserver"),
            ("XMLvalue", "XMLvalue"),
            ("MarkAsRead", "MarkAsRead"),
            ("größeIDs", "größeIds"),
            ("", ""),
        ];
        for (text, words) in cases {
            assert_eq!(as_words(text), words);
        }
    }
}
