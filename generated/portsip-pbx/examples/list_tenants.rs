//! All tenants, page by page, as one stream: `cargo run --example list_tenants -- URL TOKEN`.

use portsip_pbx::client::{Client, Failure};
use std::error::Error;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(url), Some(token)) = (arguments.next(), arguments.next()) else {
        return Err("usage: list_tenants URL TOKEN".into());
    };
    let client = Client::builder(url).bearer(token).build()?;
    let count = list(&client).await?;
    println!("{count} tenants");
    Ok(())
}

/// Prints the tenants that are enabled, and counts them. The next page is on its way while one is read.
pub async fn list(client: &Client) -> Result<usize, Failure> {
    let call = client.list_tenants().filter("enabled eq true").top(50);
    let mut tenants = call.items().prefetch(1);
    let mut count = 0;
    while let Some(tenant) = tenants.next().await {
        let tenant = tenant?;
        println!("{:?} {:?}", tenant.id, tenant.name);
        count += 1;
    }
    Ok(count)
}
