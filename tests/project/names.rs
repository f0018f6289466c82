//! Whatever a document calls its parts, there is Rust for it that compiles, with the words still in it.

use hostile::models::{Crate, Self_};
use hostile::runtime::codec::{decode, encode};
use insta::assert_snapshot;
use std::fs;
use std::path::Path;

/// In a module that is not at the top, as a careful user would have it.
#[allow(dead_code)]
mod hostile {
    include!(concat!(env!("OUT_DIR"), "/names.rs"));
}

/// What the public items of a kind are called in a module: the names behind `pub struct `.
fn lines(kind: &str, module: &str) -> String {
    let path = Path::new(env!("OUT_DIR")).join("names.rs");
    let text = fs::read_to_string(path).expect("what the build script wrote");
    let lines = text.lines();
    let inside = lines.skip_while(|it| *it != format!("pub mod {module} {{"));
    let inside = inside.take_while(|it| *it != "}");
    let items = inside.filter_map(|it| it.trim_start().strip_prefix(kind));
    let names = items.filter_map(|it| {
        it.split(|c: char| c != '_' && c != '#' && !c.is_alphanumeric())
            .next()
    });
    names.collect::<Vec<_>>().join(" ")
}

#[test]
fn values_keep_their_names_on_the_wire() {
    let json =
        r#"{"self":"a","Self":"b","super":"","+1":1,"-1":-1,"":"c","aB":"d","a_b":"e","a-b":"f"}"#;
    let value: Self_ = decode(json.as_bytes()).expect("a value");
    assert_eq!((value.self_.as_str(), value.plus_1), ("a", 1));
    assert_eq!(value.super_, Some(Crate::Empty));
    let written = String::from_utf8(encode(&value)).expect("text");
    assert_eq!(written, json);
}

#[test]
fn models_are_called() {
    assert_snapshot!(lines("pub struct ", "models"), @"Self_ SelfKey SelfKeyKey OptionModel ResultModel VecModel FromModel Try StringModel GetPetOutput GetPetOutputModel One Two BoxModel");
}

#[test]
fn traits_are_called() {
    assert_snapshot!(lines("pub trait ", "server"), @"DefaultApi Api CrateApi StdApi AxumApi StdApiApi StdApiApiTag DongWuApi Authenticator");
}

#[test]
fn methods_of_the_client_are_called() {
    assert_snapshot!(lines("pub fn ", "client"), @"get_untagged_by_self_by_self into new_operation clone_operation minus_1 send_query send_header r#type get_pet put_twice get_pet_operation get_pet_operation2 dong_wu clone_scheme clone_scheme2");
}
