//! Objects that hold objects and lists, and what is said of those that are wrong.

use super::*;
use oasmith_runtime::objects::Members;

/// A tree, as a filter may be.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    size: i64,
    name: Option<String>,
    tags: Option<Vec<String>>,
    any: Option<Vec<Filter>>,
    by: BTreeMap<String, f64>,
    gone: Option<Option<bool>>,
}

impl Filter {
    fn new(size: i64) -> Self {
        Self {
            size,
            name: None,
            tags: None,
            any: None,
            by: BTreeMap::new(),
            gone: None,
        }
    }
}

impl Json for Filter {
    fn blank() -> Self {
        Self::new(0)
    }

    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
        let (mut it, mut by) = (Self::blank(), None);
        r.members(&mut [
            ("size", &mut it.size),
            ("name", &mut it.name),
            ("tags", &mut it.tags),
            ("any", &mut it.any),
            ("by", &mut by),
            ("gone", &mut it.gone),
        ])?;
        // An empty map leaves no trace.
        it.by = by.unwrap_or_default();
        Ok(it)
    }
}

impl Write for Filter {
    fn write(&self, w: &mut Writer) {
        w.object(&[
            ("size", &self.size),
            ("name", &self.name),
            ("tags", &self.tags),
            ("any", &self.any),
            ("by", &self.by),
            ("gone", &self.gone),
        ]);
    }
}

fn filter() -> Filter {
    let mut inner = Filter::new(-1);
    inner.name = Some("12".to_owned());
    let mut it = Filter::new(7);
    it.name = Some(String::new());
    it.tags = Some(vec!["true".to_owned()]);
    it.any = Some(vec![inner; 11]);
    it.by = BTreeMap::from([("a.b".to_owned(), 0.5)]);
    it.gone = Some(None);
    it
}

#[test]
fn deep_objects_come_back() {
    let (wire, back) = there_and_back(
        &FLAT,
        |to| to.query_object("f", Some(&filter()), Style::Deep),
        |from| from.query_object("f", Style::Deep),
    );
    assert_eq!(back, Ok(Some(filter())));
    let wire = wire.replace("%5B", "[").replace("%5D", "]");
    let start = "/?f[size]=7&f[name]=&f[tags][]=true&f[any][0][size]=-1&f[any][0][name]=12&";
    assert!(wire.starts_with(start), "{wire}");
    assert!(wire.ends_with("&f[by][a.b]=0.5&f[gone]"), "{wire}");
}

#[test]
fn objects_inside_of_the_members_of_a_query_come_back() {
    let (wire, back) = there_and_back(
        &FLAT,
        |to| to.query_nested(Some(&filter())),
        |from| from.query_nested(&["size", "name", "tags", "any", "by", "gone"]),
    );
    assert_eq!(back, Ok(Some(filter())));
    let wire = wire.replace("%5B", "[").replace("%5D", "]");
    let start = "/?size=7&name=&tags=true&any[0].size=-1&any[0].name=12&any[1].size=-1&";
    assert!(wire.starts_with(start), "{wire}");
    assert!(wire.ends_with("&by[a.b]=0.5&gone"), "{wire}");
}

#[test]
fn members_with_steps_are_read_by_the_names_that_are_known() {
    let of = |query: &str, names: &[&str]| {
        read(query, |from| {
            from.need_query_nested::<BTreeMap<String, BTreeMap<String, i64>>>(names)
        })
    };
    let rows: [(&str, &[&str], &str); 5] = [
        ("a.x=1&a[y]=2&b.x=3&ab.x=4", &["a"], "a x1 y2"),
        ("a.b.x=1&a.c=2", &["a", "a.b"], "a c2, a.b x1"),
        ("", &["a"], ""),
        ("a.x=no", &["a"], "/query/a/x: is not an integer"),
        ("a..x=1", &["a"], "/query: is not well formed"),
    ];
    for (query, names, wanted) in rows {
        let found = match of(query, names) {
            Ok(found) => {
                let inside = |it: BTreeMap<String, i64>| {
                    let all = it.into_iter().map(|(name, it)| format!(" {name}{it}"));
                    all.collect::<String>()
                };
                let all = found
                    .into_iter()
                    .map(|(name, it)| format!("{name}{}", inside(it)));
                all.collect::<Vec<_>>().join(", ")
            }
            Err(problem) => problem,
        };
        assert!(
            found.contains(wanted) && found.is_empty() == wanted.is_empty(),
            "{query}: {found}"
        );
    }
}

fn read<T>(query: &str, read: impl FnOnce(&mut Decoder<'_>) -> Option<T>) -> Result<T, String> {
    let headers = HeaderMap::new();
    let mut from = Decoder::new(&FLAT, "/", query, &headers, Body::empty());
    let value = read(&mut from);
    match from.problem() {
        Some(problem) => Err(problem.to_string()),
        None => Ok(value.unwrap()),
    }
}

fn read_filter(query: &str) -> Result<Filter, String> {
    read(query, |from| from.need_query_object("f", Style::Deep))
}

#[test]
fn what_others_write_differently_is_understood() {
    let mut wanted = Filter::new(1);
    wanted.tags = Some(vec!["a".to_owned(), "b c".to_owned()]);
    for query in [
        "f[size]=1&f[tags][]=a&f[tags][]=b+c",
        "f[size]=1&f[tags]=a&f[tags]=b%20c",
        "f[size]=1&f[tags][1]=b+c&f[tags][0]=a",
        "f%5Bsize%5D=1.0&f%5btags%5d%5B10%5D=b+c&f[tags][9]=a&f[other][x]=y&fx[size]=2",
    ] {
        assert_eq!(read_filter(query), Ok(wanted.clone()), "{query}");
    }
}

#[test]
fn faults_are_told_with_their_places() {
    let cases = [
        (
            "f[size]=x&f[tags][a]=1&f[any][0][name]=1",
            "Unprocessable Entity: /query/f/any/0/size: is required; /query/f/size: is not an integer; \
             /query/f/tags/a: is not an index of a list",
        ),
        (
            "f[size]=1&f[size]=2&f[name][x]=3",
            "Unprocessable Entity: /query/f/name: expected a string, found an object; /query/f/size: is given more than \
             once",
        ),
        (
            "f[size]=1&f[name][]=a",
            "Unprocessable Entity: /query/f/name: is a list",
        ),
        (
            "f=1",
            "Unprocessable Entity: /query/f: expected an object, found a string",
        ),
        ("", "Unprocessable Entity: /query/f/size: is required"),
        ("f[a=1", "Bad Request: /query/f: is not well formed"),
        ("f[][a]=1", "Bad Request: /query/f: is not well formed"),
        (
            "f[a]=1&f[a][b]=2",
            "Bad Request: /query/f: is not well formed",
        ),
        ("f[size]=%FF", "Bad Request: /query/f: is not well formed"),
    ];
    for (query, wanted) in cases {
        let told = read_filter(query).unwrap_err().replace("422 ", "");
        assert_eq!(told, wanted, "{query}");
    }
    let deep = format!("f{}=1", "[a]".repeat(20_000));
    assert_eq!(
        read_filter(&deep),
        Err("Bad Request: /query/f: is not well formed".to_owned())
    );
}

#[test]
fn members_that_are_not_named_are_all_the_others() {
    let query = "page=2&a=1&b=x&b=y";
    let map = read(query, |from| {
        from.query_members::<BTreeMap<String, Vec<String>>>(Members::Others(&["page"]))
    });
    let wanted = BTreeMap::from([
        ("a".to_owned(), vec!["1".to_owned()]),
        ("b".to_owned(), vec!["x".to_owned(), "y".to_owned()]),
    ]);
    assert_eq!(map, Ok(wanted));
    let none = read("page=2", |from| {
        Some(from.query_members::<Color>(Members::Named(&["R"])))
    });
    assert_eq!(none, Ok(None));
    let needed = read("page=2", |from| {
        from.need_query_members::<Color>(Members::Named(&["R"]))
    });
    assert_eq!(needed, Ok(Color::default()));
}

#[test]
fn parameters_with_brackets_in_their_names_are_no_members() {
    let query = "f[size]=1&f[name]=a&f[any][]=b&f[any][][c]=d&f[tags]=e";
    let others = Members::Others(&["f[name]", "f[any]"]);
    let mut wanted = Filter::new(1);
    wanted.tags = Some(vec!["e".to_owned()]);
    let it = read(query, |from| from.need_query_deep::<Filter>("f", others));
    assert_eq!(it, Ok(wanted));
    let none = read("f[name]=a", |from| {
        Some(from.query_deep::<Filter>("f", others))
    });
    assert_eq!(none, Ok(None));
}
