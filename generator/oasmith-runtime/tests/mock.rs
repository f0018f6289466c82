//! Which of the answers that were made beforehand a request gets.

mod notes;

use http::{Method, Request};
use notes::{Create, Find};
use oasmith_runtime::body::Body;
use oasmith_runtime::codec::{Json, Write};
use oasmith_runtime::decoder::Decoder;
use oasmith_runtime::file::File;
use oasmith_runtime::form::Form;
use oasmith_runtime::mock::Mock;
use oasmith_runtime::operation::{Answer, DecodeError, Encoder, Info, Operation};
use oasmith_runtime::options::Options;
use oasmith_runtime::reader::{Fault, Reader};
use oasmith_runtime::route::{Route, router};
use oasmith_runtime::served::Served;
use oasmith_runtime::transport::Transport;
use oasmith_runtime::upload::Multipart;
use oasmith_runtime::writer::Writer;

const ANSWERS: &str = r#"{"GET /find/{id}/part-{part}.{ext}/{list}": [
    {"declared": "200", "status": 200, "name": "short", "media": "application/json", "body": "1"},
    {"declared": "200", "status": 200, "media": "application/json", "body": "2", "headers": [["ETag", "x"], ["bad name", "x"]]},
    {"declared": "200", "status": 200, "random": true, "media": "application/json", "body": "3"},
    {"declared": "200", "status": 200, "random": true, "media": "application/json", "body": "4"},
    {"declared": "404", "status": 404, "media": "application/json", "body": "5"},
    {"declared": "4XX", "status": 400}
]}"#;

/// Status and body of the answers to the same request, one after the other, and what the last one applied.
fn check(prefer: &[&str], expected: &str) {
    let mock = Mock::new(ANSWERS);
    let mut request = Request::builder();
    for line in prefer {
        request = request.header("Prefer", *line);
    }
    let (parts, ()) = request.body(()).unwrap().into_parts();
    let told = (0..2).map(|_| {
        let answer = mock.answer(Find::INFO, &parts, b"");
        let body = answer.body.as_bytes().cloned().unwrap_or_default();
        let applied = answer.headers.get("preference-applied");
        let applied = applied.map_or("", |it| it.to_str().unwrap());
        format!(
            "{} {} [{applied}]",
            answer.status.as_u16(),
            String::from_utf8_lossy(&body)
        )
    });
    assert_eq!(told.collect::<Vec<_>>().join(", "), expected, "{prefer:?}");
}

#[test]
fn what_a_request_prefers_is_what_it_gets() {
    check(&[], "200 1 [], 200 1 []");
    check(&["code=404"], "404 5 [code=404], 404 5 [code=404]");
    check(
        &["example=short"],
        "200 1 [example=short], 200 1 [example=short]",
    );
    check(
        &["dynamic=true"],
        "200 3 [dynamic=true], 200 4 [dynamic=true]",
    );
    check(&["Dynamic"], "200 3 [dynamic=true], 200 4 [dynamic=true]");
    check(
        &["respond-async; x=\"a,b\", code=\"200\"", "dynamic=true; y"],
        "200 3 [code=200, dynamic=true], 200 4 [code=200, dynamic=true]",
    );
}

#[test]
fn a_range_answers_for_each_of_its_statuses() {
    let problem = r#"{"type":"about:blank","title":"Conflict","status":409}"#;
    check(
        &["code=409"],
        &format!("409 {problem} [code=409], 409 {problem} [code=409]"),
    );
}

#[test]
fn what_there_is_no_answer_for_is_not_preferred() {
    check(&["code=500"], "200 1 [], 200 1 []");
    check(&["code=999999"], "200 1 [], 200 1 []");
    check(&["example=long"], "200 1 [], 200 1 []");
    check(
        &["code=404, dynamic=true"],
        "404 5 [code=404], 404 5 [code=404]",
    );
    check(&["dynamic=false, ,=;\"", "code"], "200 1 [], 200 1 []");
    check(
        &["code=404, code=200"],
        "404 5 [code=404], 404 5 [code=404]",
    );
}

#[test]
fn answers_that_cannot_be_read_are_none() {
    for answers in ["", "[]", "{\"GET /find/{id}/part-{part}.{ext}/{list}\": 7}"] {
        let (parts, ()) = Request::new(()).into_parts();
        let answer = Mock::new(answers).answer(Find::INFO, &parts, b"");
        assert_eq!(answer.status.as_u16(), 501);
    }
}

#[test]
fn a_request_that_is_right_is_not_refused_for_want_of_a_success() {
    let of = "GET /find/{id}/part-{part}.{ext}/{list}";
    let (parts, ()) = Request::new(()).into_parts();
    for (made, status) in [("400", 501), ("200", 200)] {
        let made = format!(r#"{{"declared":"{made}","status":{made}}}"#);
        let error = r#"{"declared":"404","status":404}"#;
        let mock = Mock::new(&format!(r#"{{"{of}":[{error},{made}]}}"#));
        let answer = mock.answer(Find::INFO, &parts, b"");
        assert_eq!(answer.status.as_u16(), status, "{made}");
    }
}

/// The answers of `POST /notes`, with more than is generated.
const NOTES: &str = r#"{
    "unread": {"POST /notes": ["application/xml", "image/*"]},
    "POST /notes": [
        {"declared": "201", "status": 201, "media": "application/json", "body": "1"},
        {"declared": "409", "status": 409, "media": "text/plain", "body": "taken"},
        {"declared": "4XX", "status": 400, "media": "application/json", "body": "\"no\""},
        {"declared": "5XX", "status": 500}
    ]}"#;

/// Status, media type and body of what `POST /notes` is answered, and what its header says is wrong.
async fn post(media: &str, body: &'static str) -> (u16, String, String, Option<String>) {
    let mock = Mock::new(NOTES);
    let app = mock.router("/", vec![mock.route::<Create>()]);
    let request = Request::post("/notes").header("content-type", media);
    let request = request.header("authorization", "Bearer any");
    let response = app.send(request.body(Body::from(body)).unwrap()).await;
    let (parts, body) = response.unwrap().into_parts();
    let body = body.collect(1 << 20).await.unwrap();
    let header = |name| {
        let value = parts.headers.get(name)?;
        Some(value.to_str().unwrap().to_owned())
    };
    let media = header("content-type").unwrap_or_default();
    let body = String::from_utf8_lossy(&body).into_owned();
    (parts.status.as_u16(), media, body, header("problem"))
}

#[tokio::test]
async fn a_refusal_is_as_the_document_declares_it() {
    let (status, media, body, problem) = post("application/json", "{").await;
    assert_eq!(
        (status, &*media, &*body),
        (400, "application/json", "\"no\"")
    );
    assert!(problem.unwrap().contains("\"pointer\":\"/body\""));
    let (status, _, body, problem) = post("text/plain", "x").await;
    assert_eq!((status, &*body), (415, "\"no\""));
    assert!(problem.unwrap().contains("application/json"));
}

#[tokio::test]
async fn what_is_declared_and_not_generated_is_taken_unread() {
    for media in ["application/xml", "image/png"] {
        let (status, _, body, problem) = post(media, "<").await;
        assert_eq!((status, &*body, problem), (201, "1", None), "{media}");
    }
    assert_eq!(post("audio/ogg", "<").await.0, 415);
}

/// A form with a file.
struct Photo(File);

impl Json for Photo {
    fn blank() -> Self {
        Self(Json::blank())
    }

    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.members(&mut [("file", &mut self.0)])
    }
}

impl Write for Photo {
    fn write(&self, w: &mut Writer) {
        w.object(&[("file", &self.0)]);
    }
}

struct Upload(Multipart<Photo>);

impl Operation for Upload {
    const INFO: &'static Info = &Info {
        id: "upload",
        method: Method::POST,
        path: "/photos",
        consumes: &["multipart/form-data"],
        uploads: true,
        ..Info::PLAIN
    };
    type Output = ();
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.upload(self.0);
    }

    fn decode_answer(_: Answer) -> Result<(), DecodeError> {
        Ok(())
    }
}

impl Served for Upload {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let members = &[("file", Form::File("image/png"))];
        from.upload(members, |_| Vec::new()).map(Self)
    }

    fn encode_answer((): ()) -> Answer {
        Answer::empty(200)
    }
}

#[tokio::test]
async fn forms_with_files_are_checked() {
    let route = Route::checked::<Upload>(Vec::new(), |_, bytes| {
        Answer::text(200, "text/plain", bytes.len().to_string())
    });
    let app = router("", vec![route], None, Options::new());
    for (member, expected) in [("file", "200 58"), ("fill", "422")] {
        let body =
            format!("--b\r\ncontent-disposition: form-data; name={member}\r\n\r\nx\r\n--b--");
        let request = Request::post("/photos")
            .header("content-type", "multipart/form-data; boundary=b")
            .body(Body::from(body))
            .unwrap();
        let answer = app.send(request).await.unwrap();
        let status = answer.status().as_u16();
        let body = answer.into_body().collect(999).await.unwrap();
        let told = format!("{status} {}", String::from_utf8_lossy(&body));
        assert!(told.starts_with(expected), "{told}");
    }
}
