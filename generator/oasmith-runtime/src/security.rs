//! Security schemes, what operations require of them, and what satisfies them.

use super::secret::Redacted;

/// A way to prove who is calling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// Its name in the document.
    pub name: &'static str,
    /// How a credential travels.
    pub kind: SchemeKind,
}

/// How a credential travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemeKind {
    /// `Authorization: Bearer ...` (RFC 6750); OAuth 2 and OpenID Connect too.
    Bearer,
    /// `Authorization: Basic ...` (RFC 7617).
    Basic,
    /// A key in the header of this name.
    Header(&'static str),
    /// A key in the query parameter of this name.
    Query(&'static str),
    /// A key in the cookie of this name.
    Cookie(&'static str),
}

/// A scheme that an operation requires.
#[derive(Clone, Copy, Debug)]
pub struct Requirement {
    /// The scheme.
    pub scheme: &'static Scheme,
    /// The scopes that a token must have, where tokens have scopes.
    pub scopes: &'static [&'static str],
}

/// What proves who is calling. Never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Credential {
    user: String,
    secret: String,
}

impl Credential {
    /// A bearer token.
    pub fn bearer(token: impl Into<String>) -> Self {
        Self {
            user: String::new(),
            secret: token.into(),
        }
    }

    /// A user and a password.
    pub fn basic(user: impl Into<String>, password: impl Into<String>) -> Self {
        Self {
            user: user.into(),
            secret: password.into(),
        }
    }

    /// An API key.
    pub fn key(key: impl Into<String>) -> Self {
        Self {
            user: String::new(),
            secret: key.into(),
        }
    }

    /// The user of `basic`; otherwise empty.
    pub fn user(&self) -> &str {
        &self.user
    }

    /// The token, password or key.
    pub fn secret(&self) -> &str {
        &self.secret
    }
}

impl std::fmt::Debug for Credential {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Credential").field(&Redacted).finish()
    }
}

/// The `Basic` scheme (RFC 7617): user and password in Base64 (RFC 4648, section 4).
pub mod basic {
    use super::Credential;

    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// The header's value.
    pub fn encode(credential: &Credential) -> String {
        let plain = format!("{}:{}", credential.user(), credential.secret());
        let mut out = String::from("Basic ");
        for chunk in plain.as_bytes().chunks(3) {
            let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
            let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
            for place in 0..4 {
                let digit = (bits >> (18 - 6 * place)) & 63;
                let given = place <= chunk.len();
                out.push(if given {
                    char::from(ALPHABET[digit as usize])
                } else {
                    '='
                });
            }
        }
        out
    }

    /// The credential in what follows `Basic `.
    pub fn decode(encoded: &str) -> Option<Credential> {
        let mut plain = Vec::new();
        let (mut bits, mut count) = (0_u32, 0);
        for letter in encoded.trim_end_matches('=').bytes() {
            let digit = ALPHABET.iter().position(|&known| known == letter)? as u32;
            bits = (bits << 6 | digit) & 0xFFFF;
            count += 6;
            if count >= 8 {
                count -= 8;
                plain.push((bits >> count) as u8);
            }
        }
        let plain = String::from_utf8(plain).ok()?;
        let (user, password) = plain.split_once(':')?;
        Some(Credential::basic(user, password))
    }
}
