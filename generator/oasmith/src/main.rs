//! The command `oasmith`.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
