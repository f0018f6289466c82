//! A temporary folder in which the command runs.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

pub struct Place {
    folder: TempDir,
}

/// What came of a run.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Place {
    /// A folder with these files.
    pub fn new(files: &[(&str, &str)]) -> Place {
        let place = Place {
            folder: TempDir::new().unwrap(),
        };
        for (path, text) in files {
            place.put(path, text);
        }
        place
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn put(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn text(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    pub fn has(&self, path: &str) -> bool {
        self.path(path).exists()
    }

    /// Runs the command here.
    pub fn run(&self, args: &[&str]) -> Ran {
        self.run_in("", args)
    }

    /// Runs the command in a folder below.
    pub fn run_in(&self, folder: &str, args: &[&str]) -> Ran {
        let output = self.command(args).current_dir(self.path(folder)).output();
        self.ran(output.unwrap())
    }

    /// Runs the command with its standard output going elsewhere.
    pub fn run_to(&self, out: Stdio, args: &[&str]) -> Ran {
        let child = self
            .command(args)
            .stdout(out)
            .stderr(Stdio::piped())
            .spawn();
        self.ran(child.unwrap().wait_with_output().unwrap())
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_oasmith"));
        command
            .args(args)
            .current_dir(self.folder.path())
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE");
        command
    }

    /// Says the same wherever the folder is and however long it took.
    fn ran(&self, output: Output) -> Ran {
        let folder = self.folder.path().display().to_string();
        let real = self.folder.path().canonicalize().unwrap();
        let real = real.display().to_string();
        let plain = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes);
            without_figures(&text.replace(&real, "[HERE]").replace(&folder, "[HERE]"))
        };
        Ran {
            code: output.status.code().unwrap_or(-1),
            out: plain(&output.stdout),
            err: plain(&output.stderr),
        }
    }

    /// Every file below a folder, by path, with its contents.
    pub fn state(&self, folder: &str) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut state = BTreeMap::new();
        collect(&self.path(folder), &mut state);
        let root = self.folder.path();
        state
            .into_iter()
            .map(|(path, bytes)| (path.strip_prefix(root).unwrap().to_owned(), bytes))
            .collect()
    }
}

fn collect(path: &Path, state: &mut BTreeMap<PathBuf, Vec<u8>>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            collect(&entry.unwrap().path(), state);
        }
    } else if path.is_file() {
        state.insert(path.to_owned(), fs::read(path).unwrap());
    }
}

/// Takes out the figures that tell more about the machine and the runtime than about the run:
/// `, 42 files, 0.03 s` -> `, [FILES], [TIME]`
fn without_figures(text: &str) -> String {
    let plain = |part: &str| match part.trim_end().split_once(' ') {
        Some((count, "files")) if count.parse::<u32>().is_ok() => {
            part.replace(part.trim_end(), "[FILES]")
        }
        Some((time, "s")) if time.parse::<f64>().is_ok() => part.replace(part.trim_end(), "[TIME]"),
        _ => part.to_owned(),
    };
    let line = |line: &str| line.split(", ").map(plain).collect::<Vec<_>>().join(", ");
    text.split_inclusive('\n').map(line).collect()
}

/// One operation, as a page has it.
pub fn page(fragment: &str) -> String {
    format!("# Cats\n\n## List cats\n\n```json\n{fragment}\n```\n")
}

/// A whole document with these paths.
pub fn document(paths: &str) -> String {
    format!("openapi: 3.1.0\ninfo: {{ title: Cats, version: '1' }}\npaths:\n{paths}")
}

/// Two cats, one of them by id.
pub const CATS: &str = r##"openapi: 3.1.0
info: { title: Cats, version: "1" }
tags: [{ name: cats }]
paths:
  /cats:
    get:
      operationId: listCats
      tags: [cats]
      parameters:
        - { name: top, in: query, schema: { type: integer, format: int32 } }
      responses:
        "200":
          description: the cats
          content:
            application/json:
              schema: { type: array, items: { $ref: "#/components/schemas/Cat" } }
  /cats/{id}:
    get:
      operationId: getCat
      tags: [cats]
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        "200":
          description: the cat
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Cat" }
components:
  schemas:
    Cat:
      type: object
      required: [name]
      properties:
        name: { type: string }
        age: { type: integer, format: int32 }
"##;
