//! Media types, of which case and parameters do not matter (RFC 9110, 8.3.1).

/// `application/json` of `application/json; charset=utf-8`
pub(super) fn essence(media: &str) -> &str {
    media.split(';').next().unwrap_or_default().trim()
}

/// Whether `given` is what is declared, which may be a range such as `image/*`. Parameters are left aside.
pub(super) fn is_media(given: &str, declared: &str) -> bool {
    let (given, declared) = (essence(given), essence(declared));
    let is_same =
        |given: Option<&str>, part: &str| given.is_some_and(|it| it.eq_ignore_ascii_case(part));
    match declared.split_once('*') {
        _ if declared == "*/*" => given.contains('/'),
        Some((main, suffix)) => {
            let rest = given.len().saturating_sub(suffix.len());
            is_same(given.get(..main.len()), main)
                && rest >= main.len()
                && is_same(given.get(rest..), suffix)
        }
        None => given.eq_ignore_ascii_case(declared),
    }
}
