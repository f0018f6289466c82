//! The comments of the ledger, which are a person's.
//!
//! In: the text, and what was read from it. Out: the comments, each with what stands below it; one in an entry, or behind
//! a value, is the entry's.

use super::{DECIDED, HEADER, Ledger, RECURSION};
use std::ops::Range;

/// Keeps the comments of a ledger. `values` has the places of all values, in which `#` is text.
pub(super) fn keep(text: &str, mut values: Vec<Range<usize>>, ledger: &mut Ledger) {
    values.sort_by_key(|it| it.start);
    let is_text = |at: usize| {
        let before = values.partition_point(|it| it.start <= at);
        before > 0 && values[before - 1].contains(&at)
    };
    let mut open: Vec<String> = Vec::new();
    // How many entries have begun.
    let mut entries = 0;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let from = start;
        start += line.len();
        let comment = line
            .char_indices()
            .find(|(at, it)| *it == '#' && !is_text(from + at));
        let said = line[..comment.map_or(line.len(), |it| it.0)].trim();
        let comment = comment.map(|it| line[it.0..].trim_end().to_owned());
        let is_ours = |it: &String| {
            let mut ours = [HEADER, DECIDED, RECURSION]
                .into_iter()
                .flat_map(str::lines);
            entries == 0 && ours.any(|line| line == it)
        };
        open.extend(comment.filter(|it| !is_ours(it)));
        if said.starts_with("[[") {
            entries += 1;
        }
        let owner = match (entries, said.is_empty()) {
            (0, _) if line.trim().is_empty() => &mut ledger.head,
            (_, true) | (0, _) => continue,
            (entry, false) => match ledger.entries.get_mut(entry - 1) {
                Some(entry) => &mut entry.comments,
                None => continue,
            },
        };
        owner.append(&mut open);
    }
    match entries {
        0 => ledger.head.append(&mut open),
        _ => ledger.tail.append(&mut open),
    }
}
