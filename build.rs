//! Generates what the tests compare and use, as anyone's build script would.

use std::error::Error;
use std::fmt::Write;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    oasmith::build::Api::new("specs/portsip").generate()?;
    oasmith::build::Api::new("tests/zoo/zoo.yaml").generate()?;
    oasmith::build::Api::new("tests/gates/gates.yaml").generate()?;
    oasmith::build::Api::new("tests/styles/styles.yaml").generate()?;
    oasmith::build::Api::new("tests/media/api.yaml")
        .name("media")
        .generate()?;
    oasmith::build::Api::new("tests/names/names.yaml")
        .name("names")
        .generate()?;
    documented_calls("generated/portsip-pbx/src/client")
}

/// Makes a function of each call that the documentation of the committed client shows, for the compiler to judge: its
/// arguments are those of the method.
fn documented_calls(folder: &str) -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={folder}");
    let mut out = String::new();
    let mut files: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::path);
    for file in files.iter().filter(|it| it.file_name() != "mod.rs") {
        let text = fs::read_to_string(file.path())?;
        let module = file.path().with_extension("");
        let module = module.file_name().unwrap_or_default().to_string_lossy();
        writeln!(out, "mod {module} {{\n{}}}", functions(&text)?)?;
    }
    fs::write(format!("{}/documented_calls.rs", env::var("OUT_DIR")?), out)?;
    Ok(())
}

/// A function for each method of the client in `text`, with the same imports.
fn functions(text: &str) -> Result<String, std::fmt::Error> {
    let mut out = String::from("use portsip_pbx::client::Failure;\n");
    for import in text.split("\nuse crate").skip(1) {
        let end = import.find(';').unwrap_or(import.len());
        writeln!(out, "use portsip_pbx{};", &import[..end])?;
    }
    let text = text.replace("\n        ", "\n    ");
    for part in text.split("\n    /// ```ignore\n").skip(1) {
        let (shown, rest) = part.split_once("\n    /// ```\n").unwrap_or((part, ""));
        let shown = shown.replace("    /// ", "");
        let head = rest.split_once("pub fn ").and_then(|(_, it)| {
            let (name, it) = it.split_once('(')?;
            Some((name, it.split_once("&self")?.1.split_once(") -> ")?.0))
        });
        let (name, arguments) = head.unwrap_or(("no_method", ""));
        writeln!(
            out,
            "async fn {name}(client: &Client {arguments}) -> Result<(), Failure> {{\n{shown}\nOk(())\n}}"
        )?;
    }
    Ok(out)
}
