//! Texts that are of a format, and texts that nearly are.

use oasmith_runtime::any::Any;
use oasmith_runtime::check::Check;
use oasmith_runtime::formats::Format;

const FORMATS: &[(Format, &[&str], &[&str])] = &[
    (
        Format::DateTime,
        &[
            "2024-02-29T23:59:59Z",
            "1998-12-31T23:59:60Z",
            "1998-12-31t15:59:60.123-08:00",
        ],
        &[
            "2023-02-29T00:00:00Z",
            "1998-12-31T22:59:60Z",
            "2024-01-01 00:00:00Z",
            "2024-01-01T00:00:00",
            "2024-01-01T00:00:00+24:00",
            "2024-01-01T24:00:00Z",
        ],
    ),
    (
        Format::Date,
        &["2000-02-29", "2024-12-31"],
        &[
            "1900-02-29",
            "2024-04-31",
            "2024-1-01",
            "2024-01-1é",
            "2024-01-01Z",
            "",
        ],
    ),
    (
        Format::Time,
        &["00:00:00Z", "12:00:00.5+05:30", "01:29:60+01:30"],
        &[
            "12:00:00",
            "12:00:00.Z",
            "12:00Z",
            "12:60:00Z",
            "12:00:60Z",
            "1é:00:00Z",
            "12:00:00é",
        ],
    ),
    (
        Format::Duration,
        &["P1D", "P3Y6M4DT12H30M5S", "PT0S", "P2W", "PT1H30M"],
        &[
            "", "P", "PT", "P1", "P1S", "P1DT", "P1Y2D", "P1D2H", "P1W2D", "P-1D", "P1.5D",
            "PT1H5S", "1D", "P1é",
        ],
    ),
    (
        Format::Uuid,
        &[
            "2eb8aa08-aa98-11ea-b4aa-73b441d16380",
            "2EB8AA08-AA98-11EA-B4AA-73B441D16380",
        ],
        &[
            "2eb8aa08aa9811eab4aa73b441d16380",
            "2eb8aa08-aa98-11ea-b4aa-73b441d1638",
            "2eb8aa08-aa98-11ea-b4aa-73b441d1638g",
            "{2eb8aa08-aa98-11ea-b4aa-73b441d16380}",
        ],
    ),
    (
        Format::Email,
        &[
            "joe.bloggs@example.com",
            "te~st+a@example.com",
            "\"joe bloggs\"@example.com",
            "\"a@b\\\"\"@example.com",
            "joe@[127.0.0.1]",
            "joe@[IPv6:::1]",
        ],
        &[
            "2962",
            "@example.com",
            ".joe@example.com",
            "joe..b@example.com",
            "joe@exa mple.com",
            "joe@-a.com",
            "joe@[127.0.0.300]",
            "\"a\"b\"@example.com",
            "\"@example.com",
            "jo\né@example.com",
        ],
    ),
    (
        Format::IdnEmail,
        &["실례@실례.테스트", "joe@example.com"],
        &["실례", "a b@실례.테스트"],
    ),
    (
        Format::Hostname,
        &["www.example.com", "xn--4gbwdl.xn--wgbh1c", "1host", "a"],
        &["", "-a", "a-", "a..b", "a.", "a_b", "über.example", "a b"],
    ),
    (
        Format::Ipv4,
        &["192.168.0.1", "0.0.0.0"],
        &[
            "127.0.0.0.1",
            "256.1.1.1",
            "087.10.0.1",
            "1.2.3",
            "0x7f000001",
            "192.168.1.0/24",
            "१.1.1.1",
        ],
    ),
    (
        Format::Ipv6,
        &["::1", "::", "2001:db8::ffff:192.0.2.1"],
        &[
            "12345::",
            "1::2::3",
            "fe80::a%eth1",
            ":2:3:4:5:6:7:8",
            "::1 ",
            "[::1]",
            "1:2:3:4:5:6:7:8:9",
        ],
    ),
    (
        Format::Uri,
        &[
            "http://foo.bar/?baz=qux#quux",
            "http://-.~_!$&'()*+,;=:%40:80%2f::::::@example.com:8080",
            "urn:oasis:names:specification:docbook:dtd:xml:4.1.2",
            "ldap://[2001:db8::7]/c=GB?objectClass?one",
            "tel:+1-816-555-1212",
            "file:///etc/hosts",
            "http://example.com:",
        ],
        &[
            "//foo.bar/?baz",
            "/abc",
            "abc",
            "\\\\WINDOWS\\share",
            "http:// shouldfail.com",
            ":// should fail",
            "bar,baz:foo",
            "1a://b",
            "http://a/%zz",
            "http://a/%é",
            "http://a/b{c}",
            "http://[::1",
            "http://[1.2.3.4]/",
            "http://a:b/",
            "http://a/#b#c",
            "http://ƒøø.ßår/",
        ],
    ),
    (
        Format::UriReference,
        &[
            "//foo.bar/?baz",
            "/abc",
            "abc",
            "#fragment",
            "",
            "./a:b",
            "http://a",
        ],
        &["\\\\WINDOWS\\share", "#frag\\ment", "1:b", "a b", "%", "ä"],
    ),
    (
        Format::Iri,
        &["http://ƒøø.ßår/?∂éœ=πîx#πîüx", "http://a"],
        &["/abc", "http:// ä", "http://a/\u{80}"],
    ),
    (
        Format::IriReference,
        &["/âππ", "#ƒrägmênt", ""],
        &["\\\\WINDOWS\\filëßåré"],
    ),
    (
        Format::UriTemplate,
        &[
            "http://example.com/dictionary/{term:1}/{term}",
            "{+a,b*}{?c.d,e%20f}",
            "",
            "/dä",
        ],
        &[
            "{",
            "}",
            "{term",
            "a}b",
            "{}",
            "{a b}",
            "{a:0}",
            "{a:12345}",
            "{a:b}",
            "{a**}",
            "{++a}",
            "{%zz}",
            "{a,}",
            "a b",
        ],
    ),
    (
        Format::JsonPointer,
        &["", "/", "/foo/0/a~1b/~0", "/%é"],
        &["a", "/~", "/a~2", "#", "/a~"],
    ),
    (
        Format::RelativeJsonPointer,
        &["0", "1/foo/bar", "0#", "120/foo"],
        &["", "/foo", "-1/foo", "01/a", "0##", "+1/a", "1a"],
    ),
];

#[test]
fn texts_are_of_a_format_or_not() {
    for (format, right, wrong) in FORMATS {
        for text in *right {
            assert!(format.holds(text), "{format:?}: {text}");
        }
        for text in *wrong {
            assert!(!format.holds(text), "{format:?}: {text}");
        }
    }
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_without_its_value() {
    let mut check = Check::new();
    check.within("body", &mut |c| {
        c.format("mail", Some("s3cret"), Format::Email);
        c.format("mail", Some("joe@example.com"), Format::Email);
        c.format("mail", None, Format::Email);
    });
    let found = check.into_violations();
    let told: Vec<_> = found.iter().map(|it| (&*it.pointer, &*it.detail)).collect();
    assert_eq!(told, [("/body/mail", "is not an email address")]);
}

#[test]
fn a_format_is_about_texts_only() {
    assert!(Any::Number(1.0).format(Format::Email));
    assert!(!Any::Text("1".to_owned()).format(Format::Email));
}

/// Each in time that grows with the text and no faster.
#[test]
fn long_texts_take_little_time() {
    let begun = std::time::Instant::now();
    for part in [
        "a", ".", "@", "1:", "{", "%41", "~0", "/", "P", "[", "\"", "é",
    ] {
        let text = part.repeat(300_000);
        for (format, ..) in FORMATS {
            std::hint::black_box(format.holds(&text));
        }
    }
    // More than a busy machine takes for it, and less than comparing each letter with each.
    assert!(begun.elapsed().as_secs() < 120);
}
