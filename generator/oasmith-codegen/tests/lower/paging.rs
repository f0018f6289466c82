//! Pages by what is said of them, in the document and in the settings.

use super::lowered;
use indexmap::IndexMap;
use insta::assert_snapshot;
use oasmith_codegen::{Options, PageRule, Pagination, ir};

/// A list whose names tell nothing of pages, with `x-oasmith-pagination` if it is given.
fn list(said: &str) -> String {
    let said = match said {
        "" => String::new(),
        said => format!("x-oasmith-pagination: {said}, "),
    };
    format!(
        "paths:\n  /cats: {{ get: {{ operationId: listCats, {said}\n\
         parameters: [{{ name: from, in: query, schema: {{ type: integer }} }}, {{ name: since, in: query, schema: {{ type: string }} }}],\n\
         responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/Cats' }} }} }} }} }} }} }}\n\
         components: {{ schemas: {{\n\
         Cat: {{ type: object, properties: {{ tag: {{ type: string }} }} }},\n\
         Cats: {{ type: object, properties: {{ cats: {{ type: array, items: {{ $ref: '#/components/schemas/Cat' }} }}, dogs: {{ type: array, items: {{ type: string }} }}, \
         info: {{ type: object, properties: {{ 'all/of~it': {{ type: integer }}, then: {{ type: string }}, on: {{ type: boolean }} }} }} }} }} }} }}\n"
    )
}

fn pages(said: &str, options: &Options) -> String {
    let (api, told) = lowered(&list(said), options);
    let outline = ir::print(&api);
    let lines = outline
        .lines()
        .filter_map(|it| it.trim().strip_prefix("pages "));
    lines.map(|it| format!("{it}\n")).collect::<String>() + &told
}

fn by(said: &str) -> String {
    pages(said, &Options::default())
}

#[test]
fn pages_are_turned_as_is_said() {
    assert_eq!(by(""), "");
    let said = [
        "{ by: offset, param: from, items: /cats, total: /info/all~1of~0it }",
        "{ by: page, param: from, first: 0, items: cats, more: /info/on }",
        "{ by: token, param: since, items: /cats, next: /info/then }",
        "{ by: last, param: since, items: /cats, id: tag }",
        "{ by: url, items: /dogs, next: /info/then }",
        "{ by: link, items: /cats, pages: /info/all~1of~0it }",
    ];
    let all: Vec<String> = said.map(by).to_vec();
    assert_snapshot!(all.join(""), @"
    by offset from, items in cats, total in info.all/of~it
    by page from from 0, items in cats, more in info.on
    by token since = info.then, items in cats
    by since = tag of the last item, items in cats
    by URL info.then, items in dogs
    by Link, items in cats, pages in info.all/of~it
    ");
}

#[test]
fn what_does_not_fit_is_told_where_it_stands() {
    let said = [
        "true",
        "{ param: from }",
        "{ by: pages }",
        "{ by: link, itmes: /cats }",
        "{ by: page, param: from, first: one }",
        "{ by: link, items: [] }",
        "{ by: link }",
        "{ by: link, items: /info }",
        "{ by: link, items: /cat }",
        "{ by: offset, items: /cats }",
        "{ by: offset, items: /cats, param: since }",
        "{ by: offset, items: /cats, param: skip }",
        "{ by: token, items: /cats, param: since }",
        "{ by: last, items: /cats, param: since }",
        "{ by: link, items: /cats, more: /info/then }",
    ];
    let all: Vec<String> = said.map(by).to_vec();
    assert_snapshot!(all.join(""), @"
    api.yaml:4:64: warning[OAS517]: `x-oasmith-pagination` is neither an object nor false
    api.yaml:4:64: warning[OAS517]: `by` is missing, which says how pages are turned
    api.yaml:4:70: warning[OAS517]: `pages` turns no pages; known are `offset`, `page`, `token`, `last`, `url`, `link`
    api.yaml:4:83: warning[OAS517]: `itmes` says nothing of pages; known are `by`, `param`, `first`, `items`, `total`, `pages`, `more`, `next`, `id`
    api.yaml:4:96: warning[OAS517]: `first` is not the number of a page
    api.yaml:4:83: warning[OAS517]: `items` is neither a text nor a number
    api.yaml:4:64: warning[OAS517]: `listCats` has no such pages: no list stands out in its answer; `items` says which it is
    api.yaml:4:64: warning[OAS517]: `listCats` has no such pages: `/info` is no list
    api.yaml:4:64: warning[OAS517]: `listCats` has no such pages: there is no member `/cat`
    api.yaml:4:64: warning[OAS517]: `listCats` has no such pages: `param` is missing, which names the parameter that turns pages
    api.yaml:4:64: warning[OAS517]: `listCats` has no such pages: the parameter `since` is no number
    api.yaml:4:64: warning[OAS517]: `listCats` has no such pages: it has no query parameter `skip`
    api.yaml:4:64: warning[OAS517]: `listCats` has no such pages: `next` is missing, which says where the next page is told
    api.yaml:4:64: warning[OAS517]: `listCats` has no such pages: there is no member `/id`
    api.yaml:4:64: warning[OAS517]: `listCats` has no such pages: `/info/then` is no boolean
    ");
}

#[test]
fn the_settings_go_before_the_document() {
    let rule = |words: &[(&str, &str)]| Pagination::By(PageRule::read(words).expect("a rule"));
    let options = |id: &str, said| Options {
        pagination: IndexMap::from([(id.to_owned(), said)]),
        ..Options::default()
    };
    let link = "{ by: link, items: /cats }";
    assert_eq!(pages(link, &options("listCats", Pagination::Off)), "");
    let offset = rule(&[("by", "offset"), ("param", "from"), ("items", "/cats")]);
    assert_snapshot!(pages(link, &options("listCats", offset.clone())), @"by offset from, items in cats");
    assert_snapshot!(pages("", &options("listDogs", offset)), @"warning[OAS517]: `listDogs` under `[generate.pagination]` is no operation");
    let wrong = rule(&[("by", "offset"), ("param", "from"), ("items", "/dog")]);
    assert_snapshot!(pages("", &options("listCats", wrong)), @"warning[OAS517]: `listCats` has no such pages: there is no member `/dog`");
}

#[test]
fn a_token_is_known_by_its_name_here_and_in_the_answer() {
    let turned = |param: &str, next: &str| {
        let (api, _) = lowered(
            &format!(
                "paths:\n  /cats: {{ get: {{ operationId: listCats,\n\
                 parameters: [{{ name: {param}, in: query, schema: {{ type: string }} }}],\n\
                 responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ type: object, properties: {{\n\
                 items: {{ type: array, items: {{ type: object }} }}, metadata: {{ type: object, properties: {{ {next}: {{ type: string }} }} }} }} }} }} }} }} }} }} }}\n"
            ),
            &Options::default(),
        );
        api.groups[0].methods[0].paging.is_some()
    };
    for (param, next) in [
        ("continue", "continue"),
        ("pagination_token", "next_token"),
        ("bookmark", "bookmark"),
        ("cursor", "nextCursor"),
    ] {
        assert!(turned(param, next), "{param}");
    }
    assert!(!turned("continue", "next_cat"));
}

/// A list whose `page` is said to be what stands in `param`, and whose answer has `members` beside the list `content`.
fn counted(param: &str, members: &str) -> String {
    let (api, told) = lowered(
        &format!(
            "paths:\n  /cats: {{ get: {{ operationId: listCats,\n\
             parameters: [{{ name: page, in: query, {param} }}],\n\
             responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {{ type: object, properties: {{\n\
             content: {{ type: array, items: {{ type: string }} }}, {members} }} }} }} }} }} }} }} }}\n"
        ),
        &Options::default(),
    );
    let turned = api.groups[0].methods[0].paging.as_ref().map(|it| &it.by);
    match turned {
        Some(ir::Turning::Page(_, ir::First::Known(first))) => first.to_string(),
        Some(ir::Turning::Page(_, ir::First::Told(route))) => {
            let hops: Vec<&str> = route.iter().map(|it| it.wire.as_str()).collect();
            format!("told by {}", hops.join("."))
        }
        _ => told,
    }
}

#[test]
fn the_first_page_is_what_the_parameter_or_the_answer_says() {
    let total = "total: { type: integer }";
    let of = |said: &str| counted(&format!("schema: {{ type: integer, {said} }}"), total);
    assert_eq!([of("default: 0"), of("default: 1")], ["0", "1"]);
    assert_eq!([of("minimum: 0"), of("minimum: 1")], ["0", "1"]);
    assert_eq!([of("examples: [0]"), of("examples: [1]")], ["0", "1"]);
    let described = |text: &str| {
        let param = format!("description: '{text}', schema: {{ type: integer, minimum: 0 }}");
        counted(&param, total)
    };
    assert_eq!(described("Results page you want to retrieve (0..N)"), "0");
    assert_eq!(described("Which page, 1-based"), "1");
    assert_eq!(described("Starts at zero."), "0");
    assert_eq!(described("e.g. page=1, up to 100 cats"), "1");
    for none in [
        "e.g. page=10",
        "based on 1 thing",
        "1-based, and 0-based before",
    ] {
        let param = format!("description: '{none}', schema: {{ type: integer }}");
        assert!(counted(&param, total).contains("OAS517"), "{none}");
    }

    let bare = |members: &str| counted("schema: { type: integer }", members);
    let spring = "totalPages: { type: integer }, number: { type: integer }";
    assert_eq!(bare(spring), "0");
    assert_eq!(
        counted("schema: { type: integer, default: 1 }", spring),
        "1"
    );
    let inside = format!(
        "{total}, page: {{ type: object, properties: {{ pageNumber: {{ type: integer }} }} }}"
    );
    assert_eq!(bare(&inside), "told by page.pageNumber");
    assert_eq!(
        bare(&format!("{total}, currentPage: {{ type: integer }}")),
        "told by currentPage"
    );
}

#[test]
fn a_page_is_not_skipped_by_a_guess() {
    assert_snapshot!(counted("schema: { type: integer }", "total: { type: integer }, number: { type: integer }"), @"api.yaml:4:12: info[OAS517]: `listCats` has no pages, since nothing says whether the first `page` is 0 or 1");
}
