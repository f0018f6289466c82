//! From bytes to text: UTF-8 or UTF-16, or a fault that names what it is instead.

use oasmith_source::Diagnostic;

use crate::codes;

/// Bytes that are not UTF-8.
pub(super) struct Undecoded {
    /// As much as can be shown.
    pub(super) shown: String,
    /// The byte of `shown` where the fault is.
    pub(super) at: usize,
    pub(super) fault: Diagnostic,
}

/// The text of a file; a fault calls the file by its path.
pub(super) fn text(bytes: Vec<u8>, path: &str) -> Result<String, Box<Undecoded>> {
    if let Some(encoding) = wide_encoding(&bytes) {
        // YAML 1.2.2, 5.2: a processor reads UTF-16 too. Of what cannot be decoded the encoding is named.
        let read: Option<fn([u8; 2]) -> u16> = match encoding {
            "UTF-16LE" => Some(u16::from_le_bytes),
            "UTF-16BE" => Some(u16::from_be_bytes),
            _ => None,
        };
        if let Some(text) = read.and_then(|read| utf16(&bytes, read)) {
            return Ok(text);
        }
        let message = format!("`{path}` is {encoding}, not UTF-8");
        return Err(Box::new(Undecoded {
            shown: String::new(),
            at: 0,
            fault: Diagnostic::error(&codes::NOT_UTF8, message).help(convert(encoding, path)),
        }));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let byte = bytes.get(at).copied().unwrap_or_default();
        let message = format!("`{path}` is not UTF-8: it has the byte {byte:#04x}");
        let fault = Diagnostic::error(&codes::NOT_UTF8, message);
        Box::new(Undecoded {
            shown: String::from_utf8_lossy(bytes).into_owned(),
            at,
            fault: if is_text(bytes) {
                fault
                    .help("it looks like Latin-1 or Windows-1252")
                    .help(convert("WINDOWS-1252", path))
            } else {
                fault.help("it does not look like text")
            },
        })
    })
}

/// The text, when all of it is UTF-16 and none of it a control character.
fn utf16(bytes: &[u8], read: fn([u8; 2]) -> u16) -> Option<String> {
    let (units, rest) = bytes.as_chunks::<2>();
    let units = units.iter().map(|it| read(*it));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    let text = text.ok().filter(|_| rest.is_empty())?;
    is_text(text.as_bytes()).then_some(text)
}

/// The encodings that have zero bytes between ASCII letters, by their mark or by these bytes.
fn wide_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [1..=255, 0, 0, 0, ..] => Some("UTF-32LE"),
        [0, 0, 0xfe, 0xff, ..] | [0, 0, 0, 1..=255, ..] => Some("UTF-32BE"),
        [0xff, 0xfe, ..] | [1..=255, 0, 1..=255, 0, ..] => Some("UTF-16LE"),
        [0xfe, 0xff, ..] | [0, 1..=255, 0, 1..=255, ..] => Some("UTF-16BE"),
        _ => None,
    }
}

/// Whether the bytes hold no control characters besides white space.
fn is_text(bytes: &[u8]) -> bool {
    let is_control = |it: u8| it < b' ' && !matches!(it, b'\t' | b'\n' | b'\r');
    !bytes.iter().any(|it| is_control(*it))
}

fn convert(encoding: &str, path: &str) -> String {
    format!("convert it: `iconv -f {encoding} -t UTF-8 {path} > converted`")
}
