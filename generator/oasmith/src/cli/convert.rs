//! `--as`: the document in another version, checked before anyone gets to see it.
//!
//! Our own reader has to read it without an error that was not there before, and what is 3.0 has to be read by
//! `openapiv3` too (see [`super::foreign`]).

use oasmith::codes;
use oasmith::findings::{Findings, Stopped};
use oasmith_source::{Diagnostic, Diagnostics, SourceMap};
use oasmith_spec::{Node, convert, read, resolve};

use super::args::Version;
use super::foreign;

/// Converts a document. Nothing is to be written when this stops.
pub fn convert(document: Node, to: Version, findings: &mut Findings) -> Result<Node, Stopped> {
    let original = document.clone();
    let (document, said) = match to {
        Version::V30 => convert::to_3_0(document),
        Version::V31 => convert::to_3_1(document),
    };
    let document = findings.take((Some(document), said))?;
    let faults = faults(&document, &findings.sources);
    if faults.has_errors() && !self::faults(&original, &findings.sources).has_errors() {
        findings.diagnostics.extend(faults);
        let message = "the converted document cannot be read, so nothing is written";
        return findings.stop(
            Diagnostic::error(&codes::CONVERTED_UNREADABLE, message)
                .help("merge without `--as`, and report this as a bug of oasmith"),
        );
    }
    if to == Version::V30 {
        let (fine, said) = foreign::check(&document, &original);
        findings.diagnostics.extend(said);
        fine.map_err(|fault| {
            findings.diagnostics.push(*fault);
            Stopped
        })?;
    }
    Ok(document)
}

/// What our own reader says.
fn faults(document: &Node, sources: &SourceMap) -> Diagnostics {
    match read::read(document) {
        (Some(read), said) if !said.has_errors() => resolve::resolve(read, document, sources).1,
        (_, said) => said,
    }
}
