//! Finds the parts in the bytes of a multipart body (RFC 2046, section 5.1.1), as they come.
//!
//! In: what has come so far. Out: one step after the other. Holds nothing but the end of what has come, which may be the
//! beginning of a delimiter; so how long a part may be is up to whoever asks.

use bytes::{Bytes, BytesMut};

/// How many parts a form may have.
const MAX_PARTS: usize = 1000;
/// How long the headers of a part may be.
const MAX_HEADERS: usize = 8 << 10;
/// How much space may stand after a delimiter.
const MAX_PADDING: usize = 1 << 10;

/// What comes next in a body.
#[derive(Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing, until more has come.
    More,
    /// A part begins.
    Part(Head),
    /// Some of the part's content.
    Content(Bytes),
    /// The part has ended.
    Ended,
    /// The body has ended, whatever still comes.
    Over,
}

/// What a part says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The member of the form.
    pub member: String,
    /// The name of a file.
    pub file: Option<String>,
    /// The media type.
    pub media: Option<String>,
}

/// The body is no multipart body, or breaks off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed;

/// A place in a body.
#[derive(Debug)]
pub struct Parts {
    delimiter: Vec<u8>,
    at: At,
    count: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    /// Before the first delimiter.
    Preamble,
    /// After a delimiter.
    Delimiter,
    Head,
    Content,
    Over,
}

impl Parts {
    /// The start of a body, and what has come of it; `None` when the media type tells of no boundary.
    pub fn new(media: &str) -> Option<(Self, BytesMut)> {
        let boundary = parameter(media, "boundary")?;
        if boundary.is_empty() || boundary.len() > 70 {
            return None;
        }
        let it = Self {
            delimiter: format!("\r\n--{boundary}").into_bytes(),
            at: At::Preamble,
            count: 0,
        };
        // The first delimiter needs no line break before it: with this there is one always.
        Some((it, BytesMut::from(&b"\r\n"[..])))
    }

    /// The next step. Takes out of `come` what it tells of. `is_all`: nothing more will come.
    pub fn step(&mut self, come: &mut BytesMut, is_all: bool) -> Result<Step, Malformed> {
        loop {
            let next = match self.at {
                At::Preamble => {
                    // What stands there is to be ignored.
                    while self.content(come).is_some() {}
                    self.delimiter(come)
                }
                At::Content => match self.content(come) {
                    Some(content) => return Ok(Step::Content(content)),
                    None if self.delimiter(come).is_some() => return Ok(Step::Ended),
                    None => None,
                },
                At::Delimiter => self.after_delimiter(come)?,
                At::Head => match self.head(come)? {
                    Some(head) => return Ok(Step::Part(head)),
                    None => None,
                },
                At::Over => {
                    come.clear();
                    return Ok(Step::Over);
                }
            };
            match next {
                Some(()) => {}
                None if is_all => return Err(Malformed),
                None => return Ok(Step::More),
            }
        }
    }

    /// What comes before the next delimiter, as far as that is sure.
    fn content(&self, come: &mut BytesMut) -> Option<Bytes> {
        let is_here = |at: &usize| {
            let length = self.delimiter.len().min(come.len() - at);
            come[*at..*at + length] == self.delimiter[..length]
        };
        let mut breaks = come.iter().enumerate().filter(|(_, byte)| **byte == b'\r');
        let end = breaks.find_map(|(at, _)| is_here(&at).then_some(at));
        let end = end.unwrap_or(come.len());
        (end > 0).then(|| come.split_to(end).freeze())
    }

    /// Takes the delimiter that comes, if all of it has come.
    fn delimiter(&mut self, come: &mut BytesMut) -> Option<()> {
        if !come.starts_with(&self.delimiter) {
            return None;
        }
        let _ = come.split_to(self.delimiter.len());
        self.at = At::Delimiter;
        Some(())
    }

    /// `--` ends the body, the end of the line begins a part.
    fn after_delimiter(&mut self, come: &mut BytesMut) -> Result<Option<()>, Malformed> {
        if come.starts_with(b"--") {
            self.at = At::Over;
            return Ok(Some(()));
        }
        let end = find(come, b"\r\n");
        let padding = &come[..end.unwrap_or(come.len())];
        let is_space = padding.iter().all(u8::is_ascii_whitespace);
        if padding.len() > MAX_PADDING || !is_space && *padding != b"-"[..] {
            return Err(Malformed);
        }
        let Some(end) = end else { return Ok(None) };
        let _ = come.split_to(end + 2);
        self.count += 1;
        self.at = At::Head;
        match is_space && self.count <= MAX_PARTS {
            true => Ok(Some(())),
            false => Err(Malformed),
        }
    }

    fn head(&mut self, come: &mut BytesMut) -> Result<Option<Head>, Malformed> {
        let end = find(come, b"\r\n\r\n");
        if end.unwrap_or(come.len()) > MAX_HEADERS {
            return Err(Malformed);
        }
        let Some(end) = end else { return Ok(None) };
        let head = come.split_to(end + 4);
        self.at = At::Content;
        let lines = std::str::from_utf8(&head[..end]).map_err(|_| Malformed)?;
        Head::read(lines).ok_or(Malformed).map(Some)
    }
}

impl Head {
    fn read(lines: &str) -> Option<Self> {
        let header = |name: &str| {
            let mut lines = lines.split("\r\n").filter_map(|line| line.split_once(':'));
            let found = lines.find(|(known, _)| known.trim().eq_ignore_ascii_case(name));
            found.map(|(_, value)| value.trim())
        };
        let disposition = header("content-disposition")?;
        Some(Self {
            member: unquoted(&parameter(disposition, "name")?),
            file: parameter(disposition, "filename").map(|it| unquoted(&it)),
            media: header("content-type").map(str::to_owned),
        })
    }
}

/// Undoes what the HTML standard does to names ("multipart form data").
fn unquoted(name: &str) -> String {
    name.replace("%22", "\"")
        .replace("%0D", "\r")
        .replace("%0A", "\n")
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|it| it == wanted)
}

/// A parameter of a header (RFC 9110, section 5.6.6).
fn parameter(header: &str, name: &str) -> Option<String> {
    let mut rest = header.split_once(';')?.1;
    loop {
        let (known, after) = rest.split_once('=')?;
        let (value, after) = value(after)?;
        if known.trim().eq_ignore_ascii_case(name) {
            return Some(value);
        }
        rest = after.trim_start().strip_prefix(';')?;
    }
}

/// A token or a quoted string, and what comes after it.
fn value(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start();
    let Some(inside) = text.strip_prefix('"') else {
        let end = text.find(';').unwrap_or(text.len());
        return Some((text[..end].trim().to_owned(), &text[end..]));
    };
    let (mut out, mut chars) = (String::new(), inside.char_indices());
    while let Some((at, char)) = chars.next() {
        match char {
            '"' => return Some((out, &inside[at + 1..])),
            // Only these are escaped: some senders leave `\` in the names of files as it is.
            '\\' if inside[at + 1..].starts_with(['"', '\\']) => {
                out.extend(chars.next().map(|(_, char)| char));
            }
            char => out.push(char),
        }
    }
    None
}
