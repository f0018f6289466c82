//! Which minor version of the specification a document follows.

/// A minor version. Patch versions change no rule (OAS 3.1, Versions).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    V30,
    V31,
    V32,
}

/// The versions in which something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Versions {
    pub since: Version,
    pub until: Version,
}

impl Versions {
    pub const ALL: Versions = Versions::span(Version::V30, Version::V32);
    pub const V30: Versions = Versions::span(Version::V30, Version::V30);
    pub const BEFORE_32: Versions = Versions::span(Version::V30, Version::V31);
    pub const V31_ON: Versions = Versions::span(Version::V31, Version::V32);
    pub const V32: Versions = Versions::span(Version::V32, Version::V32);

    const fn span(since: Version, until: Version) -> Self {
        Versions { since, until }
    }

    pub fn has(self, version: Version) -> bool {
        self.since <= version && version <= self.until
    }
}

impl Version {
    /// That of `openapi: 3.1.0`. What is newer is taken for the newest that is known.
    pub fn of(text: &str) -> Self {
        match text.trim().split('.').nth(1) {
            Some("0") => Version::V30,
            Some("1") | None => Version::V31,
            Some(_) => Version::V32,
        }
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Version::V30 => "3.0",
            Version::V31 => "3.1",
            Version::V32 => "3.2",
        })
    }
}
