//! What people and programs see: findings on the standard error, results on the standard output.

use std::collections::BTreeMap;
use std::io::{self, Write};

use oasmith::findings::{Findings, Stopped};
use oasmith_source::render::{self, Style};
use oasmith_source::{Diagnostic, Severity, SourceMap};

use super::args::{Color, MessageFormat};

/// How many infos of a code people are shown: what was renamed a hundred times would hide the warning beside it.
const INFOS: usize = 3;

pub struct Terminal {
    format: MessageFormat,
}

impl Terminal {
    pub fn new(color: Color, format: MessageFormat) -> Self {
        // `Auto` minds the terminal, NO_COLOR and CLICOLOR.
        match color {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        }
        .write_global();
        Terminal { format }
    }

    /// Shows the findings, and how many there are: to a program all of them, to people a few infos of each kind.
    pub fn show(&self, all: &[Findings]) {
        let for_people = self.format == MessageFormat::Pretty;
        let mut text = String::new();
        let mut infos: BTreeMap<&str, usize> = BTreeMap::new();
        for findings in all {
            for it in &findings.diagnostics {
                let count = infos.entry(it.code.id).or_default();
                *count += usize::from(it.severity == Severity::Info);
                if !for_people || it.severity != Severity::Info || *count <= INFOS {
                    text += &self.rendered(it, &findings.sources);
                }
            }
        }
        if for_people {
            let summary = render::summary(all.iter().flat_map(|it| &it.diagnostics));
            for line in [more(&infos), summary] {
                text += &line;
                text += if line.is_empty() { "" } else { "\n" };
            }
        }
        // The stream takes the colours out where they are not wanted. Where nobody listens there is nobody to tell.
        let _ = anstream::stderr().lock().write_all(text.as_bytes());
    }

    fn rendered(&self, it: &Diagnostic, sources: &SourceMap) -> String {
        match self.format {
            MessageFormat::Pretty => render::pretty(it, sources, Style::Colour),
            MessageFormat::Concise => render::concise(it, sources),
            MessageFormat::Json => render::json(it, sources),
        }
    }

    /// Prints a result. A reader that has gone away (`| head`) has what it wanted.
    pub fn print(&self, text: &str) -> Result<(), Stopped> {
        let mut out = anstream::stdout().lock();
        let done = out.write_all(text.as_bytes()).and_then(|()| out.flush());
        match done {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                let _ = writeln!(
                    anstream::stderr(),
                    "cannot write to the standard output: {error}"
                );
                Err(Stopped)
            }
            _ => Ok(()),
        }
    }
}

/// Which infos are not shown, and how to see them.
fn more(infos: &BTreeMap<&str, usize>) -> String {
    let more = infos.iter().filter(|(_, count)| **count > INFOS);
    let more = more.map(|(code, count)| format!("{} more of {code}", count - INFOS));
    let more: Vec<String> = more.collect();
    match more.is_empty() {
        true => String::new(),
        false => format!("{} (all: --message-format concise)", more.join(", ")),
    }
}
