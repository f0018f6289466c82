//! The generated client beside reqwest and serde by hand, against a server on the loopback in a process of its own:
//! CPU time of a call, memory of long transfers, size of a program that makes one call.

mod calls;
mod loopback;
mod size;
mod transfers;
mod upload;

use anyhow::Result;

use crate::report::Report;

pub use loopback::serve;
pub use transfers::{Transfer, run};

pub fn measure(rounds: usize) -> Result<Report> {
    let server = loopback::Server::start()?;
    let mut figures = calls::measure(&server, rounds)?;
    figures.extend(transfers::measure(&server)?);
    figures.extend(size::measure()?);
    Ok(Report {
        measurement: "client",
        setup: format!(
            "the generated client beside reqwest, serde derive and serde_json by hand, in turns against a server on \
             the loopback, {rounds} rounds; ratios: ours by theirs"
        ),
        figures,
    })
}
