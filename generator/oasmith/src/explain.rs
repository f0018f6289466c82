//! What the diagnostic codes mean.
//!
//! In: a code or its name. Out: its documentation, which stands where the code is declared.

use oasmith_source::Code;

use oasmith_source::suggest;

/// Every code of every crate, sorted.
pub fn all() -> Vec<&'static Code> {
    let tables = [
        oasmith_spec::codes::ALL,
        oasmith_codegen::codes::ALL,
        oasmith_lint::codes::ALL,
        crate::codes::ALL,
    ];
    let mut codes: Vec<_> = tables.into_iter().flatten().copied().collect();
    codes.extend(oasmith_lint::ALL.iter().map(|it| &it.code));
    codes.sort_by_key(|it| it.id);
    codes
}

/// The code of that id or name, in any case.
pub fn find(word: &str) -> Option<&'static Code> {
    all()
        .into_iter()
        .find(|it| it.id.eq_ignore_ascii_case(word) || it.name.eq_ignore_ascii_case(word))
}

/// The id or name that was probably meant.
pub fn nearest(word: &str) -> Option<&'static str> {
    let codes = all();
    // Names go first: any two ids are alike, so a near one means little.
    suggest::nearest(word, codes.iter().map(|it| it.name))
        .or_else(|| suggest::nearest(word, codes.iter().map(|it| it.id)))
}

/// The page of a code: heading and documentation, as Markdown.
pub fn page(code: &Code) -> String {
    // Doc comments have a blank after `///`.
    let line = |it: &str| it.strip_prefix(' ').unwrap_or(it).to_owned();
    let docs: Vec<String> = code.docs.lines().map(line).collect();
    format!(
        "# {} {}\n\n{}\n",
        code.id,
        code.name,
        docs.join("\n").trim_end()
    )
}

/// One line a code.
pub fn list() -> String {
    let codes = all();
    let width = codes.iter().map(|it| it.name.len()).max().unwrap_or(0);
    codes
        .iter()
        .map(|it| format!("{}  {:width$}  {}\n", it.id, it.name, it.summary().trim()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ids_and_names_are_unique_and_every_code_is_documented() {
        let codes = all();
        let ids: BTreeSet<_> = codes.iter().map(|it| it.id).collect();
        let names: BTreeSet<_> = codes.iter().map(|it| it.name).collect();
        assert_eq!((ids.len(), names.len()), (codes.len(), codes.len()));
        for code in codes {
            let well_formed = code.id.len() == 6
                && code
                    .id
                    .strip_prefix("OAS")
                    .is_some_and(|it| it.parse::<u16>().is_ok());
            assert!(well_formed, "{}", code.id);
            assert!(
                code.name
                    .chars()
                    .all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-')),
                "{}",
                code.name
            );
            let summary = code.summary().trim();
            assert!(
                summary.ends_with('.') && summary.len() > 12,
                "{}: {summary}",
                code.id
            );
        }
    }

    #[test]
    fn codes_are_found_by_id_and_name_and_slips_are_understood() {
        assert_eq!(find("oas911").map(|it| it.name), Some("output-not-ours"));
        assert_eq!(find("output-not-ours").map(|it| it.id), Some("OAS911"));
        assert_eq!(find("nonsense"), None);
        assert_eq!(nearest("output-not-our"), Some("output-not-ours"));
        assert_eq!(nearest("completely different"), None);
    }
}
