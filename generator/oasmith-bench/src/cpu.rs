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

/// What each process of a command may use; one that uses more ends by a signal, or gets no more memory.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub struct Limits {
    #[arg(long)]
    pub cpu_seconds: Option<u64>,
    /// Of address space.
    #[arg(long)]
    pub megabytes: Option<u64>,
}

/// How a command ended: with a code, or by a signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum End {
    Code(i32),
    Signal(i32),
}

/// A command that ran to some end.
pub struct Attempt {
    pub end: End,
    pub ran: Ran,
}

/// What a copy of this program prints.
#[derive(Deserialize, Serialize)]
struct Told {
    end: End,
    usage: Usage,
}

/// Runs `command` to its end. That it fails is an error.
pub fn run(command: &Command) -> Result<Ran> {
    let Attempt { end, ran } = attempt(command, Limits::default())?;
    if end != End::Code(0) {
        bail!("{command:?} failed\n{}", ran.stderr.trim_end());
    }
    Ok(ran)
}

/// Runs `command` to whatever end it comes to.
pub fn attempt(command: &Command, limits: Limits) -> Result<Attempt> {
    let output = below_a_copy(command, limits)?
        .output()
        .with_context(|| format!("could not run {command:?}"))?;
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    let Told { end, usage } = serde_json::from_slice(&output.stdout)
        .with_context(|| format!("no usage was told for {command:?}\n{}", stderr.trim_end()))?;
    let ran = Ran { usage, stderr };
    Ok(Attempt { end, ran })
}

fn below_a_copy(command: &Command, limits: Limits) -> Result<Command> {
    let me = std::env::current_exe().context("where this program lies is not known")?;
    let mut copy = Command::new(me);
    copy.arg("usage");
    if let Some(seconds) = limits.cpu_seconds {
        copy.args(["--cpu-seconds", &seconds.to_string()]);
    }
    if let Some(megabytes) = limits.megabytes {
        copy.args(["--megabytes", &megabytes.to_string()]);
    }
    copy.arg("--")
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

/// The copy's part: runs the command within the limits, and prints its end and its [`Usage`].
pub fn print_usage(command: &[OsString], limits: Limits) -> Result<()> {
    let [program, args @ ..] = command else {
        bail!("no command was given");
    };
    system::limit(limits)?;
    let status = Command::new(program)
        .args(args)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()
        .with_context(|| format!("could not start {}", program.display()))?;
    let told = Told {
        end: system::end(status)?,
        usage: system::children()?,
    };
    println!("{}", serde_json::to_string(&told)?);
    Ok(())
}

/// CPU seconds that this process has used.
pub fn own_seconds() -> Result<f64> {
    system::own_seconds()
}

/// CPU seconds that another process has used.
pub fn seconds_of(process: u32) -> Result<f64> {
    system::seconds_of(process)
}

/// How many files this process may have open, connections included.
pub fn open_files() -> Result<u64> {
    system::open_files()
}

#[cfg(target_os = "linux")]
mod system {
    use std::os::unix::process::ExitStatusExt;
    use std::process::ExitStatus;

    use anyhow::{Context, Result};
    use nix::sys::resource::{Resource, UsageWho, getrlimit, getrusage, setrlimit};
    use nix::sys::time::TimeValLike;
    use nix::time::{ClockId, clock_getcpuclockid, clock_gettime};
    use nix::unistd::Pid;

    use super::{End, Limits, Usage};

    /// Limits this process, and with it those that it starts.
    pub fn limit(limits: Limits) -> Result<()> {
        let bytes = limits.megabytes.map(|it| it.saturating_mul(1_000_000));
        for (resource, most) in [
            (Resource::RLIMIT_CPU, limits.cpu_seconds),
            (Resource::RLIMIT_AS, bytes),
        ] {
            if let Some(most) = most {
                setrlimit(resource, most, most).context("the system takes no limit")?;
            }
        }
        Ok(())
    }

    pub fn end(status: ExitStatus) -> Result<End> {
        let code = status.code().map(End::Code);
        code.or(status.signal().map(End::Signal))
            .context("the command has not ended")
    }

    pub fn children() -> Result<Usage> {
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN).context("the system tells no usage")?;
        let cpu = usage.user_time() + usage.system_time();
        Ok(Usage {
            cpu_seconds: cpu.num_microseconds() as f64 / 1e6,
            // Linux counts in KiB, others in bytes.
            peak_bytes: usage.max_rss().unsigned_abs() * 1024,
        })
    }

    pub fn open_files() -> Result<u64> {
        let limits = getrlimit(Resource::RLIMIT_NOFILE);
        Ok(limits.context("the system tells no limit")?.0)
    }

    pub fn own_seconds() -> Result<f64> {
        seconds(ClockId::CLOCK_PROCESS_CPUTIME_ID)
    }

    pub fn seconds_of(process: u32) -> Result<f64> {
        let process = Pid::from_raw(process.try_into().context("no process has that id")?);
        seconds(clock_getcpuclockid(process).context("the process has ended")?)
    }

    fn seconds(clock: ClockId) -> Result<f64> {
        let now = clock_gettime(clock).context("the system tells no CPU time")?;
        Ok(now.num_nanoseconds() as f64 / 1e9)
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use std::process::ExitStatus;

    use anyhow::{Result, bail};

    use super::{End, Limits, Usage};

    pub fn limit(_: Limits) -> Result<()> {
        Ok(())
    }

    pub fn end(_: ExitStatus) -> Result<End> {
        bail!("how a command ended is only told on Linux")
    }

    pub fn children() -> Result<Usage> {
        bail!("CPU time and peak memory are only measured on Linux")
    }

    pub fn own_seconds() -> Result<f64> {
        bail!("CPU time is only measured on Linux")
    }

    pub fn open_files() -> Result<u64> {
        bail!("limits are only known on Linux")
    }

    pub fn seconds_of(_: u32) -> Result<f64> {
        bail!("CPU time is only measured on Linux")
    }
}
