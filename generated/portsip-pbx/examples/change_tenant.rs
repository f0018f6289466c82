//! Reads a tenant, changes it, writes it back: `cargo run --example change_tenant -- URL TOKEN ID`.

use portsip_pbx::client::{Client, Failure};
use portsip_pbx::models::UpdateTenantRequest;
use std::error::Error;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(url), Some(token), Some(id)) = (arguments.next(), arguments.next(), arguments.next())
    else {
        return Err("usage: change_tenant URL TOKEN ID".into());
    };
    let client = Client::builder(url).bearer(token).build()?;
    move_to(&client, &id, "Europe/Riga").await?;
    Ok(())
}

/// Changes the time zone and nothing else: the request is made from what was read.
pub async fn move_to(client: &Client, id: &str, timezone: &str) -> Result<(), Failure> {
    let tenant = client.show_tenant(id).await?.into_inner();
    println!("was in {:?}", tenant.timezone);
    let change = UpdateTenantRequest::from(tenant).timezone(timezone);
    client.update_tenant(id, change).await?;
    Ok(())
}
