//! Bodies of every kind, from a generated client to a generated server and back, in one process.

mod answers;
mod uploads;

#[allow(dead_code, reason = "each test uses a part of it")]
mod media {
    include!(concat!(env!("OUT_DIR"), "/media.rs"));
}

use media::client::Client;
use media::models::*;
use media::operations::*;
use media::runtime::body::Body;
use media::runtime::client::Transport;
use media::runtime::file::File;
use media::runtime::operation::Answer;
use media::runtime::problem::Problem;
use media::runtime::stream::{Event, EventStream, JsonLines};
use media::server::{Context, DefaultApi, Error, router};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

/// Keeps what it is sent, and answers something of every kind.
#[derive(Clone, Default)]
struct Api {
    charges: Arc<Mutex<Vec<CreateChargeRequest>>>,
    files: Arc<Mutex<Vec<UploadFileRequestForm>>>,
}

impl DefaultApi for Api {
    async fn create_charge(&self, _: Context, request: CreateCharge) -> Result<Charge, Error> {
        self.charges.lock().unwrap().push(request.body);
        Ok(Charge::new("1"))
    }

    async fn get_receipt(&self, cx: Context, request: GetReceipt) -> Result<Charge, Error> {
        if request.id == "none" {
            let none = GetReceiptError::NotFound(Charge::new("none"));
            return Err(Error::declared(none));
        }
        if cx.prefers("application/pdf") {
            let pdf = Answer::stream(200, "application/pdf", Body::from("%PDF"));
            return Err(Error::answer(pdf));
        }
        Ok(Charge::new(request.id))
    }

    async fn open_shop(&self, _: Context, request: OpenShop) -> Result<Shop, Error> {
        Ok(request.body)
    }

    async fn put_any(&self, cx: Context, request: PutAny) -> Result<Charge, Error> {
        assert_eq!(cx.parts.headers["content-type"], "application/json");
        Ok(request.body)
    }

    async fn set_options(
        &self,
        _: Context,
        request: SetOptions,
    ) -> Result<SetOptionsOutput, Error> {
        let mut answer = SetOptionsOutput::new();
        answer.x_count = request.body.map(|it| it.b.unwrap_or_default().len() as i64);
        Ok(answer)
    }

    async fn upload_file(&self, _: Context, request: UploadFile) -> Result<String, Error> {
        let form = request.body.collect(1 << 20).await?;
        self.files.lock().unwrap().push(form);
        Ok("<ok/>".to_owned())
    }

    async fn answer(
        &self,
        _: Context,
        request: media::operations::Answer,
    ) -> Result<AnswerOutput, Error> {
        let said = Charge::new("1");
        Ok(match (request.body.of, request.body.stream) {
            (Some(AnswerRequestOf::Bytes), _) => {
                AnswerOutput::Created(AnswerOutputCreated::new("/answers/1", "bytes"))
            }
            (Some(_), _) => {
                let mut later = AnswerOutputAccepted::new();
                later.retry_after = Some(5);
                AnswerOutput::Accepted(later)
            }
            (None, true) => AnswerOutput::OkStream(EventStream::of([Event::new(said)])),
            (None, false) => AnswerOutput::Ok(said),
        })
    }

    async fn chat(&self, _: Context, _: Chat) -> Result<EventStream<Charge>, Error> {
        let said = ["a", "b"].map(|id| Event::new(Charge::new(id)));
        Ok(EventStream::of(said))
    }

    async fn turns(&self, _: Context, _: Turns) -> Result<EventStream<TurnsResponseData>, Error> {
        let charge = Charge::new("a");
        let mut lost = Event::new(TurnsResponseData::Ended(charge.clone()));
        lost.event = Some("lost".to_owned());
        let mut other = Event::new(TurnsResponseData::Count(2));
        other.event = Some("other".to_owned());
        let begun = Event::new(TurnsResponseData::Begun(charge));
        Ok(EventStream::of([begun, lost, Event::new(1.into()), other]))
    }

    async fn log(&self, _: Context, _: Log) -> Result<EventStream<String>, Error> {
        Ok(EventStream::of([Event::new("two\nlines".to_owned())]))
    }

    async fn add_note(&self, cx: Context, request: AddNote) -> Result<String, Error> {
        let told = match request.body {
            Some(AddNoteBody::Json(it)) => format!("json {}", it.text),
            Some(AddNoteBody::MergePatch(it)) => format!("patch {it:?}"),
            Some(AddNoteBody::Form(it)) => {
                format!("form {} {:?}", it.say, it.to.map(|it| it.len()))
            }
            Some(AddNoteBody::Text(it)) => format!("text {it}"),
            None => "nothing".to_owned(),
        };
        let media = cx.parts.headers.get("content-type");
        Ok(format!("{told} of {media:?}"))
    }

    async fn add_picture(&self, _: Context, request: AddPicture) -> Result<String, Error> {
        Ok(match request.body {
            AddPictureBody::Json(it) => format!("at {}", it.url),
            AddPictureBody::Multipart(it) => {
                let form = it.collect(1 << 20).await?;
                let bytes = form.file.as_bytes().map_or(0, |it| it.len());
                format!("{bytes} bytes of {:?}", form.title)
            }
            AddPictureBody::Bytes(it) => {
                let bytes = it.collect(1 << 20).await.map_err(Problem::from)?;
                format!("{} bytes", bytes.len())
            }
        })
    }

    async fn put_measure(&self, _: Context, request: PutMeasure) -> Result<Measure, Error> {
        Ok(request.body)
    }

    async fn forget_measures(&self, _: Context, _: ForgetMeasures) -> Result<(), Error> {
        Ok(())
    }

    async fn show_limits(&self, _: Context, _: ShowLimits) -> Result<(), Error> {
        let mut busy = ShowLimitsErrorTooManyRequests::new(Charge::new("late"));
        busy.retry_after = Some(7);
        busy.x_limits = Some(XLimits { minute: Some(3) });
        Err(Error::declared(ShowLimitsError::TooManyRequests(busy)))
    }

    async fn set_limits(&self, cx: Context, _: SetLimits) -> Result<(), Error> {
        if cx.parts.headers.contains_key("authorization") {
            let mut no = SetLimitsErrorDefault::new("not here");
            no.x_note = Some("ask the owner".to_owned());
            let gone = http::StatusCode::GONE;
            return Err(Error::declared(SetLimitsError::Default(gone, no)));
        }
        let who = SetLimitsErrorUnauthorized {
            www_authenticate: Some("Basic".to_owned()),
        };
        Err(Error::declared(SetLimitsError::Unauthorized(who)))
    }

    async fn bulk(&self, _: Context, mut request: Bulk) -> Result<BulkOutput, Error> {
        let mut all = Vec::new();
        while let Some(charge) = request.body.next().await {
            match charge {
                Ok(charge) => all.push(charge),
                Err(_) => return Ok(BulkOutput::Created(JsonLines::of([all.len() as i64]))),
            }
        }
        Ok(BulkOutput::Ok(JsonLines::of(all)))
    }
}

fn client(api: &Api) -> Client {
    let builder = Client::builder("http://media.test");
    builder.transport(router(api.clone())).build().unwrap()
}

/// The status and the body of an answer.
async fn send(method: &str, path: &str, header: (&str, &str), body: &'static str) -> (u16, String) {
    let request = http::Request::builder().method(method).uri(path);
    let request = request
        .header(header.0, header.1)
        .body(Body::from(body))
        .unwrap();
    let answer = router(Api::default()).send(request).await.unwrap();
    let status = answer.status().as_u16();
    let body = answer.into_body().collect(1 << 20).await.unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

#[tokio::test]
async fn a_form_arrives_as_it_was() {
    let api = Api::default();
    let mut it = CreateChargeRequest::new(5, CreateChargeRequestCurrency::Usd, Vec::new());
    it.live = Some(true);
    it.tags = Some(vec!["1".to_owned(), "b c&d".to_owned()]);
    it.metadata = Some([("key".to_owned(), "007".to_owned())].into());
    it.address = Some(Address::new("007").floor(3));
    it.lines = Some(vec![
        Line::new().price(1.5).name("5"),
        Line::new().name("6"),
    ]);
    client(&api).create_charge(it.clone()).await.unwrap();
    assert_eq!(*api.charges.lock().unwrap(), [it]);
}

#[tokio::test]
async fn a_list_in_a_form_is_told_from_a_text() {
    let api = Api::default();
    let texts = CreateChargeRequestRates::TextList;
    let field = |name: &str| Field::new().name(name);
    let mut sent = Vec::new();
    for rates in [
        texts(vec!["".to_owned()]),
        texts(vec!["a".to_owned(), "b".to_owned()]),
        CreateChargeRequestRatesValue::Empty.into(),
    ] {
        let mut it = CreateChargeRequest::new(5, CreateChargeRequestCurrency::Usd, Vec::new());
        it.rates = Some(rates);
        it.fields = Some(vec![field("a"), field("")].into());
        client(&api).create_charge(it.clone()).await.unwrap();
        sent.push(it);
    }
    assert_eq!(*api.charges.lock().unwrap(), sent);
}

#[tokio::test]
async fn a_body_is_one_of_several_by_its_media_type() {
    let client = client(&Api::default());
    let note = async |body: Option<AddNoteBody>| client.add_note(body).await.unwrap().into_inner();
    let json = AddNoteBody::Json(AddNoteRequest::new("hi"));
    let told = note(Some(json)).await;
    assert_eq!(told, r#"json hi of Some("application/json")"#);
    let told = note(Some(AddNoteBody::MergePatch(vec![1, 2]))).await;
    assert_eq!(
        told,
        r#"patch [1, 2] of Some("application/merge-patch+json")"#
    );
    let mut form = AddNoteRequestWithSay::new("a b");
    form.to = Some(vec![Default::default()]);
    let told = note(Some(AddNoteBody::Form(form))).await;
    assert_eq!(
        told,
        r#"form a b Some(1) of Some("application/x-www-form-urlencoded")"#
    );
    let told = note(Some(AddNoteBody::Text("é".to_owned()))).await;
    assert_eq!(told, r#"text é of Some("text/plain")"#);
    assert_eq!(note(None).await, "nothing of None");
}

#[tokio::test]
async fn a_file_may_come_in_a_form_or_by_itself_or_as_json() {
    let client = client(&Api::default());
    let add = async |body| client.add_picture(body).await.unwrap().into_inner();
    let json = AddPictureBody::Json(AddPictureRequest::new("x://y"));
    assert_eq!(add(json).await, "at x://y");
    let mut form = AddPictureRequestWithFileForm::new(File::new("f", "hello"));
    form.title = Some("t".to_owned());
    let told = add(AddPictureBody::multipart(form)).await;
    assert_eq!(told, r#"5 bytes of Some("t")"#);
    assert_eq!(add(AddPictureBody::Bytes("abc".into())).await, "3 bytes");
}

#[tokio::test]
async fn each_of_several_bodies_is_checked_over_a_socket() {
    let post = async |path: &str, media: &str, body: &str| {
        let length = body.len();
        let request = format!(
            "POST {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: {media}\r\ncontent-length: {length}\r\n\r\n{body}"
        );
        let answer = say(&Api::default(), &request).await;
        (answer[9..12].to_owned(), answer)
    };
    let part = |name: &str, text: &str| {
        format!("--a\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n")
    };
    let (file, long) = (part("file", "bytes"), part("title", "longer"));
    let form = "multipart/form-data; boundary=a";
    let cases = [
        (
            "/notes",
            "application/json; charset=utf-8",
            r#"{"text":"hi"}"#,
            "200",
            "json hi",
        ),
        (
            "/notes",
            "application/json",
            r#"{"text":"longer"}"#,
            "422",
            "/body/text",
        ),
        ("/notes", "application/json", "say=x", "400", "/body"),
        (
            "/notes",
            "application/merge-patch+json",
            "[1,2,3]",
            "422",
            r#""pointer":"/body""#,
        ),
        (
            "/notes",
            "application/merge-patch+json",
            r#"["x"]"#,
            "422",
            "/body/0",
        ),
        (
            "/notes",
            "application/x-www-form-urlencoded",
            "say=x",
            "200",
            "form x None",
        ),
        ("/notes", "text/plain", "say=x", "200", "text say=x"),
        (
            "/notes",
            "text/csv",
            "x",
            "415",
            "application/json or application/merge-patch+json",
        ),
        (
            "/pictures",
            "application/json",
            r#"{"url":"x"}"#,
            "200",
            "at x",
        ),
        (
            "/pictures",
            "application/json",
            r#"{"url":"0123456789"}"#,
            "422",
            "/body/url",
        ),
        ("/pictures", "image/png", "abc", "200", "3 bytes"),
        ("/pictures", "image/gif", "abc", "415", "image/png"),
        (
            "/pictures",
            form,
            &format!("{file}--a--"),
            "200",
            "5 bytes of None",
        ),
        (
            "/pictures",
            form,
            &format!("{file}{long}--a--"),
            "422",
            "/body/title",
        ),
    ];
    for (path, media, body, status, told) in cases {
        let (answered, answer) = post(path, media, body).await;
        assert_eq!(answered, status, "{media} {body}: {answer}");
        assert!(answer.contains(told), "{media} {body}: {answer}");
    }
}

#[tokio::test]
async fn any_media_type_with_a_model_is_json() {
    let charge = client(&Api::default())
        .put_any(Charge::new("7"))
        .await
        .unwrap();
    assert_eq!(charge.headers["content-type"], "application/json");
    assert_eq!(charge.body, Charge::new("7"));
}

#[tokio::test]
async fn a_form_may_be_left_out_and_an_answer_without_body_has_headers() {
    let client = client(&Api::default());
    assert_eq!(client.set_options(None).await.unwrap().x_count, None);
    let two = SetOptionsRequest::new().b(vec![1, 2]);
    assert_eq!(client.set_options(two).await.unwrap().x_count, Some(2));
}

#[tokio::test]
async fn files_arrive_as_they_were() {
    let api = Api::default();
    let file = File::new("a \"b\".txt", "hello").media("text/plain");
    let mut it = UploadFileRequestForm::new(file.clone(), vec!["x".to_owned()]);
    it.more = Some(vec![
        file.clone(),
        File::new("c", vec![0, 255]).media("image/png"),
    ]);
    it.size = Some(7);
    it.meta = Some(Charge::new("m").n(5));
    let answer = client(&api).upload_file(it.clone()).await.unwrap();
    assert_eq!(*answer, "<ok/>");
    it.icon = Some(vec![1].into());
    client(&api).upload_file(it.clone()).await.unwrap();
    let seen = api.files.lock().unwrap().clone();
    assert_eq!(
        seen[1].icon.as_ref().unwrap().media.as_deref(),
        Some("image/png")
    );
    assert_eq!(seen[0], UploadFileRequestForm { icon: None, ..it });
}

#[tokio::test]
async fn what_is_wrong_with_a_form_is_told_by_its_place() {
    let form = "amount=0&currency=xx&lines[0][price]=a&address[floor]=1";
    let media = ("content-type", "application/x-www-form-urlencoded");
    let (status, problem) = send("POST", "/charges", media, form).await;
    assert_eq!(status, 422);
    for told in [
        r#"{"pointer":"/body/address/zip","detail":"is required"}"#,
        r#"{"pointer":"/body/lines/0/price","detail":"is not a number"}"#,
        r#"{"pointer":"/body/amount","detail":"is less than 1"}"#,
        r#"{"pointer":"/body/currency","detail":"is not one of usd, eur"}"#,
    ] {
        assert!(problem.contains(told), "{problem}");
    }
    let media = ("content-type", "multipart/form-data; boundary=a");
    assert_eq!(send("POST", "/files", media, "--a").await.0, 400);
    let (status, problem) = send("POST", "/charges", ("x", "y"), "").await;
    let told = r#"{"pointer":"/body","detail":"is required"}"#;
    assert!(status == 422 && problem.contains(told), "{problem}");
}

/// What a server on a socket answers to a request of these bytes, after which nothing more comes.
async fn say(api: &Api, request: &str) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let app = router(api.clone());
    let served = tokio::spawn(async move { axum::serve(listener, app).await });
    let mut socket = tokio::net::TcpStream::connect(address).await.unwrap();
    socket.write_all(request.as_bytes()).await.unwrap();
    socket.shutdown().await.unwrap();
    let mut answer = String::new();
    // A server that hangs up has nothing to say, which is an answer, too.
    let _ = socket.read_to_string(&mut answer).await;
    served.abort();
    answer
}

#[tokio::test]
async fn a_form_that_breaks_off_is_no_form() {
    let part = "--a\r\ncontent-disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\nbytes";
    let head = "POST /files HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: multipart/form-data; boundary=a\r\n";
    let api = Api::default();
    for (length, body) in [
        // More was promised than came.
        (part.len() + 99, part.to_owned()),
        // All came that was promised, and the form has no end.
        (part.len(), part.to_owned()),
        (part.len() + 2, format!("{part}\r\n")),
        (part.len() + 5, format!("{part}\r\n--a")),
    ] {
        let answer = say(
            &api,
            &format!("{head}content-length: {length}\r\n\r\n{body}"),
        )
        .await;
        let is_refused = answer.is_empty() || answer.starts_with("HTTP/1.1 400 ");
        assert!(is_refused, "{answer}");
    }
    assert!(api.files.lock().unwrap().is_empty());
}

#[tokio::test]
async fn other_media_types_are_refused() {
    let json = ("content-type", "application/json");
    assert_eq!(send("POST", "/charges", json, "{}").await.0, 415);
    let accept = |media| send("GET", "/chat", ("accept", media), "");
    assert_eq!(accept("application/json").await.0, 406);
    assert_eq!(accept("text/event-stream;q=0").await.0, 406);
    assert_eq!(accept("application/json, text/*;q=0.5").await.0, 200);
    assert_eq!(accept("*/*").await.0, 200);
}

#[tokio::test]
async fn a_body_that_may_be_json_or_a_form_is_read_as_either() {
    let form = "application/x-www-form-urlencoded; charset=utf-8";
    let shop = r#"{"name":"a b","floors":2,"at":{"city":"Riga"}}"#;
    let cases = [
        ("application/json", shop, 200),
        (
            form,
            "name=a+b&floors=2&at=%7B%22city%22%3A%22Riga%22%7D",
            200,
        ),
        (form, "name=a+b&floors=10", 422),
        (form, "floors=2", 422),
        (form, "name=%", 400),
        ("application/json", "name=a", 400),
        ("text/plain", "name=a", 415),
    ];
    for (media, body, status) in cases {
        let (answered, told) = send("POST", "/shops", ("content-type", media), body).await;
        assert_eq!(answered, status, "{media} {body}: {told}");
        if status == 200 {
            assert_eq!(told, shop);
        }
    }
}
