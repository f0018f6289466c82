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
    /// What came of values that were sent through the crate, if that was asked for.
    #[serde(default)]
    pub round_trips: Option<RoundTrips>,
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
    /// The crate compiles, and values could not be sent through it.
    NotSampled(String),
    /// The crate compiles, and values came back as others: how many, and the first.
    Changes(String),
}

/// What came of the samples of one document.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct RoundTrips {
    /// Operations of which everything that was sampled came back the same.
    pub operations: usize,
    /// Inputs and answers that came back the same.
    pub same: usize,
    /// Which did not, and how: `GET /pets input 2: query/top is another one`.
    pub different: Vec<String>,
    /// Inputs and answers that cannot be compared: they are streamed, or hold files.
    pub streamed: usize,
    /// Those for which there is no valid value, as far as could be found out.
    pub not_sampled: Vec<String>,
}

impl Outcome {
    /// Takes in what came of the values that were sent through the crate.
    pub fn take(&mut self, it: RoundTrips) {
        if let [first, ..] = &it.different[..] {
            let first: String = first.chars().take(300).collect();
            self.verdict =
                Verdict::Changes(format!("{} values, first {first}", it.different.len()));
        }
        self.round_trips = Some(it);
    }
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
            Verdict::NotSampled(why) => ("NOT SAMPLED", why),
            Verdict::Changes(what) => ("CHANGES", what),
        }
    }
}
