//! Decoding and encoding a detailed tenant: the generated codec against serde derive on the same structs.
//!
//! Both run in this process, taking turns: a round times a few thousand runs of one and then of the other, and the
//! next round starts with the other. The ratio of a round is serde's CPU time by ours; what is told is the median of
//! ratios. Before that, both have to agree on what the JSON says.

pub mod tenant;
pub mod twin;

use std::hint::black_box;

use anyhow::{Context, Result, ensure};
use portsip_pbx::runtime::codec::{decode, encode};
use serde_json::Value;

use crate::cpu;
use crate::report::{Figure, Goal, Report, Unit};
use crate::samples::spread;
use tenant::Tenant;

/// CPU time of one side of a round.
const SLICE_SECONDS: f64 = 0.005;

pub fn measure(rounds: usize) -> Result<Report> {
    let mut figures = Vec::new();
    for tenant in tenant::both()? {
        figures.extend(compare(&tenant, rounds).with_context(|| tenant.what())?);
    }
    Ok(Report {
        measurement: "codec",
        setup: format!(
            "a detailed tenant, generated codec against serde derive and serde_json in turns, one process, \
             {rounds} rounds; ratio: serde's time by ours"
        ),
        figures,
    })
}

fn compare(tenant: &Tenant, rounds: usize) -> Result<Vec<Figure>> {
    let json = tenant.json.as_slice();
    let ours: twin::Generated = decode(json).context("the generated codec refuses it")?;
    let serde: twin::Root = serde_json::from_slice(json).context("serde refuses it")?;
    agree(json, &encode(&ours)).context("the generated codec changes it")?;
    agree(json, &serde_json::to_vec(&serde)?).context("serde changes it")?;

    let decoding = take_turns(
        rounds,
        || decode::<twin::Generated>(black_box(json)),
        || serde_json::from_slice::<twin::Root>(black_box(json)),
    )?;
    let encoding = take_turns(
        rounds,
        || encode(black_box(&ours)),
        || serde_json::to_vec(black_box(&serde)),
    )?;
    let (decode, encode) = (tenant.what_is_done("decode"), tenant.what_is_done("encode"));
    Ok(decoding
        .figures(&decode)
        .into_iter()
        .chain(encoding.figures(&encode))
        .collect())
}

/// Both texts have the same values; the order of members says nothing.
fn agree(json: &[u8], written: &[u8]) -> Result<()> {
    let (expected, found): (Value, Value) = (
        serde_json::from_slice(json)?,
        serde_json::from_slice(written)?,
    );
    ensure!(expected == found, "in: {expected}\nout: {found}");
    Ok(())
}

/// Seconds for one run, by round.
#[derive(Default)]
struct Turns {
    ours: Vec<f64>,
    serde: Vec<f64>,
}

fn take_turns<A, B>(
    rounds: usize,
    mut ours: impl FnMut() -> A,
    mut serde: impl FnMut() -> B,
) -> Result<Turns> {
    let repeats = repeats(&mut ours)?;
    let mut turns = Turns::default();
    for round in 0..rounds {
        if round % 2 == 0 {
            turns.ours.push(seconds(repeats, &mut ours)?);
        }
        turns.serde.push(seconds(repeats, &mut serde)?);
        if round % 2 != 0 {
            turns.ours.push(seconds(repeats, &mut ours)?);
        }
    }
    Ok(turns)
}

/// How often to run it for a slice of time.
fn repeats<T>(run: &mut impl FnMut() -> T) -> Result<u32> {
    let mut repeats: u32 = 16;
    while seconds(repeats, run)? * f64::from(repeats) < SLICE_SECONDS {
        repeats = repeats.saturating_mul(2);
    }
    Ok(repeats)
}

/// CPU seconds of one run, dropping what it makes included.
fn seconds<T>(repeats: u32, run: &mut impl FnMut() -> T) -> Result<f64> {
    let start = cpu::own_seconds()?;
    for _ in 0..repeats {
        black_box(run());
    }
    Ok((cpu::own_seconds()? - start) / f64::from(repeats))
}

impl Turns {
    fn figures(self, what: &str) -> [Figure; 3] {
        let ratios = self
            .ours
            .iter()
            .zip(&self.serde)
            .map(|(ours, serde)| serde / ours);
        let ratios = spread(ratios.collect());
        let micros = |seconds: Vec<f64>| spread(seconds.iter().map(|it| it * 1e6).collect());
        [
            Figure::measured(&format!("{what}, ratio"), Unit::Ratio, ratios)
                .goal(Goal::AtLeast(1.0)),
            Figure::measured(
                &format!("{what}, ours"),
                Unit::CpuMicroseconds,
                micros(self.ours),
            ),
            Figure::measured(
                &format!("{what}, serde"),
                Unit::CpuMicroseconds,
                micros(self.serde),
            ),
        ]
    }
}
