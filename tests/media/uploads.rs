//! Forms with files, part by part, over real sockets.

use crate::media::client::{Client, Error as CallError};
use crate::media::models::*;
use crate::media::operations::*;
use crate::media::runtime::body::{Body, BoxFuture};
use crate::media::runtime::file::File;
use crate::media::runtime::options::Options;
use crate::media::runtime::problem::Problem;
use crate::media::runtime::upload::Multipart;
use crate::media::server::{Context, DefaultApi, Error, router_with};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

type Form = Multipart<UploadFileRequestForm>;
type Answered = BoxFuture<'static, Result<String, Error>>;
type Handle = dyn Fn(Form) -> Answered + Send + Sync;

/// A server that does one thing with forms.
struct Api(Box<Handle>);

impl DefaultApi for Api {
    async fn upload_file(&self, _: Context, request: UploadFile) -> Result<String, Error> {
        (self.0)(request.body).await
    }
}

/// Where it is.
async fn serve<F>(options: Options, handle: impl Fn(Form) -> F + Send + Sync + 'static) -> String
where
    F: Future<Output = Result<String, Error>> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let api = Api(Box::new(move |form| Box::pin(handle(form))));
    let app = router_with(api, options);
    tokio::spawn(async move { axum::serve(listener, app).await });
    address.to_string()
}

fn client(address: &str) -> Client {
    let builder = Client::builder(format!("http://{address}"));
    builder.timeout(Duration::from_secs(120)).build().unwrap()
}

fn form(file: File) -> UploadFileRequestForm {
    UploadFileRequestForm::new(file, vec!["x".to_owned()])
}

/// All files, and then the rest of the form.
async fn take_all(mut form: Form) -> Result<String, Error> {
    let mut taken = String::new();
    while let Some(part) = form.next_file().await? {
        let mut content = Vec::new();
        let written = part.body.write_to(&mut content).await;
        let length = written.map_err(Problem::from)?;
        taken += &format!(
            "{} {:?} {length}; ",
            part.member,
            part.name.unwrap_or_default()
        );
    }
    let rest = form.collect(1 << 20).await?;
    Ok(taken + &format!("{:?}", rest.tags))
}

/// What a server answers to these bytes.
async fn say(address: &str, head: &str, body: &str) -> String {
    let mut socket = begun(address, head, body).await;
    let mut answer = String::new();
    socket.read_to_string(&mut answer).await.unwrap();
    answer
}

/// A request that may go on.
async fn begun(address: &str, head: &str, body: &str) -> TcpStream {
    let mut socket = TcpStream::connect(address).await.unwrap();
    let head = format!(
        "POST /files HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\
         content-type: multipart/form-data; boundary=b\r\n{head}\r\n"
    );
    socket.write_all(head.as_bytes()).await.unwrap();
    socket.write_all(body.as_bytes()).await.unwrap();
    socket
}

fn part(name: &str, content: &str) -> String {
    format!("--b\r\ncontent-disposition: form-data; {name}\r\n\r\n{content}\r\n")
}

/// A server that has an icon, or none.
struct Icons;

impl DefaultApi for Icons {
    async fn upload_icon(&self, _: Context, request: UploadIcon) -> Result<(), Error> {
        let form = request.body.ok_or_else(Error::not_found)?;
        form.collect(999).await?;
        Ok(())
    }
}

#[tokio::test]
async fn a_form_with_files_may_be_left_out() {
    let app = router_with(Icons, Options::new());
    let client = Client::builder("http://media.test").transport(app);
    let client = client.build().unwrap();
    let mut form = UploadIconRequestForm::new(File::new("i", "x"));
    for (title, expected) in [("a", 204), ("A", 422)] {
        form.title = Some(title.to_owned());
        let refused = client.upload_icon(form.clone()).await.err();
        let status = refused.and_then(|it| it.status());
        assert_eq!(status.map_or(204, |it| it.as_u16()), expected, "{title}");
    }
    let none = client.upload_icon(None).await.unwrap_err();
    assert_eq!(none.status().map(|it| it.as_u16()), Some(404));
}

#[tokio::test]
async fn a_long_file_is_nowhere_as_a_whole() {
    const LONG: u64 = 200 << 20;
    let [sent, taken, ahead] = [const { AtomicU64::new(0) }; 3].map(Arc::new);
    let (at_server, apart) = (taken.clone(), (sent.clone(), ahead.clone()));
    let address = serve(Options::new(), move |mut form| {
        let (taken, (sent, ahead)) = (at_server.clone(), apart.clone());
        async move {
            while let Some(mut part) = form.next_file().await? {
                while let Some(chunk) = part.body.chunk().await {
                    let length = chunk.map_err(Problem::from)?.len() as u64;
                    let taken = taken.fetch_add(length, Ordering::SeqCst);
                    let sent = sent.load(Ordering::SeqCst);
                    ahead.fetch_max(sent - taken, Ordering::SeqCst);
                }
            }
            Ok(form.collect(1 << 20).await?.tags.concat())
        }
    })
    .await;
    for (length, is_told) in [(LONG, true), (LONG / 10, false)] {
        let (told, before) = (sent.clone(), sent.load(Ordering::SeqCst));
        let zeros = Body::read_from(tokio::io::repeat(0).take(length));
        let counted = move |so_far| told.store(before + so_far, Ordering::SeqCst);
        let mut file = File::new("long", zeros.on_progress(counted));
        if is_told {
            file = file.length(length);
        }
        assert_eq!(
            *client(&address).upload_file(form(file)).await.unwrap(),
            "x"
        );
    }
    assert_eq!(taken.load(Ordering::SeqCst), LONG + LONG / 10);
    // Sockets hold some megabytes, nobody else does.
    assert!(ahead.load(Ordering::SeqCst) < LONG / 8, "{ahead:?}");
}

#[tokio::test]
async fn names_arrive_as_they_are_and_several_files_may_have_one() {
    let address = serve(Options::new(), take_all).await;
    let mut it = form(File::new("a \"b\"\r\n; c=d.txt", "hello"));
    it.more = Some(vec![
        File::new("ü/../%22", vec![0, 255]),
        File::new("", Body::read_from(&b"read"[..])),
    ]);
    let answer = client(&address).upload_file(it).await.unwrap();
    assert_eq!(
        *answer,
        r#"file "a \"b\"\r\n; c=d.txt" 5; more "ü/../\"" 2; more "" 4; ["x"]"#
    );
}

#[tokio::test]
async fn what_is_no_file_is_known_once_it_has_come() {
    let address = serve(Options::new(), |mut form| async move {
        let mut first = form.next_file().await?.ok_or_else(Error::internal)?;
        let some = first.body.chunk().await.is_some();
        let known = form.text("name").map(str::to_owned);
        // The rest of the first file and all others are stepped over.
        while let Some(part) = form.next_file().await? {
            drop(part);
        }
        let over = first.body.chunk().await.is_some_and(|it| it.is_err());
        let form = form.collect(99).await?;
        Ok(format!(
            "{some} {known:?} {over} {:?} {:?}",
            form.name,
            form.file.as_bytes()
        ))
    })
    .await;
    let body = part("name=name", "anna")
        + &part("name=file; filename=f", &"x".repeat(1 << 20))
        + &part("name=icon; filename=i", "")
        + &part("name=tags", "1")
        + "--b--";
    let answer = say(
        &address,
        &format!("content-length: {}\r\n", body.len()),
        &body,
    )
    .await;
    assert!(
        answer.ends_with(r#"true Some("anna") true Some("anna") Some(b"")"#),
        "{answer}"
    );
}

#[tokio::test]
async fn the_form_is_checked_when_all_of_it_has_come() {
    let address = serve(Options::new(), take_all).await;
    let refused = |body: String| {
        let address = address.clone();
        async move {
            say(
                &address,
                &format!("content-length: {}\r\n", body.len()),
                &body,
            )
            .await
        }
    };
    let wrong = part("name=name", "too long") + &part("name=size", "x") + "--b--\r\nafter";
    let answer = refused(wrong).await;
    assert!(answer.starts_with("HTTP/1.1 422 "), "{answer}");
    for told in [
        r#"{"pointer":"/body/size","detail":"is not an integer"}"#,
        r#"{"pointer":"/body/file","detail":"is required"}"#,
    ] {
        assert!(answer.contains(told), "{answer}");
    }
    let long = part("name=name", "too long") + &part("name=file; filename=f", "") + "--b--";
    let answer = refused(long).await;
    assert!(
        answer.contains(r#""/body/name","detail":"is longer than 5 characters""#),
        "{answer}"
    );
}

#[tokio::test]
async fn a_form_that_breaks_off_is_400_and_one_that_pauses_408() {
    let options = Options::new().body_time(Duration::from_millis(200));
    let address = serve(options, take_all).await;
    let whole = part("name=file; filename=f", "bytes");
    for end in [1, 4, 20, 60, whole.len() - 3, whole.len()] {
        let body = &whole[..end];
        let answer = say(&address, &format!("content-length: {end}\r\n"), body).await;
        assert!(answer.starts_with("HTTP/1.1 400 "), "{end}: {answer}");
        // The same, when it goes on and does not come.
        let mut socket = begun(&address, "content-length: 9999\r\n", body).await;
        let mut answer = String::new();
        socket.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 408 "), "{end}: {answer}");
    }
}

#[tokio::test]
async fn what_is_too_long_is_413() {
    let limits: [fn(Form) -> Answered; 4] = [
        |form| Box::pin(take_all(form.limit(1000))),
        |form| Box::pin(async move { Ok(form.collect(1000).await?.tags.concat()) }),
        |mut form| {
            Box::pin(async move {
                let part = form.next_file().await?.ok_or_else(Error::internal)?;
                let content = part.body.limit(1000).collect(usize::MAX).await;
                content.map_err(Problem::from)?;
                Ok(String::new())
            })
        },
        // Of what is kept meanwhile.
        |mut form| {
            Box::pin(async move {
                while let Some(part) = form.next_file().await? {
                    drop(part);
                }
                Ok(String::new())
            })
        },
    ];
    for (at, handle) in limits.into_iter().enumerate() {
        let address = serve(Options::new(), handle).await;
        let mut long = form(File::new("f", "x".repeat(2000)));
        if at == 3 {
            long.tags = vec!["x".repeat(1 << 20); 3];
        }
        let error = client(&address).upload_file(long).await.unwrap_err();
        assert_eq!(error.status().map(|it| it.as_u16()), Some(413), "{at}");
    }
}

#[tokio::test]
async fn a_handler_learns_that_its_sender_has_gone() {
    let (tell, mut told) = mpsc::channel(1);
    let address = serve(Options::new(), move |mut form| {
        let tell = tell.clone();
        // What is at work in a task of its own goes on when the connection has gone.
        let work = tokio::spawn(async move {
            let part = form.next_file().await?.ok_or_else(Error::internal)?;
            let read = part.body.collect(usize::MAX).await.map_err(Problem::from);
            tell.send(read.is_err())
                .await
                .map_err(|_| Error::internal())?;
            Ok(String::new())
        });
        async move { work.await.unwrap_or_else(|_| Err(Error::internal())) }
    })
    .await;
    let body = part("name=file; filename=f", &"x".repeat(100_000));
    let socket = begun(&address, "content-length: 999999\r\n", &body).await;
    tokio::time::sleep(Duration::from_millis(50)).await;
    drop(socket);
    let told = tokio::time::timeout(Duration::from_secs(20), told.recv()).await;
    assert_eq!(told.unwrap(), Some(true));
}

#[tokio::test]
async fn a_file_is_as_long_as_it_says_and_is_sent_once() {
    let address = serve(Options::new(), take_all).await;
    for wrong in [3, 5] {
        let file = File::new("f", Body::read_from(&b"read"[..])).length(wrong);
        let error = client(&address).upload_file(form(file)).await.unwrap_err();
        assert!(matches!(error, CallError::Transport { .. }), "{error}");
    }
    let once = form(File::new("f", Body::read_from(&b"read"[..])));
    client(&address).upload_file(once.clone()).await.unwrap();
    let error = client(&address).upload_file(once).await.unwrap_err();
    assert!(matches!(error, CallError::Transport { .. }), "{error}");
}

#[tokio::test]
async fn what_is_received_is_passed_on_and_made_forms_are_read() {
    let last = serve(Options::new(), take_all).await;
    let first = serve(Options::new(), move |mut received| {
        let last = last.clone();
        async move {
            let part = received.next_file().await?.ok_or_else(Error::internal)?;
            let answer = client(&last).upload_file(form(part.into())).await;
            Ok(answer.map_err(|_| Error::internal())?.into_inner())
        }
    })
    .await;
    let answer = client(&first)
        .upload_file(form(File::new("f", "abc")))
        .await;
    assert_eq!(*answer.unwrap(), r#"file "f" 3; ["x"]"#);
    // A handler is tested without a server.
    let made = UploadFile::new(form(File::new("f", "abc"))).body;
    let Ok(taken) = take_all(made).await else {
        panic!("a made form is whole");
    };
    assert_eq!(taken, r#"file "f" 3; ["x"]"#);
}
