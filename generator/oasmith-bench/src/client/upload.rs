//! A form with a long file, sent and received in one process: what both sides take together.
//!
//! No operation of PortSIP's has such a form, so this is one by hand, as one is generated.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use http::Method;
use oasmith_runtime::body::Body;
use oasmith_runtime::client::Client;
use oasmith_runtime::codec::{Json, Write};
use oasmith_runtime::decoder::Decoder;
use oasmith_runtime::file::File;
use oasmith_runtime::form::{Form, Members};
use oasmith_runtime::operation::{Answer, DecodeError, Encoder, Info, Operation, Statuses};
use oasmith_runtime::options::Options;
use oasmith_runtime::problem::Problem;
use oasmith_runtime::reader::{Fault, Reader};
use oasmith_runtime::route::{Route, router};
use oasmith_runtime::served::Served;
use oasmith_runtime::server::Error;
use oasmith_runtime::upload::Multipart;
use oasmith_runtime::writer::Writer;
use tokio::io::AsyncReadExt;

const MEMBERS: &Members = &[("file", Form::File("application/octet-stream"))];

struct Backup {
    file: File,
}

impl Json for Backup {
    fn blank() -> Self {
        Self {
            file: Json::blank(),
        }
    }

    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.members(&mut [("file", &mut self.file)])
    }
}

impl Write for Backup {
    fn write(&self, w: &mut Writer) {
        w.object(&[("file", &self.file)]);
    }
}

#[derive(Debug)]
struct Restore {
    body: Multipart<Backup>,
}

impl Operation for Restore {
    const INFO: &'static Info = &Info {
        id: "restore",
        method: Method::PUT,
        path: "/backup",
        consumes: &["multipart/form-data"],
        success: &[Statuses::Status(200)],
        uploads: true,
        ..Info::PLAIN
    };
    type Output = String;
    type Error = ();

    fn encode(self, to: &mut Encoder) {
        to.upload(self.body);
    }

    fn decode_answer(answer: Answer) -> Result<String, DecodeError> {
        answer.read_text()
    }
}

impl Served for Restore {
    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let body = from.upload(MEMBERS, |_| Vec::new());
        Some(Self { body: body? })
    }

    fn encode_answer(output: String) -> Answer {
        Answer::text(200, "text/plain", output)
    }
}

/// Sends a form with a file of `length` bytes, and tells how many came.
pub async fn there(length: u64) -> Result<u64> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let base = format!("http://{}", listener.local_addr()?);
    let routes = vec![Route::new(&Arc::new(()), |(), _, request: Restore| {
        Box::pin(receive(request.body))
    })];
    let app = router("", routes, None, Options::new());
    tokio::spawn(async move { axum::serve(listener, app).await });

    let zeros = Body::read_from(tokio::io::repeat(0).take(length));
    let file = File::new("backup", zeros).length(length);
    let client = Client::builder(base).build()?;
    let body = Multipart::new(Backup { file }, MEMBERS);
    let call = client.call(Restore { body });
    let answer = call.timeout(Duration::from_secs(600)).await;
    let told = answer.map_err(|error| anyhow!("{error}"))?.into_inner();
    told.parse().context("the server tells no length")
}

async fn receive(mut form: Multipart<Backup>) -> Result<String, Error> {
    let mut length = 0;
    while let Some(part) = form.next_file().await? {
        let written = part.body.write_to(&mut tokio::io::sink()).await;
        length += written.map_err(Problem::from)?;
    }
    form.collect(1000).await?;
    Ok(length.to_string())
}
