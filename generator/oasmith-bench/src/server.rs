//! The generated server beside axum and serde by hand: CPU time of a request, memory of an idle connection, and making
//! the router.
//!
//! Both answer the same to the same requests, once in this process without a socket, and once in copies of this program
//! on the loopback, whose CPU time is read before and after; what it costs to ask is not counted.

mod by_hand;
mod in_process;
mod loopback;
mod making;
mod ours;
mod requests;

use std::path::PathBuf;

use anyhow::Result;
use axum::Router;
use clap::ValueEnum;

use crate::report::{Figure, Goal, Report, Unit};
use crate::samples::spread;

pub use loopback::serve;

#[derive(Clone, Debug, Default, clap::Args)]
pub struct Settings {
    /// Also generate a server for this document, and measure how long its router takes to make
    #[arg(long, value_name = "FILE")]
    large: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Side {
    Ours,
    ByHand,
}

impl Side {
    fn app(self) -> Router {
        match self {
            Self::Ours => ours::app(),
            Self::ByHand => by_hand::app(),
        }
    }
}

pub fn measure(settings: &Settings, rounds: usize) -> Result<Report> {
    let calls = requests::calls()?;
    let mut figures = in_process::measure(&calls, rounds)?;
    figures.extend(loopback::measure(&calls, rounds)?);
    figures.extend(making::measure(settings.large.as_deref(), rounds)?);
    Ok(Report {
        measurement: "server",
        setup: format!(
            "the generated server beside axum, serde derive and serde_json by hand, in turns, {rounds} rounds; \
             throughput: our requests per CPU second by theirs"
        ),
        figures,
    })
}

/// CPU seconds of a request, by round.
#[derive(Default)]
struct Turns {
    ours: Vec<f64>,
    by_hand: Vec<f64>,
}

impl Turns {
    /// Both sides of each round, the first of which changes.
    fn take(rounds: usize, mut seconds: impl FnMut(Side) -> Result<f64>) -> Result<Self> {
        let mut turns = Self::default();
        for round in 0..rounds {
            if round % 2 == 0 {
                turns.ours.push(seconds(Side::Ours)?);
            }
            turns.by_hand.push(seconds(Side::ByHand)?);
            if round % 2 != 0 {
                turns.ours.push(seconds(Side::Ours)?);
            }
        }
        Ok(turns)
    }

    fn figures(self, what: &str, goal: f64) -> [Figure; 3] {
        let pairs = self.ours.iter().zip(&self.by_hand);
        let ratios = spread(pairs.map(|(ours, by_hand)| by_hand / ours).collect());
        let micros = |seconds: Vec<f64>| spread(seconds.iter().map(|it| it * 1e6).collect());
        let (ours, by_hand) = (micros(self.ours), micros(self.by_hand));
        [
            Figure::measured(&format!("{what}, throughput"), Unit::Ratio, ratios)
                .goal(Goal::AtLeast(goal)),
            Figure::measured(&format!("{what}, ours"), Unit::CpuMicroseconds, ours),
            Figure::measured(&format!("{what}, by hand"), Unit::CpuMicroseconds, by_hand),
        ]
    }
}
