//! The command `oasmith`.

mod cli;

/// Trees of documents and tokens of Rust are millions of small allocations, which cost a third of a run.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::main()
}
