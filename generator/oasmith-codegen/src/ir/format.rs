//! The formats that a generated server can check.

/// A format of a string, by the name that the runtime has for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    DateTime,
    Date,
    Time,
    Duration,
    Uuid,
    Email,
    IdnEmail,
    Hostname,
    Ipv4,
    Ipv6,
    Uri,
    UriReference,
    Iri,
    IriReference,
    UriTemplate,
    JsonPointer,
    RelativeJsonPointer,
}

impl Format {
    /// All of them, by the names that JSON Schema 2020-12, validation, 7.3 has for them.
    pub const ALL: [(&'static str, Format); 17] = [
        ("date-time", Format::DateTime),
        ("date", Format::Date),
        ("time", Format::Time),
        ("duration", Format::Duration),
        ("uuid", Format::Uuid),
        ("email", Format::Email),
        ("idn-email", Format::IdnEmail),
        ("hostname", Format::Hostname),
        ("ipv4", Format::Ipv4),
        ("ipv6", Format::Ipv6),
        ("uri", Format::Uri),
        ("uri-reference", Format::UriReference),
        ("iri", Format::Iri),
        ("iri-reference", Format::IriReference),
        ("uri-template", Format::UriTemplate),
        ("json-pointer", Format::JsonPointer),
        ("relative-json-pointer", Format::RelativeJsonPointer),
    ];

    /// The format of a name, if it is one that can be checked.
    pub fn named(name: &str) -> Option<Format> {
        let found = Self::ALL.iter().find(|(known, _)| *known == name);
        found.map(|(_, format)| *format)
    }
}
