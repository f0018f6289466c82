//! The texts of a run and what was said about them.

use oasmith_source::{Diagnostic, Diagnostics, SourceMap};

/// What a run has read and found so far: enough to show every finding at its place.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    pub sources: SourceMap,
    pub diagnostics: Diagnostics,
}

/// What a fault of a document ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Faults {
    /// The run: what is written out is a document, and a wrong one helps nobody.
    Stop,
    /// The operations that cannot do without what is wrong.
    Confine,
    /// Nothing: a document is judged as it is.
    Tell,
}

/// A stage could not go on. Why is in the [`Findings`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

impl Findings {
    /// Keeps what a stage said, and passes its result on unless there was an error.
    pub fn take<T>(&mut self, stage: (Option<T>, Diagnostics)) -> Result<T, Stopped> {
        let (value, said) = stage;
        let failed = said.has_errors();
        self.diagnostics.extend(said);
        value.filter(|_| !failed).ok_or(Stopped)
    }

    /// Like [`Findings::take`], but where faults are confined an error is a warning as long as there is a result: a
    /// later stage leaves out what is wrong.
    pub fn take_confined<T>(
        &mut self,
        (value, said): (Option<T>, Diagnostics),
        faults: Faults,
    ) -> Result<T, Stopped> {
        match (faults, &value) {
            (Faults::Confine, Some(_)) => self.take((value, said.as_warnings())),
            (Faults::Tell, Some(_)) => {
                self.diagnostics.extend(said);
                value.ok_or(Stopped)
            }
            _ => self.take((value, said)),
        }
    }

    /// Notes a fault that ends the run.
    pub fn stop<T>(&mut self, fault: Diagnostic) -> Result<T, Stopped> {
        self.diagnostics.push(fault);
        Err(Stopped)
    }
}
