//! What is said about the directions that people give to `lint`. What rules say has the codes of the rules.

oasmith_source::codes! {
    /// A finding is to be ignored, and no reason is given.
    ///
    /// Who reads the document next year cannot tell whether it still holds. Write the reason behind the comment,
    /// `# oasmith: allow(rule-name) reason`, or as the value in `x-lint-ignore: { rule-name: reason }`.
    pub IGNORE_UNREASONED = "OAS490" "ignore-unreasoned";
    /// Something is to be ignored that is no rule.
    ///
    /// `oasmith rules` lists the rules. What is ignored is named by the name of a rule, or by its code.
    pub IGNORE_UNKNOWN = "OAS491" "ignore-unknown";
    /// A finding is to be ignored that is not there.
    ///
    /// The fault has been mended, or the comment stands at another place than it: it holds for the member or item on its
    /// own line, or on the next one. Remove it, so that it does not hide the next fault.
    pub IGNORE_UNUSED = "OAS492" "ignore-unused";
    /// The baseline has findings that are not there any more.
    ///
    /// They have been mended. Write the baseline anew with `--write-baseline`, so that they do not come back unseen.
    pub BASELINE_STALE = "OAS493" "baseline-stale";
    /// The baseline cannot be read.
    ///
    /// It has one finding a line: a fingerprint, the name of a rule, and a place for people to read.
    /// Write it anew with `--write-baseline`.
    pub BASELINE_SYNTAX = "OAS494" "baseline-syntax";
}
