//! CPU time and memory, of this process and of others.
//!
//! The kernel adds up what a process's children used, and keeps the highest peak of them all. So each command runs
//! below a fresh copy of this program, which has no other children, and which prints what that one used.

use std::ffi::OsString;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};

/// What a command and the processes it waited for used.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
pub struct Usage {
    /// User and system.
    pub cpu_seconds: f64,
    /// Of the largest process.
    pub peak_bytes: u64,
}

/// What a command used, and what it wrote to the standard error.
pub struct Ran {
    pub usage: Usage,
    pub stderr: String,
}

/// Runs `command` to its end. That it fails is an error.
pub fn run(command: &Command) -> Result<Ran> {
    let shown = format!("{command:?}");
    let output = below_a_copy(command)?
        .output()
        .with_context(|| format!("could not run {shown}"))?;
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    if !output.status.success() {
        bail!("{shown} failed\n{}", stderr.trim_end());
    }
    let usage = serde_json::from_slice(&output.stdout)
        .with_context(|| format!("no usage was told for {shown}"))?;
    Ok(Ran { usage, stderr })
}

fn below_a_copy(command: &Command) -> Result<Command> {
    let me = std::env::current_exe().context("where this program lies is not known")?;
    let mut copy = Command::new(me);
    copy.args(["usage", "--"])
        .arg(command.get_program())
        .args(command.get_args());
    if let Some(folder) = command.get_current_dir() {
        copy.current_dir(folder);
    }
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => copy.env(name, value),
            None => copy.env_remove(name),
        };
    }
    Ok(copy)
}

/// The copy's part: runs the command and prints its [`Usage`].
pub fn print_usage(command: &[OsString]) -> Result<()> {
    let [program, args @ ..] = command else {
        bail!("no command was given");
    };
    let status = Command::new(program)
        .args(args)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()
        .with_context(|| format!("could not start {}", program.display()))?;
    if !status.success() {
        bail!("{status}");
    }
    println!("{}", serde_json::to_string(&system::children()?)?);
    Ok(())
}

/// CPU seconds that this process has used.
pub fn own_seconds() -> Result<f64> {
    system::own_seconds()
}

#[cfg(target_os = "linux")]
mod system {
    use anyhow::{Context, Result};
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike;
    use nix::time::{ClockId, clock_gettime};

    use super::Usage;

    pub fn children() -> Result<Usage> {
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN).context("the system tells no usage")?;
        let cpu = usage.user_time() + usage.system_time();
        Ok(Usage {
            cpu_seconds: cpu.num_microseconds() as f64 / 1e6,
            // Linux counts in KiB, others in bytes.
            peak_bytes: usage.max_rss().unsigned_abs() * 1024,
        })
    }

    pub fn own_seconds() -> Result<f64> {
        let now = clock_gettime(ClockId::CLOCK_PROCESS_CPUTIME_ID)
            .context("the system tells no CPU time")?;
        Ok(now.num_nanoseconds() as f64 / 1e9)
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use anyhow::{Result, bail};

    use super::Usage;

    pub fn children() -> Result<Usage> {
        bail!("CPU time and peak memory are only measured on Linux")
    }

    pub fn own_seconds() -> Result<f64> {
        bail!("CPU time is only measured on Linux")
    }
}
