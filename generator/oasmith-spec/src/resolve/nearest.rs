//! The name that was probably meant.

/// The names that are compared are at most this long, since comparing takes the product of the lengths.
const LONGEST: usize = 80;

/// The name nearest to `name`: at most a third of its letters differ, and at most three.
pub fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > LONGEST {
        return None;
    }
    let limit = (name.chars().count() / 3).clamp(1, 3);
    let wanted: Vec<char> = name.to_lowercase().chars().collect();
    let near = names.filter(|it| it.len().abs_diff(name.len()) <= 4 * limit);
    let scored = near.filter_map(|it| Some((distance(&wanted, it, limit)?, it)));
    // The first of the nearest, in the order of the document.
    let nearest = scored.min_by_key(|(distance, _)| *distance);
    nearest.map(|(_, it)| it)
}

/// How many letters must be changed, added or taken out, case apart; `None` when more than `limit`.
fn distance(wanted: &[char], name: &str, limit: usize) -> Option<usize> {
    let mut row: Vec<usize> = (0..=wanted.len()).collect();
    for (i, letter) in name.chars().flat_map(char::to_lowercase).enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, other) in wanted.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *other);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
        if row.iter().all(|it| *it > limit) {
            return None;
        }
    }
    row.last().copied().filter(|it| *it <= limit)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_pen_is_recognised_and_another_name_is_not() {
        let names = ["Tenant", "TenantStatus", "Dealer"];
        let find = |name| nearest(name, names.into_iter());
        assert_eq!(find("tenant"), Some("Tenant"));
        assert_eq!(find("Tennant"), Some("Tenant"));
        assert_eq!(find("Tenants"), Some("Tenant"));
        assert_eq!(find("Delaer"), Some("Dealer"));
        assert_eq!(find("Trunk"), None);
        assert_eq!(find(""), None);
    }
}
