//! Lists that come in pages: what is asked for, in which order, and how it ends.

use http::{HeaderMap, Method, StatusCode};
use oasmith_runtime::answer::{Answer, DecodeError};
use oasmith_runtime::body::{Body, BoxError};
use oasmith_runtime::client::{Client, Response};
use oasmith_runtime::encoder::Encoder;
use oasmith_runtime::operation::{Info, Operation, Statuses};
use oasmith_runtime::pages::Paged;
use oasmith_runtime::param::Style;
use oasmith_runtime::transport::{BoxFuture, Transport};
use oasmith_runtime::turning::Turn;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

/// What leads from a page to the next.
#[derive(Clone, Copy)]
enum By {
    Skip,
    Page,
    Told,
    Token,
    Url,
    Link,
}

#[derive(Clone)]
struct ListWords {
    by: By,
    skip: Option<i32>,
    after: Option<String>,
}

/// A page: the first line leads on, the others are items.
struct Words {
    next: String,
    items: Vec<String>,
}

impl Operation for ListWords {
    const INFO: &'static Info = &Info {
        id: "listWords",
        method: Method::GET,
        path: "/words",
        produces: &["text/plain"],
        success: &[Statuses::Status(200)],
        ..Info::PLAIN
    };
    type Output = Words;
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.query("skip", &self.skip, Style::Exploded);
        to.query("after", &self.after, Style::Exploded);
    }

    fn decode_answer(answer: Answer) -> Result<Words, DecodeError> {
        let text = answer.read_text()?;
        let mut lines = text.lines().map(str::to_owned);
        Ok(Words {
            next: lines.next().unwrap_or_default(),
            items: lines.collect(),
        })
    }
}

impl Paged for ListWords {
    type Item = String;

    fn items(page: Words) -> Vec<String> {
        page.items
    }

    fn turn(&mut self, page: &Response<Words>, turn: &mut Turn) {
        let next = &page.body.next;
        turn.items(Some(&page.body.items));
        match self.by {
            By::Skip => {
                turn.total(next.parse::<i64>().ok().as_ref());
                turn.offset(&mut self.skip);
            }
            By::Page => {
                turn.pages(next.parse::<i64>().ok().as_ref());
                turn.page(&mut self.skip, 1);
            }
            By::Told => {
                turn.number(next.parse::<i64>().ok().as_ref());
                turn.page_after(&mut self.skip);
            }
            By::Token => turn.token(&mut self.after, Some(next)),
            By::Url => turn.url(Some(next)),
            By::Link => turn.link(&page.headers),
        }
    }
}

/// Answers what it is told, and notes what it was asked.
#[derive(Clone, Default)]
struct Said {
    answers: Arc<Mutex<VecDeque<(&'static str, &'static str)>>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Transport for Said {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, BoxError>> {
        let query = request.uri().query().unwrap_or_default().to_owned();
        self.asked.lock().unwrap().push(query);
        let answer = self.answers.lock().unwrap().pop_front();
        Box::pin(async move {
            let (link, text) = answer.ok_or("nothing more to say")?;
            let mut response = http::Response::new(Body::from(text.to_owned()));
            if !link.is_empty() {
                response.headers_mut().insert("link", link.parse()?);
            }
            Ok(response)
        })
    }
}

fn call(by: By, answers: &[(&'static str, &'static str)]) -> (Client, Said, ListWords) {
    let said = Said::default();
    said.answers.lock().unwrap().extend(answers);
    let client = Client::builder("http://words.example").transport(said.clone());
    let list = ListWords {
        by,
        skip: None,
        after: None,
    };
    (client.build().unwrap(), said, list)
}

/// The items, the error if there is one, and the queries that were asked.
async fn read(by: By, answers: &[(&'static str, &'static str)]) -> (String, String, Vec<String>) {
    let (client, said, list) = call(by, answers);
    let mut items = client.call(list).items();
    let (mut words, mut error) = (Vec::new(), String::new());
    while let Some(item) = items.next().await {
        match item {
            Ok(word) => words.push(word),
            Err(it) => error = it.to_string(),
        }
    }
    let asked = said.asked.lock().unwrap().clone();
    (words.join(" "), error, asked)
}

/// How pages follow, the headers and bodies of answers, and what is asked for.
type Case = (
    By,
    &'static [(&'static str, &'static str)],
    &'static [&'static str],
);

#[tokio::test]
async fn every_way_of_paging_comes_to_its_end() {
    let cases: &[Case] = &[
        (By::Skip, &[("", "3\na\nb"), ("", "3\nc")], &["", "skip=2"]),
        // Without a total: a page that is shorter, or an empty one.
        (By::Skip, &[("", "\na\nb"), ("", "\nc")], &["", "skip=2"]),
        (
            By::Skip,
            &[("", "\na\nb"), ("", "\nc\nd"), ("", "")],
            &["", "skip=2", "skip=4"],
        ),
        (
            By::Page,
            &[("", "2\na\nb"), ("", "2\nc\nd")],
            &["", "skip=2"],
        ),
        (
            By::Token,
            &[("", "t&\na"), ("", "\nb")],
            &["", "after=t%26"],
        ),
        // A page may be empty and not the last one.
        (By::Token, &[("", "t"), ("", "\nb")], &["", "after=t"]),
        (
            By::Url,
            &[
                ("", "https://elsewhere.example/?p=2&x=%20#top\na"),
                ("", ""),
            ],
            &["", "p=2&x=%20"],
        ),
        (
            By::Link,
            &[
                (
                    r#"</w?p=0>; rel="prev first", </w?a=1,2&p=2>; title="a, b"; rel=next"#,
                    "\na",
                ),
                (r#"</w?p=1>; rel="prev""#, "\nb"),
            ],
            &["", "a=1,2&p=2"],
        ),
    ];
    for (by, answers, expected) in cases {
        let (words, error, asked) = read(*by, answers).await;
        assert_eq!(
            (error.as_str(), asked),
            ("", expected.iter().map(|it| (*it).to_owned()).collect())
        );
        let sent = answers.iter().flat_map(|(_, text)| text.lines().skip(1));
        assert_eq!(words, sent.collect::<Vec<_>>().join(" "));
    }
}

#[tokio::test]
async fn a_server_that_does_not_turn_pages_is_an_error() {
    let same = [("", "\na\nb"), ("", "\na\nb"), ("", "\na\nb")];
    let (words, error, asked) = read(By::Skip, &same).await;
    assert_eq!((words.as_str(), asked.len()), ("a b", 2));
    assert!(error.contains("the server does not turn pages"), "{error}");

    let circle = [("", "t\na"), ("", "u\nb"), ("", "t\nc"), ("", "u\nd")];
    let (words, error, asked) = read(By::Token, &circle).await;
    assert_eq!((words.as_str(), asked.len()), ("a b c", 3));
    assert!(error.contains("that has come already"), "{error}");
}

#[tokio::test]
async fn the_next_page_is_the_one_after_what_the_page_says_it_is() {
    for (answers, asked) in [
        ([("", "0\na\nb"), ("", "1\nc")], "skip=1"),
        ([("", "1\na\nb"), ("", "2\nc")], "skip=2"),
    ] {
        let (words, error, queries) = read(By::Told, &answers).await;
        assert_eq!((words.as_str(), error.as_str()), ("a b c", ""));
        assert_eq!(queries, ["", asked]);
    }
    let (words, error, asked) = read(By::Told, &[("", "\na\nb")]).await;
    assert_eq!((words.as_str(), asked.len()), ("a b", 1));
    assert!(error.contains("does not say which number"), "{error}");
}

#[tokio::test]
async fn pages_are_fetched_ahead_as_far_as_they_may() {
    for (ahead, asked) in [(0, 1), (1, 2), (2, 3)] {
        let answers = [("", "\na\nb"), ("", "\nc\nd"), ("", "\ne\nf"), ("", "")];
        let (client, said, list) = call(By::Skip, &answers);
        let mut pages = client.call(list).pages().prefetch(ahead);
        let first = pages.next().await.unwrap().unwrap();
        assert_eq!(first.items, ["a", "b"]);
        assert_eq!(said.asked.lock().unwrap().len(), asked, "{ahead}");
    }
}

#[tokio::test]
async fn the_first_error_is_the_end_and_streams_can_be_spawned() {
    let (client, _, list) = call(By::Skip, &[("", "9\na")]);
    let mut pages = client.call(list).header("x-a", "1").pages();
    drop(client);
    let read = tokio::spawn(async move {
        let first = pages.next().await.unwrap().unwrap();
        let (status, headers, page): (StatusCode, HeaderMap, Words) = first.into_parts();
        assert_eq!(
            (status, headers.len(), page.items.len()),
            (StatusCode::OK, 0, 1)
        );
        assert!(pages.next().await.unwrap().is_err());
        pages.next().await.is_none()
    });
    assert!(read.await.unwrap());
}
