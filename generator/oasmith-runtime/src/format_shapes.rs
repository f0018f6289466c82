//! Shapes of texts of a format, for alternatives that differ in nothing else.
//!
//! A format describes, so none rules an alternative out: a text that is not of it only fits less well.

use super::formats::Format;
use super::shapes::{STRING, Shape};

/// A time of RFC 3339.
pub const TIME: Shape = STRING.better_if(|it| Format::Time.holds(it));
/// A duration of ISO 8601.
pub const DURATION: Shape = STRING.better_if(|it| Format::Duration.holds(it));
/// An email address.
pub const EMAIL: Shape = STRING.better_if(|it| Format::Email.holds(it));
/// An email address with letters of any script.
pub const IDN_EMAIL: Shape = STRING.better_if(|it| Format::IdnEmail.holds(it));
/// A host name.
pub const HOSTNAME: Shape = STRING.better_if(|it| Format::Hostname.holds(it));
/// An IPv4 address.
pub const IPV4: Shape = STRING.better_if(|it| Format::Ipv4.holds(it));
/// An IPv6 address.
pub const IPV6: Shape = STRING.better_if(|it| Format::Ipv6.holds(it));
/// A URI.
pub const URI: Shape = STRING.better_if(|it| Format::Uri.holds(it));
/// An IRI.
pub const IRI: Shape = STRING.better_if(|it| Format::Iri.holds(it));
