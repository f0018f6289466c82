//! Which parts of a file are documents.

use insta::assert_snapshot;
use oasmith_source::render::concise;
use oasmith_source::{SourceMap, Span};
use oasmith_spec::extract::{extract, list};
use oasmith_spec::parse::parse;

/// What is found in a page: place, format, heading and text of each fragment, then the faults.
fn found(text: &str) -> String {
    found_in("page.md", text)
}

fn found_in(name: &str, text: &str) -> String {
    let mut sources = SourceMap::default();
    let file = sources.add(name, text);
    let (fragments, diagnostics) = extract(&sources, file);
    let mut out = String::new();
    for it in &fragments {
        let heading = it.heading.as_deref().unwrap_or("-");
        let (place, text) = (sources.place(it.span), sources.text(it.span));
        out += &format!("{place} {:?} [{heading}] {text:?}\n", it.format);
    }
    for it in &diagnostics {
        out += &concise(it, &sources);
        for label in &it.secondary {
            out += &format!("  {}: {}\n", sources.place(label.span), label.text);
        }
    }
    out
}

#[test]
fn a_fragment_is_the_text_between_fences_under_its_heading() {
    let page = "# Pets\n\nAll about pets.\n\n## List pets\n\n> Lists pets.<br>\n\n\
        ```json\n{\"openapi\":\"3.1.0\"}\n```\n\n## Create a pet\n\n\
        ```yaml\nopenapi: 3.1.0\n```\n";
    assert_snapshot!(found(page), @r#"
    page.md:10:1 Json [List pets] "{\"openapi\":\"3.1.0\"}\n"
    page.md:16:1 Yaml [Create a pet] "openapi: 3.1.0\n"
    "#);
}

#[test]
fn fences_are_those_of_commonmark() {
    let spec = "{\"openapi\": \"3.1.0\"}";
    let tildes = format!("~~~ json title=\"x\"\n{spec}\n~~~\n");
    let longer = format!("````JSON{{1,3}}\n{spec}\n```\n`````  \n");
    let indented = format!("   ```json\n   {spec}\n  ```\n");
    let unix_and_windows = format!("```json\r\n{spec}\r\n```\r\n");
    assert_snapshot!(found(&tildes), @r#"page.md:2:1 Json [-] "{\"openapi\": \"3.1.0\"}\n""#);
    assert_snapshot!(found(&longer), @r#"page.md:2:1 Json [-] "{\"openapi\": \"3.1.0\"}\n```\n""#);
    assert_snapshot!(found(&indented), @r#"page.md:2:1 Json [-] "   {\"openapi\": \"3.1.0\"}\n""#);
    assert_snapshot!(found(&unix_and_windows), @r#"page.md:2:1 Json [-] "{\"openapi\": \"3.1.0\"}\r\n""#);
}

#[test]
fn a_fence_inside_a_longer_fence_is_text() {
    let page = "````md\n```json\n{\"openapi\": \"3.1.0\"}\n```\n````\n";
    assert_snapshot!(found(page), @"page.md:1:1: error[OAS011]: the page holds no OpenAPI document");
}

#[test]
fn what_is_indented_quoted_or_commented_out_is_no_document() {
    let spec = "{\"openapi\": \"3.1.0\"}";
    let page = format!(
        "    ```json\n    {spec}\n    ```\n\n> ```json\n> {spec}\n> ```\n\n<!--\n```json\n{spec}\n```\n-->\n"
    );
    assert_snapshot!(found(&page), @"
    page.md:2:1: warning[OAS012]: an OpenAPI document in indented code is left out
    page.md:6:1: warning[OAS012]: an OpenAPI document in a quote is left out
    page.md:1:1: error[OAS011]: the page holds no OpenAPI document
    ");
}

#[test]
fn a_document_in_tags_stands_outside_of_a_code_block() {
    let page = "<pre><code class=\"yaml\">openapi: 3.1.0\ninfo: {}\n</code></pre>\n";
    assert_snapshot!(found(page), @"page.md:1:1: error[OAS012]: an OpenAPI document stands outside of a code block");
}

#[test]
fn documents_of_one_stream_are_told_apart() {
    let two = "openapi: 3.1.0\na: 1\n---\nopenapi: 3.1.0\nb: 2\n";
    assert_snapshot!(found(&format!("# A\n\n```yaml\n---\n{two}```\n")), @r#"
    page.md:5:1 Yaml [A] "openapi: 3.1.0\na: 1\n"
    page.md:8:1 Yaml [A] "openapi: 3.1.0\nb: 2\n"
    "#);
    assert_snapshot!(found_in("api.yaml", two), @r#"
    api.yaml:1:1 Yaml [-] "openapi: 3.1.0\na: 1\n"
    api.yaml:4:1 Yaml [-] "openapi: 3.1.0\nb: 2\n"
    "#);
    // What is none is for the parser to refuse.
    assert_snapshot!(found_in("api.yaml", "openapi: 3.1.0\n---\na: 1\n"), @r#"api.yaml:1:1 Yaml [-] "openapi: 3.1.0\n---\na: 1\n""#);
}

#[test]
fn a_fence_in_a_list_item_ends_with_the_item() {
    let page =
        "- ```json\n  {\"a\": 1}\n\n1. step\n\n   ```json\n   {\"openapi\": \"3.1.0\"}\n   ```\n";
    assert_snapshot!(found(page), @r#"page.md:7:1 Json [-] "   {\"openapi\": \"3.1.0\"}\n""#);
}

#[test]
fn a_fence_in_a_nested_item_or_a_tab_of_mkdocs_is_one() {
    let nested = "- a\n  - b\n\n    ```yaml\n    openapi: 3.1.0\n    ```\n";
    let tab = "=== \"YAML\"\n\n    ```yaml\n    openapi: 3.1.0\n    ```\n";
    let by_tab = "*\ta\n\n\t```json\n\t{\"openapi\": \"3.1.0\"}\n\t```\n";
    assert_snapshot!(found(by_tab), @r#"page.md:4:1 Json [-] "\t{\"openapi\": \"3.1.0\"}\n""#);
    let code = "- a\n\nText\n\n    ```yaml\n    openapi: 3.1.0\n    ```\n";
    assert_snapshot!(found(nested), @r#"page.md:5:1 Yaml [-] "    openapi: 3.1.0\n""#);
    assert_snapshot!(found(tab), @r#"page.md:4:1 Yaml [-] "    openapi: 3.1.0\n""#);
    assert_snapshot!(found(code), @"
    page.md:6:1: warning[OAS012]: an OpenAPI document in indented code is left out
    page.md:1:1: error[OAS011]: the page holds no OpenAPI document
    ");
}

#[test]
fn a_label_may_be_an_attribute_or_name_no_format() {
    let attribute = "``` {.yaml .numbered}\nopenapi: 3.1.0\n```\n";
    let named = "```openapi\n{\"openapi\": \"3.1.0\"}\n```\n";
    assert_snapshot!(found(attribute), @r#"page.md:2:1 Yaml [-] "openapi: 3.1.0\n""#);
    assert_snapshot!(found(named), @r#"page.md:2:1 Json [-] "{\"openapi\": \"3.1.0\"}\n""#);
}

#[test]
fn other_blocks_are_skipped_without_noise() {
    let page = "```json\n{\"id\": 1, \"x\": {\"openapi\": \"3.1.0\"}}\n```\n\n```json\n{\"id\": 1,\n```\n\n\
        ```yaml\nservices:\n  openapi: x\n```\n\n```bash\ncurl x\n```\n\n{% hint style=\"info\" %}\nx\n{% endhint %}\n\n\
        ```json\n{\"info\": {}, \"openapi\" : \"3.1.0\"}\n```\n";
    assert_snapshot!(found(page), @r#"page.md:23:1 Json [-] "{\"info\": {}, \"openapi\" : \"3.1.0\"}\n""#);
}

#[test]
fn a_block_with_paths_and_no_version_is_left_out_with_a_warning() {
    let page = "```yaml\nopenapi: 3.1.0\n```\n\n```yaml\npaths:\n  /a: {}\n```\n\n\
        ```jsonc\n{\"paths\": {\"/a\": {}}}\n```\n\n```json\n{\"paths\": [\"/a\"]}\n```\n\n```sh\npaths:\n  /a: b\n```\n";
    assert_snapshot!(found(page), @r#"
    page.md:2:1 Yaml [-] "openapi: 3.1.0\n"
    page.md:5:1: warning[OAS011]: a block with `paths` and without `openapi` is left out
    page.md:10:1: warning[OAS011]: a block with `paths` and without `openapi` is left out
    "#);
}

#[test]
fn a_broken_document_is_still_one() {
    for broken in [
        "{\"info\": {\"title\": \"x}, \"openapi\": \"3.1.0\"",
        "{\"info\": {}}, \"openapi\": \"3.1.0\"}",
        "{openapi: 3.1.0}",
        "{\"openapi\": }",
        "# comment\n\n\"openapi\": 3.1.0\n  info: [",
        "swagger: '2.0'",
    ] {
        let page = format!("```json\n{broken}\n```\n");
        assert!(found(&page).starts_with("page.md:2:1 Json"), "{broken}");
    }
}

#[test]
fn an_unclosed_block_around_a_document_is_a_fault_at_its_fence() {
    assert_snapshot!(found("# A\n\n```json\n{\"openapi\": \"3.1.0\"}\n"), @"page.md:3:1: error[OAS012]: this code block is never closed");
    let hides_next =
        "```json\n{\"openapi\": \"3.1.0\"}\n\n# B\n\n```json\n{\"openapi\": \"3.1.1\"}\n```\n";
    assert_snapshot!(found(hides_next), @r#"
    page.md:7:1 Json [-] "{\"openapi\": \"3.1.1\"}\n"
    page.md:1:1: error[OAS012]: this code block is never closed
      page.md:6:1: the next block begins here
    "#);
}

#[test]
fn a_document_outside_of_a_block_is_a_fault() {
    let page = "## Pets\n\n``json\n{\"openapi\":\"3.1.0\"}\n```\n\n## Cats\n\n```json\n{\"openapi\":\"3.1.1\"}\n```\n";
    assert_snapshot!(found(page), @r#"
    page.md:10:1 Json [Pets] "{\"openapi\":\"3.1.1\"}\n"
    page.md:4:1: error[OAS012]: an OpenAPI document stands outside of a code block
    "#);
    let inline_code = "``` `x` json\n{\"openapi\": \"3.1.0\"}\n";
    assert_snapshot!(found(inline_code), @"page.md:2:1: error[OAS012]: an OpenAPI document stands outside of a code block");
    assert_snapshot!(found("openapi: 3.1.0\ninfo: {}\n"), @"page.md:1:1: error[OAS012]: an OpenAPI document stands outside of a code block");
    assert_snapshot!(found("openapi: a standard\n"), @"page.md:1:1: error[OAS011]: the page holds no OpenAPI document");
}

#[test]
fn a_block_without_a_label_is_a_document_by_its_content() {
    let page = "```\nopenapi: 3.1.0\n```\n\n```\n{\"openapi\": \"3.1.0\"}\n```\n\n```\n$ ls\n```\n\n```text\nopenapi: 3.1.0\n```\n";
    assert_snapshot!(found(page), @r#"
    page.md:2:1 Yaml [-] "openapi: 3.1.0\n"
    page.md:6:1 Json [-] "{\"openapi\": \"3.1.0\"}\n"
    "#);
}

#[test]
fn an_unclosed_block_around_something_else_hides_nothing() {
    let page = "```bash\ncurl x\n\n```json\n{\"openapi\": \"3.1.0\"}\n```\n";
    assert_snapshot!(found(page), @r#"page.md:5:1 Json [-] "{\"openapi\": \"3.1.0\"}\n""#);
}

#[test]
fn headings_are_marked_or_underlined_and_outside_of_blocks() {
    let spec = "```json\n{\"openapi\": \"3.1.0\"}\n```\n";
    for (above, heading) in [
        ("## C# ##\n", "[C#]"),
        ("### Get pets <a href=\"#x\" id=\"x\"></a>\n", "[Get pets]"),
        ("Pets\n----\n", "[Pets]"),
        ("A\n\n---\n", "[-]"),
        ("#pets\n", "[-]"),
        ("    # pets\n", "[-]"),
        ("# A\n```bash\n# B\n```\n", "[A]"),
        ("---\ntitle: x\n---\n", "[-]"),
    ] {
        let found = found(&format!("{above}{spec}"));
        assert!(found.contains(heading), "{above:?}: {found}");
    }
}

#[test]
fn pages_without_documents_are_faults() {
    assert_snapshot!(found("# Pets\n\nComing soon.\n"), @"page.md:1:1: error[OAS011]: the page holds no OpenAPI document");
    assert_snapshot!(found("\u{feff} \n"), @"page.md:1:1: error[OAS010]: the file is empty");
    assert_snapshot!(found_in("a.json", ""), @"a.json:1:1: error[OAS010]: the file is empty");
}

#[test]
fn other_files_are_documents_by_name_or_by_content() {
    for (name, text, is) in [
        ("a.json", "[]", "Json"),
        ("a.YAML", "a: 1", "Yaml"),
        ("a.yml", "{}", "Yaml"),
        ("a.txt", "\u{feff}{\"openapi\": \"3.1.0\"}", "Json"),
        ("a", "info: {}\nopenapi: 3.1.0\n", "Yaml"),
        ("a.mdx", "```yml\nopenapi: 3.1.0\n```", "Yaml"),
    ] {
        assert!(found_in(name, text).contains(is), "{name}");
    }
}

#[test]
fn a_listing_names_the_operations() {
    let mut sources = SourceMap::new("specs/");
    let text = "## Pets\n```json\n{\"openapi\": \"3.1.0\", \"paths\": {\"/pets\": {\"summary\": \"x\", \"get\": {}, \"post\": {}}}}\n```\n";
    let file = sources.add("pets.md", text);
    let (fragments, _) = extract(&sources, file);
    let listed: Vec<_> = fragments
        .iter()
        .map(|it| list(&sources, it, parse(&sources, it).0.as_ref()))
        .collect();
    assert_snapshot!(format!("{listed:#?}"), @r#"
    [
        Listed {
            page: "specs/pets.md",
            heading: "Pets",
            line: 3,
            operations: [
                "GET /pets",
                "POST /pets",
            ],
            bytes: 81,
        },
    ]
    "#);
}

#[test]
fn a_fragment_keeps_its_place_in_a_page_with_other_letters() {
    let mut sources = SourceMap::default();
    let file = sources.add("a.md", "# Zażółć\n```json\n{\"openapi\": x}\n```\n");
    let (fragments, _) = extract(&sources, file);
    let (node, diagnostics) = parse(&sources, &fragments[0]);
    assert!(node.is_none());
    let place: Vec<_> = diagnostics.iter().flat_map(|it| &it.primary).collect();
    assert_eq!(sources.place(place[0].span), "a.md:3:13");
    assert_eq!(place[0].span, Span::new(file, 33, 34));
}
