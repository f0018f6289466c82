//! What people and programs see: findings on the standard error, results on the standard output.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};

use oasmith::findings::{Findings, Stopped};
use oasmith_source::render::{self, Style};
use oasmith_source::{Diagnostic, Severity, SourceMap};

use super::args::{Color, MessageFormat};

/// How many findings of a kind people are shown: what is said a hundred times would hide the one beside it.
const SHOWN: usize = 3;
/// How many warnings of one code are shown, whatever each of them says.
const SHOWN_OF_CODE: usize = 12;

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

    /// Shows the findings, and how many there are: to a program all of them, to people a few of each kind.
    pub fn show(&self, all: &[Findings]) {
        let for_people = self.format == MessageFormat::Pretty;
        let mut text = String::new();
        let mut counts: HashMap<Kind<'_>, usize> = HashMap::new();
        let mut more: BTreeMap<&str, usize> = BTreeMap::new();
        for findings in all {
            for it in &findings.diagnostics {
                let is_more = for_people
                    && kinds(it).into_iter().any(|(kind, enough)| {
                        let count = counts.entry(kind).or_default();
                        *count += 1;
                        *count > enough
                    });
                match is_more {
                    true => *more.entry(it.code.id).or_default() += 1,
                    false => text += &self.rendered(it, &findings.sources),
                }
            }
        }
        if for_people {
            let summary = render::summary(all.iter().flat_map(|it| &it.diagnostics));
            for line in [not_shown(&more), summary] {
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

/// A code, and the words where they count.
type Kind<'a> = (&'a str, Option<&'a str>);

/// What a finding has in common with others, and how many of those are enough: infos their code, warnings their words, and
/// their code where that fills a screen. Errors have to be mended one by one.
fn kinds(it: &Diagnostic) -> Vec<(Kind<'_>, usize)> {
    let code = it.code.id;
    match it.severity {
        Severity::Info => vec![((code, None), SHOWN)],
        Severity::Warning => vec![
            ((code, Some(&it.message)), SHOWN),
            ((code, None), SHOWN_OF_CODE),
        ],
        Severity::Error => Vec::new(),
    }
}

/// How many of each code are not shown, and how to see them.
fn not_shown(more: &BTreeMap<&str, usize>) -> String {
    let more = more.iter();
    let more = more.map(|(code, count)| format!("{count} more of {code}"));
    let more: Vec<String> = more.collect();
    match more.is_empty() {
        true => String::new(),
        false => format!("{} (all: --message-format concise)", more.join(", ")),
    }
}
