//! Requests over connections that stay open, and what a connection takes that nobody uses.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

use super::requests::Call;
use super::{Side, Turns};
use crate::cpu;
use crate::report::{Figure, Goal, Unit};

/// Requests of one side in a round, over as many connections at once.
const ROUND_TRIPS: usize = 50;
const CONNECTIONS: usize = 8;

/// How many connections are left idle, unless fewer files may be open.
const IDLE: u64 = 10_000;

pub fn measure(calls: &[Call], rounds: usize) -> Result<Vec<Figure>> {
    let (ours, by_hand) = (Server::start(Side::Ours)?, Server::start(Side::ByHand)?);
    let mut figures = Vec::new();
    for call in calls {
        let turns = Turns::take(rounds, |side| match side {
            Side::Ours => seconds(&ours, call),
            Side::ByHand => seconds(&by_hand, call),
        })?;
        figures.extend(turns.figures(&format!("{} over sockets", call.what), call.goal));
    }
    figures.extend(idle(&calls[0])?);
    Ok(figures)
}

/// CPU seconds that the server takes for a request.
fn seconds(server: &Server, call: &Call) -> Result<f64> {
    let mut connections: Vec<TcpStream> = (0..CONNECTIONS)
        .map(|_| server.connect())
        .collect::<Result<_>>()?;
    let request = call.bytes();
    let mut answer = vec![0; 1 << 16];
    round_trip(&mut connections, &request, &mut answer, call.status)?;
    let start = server.seconds()?;
    for _ in 0..ROUND_TRIPS {
        round_trip(&mut connections, &request, &mut answer, call.status)?;
    }
    Ok((server.seconds()? - start) / (ROUND_TRIPS * CONNECTIONS) as f64)
}

/// A request on every connection, and then the answers.
fn round_trip(
    connections: &mut [TcpStream],
    request: &[u8],
    answer: &mut [u8],
    status: u16,
) -> Result<()> {
    for connection in &mut *connections {
        connection.write_all(request)?;
    }
    for connection in connections {
        read(connection, answer, status)?;
    }
    Ok(())
}

/// Reads one answer to its end.
fn read(connection: &mut TcpStream, answer: &mut [u8], status: u16) -> Result<()> {
    let mut filled = 0;
    loop {
        let read = connection.read(&mut answer[filled..])?;
        ensure!(read > 0, "the server closed, or answers more than expected");
        filled += read;
        let text = String::from_utf8_lossy(&answer[..filled]);
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            continue;
        };
        ensure!(
            head.get(9..12) == Some(status.to_string().as_str()),
            "expected {status}: {head}"
        );
        let length = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "));
        let length: usize = length.context("an answer without a length")?.parse()?;
        if body.len() == length {
            return Ok(());
        }
    }
}

/// What the memory of each server grows by for a connection that has had an answer, and waits.
fn idle(call: &Call) -> Result<[Figure; 2]> {
    let count = IDLE.min(cpu::open_files()?.saturating_sub(100));
    let kilobytes = |side| idle_of(&Server::start(side)?, count, call);
    let (ours, by_hand) = (kilobytes(Side::Ours)?, kilobytes(Side::ByHand)?);
    let what = format!("one of {count} idle connections");
    Ok([
        Figure::counted(&format!("{what}, ours"), Unit::Kilobytes, ours)
            .goal(Goal::AtMost((by_hand * 105.0).round() / 100.0)),
        Figure::counted(&format!("{what}, by hand"), Unit::Kilobytes, by_hand),
    ])
}

fn idle_of(server: &Server, count: u64, call: &Call) -> Result<f64> {
    let (request, mut answer) = (call.bytes(), vec![0; 1 << 16]);
    let mut connections = Vec::new();
    let mut before = 0;
    for index in 0..count {
        let mut connection = server.connect()?;
        connection.write_all(&request)?;
        read(&mut connection, &mut answer, call.status)?;
        connections.push(connection);
        if index == 0 {
            before = server.resident_kilobytes()?;
        }
    }
    Ok((server.resident_kilobytes()? - before) as f64 / (count - 1) as f64)
}

/// A copy of this program that serves until it is dropped.
struct Server {
    child: Child,
    port: u16,
}

impl Server {
    fn start(side: Side) -> Result<Self> {
        let me = std::env::current_exe().context("where this program lies is not known")?;
        let side = match side {
            Side::Ours => "ours",
            Side::ByHand => "by-hand",
        };
        let mut child = Command::new(me)
            .args(["serve", side])
            .stdout(Stdio::piped())
            .spawn()
            .context("could not start the server")?;
        let told = child.stdout.take().context("the server tells nothing")?;
        let mut port = String::new();
        BufReader::new(told).read_line(&mut port)?;
        let port = port.trim().parse().context("the server tells no port")?;
        Ok(Self { child, port })
    }

    fn connect(&self) -> Result<TcpStream> {
        let connection = TcpStream::connect(("127.0.0.1", self.port))?;
        connection.set_nodelay(true)?;
        Ok(connection)
    }

    fn seconds(&self) -> Result<f64> {
        cpu::seconds_of(self.child.id())
    }

    /// Of Linux, as everything that is measured here.
    fn resident_kilobytes(&self) -> Result<i64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|it| it.strip_prefix("VmRSS:"));
        let Some(kilobytes) = line.and_then(|it| it.split_whitespace().next()) else {
            bail!("the system does not tell the memory of a process");
        };
        Ok(kilobytes.parse()?)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended already is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The copy's part: tells its port, and serves for ever.
pub fn serve(side: Side) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("there is no runtime")?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        println!("{}", listener.local_addr()?.port());
        std::io::stdout().flush()?;
        // Made into a service once, since axum copies the table of a router for each connection otherwise.
        axum::serve(listener, side.app().into_make_service()).await?;
        Ok(())
    })
}
