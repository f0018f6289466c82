//! The reader agrees with the `openapiv3` crate on what an OpenAPI 3.0 document has in it.

#[path = "read/document.rs"]
mod document;

use oasmith_spec::Document;
use oasmith_spec::model::RefOr;

const TEXT: &str = include_str!("read/library.json");

#[test]
fn operations_parameters_and_schemas_are_the_same() {
    let (ours, said) = document::written(TEXT).read();
    assert_eq!(said, "");
    let theirs: openapiv3::OpenAPI = serde_json::from_str(TEXT).expect("an OpenAPI 3.0 document");
    assert_eq!(ours_in_lines(&ours), theirs_in_lines(&theirs));
}

fn ours_in_lines(document: &Document) -> Vec<String> {
    let mut lines = Vec::new();
    for (path, item) in &document.paths {
        for operation in &item.operations {
            let all = item.parameters.iter().chain(&operation.parameters);
            let names: Vec<_> = all.map(our_name).collect();
            let id = operation.id.as_ref().map(|it| it.value.as_str());
            let statuses: Vec<_> = operation
                .responses
                .iter()
                .map(|(it, _)| it.to_string())
                .collect();
            lines.push(line(&operation.method, path, id, &names, statuses));
        }
    }
    lines.extend(document.components.schemas.keys().cloned());
    lines
}

fn theirs_in_lines(document: &openapiv3::OpenAPI) -> Vec<String> {
    let mut lines = Vec::new();
    for (path, item) in document.paths.iter() {
        let item = item.as_item().expect("no path item is a reference");
        for (method, operation) in item.iter() {
            let all = item.parameters.iter().chain(&operation.parameters);
            let names: Vec<_> = all.map(their_name).collect();
            let (id, responses) = (operation.operation_id.as_deref(), &operation.responses);
            let mut statuses: Vec<_> = responses
                .responses
                .keys()
                .map(ToString::to_string)
                .collect();
            statuses.extend(responses.default.iter().map(|_| "default".to_owned()));
            lines.push(line(&method.to_uppercase(), path, id, &names, statuses));
        }
    }
    let components = document.components.iter();
    lines.extend(components.flat_map(|it| it.schemas.keys().cloned()));
    lines
}

fn line(
    method: &str,
    path: &str,
    id: Option<&str>,
    names: &[String],
    statuses: Vec<String>,
) -> String {
    let id = id.unwrap_or("-");
    format!(
        "{method} {path} {id} ({}) {}",
        names.join(", "),
        statuses.join(" ")
    )
}

fn our_name(it: &RefOr<oasmith_spec::model::Parameter>) -> String {
    match it {
        RefOr::Ref(it) => it.target.clone(),
        RefOr::Value(it) => it.name.value.clone(),
    }
}

fn their_name(it: &openapiv3::ReferenceOr<openapiv3::Parameter>) -> String {
    match it {
        openapiv3::ReferenceOr::Reference { reference } => reference.clone(),
        openapiv3::ReferenceOr::Item(it) => it.parameter_data_ref().name.clone(),
    }
}
