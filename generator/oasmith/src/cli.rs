//! The command line: reads what is asked for, runs it, shows what came of it.
//!
//! Each command is one file with one function from its arguments to a [`Said`]; nothing else prints.

mod args;
mod completions;
mod convert;
mod dump;
mod explain;
mod extract;
mod foreign;
mod generate;
mod init;
mod lint;
mod merge;
mod merge_explain;
mod mock;
mod rules;
mod terminal;

use std::process::ExitCode;

use clap::Parser;
use oasmith::findings::{Findings, Stopped};

use args::{Cli, Command};
use terminal::Terminal;

/// What a command has to say when it is done, for the standard output.
struct Said {
    exit: Exit,
    text: String,
}

impl Said {
    fn fine(text: impl Into<String>) -> Said {
        Said {
            exit: Exit::Fine,
            text: text.into(),
        }
    }
}

#[derive(Clone, Copy)]
enum Exit {
    Fine = 0,
    /// It could be done, and what was looked at is not as it should be.
    Found = 1,
    Failed = 2,
}

pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let terminal = Terminal::new(cli.color, cli.message_format);
    let mut all = Vec::new();
    let said = run(&cli.command, &mut all);
    terminal.show(&all);
    let exit = match said {
        Ok(said) => match terminal.print(&said.text) {
            Ok(()) => said.exit,
            Err(Stopped) => Exit::Failed,
        },
        Err(Stopped) => Exit::Failed,
    };
    ExitCode::from(exit as u8)
}

/// Runs a command. What it finds goes to `all`: one entry for each set of sources.
fn run(command: &Command, all: &mut Vec<Findings>) -> Result<Said, Stopped> {
    let mut one = |command: &dyn Fn(&mut Findings) -> Result<Said, Stopped>| {
        let mut findings = Findings::default();
        let said = command(&mut findings);
        all.push(findings);
        said
    };
    match command {
        Command::Extract(args) => Ok(extract::run(args, all)),
        Command::Merge(args) => one(&|findings| merge::run(args, findings)),
        Command::Generate(args) => one(&|findings| generate::run(args, findings)),
        Command::Mock(args) => one(&|findings| mock::run(args, findings)),
        Command::Dump(args) => one(&|findings| dump::run(args, findings)),
        Command::Lint(args) => one(&|findings| lint::run(args, findings)),
        Command::Rules(args) => Ok(rules::run(args)),
        Command::Explain(args) => one(&|findings| explain::run(args, findings)),
        Command::Init(args) => one(&|findings| init::run(args, findings)),
        Command::Completions(args) => completions::run(args),
    }
}
