//! One run of all stages over the PortSIP pages, by the library; the other modules look at its parts.

use oasmith::Api;
use oasmith::findings::{Findings, Stopped};
use oasmith::pipeline::{self, Generated};
use oasmith_codegen::Shape;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// What came out, and what was said.
pub struct Run {
    pub api: Api,
    pub made: Generated,
    pub findings: Findings,
}

/// The run over the committed pages.
pub static RUN: LazyLock<Run> = LazyLock::new(|| run(&pages(), Shape::Crate));

/// The folder of the pages.
pub fn pages() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("specs/portsip")
}

/// The folder of the committed crate.
pub fn committed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("generated/portsip-pbx")
}

/// Runs all stages over a folder.
pub fn run(folder: &Path, shape: Shape) -> Run {
    let mut findings = Findings::default();
    let done = stages(folder, shape, &mut findings);
    let (api, made) = done.unwrap_or_else(|Stopped| panic!("{:#?}", findings.diagnostics));
    Run {
        api,
        made,
        findings,
    }
}

fn stages(
    folder: &Path,
    shape: Shape,
    findings: &mut Findings,
) -> Result<(Api, Generated), Stopped> {
    let api = oasmith::api::open(folder, findings)?;
    let made = pipeline::generated(&api, shape, findings)?;
    Ok((api, made))
}
