//! Memory of a process that downloads or uploads a gigabyte as a stream, above one that moves a kilobyte.

use std::process::Command;

use anyhow::{Context, Result, anyhow, ensure};
use clap::ValueEnum;
use portsip_pbx::client::{Client, Transport};
use portsip_pbx::runtime::body::Body;
use portsip_pbx::runtime::reqwest_transport::Reqwest;
use std::time::Duration;

use super::loopback::{LONG, Server};
use super::upload;
use crate::cpu;
use crate::report::{Figure, Goal, Unit};

const SHORT: u64 = 1_000;

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Transfer {
    /// By the generated client: `exportIpRules`.
    Download,
    Upload,
    /// A form with a file, and its server in the same process.
    Form,
    /// A short one, for what a process takes that moves hardly anything.
    Idle,
}

pub fn measure(server: &Server) -> Result<Vec<Figure>> {
    let idle = peak(server, "idle")?;
    let mut figures = vec![Figure::counted("idle, peak", Unit::Megabytes, idle)];
    for (what, told) in [
        ("download", "download"),
        ("upload", "upload"),
        ("form", "form with a file, sent and received,"),
    ] {
        let above = peak(server, what)? - idle;
        let what = format!("{told} of 1 GB, peak above idle");
        figures.push(Figure::counted(&what, Unit::Megabytes, above).goal(Goal::AtMost(16.0)));
    }
    Ok(figures)
}

fn peak(server: &Server, what: &str) -> Result<f64> {
    let me = std::env::current_exe().context("where this program lies is not known")?;
    let mut command = Command::new(me);
    command.args(["transfer", what, &server.url]);
    Ok(cpu::run(&command)?.usage.peak_bytes as f64 / 1e6)
}

/// A process's part.
pub fn run(what: Transfer, url: &str) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("there is no runtime")?;
    let (moved, length) = match what {
        Transfer::Download => (runtime.block_on(download(url)), LONG),
        Transfer::Upload => (runtime.block_on(send(url, LONG)), LONG),
        Transfer::Form => (runtime.block_on(upload::there(LONG)), LONG),
        Transfer::Idle => (runtime.block_on(send(url, SHORT)), SHORT),
    };
    let moved = moved?;
    ensure!(moved == length, "{moved} bytes of {length} were moved");
    Ok(())
}

async fn download(url: &str) -> Result<u64> {
    let client = Client::builder(url).bearer("token").build()?;
    let body = client.export_ip_rules().await?.into_inner().body;
    let written = body.write_to(&mut tokio::io::sink()).await;
    written.map_err(|error| anyhow!(error))
}

/// No operation of the API takes a stream, so this is what carries one for those that do.
async fn send(url: &str, length: u64) -> Result<u64> {
    let zeros = tokio::io::AsyncReadExt::take(tokio::io::repeat(0), length);
    let request = http::Request::put(format!("{url}/upload")).body(Body::read_from(zeros))?;
    let failed = |error| anyhow!("{error}");
    let transport = Reqwest::new(Duration::from_secs(10)).map_err(failed)?;
    let answer = transport.send(request).await.map_err(failed)?;
    let told = answer.into_body().collect(99).await.map_err(failed)?;
    Ok(std::str::from_utf8(&told)?.parse()?)
}
