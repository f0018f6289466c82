//! Types for formats, secrets, credentials, serde.

mod notes;

use jiff::Timestamp;
use jiff::civil::Date;
use oasmith_runtime::base64_formats::Base64;
use oasmith_runtime::codec::{Json, Raw, decode, decode_exact, encode, salvage};
use oasmith_runtime::param::Param;
use oasmith_runtime::secret::{Redacted, debug_struct, redacted};
use oasmith_runtime::security::{Credential, basic};
use proptest::prelude::*;
use std::fmt;
use uuid::Uuid;

fn comes_back<T: Json + Param + PartialEq + fmt::Debug>(json: &str) {
    let value = decode::<T>(json.as_bytes()).unwrap();
    assert_eq!(encode(&value), json.as_bytes());
    assert_eq!(T::from_texts(&value.to_texts()), Some(value));
}

fn refused<T: Json + fmt::Debug>(json: &str) -> String {
    let (_, faults) = salvage::<T>(json.as_bytes());
    faults.unwrap().to_string()
}

#[test]
fn formats_come_back() {
    comes_back::<Timestamp>("\"2024-02-29T12:30:00.5Z\"");
    comes_back::<Date>("\"2024-02-29\"");
    comes_back::<Uuid>("\"67e55044-10b1-426f-9247-bb680e5fe0c8\"");
    comes_back::<Base64>("\"AAECAw==\"");
    comes_back::<Base64>("\"\"");
}

#[test]
fn what_is_not_of_the_format_is_told() {
    assert_eq!(
        refused::<Timestamp>("\"2024-02-30T00:00:00Z\""),
        "is not a date and time with an offset"
    );
    assert_eq!(
        refused::<Timestamp>("\"2024-02-29T00:00:00\""),
        "is not a date and time with an offset"
    );
    assert_eq!(
        refused::<Vec<Date>>("[\"x\",1]"),
        "/0: is not a date; /1: expected a string, found a number"
    );
    assert_eq!(refused::<Uuid>("\"67e55044\""), "is not a UUID");
    assert_eq!(refused::<Base64>("\"a*\""), "is not Base64");
}

#[test]
fn a_client_takes_the_instant_that_is_meant() {
    const NONE: &str = "is not a date and time with an offset";
    for (text, meant, told) in [
        ("2024-01-02T03:04:05", "2024-01-02T03:04:05Z", NONE),
        (
            "2024-01-02 03:04:05.1234567",
            "2024-01-02T03:04:05.1234567Z",
            NONE,
        ),
        ("2024-01-02", "2024-01-02T00:00:00Z", NONE),
        (
            "Wed, 21 Oct 2015 07:28:00 GMT",
            "2015-10-21T07:28:00Z",
            NONE,
        ),
        (
            "9999-12-31T23:59:59Z",
            "9999-12-30T22:00:00.999999999Z",
            LATE,
        ),
        (
            "9999-12-31T23:59:59.9999999",
            "9999-12-30T22:00:00.999999999Z",
            LATE,
        ),
        (
            "+275760-09-13T00:00:00Z",
            "9999-12-30T22:00:00.999999999Z",
            LATE,
        ),
        ("-1000000000-01-01T00:00Z", "-009999-01-02T01:59:59Z", EARLY),
    ] {
        let json = format!("\"{text}\"");
        let value = decode::<Timestamp>(json.as_bytes()).unwrap();
        assert_eq!(value.to_string(), meant, "{text}");
        assert_eq!(refused::<Timestamp>(&json), told, "{text}");
        let drift = decode_exact::<Timestamp>(json.as_bytes()).unwrap_err();
        assert_eq!(drift.to_string(), told, "{text}");
    }
    for none in [
        "",
        "x",
        "2024-02-30T00:00:00",
        "+99999-x",
        "99999",
        "2024-01-02T03:04:05[Europe/Berlin]",
    ] {
        let json = format!("\"{none}\"");
        assert!(decode::<Timestamp>(json.as_bytes()).is_err(), "{none}");
    }
}

const LATE: &str = "is later than 9999-12-30T22:00:00.999999999Z";
const EARLY: &str = "is earlier than -009999-01-02T01:59:59Z";

#[test]
fn a_client_takes_the_day_that_is_meant() {
    for (text, meant, told) in [
        ("2024-01-02T23:04:05-05:00", "2024-01-02", "is not a date"),
        ("2024-01-02T00:00:00Z", "2024-01-02", "is not a date"),
        ("+999999999-12-31", "9999-12-31", "is later than 9999-12-31"),
    ] {
        let json = format!("\"{text}\"");
        let value = decode::<Date>(json.as_bytes()).unwrap();
        assert_eq!(value.to_string(), meant, "{text}");
        assert_eq!(refused::<Date>(&json), told, "{text}");
        assert!(decode_exact::<Date>(json.as_bytes()).is_err());
        assert_eq!(Date::from_texts(&[text.to_owned()]), None);
    }
    assert!(decode::<Date>(b"\"2024-02-30T00:00:00Z\"").is_err());
}

#[test]
fn an_empty_text_is_no_value_to_a_client() {
    fn read<T: Json + PartialEq + fmt::Debug>(told: &str) {
        assert_eq!(decode::<Option<T>>(b" \"\"").unwrap(), None);
        assert_eq!(decode::<Option<Option<T>>>(b"\"\"").unwrap(), Some(None));
        assert_eq!(decode::<Vec<Option<T>>>(b"[\"\"]").unwrap(), [None]);
        // Where there has to be one, nothing true can be given.
        assert_eq!(decode::<T>(b"\"\"").unwrap_err().to_string(), told);
        let drift = decode_exact::<Option<T>>(b"\"\"").unwrap_err();
        assert_eq!(drift.to_string(), told);
        assert_eq!(refused::<Option<T>>("\"\""), told);
        assert!(decode::<Option<T>>(b"\" \"").is_err());
    }
    read::<Timestamp>("is not a date and time with an offset");
    read::<Date>("is not a date");
    read::<Uuid>("is not a UUID");
    assert_eq!(
        decode::<Option<String>>(b"\"\"").unwrap(),
        Some(String::new())
    );
}

#[test]
fn a_client_takes_base64_as_others_write_it() {
    for text in ["-_8=", "-_8", "+/8", " +/8=", "+/\\r\\n8=\\n"] {
        let json = format!("\"{text}\"");
        let read = decode::<Base64>(json.as_bytes()).unwrap();
        assert_eq!(read.0, [0xFB, 0xFF], "{text}");
        if text != "+/8" {
            assert_eq!(refused::<Base64>(&json), "is not Base64", "{text}");
        }
    }
    for text in ["a", "a*", "+=/8", "+/8=/"] {
        assert!(
            decode::<Base64>(format!("\"{text}\"").as_bytes()).is_err(),
            "{text}"
        );
    }
}

#[test]
fn a_date_in_a_header_of_http_is_written_as_http_writes_it() {
    let at: Timestamp = "2015-10-21T07:28:00Z".parse().unwrap();
    let http = "Wed, 21 Oct 2015 07:28:00 GMT".to_owned();
    assert_eq!(
        at.to_header_texts("if-modified-since"),
        ["Wed, 21 Oct 2015 07:28:00 GMT"]
    );
    assert_eq!(at.to_header_texts("X-At"), ["2015-10-21T07:28:00Z"]);
    let read = |name, text: &str| Timestamp::from_header_texts(name, &[text.to_owned()]);
    assert_eq!(read("Last-Modified", &http), Some(at));
    assert_eq!(read("Last-Modified", "2015-10-21T07:28:00Z"), Some(at));
    assert_eq!(read("X-At", &http), None);
    assert_eq!(Timestamp::meant_by(&[http]), Some(at));
}

struct Login {
    name: String,
    password: Option<String>,
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug_struct(
            f,
            "Login",
            &[
                ("name", &self.name),
                ("token", &Redacted),
                ("password", &redacted(&self.password)),
            ],
        )
    }
}

#[test]
fn secrets_are_not_printed() {
    let mut login = Login {
        name: "anna".to_owned(),
        password: Some("pw".to_owned()),
    };
    assert_eq!(
        format!("{login:?}"),
        r#"Login { name: "anna", token: [redacted], password: Some([redacted]) }"#
    );
    login.password = None;
    assert_eq!(
        format!("{login:#?}"),
        "Login {\n    name: \"anna\",\n    token: [redacted],\n    password: None,\n}"
    );
    assert_eq!(
        format!("{:?}", Credential::basic("anna", "pw")),
        "Credential([redacted])"
    );
}

#[test]
fn basic_credentials_are_as_in_the_rfc() {
    let credential = Credential::basic("Aladdin", "open sesame");
    assert_eq!(
        basic::encode(&credential),
        "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
    );
    assert_eq!(
        basic::decode("QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
        Some(credential)
    );
    for odd in ["*", "QQ==", "/////w=="] {
        assert_eq!(basic::decode(odd), None, "{odd}");
    }
}

#[test]
fn serde_goes_through_the_codec() {
    use oasmith_runtime::serde_shims::{deserialize, serialize};
    let note = notes::Note::new("a", 1);
    let json = serialize(&note, serde_json::value::Serializer).unwrap();
    assert_eq!(json, serde_json::json!({"title": "a", "size": 1}));
    assert_eq!(deserialize::<notes::Note, _>(json).unwrap(), note);
    let error = deserialize::<notes::Note, _>(serde_json::json!({"size": []})).unwrap_err();
    assert_eq!(
        error.to_string(),
        "/size: expected an integer, found an array; /title: is required"
    );
}

#[test]
fn serde_sees_raw_json_as_what_it_is() {
    let value = serde_json::json!({"a": [1, null]});
    let raw: Raw = serde_json::from_value(value.clone()).unwrap();
    assert_eq!(raw.as_str(), r#"{"a":[1,null]}"#);
    assert_eq!(serde_json::to_value(&raw).unwrap(), value);
}

proptest! {
    #[test]
    fn any_credential_comes_back(user in "[^:]*", password in any::<String>()) {
        let credential = Credential::basic(user, password);
        let header = basic::encode(&credential);
        prop_assert_eq!(basic::decode(header.strip_prefix("Basic ").unwrap()), Some(credential));
    }

    #[test]
    fn any_bytes_come_back(bytes in any::<Vec<u8>>()) {
        let value = Base64(bytes);
        prop_assert_eq!(decode::<Base64>(&encode(&value)).unwrap(), value);
    }
}
