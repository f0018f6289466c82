//! The words of a filter.

use rusqlite::types::Value;

/// Which character of the text, counted from 1.
pub type Place = usize;

/// What stands in a filter.
#[derive(Clone, Debug, PartialEq)]
pub enum Word {
    /// A member, an operator, a function, `true`, `false` or `null`.
    Name(String),
    /// In single quotes; two of them stand for one.
    Text(String),
    /// A number.
    Number(Value),
    /// `(`, `)` or `,`.
    Sign(char),
}

impl Word {
    /// Whether it is this name or sign.
    pub fn is(&self, wanted: &str) -> bool {
        match self {
            Self::Name(name) => name == wanted,
            Self::Sign(sign) => wanted.len() == 1 && wanted.starts_with(*sign),
            Self::Text(_) | Self::Number(_) => false,
        }
    }
}

/// The words of `filter`, or the place where something is none.
pub fn words(filter: &str) -> Result<Vec<(Place, Word)>, Place> {
    let chars: Vec<char> = filter.chars().collect();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(&first) = chars.get(at) {
        let start = at;
        let word = match first {
            ' ' => {
                at += 1;
                continue;
            }
            '(' | ')' | ',' => {
                at += 1;
                Word::Sign(first)
            }
            '\'' => text(&chars, &mut at).map(Word::Text).ok_or(start + 1)?,
            'a'..='z' | 'A'..='Z' | '_' => Word::Name(run(&chars, &mut at)),
            '0'..='9' | '-' => number(&run(&chars, &mut at)).ok_or(start + 1)?,
            _ => return Err(start + 1),
        };
        out.push((start + 1, word));
    }
    Ok(out)
}

fn text(chars: &[char], at: &mut usize) -> Option<String> {
    let mut out = String::new();
    loop {
        *at += 1;
        match (chars.get(*at)?, chars.get(*at + 1)) {
            ('\'', Some('\'')) => {
                *at += 1;
                out.push('\'');
            }
            ('\'', _) => break,
            // SQLite's functions of texts end there.
            ('\0', _) => return None,
            (char, _) => out.push(*char),
        }
    }
    *at += 1;
    Some(out)
}

fn run(chars: &[char], at: &mut usize) -> String {
    let belongs = |it: &&char| it.is_ascii_alphanumeric() || matches!(it, '_' | '-' | '+' | '.');
    let out: String = chars[*at..].iter().take_while(belongs).collect();
    *at += out.len();
    out
}

fn number(text: &str) -> Option<Word> {
    let whole = text.parse().map(Value::Integer);
    let value = whole.or_else(|_| text.parse().map(Value::Real)).ok()?;
    let is_finite = !matches!(value, Value::Real(it) if !it.is_finite());
    is_finite.then_some(Word::Number(value))
}
