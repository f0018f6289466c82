//! What people and programs see: findings on the standard error, results on the standard output.

use std::io::{self, Write};

use oasmith::findings::{Findings, Stopped};
use oasmith_source::render::{self, Style};
use oasmith_source::{Diagnostic, SourceMap};

use super::args::{Color, MessageFormat};

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

    /// Shows every finding, and how many there are.
    pub fn show(&self, all: &[Findings]) {
        let mut text = String::new();
        for findings in all {
            for it in &findings.diagnostics {
                text += &self.rendered(it, &findings.sources);
            }
        }
        let summary = render::summary(all.iter().flat_map(|it| &it.diagnostics));
        if self.format == MessageFormat::Pretty && !summary.is_empty() {
            text += &format!("{summary}\n");
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
