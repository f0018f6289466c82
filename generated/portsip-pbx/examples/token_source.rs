//! A token that expires, from a file that something else keeps fresh: `cargo run --example token_source -- URL FILE`.

use portsip_pbx::client::{BuildError, Client, Token};
use portsip_pbx::security;
use std::error::Error;
use std::path::PathBuf;
use std::time::Duration;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(url), Some(path)) = (arguments.next(), arguments.next()) else {
        return Err("usage: token_source URL FILE".into());
    };
    let client = connect(&url, path.into())?;
    let status = client.retrieve_current_system_status().await?;
    println!("{:?}", status.body);
    Ok(())
}

/// A client whose token is read when there is none, a little before it expires, and once more after a 401; by one call
/// at a time, however many there are. Any other way to a token, such as signing in, is a closure like this one.
pub fn connect(url: &str, path: PathBuf) -> Result<Client, BuildError> {
    let source = move || {
        let path = path.clone();
        async move {
            let token = tokio::fs::read_to_string(path).await?;
            Ok(Token::bearer(token.trim()).expires_in(Duration::from_secs(600)))
        }
    };
    Client::builder(url)
        .token_source(&security::BEARER, source)
        .build()
}
