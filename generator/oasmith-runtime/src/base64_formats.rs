//! Bytes as Base64 text (RFC 4648, section 4).
//!
//! Who reads leniently also takes the alphabet for URLs (section 5) and lines, as MIME and many languages write them.

use super::codec::{Json, Write};
use super::param::Scalar;
use super::reader::{Fault, Reader};
use super::writer::Writer;
use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// Bytes that travel as text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Base64(pub Vec<u8>);

/// Writes padding, and reads with or without.
const ENGINE: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

impl From<Vec<u8>> for Base64 {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl Json for Base64 {
    fn blank() -> Self {
        Self(Vec::new())
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        let text = r.string()?;
        match Self::from_param(&text) {
            Some(it) => Ok(it),
            None => odd(r, &text),
        }
    }
}

#[cold]
fn odd(r: &mut Reader<'_>, text: &str) -> Result<Base64, Fault> {
    match Base64::meant(text) {
        Some(it) if r.is_lenient() => Ok(it),
        _ => Err(r.reject("is not Base64")),
    }
}

impl Write for Base64 {
    fn write(&self, w: &mut Writer) {
        w.string(&self.to_param());
    }
}

impl Scalar for Base64 {
    const EXPECTED: &'static str = "Base64";

    fn to_param(&self) -> String {
        ENGINE.encode(&self.0)
    }

    fn from_param(text: &str) -> Option<Self> {
        ENGINE.decode(text).ok().map(Self)
    }

    fn meant(text: &str) -> Option<Self> {
        let bytes = text.bytes().filter(|it| !it.is_ascii_whitespace());
        let bytes = bytes.map(|it| match it {
            b'-' => b'+',
            b'_' => b'/',
            it => it,
        });
        ENGINE.decode(bytes.collect::<Vec<u8>>()).ok().map(Self)
    }
}
