//! What the documentation of each call shows compiles: the build script makes a function of it.

#[allow(dead_code, unused_imports, unused_mut, unused_variables)]
mod documented {
    include!(concat!(env!("OUT_DIR"), "/documented_calls.rs"));
}

/// The functions that were made, as text.
const CALLS: &str = include_str!(concat!(env!("OUT_DIR"), "/documented_calls.rs"));

#[test]
fn every_call_is_shown() {
    let document = include_str!("../../generated/portsip-pbx/openapi.json");
    let operations = document.matches("\"operationId\":").count();
    assert_eq!(CALLS.matches("async fn ").count(), operations);
    assert_eq!(
        CALLS.matches("let answer = client.").count() + CALLS.matches("\nclient.").count(),
        operations
    );
}
