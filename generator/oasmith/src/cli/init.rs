//! `oasmith init`

use std::path::Path;

use oasmith::api::{self, Api, CONFIG, way};
use oasmith::findings::{Faults, Findings, Stopped};
use oasmith::{pipeline, scaffold, sources, write};

use super::Said;
use super::args::Init;

pub fn run(args: &Init, findings: &mut Findings) -> Result<Said, Stopped> {
    let api = open(&args.document, findings)?;
    let files = sources::load(&api, findings)?;
    let fragments = pipeline::extract(&files, findings)?;
    let parts = pipeline::parse(&fragments, findings)?;
    // How clashes are settled is to be said in the file that is written.
    let document = pipeline::merge(parts, &api, Faults::Confine, findings)?;
    let output = match &args.output {
        Some(file) => file.clone(),
        None => api.path(CONFIG),
    };
    let way = way(parent(&output), &api.root);
    let sources: Vec<String> = files
        .iter()
        .map(|file| format!("{way}{}", findings.sources.file(*file).name()))
        .collect();
    let text = scaffold::scaffold(&document, &sources);
    match write::new_file(&output, &text) {
        Ok(()) => Ok(Said::fine(format!("wrote {}\n", output.display()))),
        Err(fault) => findings.stop(fault.diagnostic()),
    }
}

/// A folder is read as it stands, whether or not it is configured already.
fn open(path: &Path, findings: &mut Findings) -> Result<Api, Stopped> {
    if path.is_dir() {
        Ok(api::folder(path))
    } else {
        api::open(path, findings)
    }
}

fn parent(file: &Path) -> &Path {
    match file.parent() {
        Some(it) if !it.as_os_str().is_empty() => it,
        _ => Path::new("."),
    }
}
