//! Takes out of requests and answers what may be a secret, by the names of headers, parameters and members.
//!
//! Deliberately missing: secrets that no name tells, such as a token in a text.

use super::codec;
use super::param::unescape_query;
use super::reader::{Fault, Reader};
use http::HeaderMap;
use std::collections::BTreeMap;

/// What stands in the place of a secret.
const OUT: &str = "redacted";

/// Parts of names that tell a secret.
const TELLING: &[&str] = &[
    "password",
    "passwd",
    "passphrase",
    "secret",
    "token",
    "apikey",
    "accesskey",
    "privatekey",
    "credential",
    "authorization",
    "session",
    "cookie",
    "signature",
];

/// Whole names that do.
const WHOLE: &[&str] = &["pass", "pwd", "pin", "key", "auth", "otp", "jwt", "sig"];

/// Parts of names that only turn pages: a token that is the same for each would not.
const HARMLESS: &[&str] = &["page", "next", "continuation", "cursor"];

/// Headers that say where to go.
const LEADING: &[&str] = &["location", "content-location", "link", "refresh", "referer"];

/// Headers that are not true of a body any more that was changed.
const FRAMING: &[&str] = &["content-length", "transfer-encoding", "connection"];

/// Which names are those of secrets.
#[derive(Clone, Debug, Default)]
pub(super) struct Secrets {
    /// Further names, plain.
    pub(super) named: Vec<String>,
}

/// A name without case and separators: `accesstoken` of `Access-Token`.
pub(super) fn plain(name: &str) -> String {
    let letters = name.chars().filter(|it| it.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

impl Secrets {
    fn has(&self, name: &str) -> bool {
        let name = plain(name);
        let holds = |parts: &[&str]| parts.iter().any(|it| name.contains(it));
        self.named.contains(&name)
            || WHOLE.contains(&name.as_str())
            || (holds(TELLING) && !holds(HARMLESS))
    }

    /// A query or a form, pair by pair.
    pub(super) fn out_of_pairs(&self, text: &str) -> String {
        let pairs = text.split('&').map(|pair| match pair.split_once('=') {
            Some((name, _)) if self.has(&unescape_query(name).unwrap_or(name.into())) => {
                format!("{name}={OUT}")
            }
            _ => pair.to_owned(),
        });
        pairs.collect::<Vec<_>>().join("&")
    }

    /// The values of each header. One that is no text is left out, and so are those that frame the body.
    pub(super) fn out_of_headers(&self, headers: &HeaderMap) -> BTreeMap<String, Vec<String>> {
        let mut out: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, value) in headers {
            let Some(text) = value
                .to_str()
                .ok()
                .filter(|_| !FRAMING.contains(&name.as_str()))
            else {
                continue;
            };
            let text = match () {
                () if value.is_sensitive() || self.has(name.as_str()) => OUT.to_owned(),
                () if LEADING.contains(&name.as_str()) => self.out_of_urls(text),
                () => text.to_owned(),
            };
            out.entry(name.to_string()).or_default().push(text);
        }
        out
    }

    /// URLs, each of which may stand between `<` and `>`: what is behind `?` and `#`.
    fn out_of_urls(&self, text: &str) -> String {
        let parts = text.split_inclusive(['?', '#', '>']);
        let mut is_pairs = false;
        let parts = parts.map(|part| {
            let rest = part.trim_end_matches(['?', '#', '>']);
            let end = &part[rest.len()..];
            let was_pairs = std::mem::replace(&mut is_pairs, matches!(end, "?" | "#"));
            match was_pairs {
                true => self.out_of_pairs(rest) + end,
                false => part.to_owned(),
            }
        });
        parts.collect()
    }

    /// A body that is JSON or a form, or has lines of JSON; `None` for all others. Of what ought to be JSON and cannot be
    /// read nothing is left, since nobody can tell what it holds.
    pub(super) fn out_of_body(&self, media: &str, bytes: &[u8]) -> Option<String> {
        let media = media.to_ascii_lowercase();
        if media.starts_with("application/x-www-form-urlencoded") {
            return Some(self.out_of_pairs(std::str::from_utf8(bytes).ok()?));
        }
        if let Some(out) = self.out_of_json(bytes) {
            return Some(out);
        }
        let has_json = media.contains("json") || media.starts_with("text/event-stream");
        let lines = std::str::from_utf8(bytes).ok().filter(|_| has_json);
        match lines.map(|it| self.out_of_lines(it)) {
            Some(Some(out)) => Some(out),
            _ if has_json && !bytes.is_empty() => Some(OUT.to_owned()),
            _ => None,
        }
    }

    /// JSON Lines, JSON text sequences (RFC 7464) and server-sent events; `None` where a line begins as JSON and is none.
    fn out_of_lines(&self, text: &str) -> Option<String> {
        let mut out = String::with_capacity(text.len());
        for line in text.split_inclusive(['\n', '\r']) {
            let rest = line.trim_start_matches('\u{1e}');
            let rest = rest.strip_prefix("data:").unwrap_or(rest).trim();
            match rest.starts_with(['{', '[']) {
                true => {
                    let (before, behind) = line.split_once(rest)?;
                    out.extend([before, &self.out_of_json(rest.as_bytes())?, behind]);
                }
                false => out.push_str(line),
            }
        }
        Some(out)
    }

    fn out_of_json(&self, bytes: &[u8]) -> Option<String> {
        let mut r = Reader::new(bytes).ok()?;
        let mut out = String::with_capacity(bytes.len());
        self.copy(&mut r, false, &mut out).ok()?;
        r.finish().ok()?;
        Some(out)
    }

    fn copy(&self, r: &mut Reader<'_>, is_secret: bool, out: &mut String) -> Result<(), Fault> {
        let mut separator = "";
        match r.peek() {
            b'{' => {
                out.push('{');
                r.object(&mut |r, name| {
                    out.push_str(separator);
                    separator = ",";
                    out.push_str(&String::from_utf8_lossy(&codec::encode(&name)));
                    out.push(':');
                    self.copy(r, self.has(name), out)
                })?;
                out.push('}');
            }
            b'[' => {
                out.push('[');
                r.array(&mut |r| {
                    out.push_str(separator);
                    separator = ",";
                    self.copy(r, is_secret, out)
                })?;
                out.push(']');
            }
            b'"' if is_secret => {
                r.skip()?;
                out.extend(["\"", OUT, "\""]);
            }
            b'-' | b'0'..=b'9' if is_secret => {
                r.skip()?;
                out.push('0');
            }
            _ => out.push_str(r.raw()?),
        }
        Ok(())
    }
}
