//! Maps, lists and queries by chance.

use super::deep::Filter;
use super::{BESIDE, FLAT, PATH};
use http::HeaderMap;
use oasmith_runtime::body::Body;
use oasmith_runtime::decoder::Decoder;
use oasmith_runtime::objects::Members;
use oasmith_runtime::operation::{Encoder, Info};
use oasmith_runtime::param::Style;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[./~%+&=;,|{}\\[\\] \"0a-]{0,4}"]
}

/// Written and read again, or refused; an empty map leaves no trace.
fn comes_back(
    map: &BTreeMap<String, String>,
    info: &'static Info,
    write: impl FnOnce(&mut Encoder),
    read: impl FnOnce(&mut Decoder<'_>) -> Option<BTreeMap<String, String>>,
) -> Result<(), TestCaseError> {
    let mut to = Encoder::new(info.path);
    write(&mut to);
    let Ok(request) = to.finish(info) else {
        return Ok(());
    };
    let parts = request.into_parts().0;
    let query = parts.uri.query().unwrap_or_default();
    let mut from = Decoder::new(info, parts.uri.path(), query, &parts.headers, Body::empty());
    let back = read(&mut from);
    prop_assert_eq!(from.problem(), None);
    prop_assert_eq!(back.as_ref(), Some(map).filter(|map| !map.is_empty()));
    Ok(())
}

proptest! {
    #[test]
    fn any_map_comes_back_or_is_refused(map in prop::collection::btree_map(text(), text(), 0..4)) {
        use Style::*;
        for style in [Comma, Exploded, Label, LabelExploded, Matrix, MatrixExploded] {
            for info in [&PATH, &BESIDE] {
                comes_back(&map, info, |to| to.path_object(&map, style), |from| from.path_object("color", style))?;
            }
        }
        for style in [Comma, Space, Pipe, Deep, Exploded] {
            let write = |to: &mut Encoder| to.query_object("color", Some(&map), style);
            comes_back(&map, &FLAT, write, |from| match style {
                Exploded => from.query_members(Members::Others(&[])),
                _ => from.query_object("color", style),
            })?;
        }
        for style in [Comma, Exploded] {
            let write = |to: &mut Encoder| to.header_object("color", Some(&map), style);
            comes_back(&map, &FLAT, write, |from| from.header_object("color", style))?;
        }
        for style in [Comma, Exploded, Plain] {
            let write = |to: &mut Encoder| to.cookie_object("color", Some(&map), style);
            comes_back(&map, &FLAT, write, |from| match style {
                Comma => from.cookie_object("color", style),
                _ => from.cookie_members(Members::Others(&[]), style),
            })?;
        }
    }

    #[test]
    fn any_list_comes_back_or_is_refused(list in prop::collection::vec(text(), 2..4)) {
        use Style::*;
        for style in [Comma, Exploded, Label, LabelExploded, Matrix, MatrixExploded] {
            for info in [&PATH, &BESIDE] {
                let mut to = Encoder::new(info.path);
                to.path(&list, style);
                let Ok(request) = to.finish(info) else {
                    prop_assert!(list.iter().all(String::is_empty));
                    continue;
                };
                let parts = request.into_parts().0;
                let mut from = Decoder::new(info, parts.uri.path(), "", &parts.headers, Body::empty());
                prop_assert_eq!(from.path("color", style), Some(list.clone()));
            }
        }
    }

    #[test]
    fn any_query_is_read_or_refused(query in "([a-c%\\[\\]=&]|%5B|%5D){0,40}") {
        let headers = HeaderMap::new();
        for style in [Style::Comma, Style::Space, Style::Pipe, Style::Deep, Style::Json, Style::Exploded] {
            let mut from = Decoder::new(&FLAT, "/", &query, &headers, Body::empty());
            let _ = from.query_object::<Filter>("a", style);
            let _ = from.query::<Vec<String>>("a", style);
        }
    }
}
