//! `oasmith explain`

use oasmith::codes;
use oasmith::explain;
use oasmith::findings::{Findings, Stopped};
use oasmith_source::Diagnostic;

use super::Said;
use super::args::Explain;

pub fn run(args: &Explain, findings: &mut Findings) -> Result<Said, Stopped> {
    let Some(word) = &args.code else {
        return Ok(Said::fine(explain::list()));
    };
    match explain::find(word) {
        Some(code) => Ok(Said::fine(explain::page(code))),
        None => findings.stop(unknown(word)),
    }
}

fn unknown(word: &str) -> Diagnostic {
    let help = match explain::nearest(word) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "`oasmith explain` lists them all".to_owned(),
    };
    Diagnostic::error(&codes::CODE_UNKNOWN, format!("unknown code `{word}`")).help(help)
}
