//! CPU time of a call that answers a detailed tenant.
//!
//! Both clients run in this process on one thread, taking turns as in `codec`; both have a token, time limits and a
//! connection that is there already.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use portsip_pbx::client::Client;
use portsip_pbx::runtime::codec::encode;
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};

use super::loopback::Server;
use crate::codec::twin;
use crate::cpu;
use crate::report::{Figure, Goal, Unit};
use crate::samples::spread;

/// Calls of one side in a round.
const CALLS: usize = 200;

pub fn measure(server: &Server, rounds: usize) -> Result<Vec<Figure>> {
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build()
        .context("there is no runtime")?;
    let ours = Client::builder(server.url.as_str())
        .bearer("token")
        .build()?;
    let theirs = reqwest::Client::builder()
        .connect_timeout(Duration::from_secs(10))
        .timeout(Duration::from_secs(30))
        .build()?;
    let url = format!("{}/tenants/42", server.url);
    agree(&runtime, &ours, &theirs, &url)?;

    let (mut our_times, mut their_times) = (Vec::new(), Vec::new());
    for round in 0..rounds {
        if round % 2 == 0 {
            our_times.push(seconds(&runtime, || call(&ours))?);
        }
        their_times.push(seconds(&runtime, || call_by_hand(&theirs, &url))?);
        if round % 2 != 0 {
            our_times.push(seconds(&runtime, || call(&ours))?);
        }
    }
    let ratios = our_times
        .iter()
        .zip(&their_times)
        .map(|(our, their)| our / their);
    let ratios = spread(ratios.collect());
    let micros = |times: Vec<f64>| spread(times.iter().map(|it| it * 1e6).collect());
    Ok(vec![
        Figure::measured("a call, ratio", Unit::Ratio, ratios).goal(Goal::AtMost(1.03)),
        Figure::measured("a call, ours", Unit::CpuMicroseconds, micros(our_times)),
        Figure::measured(
            "a call, by hand",
            Unit::CpuMicroseconds,
            micros(their_times),
        ),
    ])
}

async fn call(client: &Client) -> Result<portsip_pbx::models::Tenant> {
    Ok(client.show_tenant("42").await?.into_inner())
}

async fn call_by_hand(client: &reqwest::Client, url: &str) -> Result<twin::Root> {
    let request = client.get(url).header("accept", "application/json");
    let answer = request
        .bearer_auth("token")
        .send()
        .await?
        .error_for_status()?;
    Ok(serde_json::from_slice(&answer.bytes().await?)?)
}

/// Both read the same.
fn agree(runtime: &Runtime, ours: &Client, theirs: &reqwest::Client, url: &str) -> Result<()> {
    let ours: Value = serde_json::from_slice(&encode(&runtime.block_on(call(ours))?))?;
    let theirs = serde_json::to_value(runtime.block_on(call_by_hand(theirs, url))?)?;
    ensure!(ours == theirs, "ours: {ours}\nby hand: {theirs}");
    Ok(())
}

/// CPU seconds of a call.
fn seconds<T, F: Future<Output = Result<T>>>(
    runtime: &Runtime,
    call: impl Fn() -> F,
) -> Result<f64> {
    let start = cpu::own_seconds()?;
    runtime.block_on(async {
        for _ in 0..CALLS {
            std::hint::black_box(call().await?);
        }
        anyhow::Ok(())
    })?;
    Ok((cpu::own_seconds()? - start) / CALLS as f64)
}
