//! The IP rules as a file, with progress: `cargo run --example download_rules -- URL TOKEN FILE`.

use portsip_pbx::client::Client;
use std::error::Error;
use std::path::Path;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(url), Some(token), Some(path)) =
        (arguments.next(), arguments.next(), arguments.next())
    else {
        return Err("usage: download_rules URL TOKEN FILE".into());
    };
    let client = Client::builder(url).bearer(token).build()?;
    let length = download(&client, path.as_ref())
        .await
        .map_err(|it| -> Box<dyn Error> { it })?;
    println!("\n{length} bytes");
    Ok(())
}

/// Writes the rules as they come, a gibibyte of them at most; tells how many bytes it was.
pub async fn download(client: &Client, path: &Path) -> Result<u64, Box<dyn Error + Send + Sync>> {
    let rules = client.export_ip_rules().await?.into_inner().body;
    let rules = rules
        .limit(1 << 30)
        .on_progress(|so_far| eprint!("\r{so_far} bytes"));
    let mut file = tokio::fs::File::create(path).await?;
    rules.write_to(&mut file).await
}
