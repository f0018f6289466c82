//! Size of a release binary that makes one call: by the generated client, and by reqwest and serde.
//!
//! Both are packages of one workspace, so that they share every dependency with its features.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::report::{Figure, Goal, Unit};
use crate::{cpu, folder};

const WORKSPACE: &str = r#"[workspace]
members = ["ours", "theirs"]
resolver = "3"

[profile.release]
strip = true
"#;

const TOKIO: &str = r#"tokio = { version = "1", features = ["macros", "rt"] }"#;

const OURS: &str = r#"
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = std::env::args().nth(1).ok_or("a URL is needed")?;
    let client = portsip_pbx::client::Client::builder(url).bearer("token").build()?;
    let tenant = client.show_tenant("42").await?;
    println!("{:?}", tenant.name);
    Ok(())
}
"#;

const THEIRS: &str = r#"
#[allow(dead_code)]
mod twin;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = std::env::args().nth(1).ok_or("a URL is needed")?;
    let client = reqwest::Client::builder()
        .connect_timeout(std::time::Duration::from_secs(10))
        .timeout(std::time::Duration::from_secs(30))
        .build()?;
    let request = client.get(format!("{url}/tenants/42")).bearer_auth("token");
    let answer = request.send().await?.error_for_status()?;
    let tenant: twin::Root = serde_json::from_slice(&answer.bytes().await?)?;
    println!("{:?}", tenant.name);
    Ok(())
}
"#;

pub fn measure() -> Result<Vec<Figure>> {
    let folder = folder::scratch("size")?;
    let generated = folder::generated()?;
    let ours = format!(
        "portsip-pbx = {{ path = {:?}, default-features = false, features = [\"client\", \"rustls\"] }}\n{TOKIO}\n",
        generated.display().to_string()
    );
    let theirs = format!(
        "jiff = {{ version = \"0.2\", default-features = false, features = [\"std\", \"serde\"] }}\n\
         reqwest = {{ version = \"0.13\", default-features = false, features = [\"rustls\", \"stream\"] }}\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\n{TOKIO}\n"
    );
    write(&folder.join("Cargo.toml"), WORKSPACE)?;
    package(&folder, "ours", &ours, OURS)?;
    package(&folder, "theirs", &theirs, THEIRS)?;
    // It also names the generated model, which nobody has who writes by hand.
    let twin = crate::codec::twin::TEXT.lines();
    let twin: Vec<&str> = twin.filter(|it| !it.contains("portsip_pbx")).collect();
    write(&folder.join("theirs/src/twin.rs"), &twin.join("\n"))?;
    let lock = folder.join("Cargo.lock");
    fs::copy(folder::workspace().join("Cargo.lock"), &lock)
        .with_context(|| format!("could not copy to {}", lock.display()))?;

    let [ours, theirs] = ["ours", "theirs"].map(|name| built(&folder, name));
    let (ours, theirs) = (ours?, theirs?);
    Ok(vec![
        Figure::counted("binary of one call, ratio", Unit::Ratio, ours / theirs)
            .goal(Goal::AtMost(1.1)),
        Figure::counted("binary of one call, ours", Unit::Megabytes, ours),
        Figure::counted("binary of one call, by hand", Unit::Megabytes, theirs),
    ])
}

fn package(folder: &Path, name: &str, dependencies: &str, main: &str) -> Result<()> {
    let head = format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
    let manifest = format!("{head}\n[dependencies]\n{dependencies}");
    write(&folder.join(name).join("Cargo.toml"), &manifest)?;
    write(&folder.join(name).join("src/main.rs"), main)
}

/// Megabytes of the program. Each is built by itself: in one run, features of one would be the other's.
fn built(folder: &Path, name: &str) -> Result<f64> {
    let target = folder.join("target");
    let mut command = folder::cargo();
    command
        .args(["build", "--release", "--quiet", "--package", name])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", &target)
        .env_remove("RUSTFLAGS")
        .env_remove("RUSTC_WRAPPER");
    cpu::run(&command)?;
    let program = target.join("release").join(name);
    let size =
        fs::metadata(&program).with_context(|| format!("there is no {}", program.display()))?;
    Ok(size.len() as f64 / 1e6)
}

fn write(path: &Path, text: &str) -> Result<()> {
    let parent = path.parent().unwrap_or(path);
    fs::create_dir_all(parent)
        .and_then(|()| fs::write(path, text))
        .with_context(|| format!("could not write {}", path.display()))
}
