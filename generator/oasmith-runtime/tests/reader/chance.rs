//! Texts and values by chance, judged by `serde_json`.

use super::Item;
use oasmith_runtime::codec::{Raw, decode, encode};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// JSON, mostly.
fn jsonish() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("{".to_owned()),
        Just("}".to_owned()),
        Just("[".to_owned()),
        Just("]".to_owned()),
        Just(",".to_owned()),
        Just(":".to_owned()),
        Just("null".to_owned()),
        Just("true".to_owned()),
        Just(" ".to_owned()),
        Just("\"a\"".to_owned()),
        Just("\"a\":".to_owned()),
        Just("\"".to_owned()),
        Just("\\".to_owned()),
        Just("\\u00".to_owned()),
        Just("\\ud834\\udd1e".to_owned()),
        Just("-".to_owned()),
        Just("1".to_owned()),
        Just("0".to_owned()),
        Just(".".to_owned()),
        Just("e".to_owned()),
        "[0-9]{1,3}",
        "-?[0-9](\\.[0-9])?(e[+-]?[0-9])?",
        ".",
    ];
    prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let _ = decode::<Raw>(&bytes);
        let _ = decode::<Item>(&bytes);
        let _ = decode::<Vec<f64>>(&bytes);
    }

    #[test]
    fn what_is_json_is_what_serde_json_takes(text in jsonish()) {
        let theirs = serde_json::from_str::<serde_json::Value>(&text);
        // It refuses numbers that an `f64` cannot hold; they are JSON all the same.
        let huge = theirs.as_ref().is_err_and(|error| error.to_string().contains("out of range"));
        prop_assert!(huge || Raw::parse(&text).is_ok() == theirs.is_ok(), "{text}");
        let _ = decode::<Item>(text.as_bytes());
    }

    #[test]
    fn any_json_is_taken(value in any_json()) {
        let text = serde_json::to_string_pretty(&value).unwrap();
        let raw = Raw::parse(&text).unwrap();
        prop_assert_eq!(raw.as_str(), serde_json::to_string(&value).unwrap());
    }

    #[test]
    fn any_json_cut_short_is_refused(value in any_json(), cut in any::<prop::sample::Index>()) {
        let text = serde_json::to_string(&vec![value]).unwrap();
        let cut = cut.index(text.len());
        prop_assert!(decode::<Raw>(&text.as_bytes()[..cut]).is_err_and(|faults| faults.syntax));
    }

    #[test]
    fn strings_come_back(text in any::<String>()) {
        let json = encode(&text);
        prop_assert_eq!(&json, &encode(&serde_json::from_slice::<String>(&json).unwrap()));
        prop_assert_eq!(decode::<String>(&json).unwrap(), text);
    }

    #[test]
    fn strings_are_read_as_serde_json_writes_them(text in any::<String>()) {
        prop_assert_eq!(decode::<String>(&serde_json::to_vec(&text).unwrap()).unwrap(), text);
    }

    #[test]
    fn numbers_come_back(a in any::<i64>(), b in any::<u64>(), c in any::<f64>(), d in any::<f32>(), e in any::<i32>()) {
        prop_assert_eq!(decode::<i64>(&encode(&a)), Ok(a));
        prop_assert_eq!(decode::<u64>(&encode(&b)), Ok(b));
        prop_assert_eq!(decode::<i32>(&encode(&e)), Ok(e));
        if c.is_finite() {
            prop_assert_eq!(decode::<f64>(&encode(&c)).unwrap().to_bits(), c.to_bits());
        }
        if d.is_finite() {
            prop_assert_eq!(decode::<f32>(&encode(&d)).unwrap().to_bits(), d.to_bits());
        }
    }

    #[test]
    fn models_come_back(name in any::<String>(), size in any::<i32>(), due in any::<Option<Option<String>>>(), more in any::<BTreeMap<String, i64>>()) {
        let more = more.into_iter().filter(|(key, _)| !["name", "size", "open", "due"].contains(&key.as_str())).collect();
        let item = Item { name, size, open: Some(true), due, more };
        prop_assert_eq!(decode::<Item>(&encode(&item)).unwrap(), item);
    }
}
