//! Every kind of error that a call may end in: `cargo run --example handle_errors -- URL TOKEN ID`.

use portsip_pbx::client::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(url), Some(token), Some(id)) = (arguments.next(), arguments.next(), arguments.next())
    else {
        return Err("usage: handle_errors URL TOKEN ID".into());
    };
    let client = Client::builder(url).bearer(token).build()?;
    println!("{}", describe(&client, &id).await);
    Ok(())
}

/// What came of asking for a tenant, in words.
pub async fn describe(client: &Client, id: &str) -> String {
    let error = match client.show_tenant(id).await {
        Ok(tenant) => return format!("found {:?}", tenant.name),
        Err(error) => error,
    };
    // What is worth a line of its own comes first; `Display` says the rest well enough for a log.
    let advice = match &error {
        Error::Declared { answer, .. } if answer.status == 404 => "there is no such tenant",
        Error::Declared { .. } => "the server refuses this, and says why",
        Error::Undeclared { .. } => "the server says what its document does not tell of",
        Error::Decode { .. } => "the answer is not what the document tells of",
        Error::TooLarge { .. } => "the answer is too long: see `max_answer_bytes`",
        Error::Encode { .. } => "the request cannot be written: nothing was sent",
        Error::Credential { .. } => "there is no token: nothing was sent",
        Error::Timeout { .. } | Error::Transport { .. } => "the server may have carried it out",
        _ => "see the message",
    };
    let again = match error.is_retryable() {
        true => "try again later",
        false => "do not try again",
    };
    match error.problem().and_then(|it| it.detail) {
        Some(detail) => format!("{advice} ({detail}); {again}: {error}"),
        None => format!("{advice}; {again}: {error}"),
    }
}
