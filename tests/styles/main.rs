//! Parameters in every style and place, and members of forms: what was written is what is read.
#![allow(
    clippy::field_reassign_with_default,
    reason = "inputs are made as another crate has to make them"
)]

/// What the build script made of `styles.yaml`.
#[allow(dead_code, reason = "tests use parts of it")]
mod styles {
    include!(concat!(env!("OUT_DIR"), "/styles.rs"));
}

use styles::models::{
    Created, Filter, FilterRates, FilterRatesValue, FilterValue, InPathExt, InQueryExpand,
    InQueryExploded, InReportExtension, Marks, Names, Span,
};
use styles::operations::{
    Act, Either, Elsewhere, InPath, InQuery, InQueryOutput, InReport, Mark, MarkParts,
};
use styles::runtime::body::Body;
use styles::runtime::codec::Raw;
use styles::runtime::operation::{Operation, encode};
use styles::runtime::served::{Served, decode};

fn span(from: impl Into<Option<i64>>, to: &str) -> Span {
    let mut it = Span::new();
    (it.from, it.to) = (from.into(), Some(to.to_owned()));
    it
}

fn filter(size: i64) -> Filter {
    let mut inner = Filter::new(-1);
    inner.value = Some(FilterValue::Text("a&b=[c]".to_owned()));
    let mut it = Filter::new(size);
    it.name = Some("007".to_owned());
    it.tags = Some(vec![String::new(), "ü,|".to_owned()]);
    it.all = Some(vec![inner.clone(), inner]);
    it.value = Some(FilterValue::Boolean(true));
    it.gone = Some(None);
    it.additional = [("x.y".to_owned(), 0.5)].into();
    it
}

/// What is written, and whether it is read as the same.
fn wire<O: Served + Clone + PartialEq + std::fmt::Debug>(operation: O) -> String {
    let (parts, body) = encode(operation.clone()).expect("a request").into_parts();
    let mut lines = vec![parts.uri.to_string()];
    for (name, value) in &parts.headers {
        lines.push(format!("{name}: {}", value.to_str().expect("ASCII")));
    }
    let back = decode::<O>(&parts, body).unwrap_or_else(|problem| panic!("{lines:?}: {problem}"));
    assert_eq!(back, operation);
    lines.join("\n")
}

#[test]
fn parameters_side_by_side() {
    let it = InReport::new("2020.01".to_owned(), InReportExtension::Csv);
    assert_eq!(wire(it), "/reports/2020.01.csv");
}

#[test]
fn values_in_a_path() {
    let days = ["2020-01-31", "1999-12-01"].map(|day| day.parse().expect("a day"));
    let it = InPath::new(
        span(5, "a/b"),
        vec!["v1.2".to_owned(), "..".to_owned()],
        span(7, ""),
        days.to_vec(),
        InPathExt::Json,
    );
    assert_eq!(
        wire(it),
        "/paths/from=5,to=a%2Fb/.v1%2E2.%2E%2E/;matrix=from,7,to,/2020%2D01%2D31,1999%2D12%2D01.json"
    );
}

#[test]
fn what_has_one_value_is_sent_by_itself_and_held_to_it() {
    let mut it = Act::default();
    it.rest = Some([("Name".to_owned(), "Tom".to_owned())].into());
    assert_eq!(
        wire(it),
        "/v1/actions?Action=List%20Pets&Level=2&Name=Tom\nx-amz-target: Api_20120810.ListPets\ncookie: lang=en"
    );

    let (mut parts, body) = encode(Act::default()).expect("a request").into_parts();
    parts.uri = "/v2/actions?Level=3&Level=2".parse().expect("a URI");
    parts.headers.remove("cookie");
    let problem = decode::<Act>(&parts, body).expect_err("is another one");
    let told = problem.errors.iter();
    let told: Vec<String> = told
        .map(|it| format!("{}: {}", it.pointer, it.detail))
        .collect();
    assert_eq!(
        told,
        [
            "/path/version: is not v1",
            "/query/Action: is required",
            "/query/Level: is given more than once",
            "/cookie/lang: is required",
        ]
    );
}

#[test]
fn values_in_a_query() {
    let mut it = InQuery::default();
    it.deep = Some(filter(9));
    it.span = Some(span(None, "x y"));
    it.pipes = Some(span(-0, "1"));
    it.json = Some(filter(1));
    it.created = Some(Created::Span(span(3, "4")));
    it.expand = Some(InQueryExpand::TextList(vec![
        "1".to_owned(),
        "b".to_owned(),
    ]));
    it.url = Some("https://x/?y=z".to_owned());
    it.rest = Some([("other".to_owned(), vec!["a".to_owned(), "b".to_owned()])].into());
    let wire = wire(it).replace("%5B", "[").replace("%5D", "]");
    let parts: Vec<_> = wire.split(['?', '&']).collect();
    assert_eq!(
        parts[..8],
        [
            "/queries",
            "kind=all",
            "deep[size]=9",
            "deep[name]=007",
            "deep[tags][]=",
            "deep[tags][]=%C3%BC%2C%7C",
            "deep[all][0][size]=-1",
            "deep[all][0][value]=a%26b%3D[c]"
        ]
    );
    let rest = "created[from]=3&created[to]=4&expand=1&expand=b&url=https://x/";
    assert!(wire.contains(rest), "{wire}");
    assert!(wire.ends_with("&other=a&other=b"), "{wire}");
}

#[test]
fn alternatives_are_read_from_texts() {
    let cases = [
        (Created::Integer(12), InQueryExpand::Integer(7)),
        (
            Created::Span(Span::new().from(1)),
            InQueryExpand::Text("7a".to_owned()),
        ),
    ];
    for (created, expand) in cases {
        let mut it = InQuery::default();
        (it.created, it.expand) = (Some(created), Some(expand));
        wire(it);
    }
}

#[test]
fn a_text_is_of_the_alternative_that_names_it() {
    for query in [
        "shown=all",
        "shown=none",
        "shown=20",
        "wait=never",
        "wait=5s",
    ] {
        let mut request = http::Request::new(());
        *request.uri_mut() = format!("/queries?kind=all&{query}").parse().expect("a URI");
        let it = decode::<InQuery>(&request.into_parts().0, Body::empty()).expect("a call");
        wire(it);
    }
    assert_eq!(
        refused("shown=some"),
        ["/query/shown: is not one of all, none"]
    );
}

#[test]
fn a_list_of_one_text_is_no_text() {
    let texts = |it: &str| FilterRates::TextList(vec![it.to_owned()]);
    for (rates, pair) in [
        (FilterRates::Value(FilterRatesValue::Empty), "rates]="),
        (texts(""), "rates][]="),
        (texts("a"), "rates][]=a"),
    ] {
        let mut it = InQuery::default();
        it.deep = Some(Filter::new(1).rates(rates));
        let wire = wire(it).replace("%5B", "[").replace("%5D", "]");
        assert!(wire.ends_with(&format!("&deep[{pair}")), "{wire}");
    }
    let mut it = InQuery::default();
    it.exploded = Some(InQueryExploded::TextList(vec!["a".to_owned()]));
    wire(it);
}

#[test]
fn values_elsewhere() {
    let mut it = Elsewhere::default();
    it.x_span = Some(span(1, "a b"));
    it.span = Some(span(2, "c;d"));
    it.plain = Some(vec!["e f".to_owned(), "g,h=i".to_owned()]);
    it.whole = Some(span(3, "&"));
    assert_eq!(
        wire(it),
        "/others?from=3&to=%26\nx-span: from=1,to=a b\ncookie: from=2; to=c%3Bd; plain=e f; plain=g,h=i"
    );
}

#[test]
fn one_text_or_several() {
    let names = |all: &[&str]| Names::from(all.iter().map(ToString::to_string).collect::<Vec<_>>());
    let several = Either {
        names: names(&["a,b", "c"]),
        labels: names(&["v1.2", "d"]),
        comma: Some(names(&["a,b", "c/d"])),
        pipes: Some(names(&["e", "f g"])),
        within: Some(names(&["7", "h"]).into()),
        x_names: Some(names(&["i", "j"])),
        crumbs: Some(names(&["k;", "l,"])),
    };
    assert_eq!(
        wire(several),
        "/either/a%2Cb,c/.v1%2E2.d?comma=a%2Cb,c%2Fd&pipes=e%7Cf%20g&within=7&within=h\nx-names: i,j\ncookie: crumbs=k%3B,l%2C"
    );
    let one = |text: &str| Names::from(text.to_owned());
    let single = Either {
        names: one("a,b"),
        labels: one("v1.2"),
        comma: Some(one("a,b/c")),
        pipes: Some(one("d,e")),
        within: Some(one("f,g").into()),
        x_names: Some(one("h")),
        crumbs: Some(one("i,j")),
    };
    assert_eq!(
        wire(single.clone()),
        "/either/a%2Cb/.v1%2E2?comma=a%2Cb%2Fc&pipes=d%2Ce&within=f%2Cg\nx-names: h\ncookie: crumbs=i%2Cj"
    );
    // Where nothing is escaped, this would be two.
    let two = Either {
        x_names: Some(one("a,b")),
        ..single.clone()
    };
    let error = encode(two).unwrap_err();
    assert_eq!(
        (error.pointer.as_str(), error.message.as_str()),
        ("/header/X-Names", "is a text that holds the separator")
    );
    let two = Either {
        pipes: Some(one("a|b")),
        ..single
    };
    assert_eq!(encode(two).unwrap_err().pointer, "/query/pipes");
}

#[test]
fn members_of_a_form_that_are_one_text_or_several() {
    let list = |all: &[&str]| all.iter().map(ToString::to_string).collect::<Vec<_>>();
    let names = |all: &[&str]| Names::from(list(all));
    let one = |text: &str| Names::from(text.to_owned());
    let mut several = Marks::new();
    several.plain = Some(names(&["[1]", "a,b"]));
    several.comma = Some(names(&["a,b", "c"]));
    several.space = Some(names(&["d", "e"]));
    several.within = Some(names(&["7", "f"]).into());
    several.values = Some(vec![1.into(), "[2]".to_owned().into()]);
    several.untyped = Some(vec![Raw::of(&"g,h"), Raw::of(&"i")]);
    let mut single = Marks::new();
    (single.plain, single.comma) = (Some(one("[1]")), Some(one("a,b")));
    (single.space, single.within) = (Some(one("c")), Some(7.into()));
    for (form, text) in [
        (
            several,
            "plain=%5B1%5D&plain=a%2Cb&comma=a%2Cb,c&space=d%20e&within=7&within=f&values=1&values=%5B2%5D&untyped=g%2Ch,i",
        ),
        (single, "plain=%5B1%5D&comma=a%2Cb&space=c&within=7"),
    ] {
        let (parts, body) = encode(Mark::new(form.clone()))
            .expect("a request")
            .into_parts();
        let bytes = body.as_bytes().cloned().unwrap_or_default();
        assert_eq!(String::from_utf8(bytes.to_vec()).as_deref(), Ok(text));
        assert_eq!(decode::<Mark>(&parts, body), Ok(Mark::new(form.clone())));
        let parts = MarkParts::new(form);
        let (head, body) = encode(parts.clone()).expect("a request").into_parts();
        assert_eq!(decode::<MarkParts>(&head, body), Ok(parts));
    }
    let two = Marks::new().space(one("a b"));
    assert_eq!(encode(Mark::new(two)).unwrap_err().pointer, "/body/space");
}

fn refused(query: &str) -> Vec<String> {
    let mut request = http::Request::new(());
    *request.uri_mut() = format!("/queries?kind=all&{query}").parse().expect("a URI");
    let problem = decode::<InQuery>(&request.into_parts().0, Body::empty()).unwrap_err();
    assert_eq!(problem.status, 422);
    problem.errors.iter().map(ToString::to_string).collect()
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    assert_eq!(
        refused("from=-1&deep[size]=10&deep[all][0][size]=x&size=&created[from]=y&pipes=from|z"),
        [
            "/query/deep/all/0/size: is not an integer",
            "/query/pipes/from: is not an integer",
            "/query/created/from: is not an integer",
            "/query/deep/size: is greater than 9",
            "/query/from: is less than 0",
        ]
    );
    assert_eq!(
        refused("size=x&size="),
        ["/query/size: is given more than once"]
    );
}

#[test]
fn headers_of_an_answer() {
    let mut output = InQueryOutput::new();
    output.set_cookie = Some(vec!["a=b, c".to_owned(), "d=e".to_owned()]);
    output.x_sizes = Some(vec![1, 2]);
    output.x_span = Some(span(1, "é"));
    output.x_raw = Some("a=b".to_owned());
    let answer = InQuery::encode_answer(output.clone());
    assert_eq!(answer.headers.len(), 5);
    assert_eq!(InQuery::decode_answer(answer), Ok(output));
}
