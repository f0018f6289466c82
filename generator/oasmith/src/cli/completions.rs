//! `oasmith completions`

use clap::CommandFactory;
use oasmith::findings::Stopped;

use super::Said;
use super::args::{Cli, Completions};

pub fn run(args: &Completions) -> Result<Said, Stopped> {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "oasmith", &mut text);
    Ok(Said::fine(String::from_utf8_lossy(&text)))
}
