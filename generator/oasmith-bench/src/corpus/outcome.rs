//! What came of one document.

use serde::{Deserialize, Serialize};

use crate::cpu::Usage;

#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Outcome {
    pub document: String,
    pub bytes: u64,
    /// What generating used.
    pub generate: Usage,
    /// What was generated, unless nothing was.
    pub made: Option<Made>,
    /// What checking the crate used, its dependencies already built.
    pub check: Option<Usage>,
    pub verdict: Verdict,
}

#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
pub struct Made {
    pub operations: Operations,
    pub lines: usize,
}

#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
pub struct Operations {
    pub full: usize,
    pub degraded: usize,
    pub skipped: usize,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The crate compiles without warnings.
    Compiles,
    /// The crate was not checked, as asked.
    Generated,
    /// `oasmith` wrote nothing, and said why.
    Refused(String),
    /// `oasmith` ended in no way that it should.
    Crashed(String),
    DoesNotCompile(String),
}

impl Verdict {
    pub fn is_fine(&self) -> bool {
        matches!(self, Verdict::Compiles | Verdict::Generated)
    }

    /// The kind in a word or two, and what was said.
    pub fn told(&self) -> (&'static str, &str) {
        match self {
            Verdict::Compiles => ("compiles", ""),
            Verdict::Generated => ("generated", ""),
            Verdict::Refused(why) => ("REFUSED", why),
            Verdict::Crashed(how) => ("CRASHED", how),
            Verdict::DoesNotCompile(why) => ("DOES NOT COMPILE", why),
        }
    }
}
