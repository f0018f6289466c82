//! Values in paths, queries, headers and cookies.
//!
//! A value is one text, or a list of texts, or an object ([`Fields`](super::styles::Fields)); how lists and objects are
//! put into one text is said by the style.

use super::codec::OpenEnum;
use std::borrow::Cow;

/// One text: `42`, `true`, `UDP`.
pub trait Scalar: Sized {
    /// What is expected, in words: `an integer`.
    const EXPECTED: &'static str;
    /// Whether an empty text is a value like others. A list with nothing but one that is none has no items.
    const TAKES_EMPTY: bool = false;
    /// As it is sent, before any escaping.
    fn to_param(&self) -> String;
    /// The value that `text` stands for.
    fn from_param(text: &str) -> Option<Self>;

    /// As it is sent in the header `name`.
    fn to_header(&self, _name: &str) -> String {
        self.to_param()
    }

    /// The value that `text` stands for in the header `name`.
    fn from_header(_name: &str, text: &str) -> Option<Self> {
        Self::from_param(text)
    }

    /// What an empty text stands for where it may stand for no value: nothing, or that there is the parameter.
    fn of_empty() -> Option<Self> {
        None
    }

    /// What a server can only mean by `text`, though it stands for no value.
    fn meant(_text: &str) -> Option<Self> {
        None
    }
}

/// What a parameter can be: a scalar, or a list of scalars.
pub trait Param: Sized {
    /// What is expected, in words.
    const EXPECTED: &'static str;
    /// Whether the style takes it apart.
    const SHAPE: Shape;
    /// Its texts: exactly one for a scalar.
    fn to_texts(&self) -> Vec<String>;
    /// The value that `texts` stand for.
    fn from_texts(texts: &[String]) -> Option<Self>;

    /// Its texts in the header `name`.
    fn to_header_texts(&self, _name: &str) -> Vec<String> {
        self.to_texts()
    }

    /// The value that `texts` stand for in the header `name`.
    fn from_header_texts(_name: &str, texts: &[String]) -> Option<Self> {
        Self::from_texts(texts)
    }

    /// What empty texts stand for where they may stand for no value.
    fn of_empty_texts() -> Option<Self> {
        None
    }

    /// What a server can only mean by `texts`, though they stand for no value.
    fn meant_by(_texts: &[String]) -> Option<Self> {
        None
    }
}

/// Whether a value is one text or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A scalar.
    One,
    /// A list.
    Many,
}

/// How a list or an object is written into its place: here a parameter `x` of the items `a` and `b`, or the member `k`.
/// Scalars look the same in all of them, unless it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `x=a,b`, `x=k,v`
    Comma,
    /// `x=a&x=b`, `k=v`; outside of queries and cookies `a,b` and `k=v`.
    Exploded,
    /// As [`Exploded`](Self::Exploded), and further inwards `k.m=v`, `k[0].m=v`.
    Nested,
    /// `x=a%20b`, `x=k%20v`
    Space,
    /// `x=a%7Cb`, `x=k%7Cv`
    Pipe,
    /// `x[]=a&x[]=b`, `x[k]=v`, and so on inwards.
    Deep,
    /// `.a,b`, `.k,v`; a scalar is `.a`.
    Label,
    /// `.a.b`, `.k=v`; a scalar is `.a`.
    LabelExploded,
    /// `;x=a,b`, `;x=k,v`; a scalar is `;x=a`.
    Matrix,
    /// `;x=a;x=b`, `;k=v`; a scalar is `;x=a`.
    MatrixExploded,
    /// In a cookie: as [`Exploded`](Self::Exploded), without escapes.
    Plain,
    /// The JSON text of the value.
    Json,
}

impl<T: Scalar> Param for T {
    const EXPECTED: &'static str = T::EXPECTED;
    const SHAPE: Shape = Shape::One;

    fn to_texts(&self) -> Vec<String> {
        vec![self.to_param()]
    }

    fn from_texts(texts: &[String]) -> Option<Self> {
        match texts {
            [text] => T::from_param(text),
            _ => None,
        }
    }

    fn to_header_texts(&self, name: &str) -> Vec<String> {
        vec![self.to_header(name)]
    }

    fn from_header_texts(name: &str, texts: &[String]) -> Option<Self> {
        match texts {
            [text] => T::from_header(name, text),
            _ => None,
        }
    }

    fn of_empty_texts() -> Option<Self> {
        T::of_empty()
    }

    fn meant_by(texts: &[String]) -> Option<Self> {
        match texts {
            [text] => T::meant(text),
            _ => None,
        }
    }
}

impl<T: Scalar> Param for Vec<T> {
    const EXPECTED: &'static str = T::EXPECTED;
    const SHAPE: Shape = Shape::Many;

    fn to_texts(&self) -> Vec<String> {
        self.iter().map(T::to_param).collect()
    }

    fn from_texts(texts: &[String]) -> Option<Self> {
        match texts {
            // Nothing is written so, but many write an empty list like that.
            [text] if text.is_empty() && !T::TAKES_EMPTY => Some(Vec::new()),
            _ => texts.iter().map(|text| T::from_param(text)).collect(),
        }
    }
}

impl Scalar for String {
    const EXPECTED: &'static str = "a string";
    const TAKES_EMPTY: bool = true;

    fn to_param(&self) -> String {
        self.clone()
    }

    fn from_param(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

impl<T: OpenEnum> Scalar for T {
    const EXPECTED: &'static str = "a string";

    fn to_param(&self) -> String {
        self.as_str().to_owned()
    }

    fn from_param(text: &str) -> Option<Self> {
        Some(OpenEnum::from_text(text))
    }
}

impl Scalar for bool {
    const EXPECTED: &'static str = "`true` or `false`";

    /// A flag: `?uploads`
    fn of_empty() -> Option<Self> {
        Some(true)
    }

    fn to_param(&self) -> String {
        self.to_string()
    }

    fn from_param(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

macro_rules! numbers {
    ($($ty:ident is $expected:literal),*) => {$(
        impl Scalar for $ty {
            const EXPECTED: &'static str = $expected;

            fn to_param(&self) -> String {
                self.to_string()
            }

            fn from_param(text: &str) -> Option<Self> {
                // Rust also reads `+1`, `inf` and `NaN`, which JSON Schema does not know as numbers.
                let plain = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'));
                if plain && !text.starts_with('+') { text.parse().ok() } else { None }
            }
        }
    )*};
}
numbers!(
    i32 is "an integer", i64 is "an integer", u32 is "an integer", u64 is "an integer",
    f32 is "a number", f64 is "a number"
);

/// What a value that a model wrote as JSON, and that is no string, is as a text: a number as it is where it is a
/// parameter by itself, `0.0000001` and not `1e-7`.
pub fn number_text(json: &str) -> String {
    let float = json.parse::<f64>().ok();
    // What nobody rounded is left as it was written.
    let float = float.filter(|it| json.contains(['.', 'e']) && format!("{it:?}") == json);
    float.map_or_else(|| json.to_owned(), |it| it.to_string())
}

/// Which characters of a text are escaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Escape {
    /// None.
    Nothing,
    /// All but unreserved ones (RFC 3986, section 2.3).
    Usual,
    /// All but letters and digits: marks such as `.` mean something around the text.
    Marks,
    /// `allowReserved`: unreserved ones are kept, and of the reserved ones those that neither end nor separate what
    /// stands in a query. A `%` is escaped, so that the same text comes back.
    Reserved,
    /// In a place that holds several segments: what a path may hold (RFC 3986, section 3.3), the `/` between segments
    /// too.
    Segments,
}

impl Escape {
    /// Adds `text`.
    pub fn put(self, text: &str, out: &mut String) {
        if self == Escape::Nothing {
            return out.push_str(text);
        }
        for byte in text.bytes() {
            match self.keeps(byte) {
                true => out.push(char::from(byte)),
                false => push_escaped(byte, out),
            }
        }
    }

    fn keeps(self, byte: u8) -> bool {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => true,
            b'-' | b'.' | b'_' | b'~' => self != Escape::Marks,
            _ => match self {
                Escape::Reserved => b":/?@!$'()*,;=".contains(&byte),
                Escape::Segments => b"/:@!$&'()*+,;=".contains(&byte),
                Escape::Nothing | Escape::Usual | Escape::Marks => false,
            },
        }
    }
}

/// Adds `text` to a URI, everything but unreserved characters escaped (RFC 3986, section 2.3).
pub fn escape(text: &str, out: &mut String) {
    Escape::Usual.put(text, out);
}

/// Adds a byte as `%XX`.
pub fn push_escaped(byte: u8, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    out.push('%');
    out.push(char::from(HEX[usize::from(byte >> 4)]));
    out.push(char::from(HEX[usize::from(byte & 15)]));
}

/// Takes the escapes out of a part of a URI; `None` when one is malformed or the result is not UTF-8.
pub fn unescape(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('%') {
        return Some(Cow::Borrowed(text));
    }
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let mut digit = || char::from(bytes.next().unwrap_or_default()).to_digit(16);
            let (high, low) = (digit()?, digit()?);
            out.push((high * 16 + low) as u8);
        } else {
            out.push(byte);
        }
    }
    String::from_utf8(out).ok().map(Cow::Owned)
}

/// Whether one of several segments is `.` or `..`, escaped or not.
pub(super) fn has_dots(path: &str) -> bool {
    let is_dots = |it: &str| it == "." || it == "..";
    let mut segments = path.split('/').filter_map(unescape);
    segments.any(|it| it.split('/').any(is_dots))
}

/// [`unescape`] for queries, where forms write a space as `+`.
pub fn unescape_query(text: &str) -> Option<Cow<'_, str>> {
    match text.contains('+') {
        true => unescape(&text.replace('+', " ")).map(|text| Cow::Owned(text.into_owned())),
        false => unescape(text),
    }
}
