//! CPU time of a request without a socket: the router is called as a service, and the answer read to its end.

use std::hint::black_box;

use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::body::{Bytes, to_bytes};
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};
use tower_service::Service;

use super::requests::Call;
use super::{Side, Turns};
use crate::cpu;
use crate::report::Figure;

/// Requests of one side in a round.
const REQUESTS: usize = 1000;

pub fn measure(calls: &[Call], rounds: usize) -> Result<Vec<Figure>> {
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build()
        .context("there is no runtime")?;
    let (ours, by_hand) = (Side::Ours.app(), Side::ByHand.app());
    let mut figures = Vec::new();
    for call in calls {
        agree(&runtime, &ours, &by_hand, call)?;
        let turns = Turns::take(rounds, |side| match side {
            Side::Ours => seconds(&runtime, &ours, call),
            Side::ByHand => seconds(&runtime, &by_hand, call),
        })?;
        figures.extend(turns.figures(&format!("{} in process", call.what), call.goal));
    }
    Ok(figures)
}

/// Both answer the same, but for the words of what is wrong.
fn agree(runtime: &Runtime, ours: &Router, by_hand: &Router, call: &Call) -> Result<()> {
    let ours = told(&runtime.block_on(ask(ours, call))?)?;
    let by_hand = told(&runtime.block_on(ask(by_hand, call))?)?;
    ensure!(ours == by_hand, "ours: {ours}\nby hand: {by_hand}");
    Ok(())
}

fn told(answer: &Bytes) -> Result<Value> {
    let mut told: Value = serde_json::from_slice(answer)?;
    let errors = told.get_mut("errors").and_then(Value::as_array_mut);
    for error in errors.into_iter().flatten() {
        error["detail"].take();
    }
    Ok(told)
}

async fn ask(app: &Router, call: &Call) -> Result<Bytes> {
    let answer = app.clone().call(call.request()?).await?;
    ensure!(
        answer.status().as_u16() == call.status,
        "{} answers {}",
        call.what,
        answer.status()
    );
    Ok(to_bytes(answer.into_body(), usize::MAX).await?)
}

/// CPU seconds of a request; the requests are made before.
fn seconds(runtime: &Runtime, app: &Router, call: &Call) -> Result<f64> {
    let requests: Vec<_> = (0..REQUESTS)
        .map(|_| call.request())
        .collect::<Result<_>>()?;
    let start = cpu::own_seconds()?;
    runtime.block_on(async {
        for request in requests {
            let answer = app.clone().call(request).await?;
            black_box(to_bytes(answer.into_body(), usize::MAX).await?);
        }
        anyhow::Ok(())
    })?;
    Ok((cpu::own_seconds()? - start) / REQUESTS as f64)
}
