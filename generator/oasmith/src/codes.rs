//! What can be wrong with a configuration, an output and the surroundings of a run.
//!
//! `15x` conversion, `90x` configuration and arguments, `91x` writing, `92x` the command and build scripts.

oasmith_source::codes! {
    /// `oasmith.toml` is not valid TOML.
    ///
    /// The place of the fault is shown, with what is expected there.
    pub CONFIG_SYNTAX = "OAS901" "config-syntax";
    /// `oasmith.toml` has a key that oasmith does not know.
    ///
    /// A key that is not understood would be a setting that silently does nothing, so it is refused.
    /// `oasmith init` writes a file with every key that there is.
    pub CONFIG_UNKNOWN_KEY = "OAS902" "config-unknown-key";
    /// A key of `oasmith.toml` has a value that it does not take.
    pub CONFIG_VALUE = "OAS903" "config-value";
    /// A folder has no `oasmith.toml`.
    ///
    /// A folder names an API only by that file. Make one with `oasmith init`, or name a document in place of the folder.
    pub CONFIG_MISSING = "OAS904" "config-missing";
    /// It is not said where the output goes.
    ///
    /// Give a folder with `-o`, or set `output` in `oasmith.toml`.
    pub OUTPUT_MISSING = "OAS905" "output-missing";
    /// The ending of an output file says nothing about its format.
    ///
    /// `oasmith merge` writes YAML to `.yaml` and `.yml`, and JSON to `.json`.
    pub OUTPUT_FORMAT = "OAS906" "output-format";
    /// Of several arguments, one names a whole API.
    ///
    /// Documents are merged in the order in which they are named. A folder or an `oasmith.toml` has sources and settings of
    /// its own: name its documents in place of it, or list all of them as `sources` of one `oasmith.toml`.
    pub ARGUMENT_NOT_DOCUMENT = "OAS907" "argument-not-document";

    /// A converted document cannot be read.
    ///
    /// What `oasmith merge --as` writes is read first: by oasmith, and what is OpenAPI 3.0 also by the crate `openapiv3`,
    /// as other tools do. The conversion made something that does not pass, which is a bug; nothing is written.
    pub CONVERTED_UNREADABLE = "OAS155" "converted-unreadable";
    /// The crate `openapiv3` does not read a part of a document that stood so in the source.
    ///
    /// The part is not valid in OpenAPI 3.0, or the crate has a gap. It is written as it is. Tools that are built on that
    /// crate will not read the document.
    pub FOREIGN_READER = "OAS156" "foreign-reader";

    /// The output folder holds something that oasmith did not make.
    ///
    /// The output is replaced as a whole, so oasmith only writes to a folder that does not exist, is empty, or has the
    /// file `.oasmith` that it leaves in every folder it makes. Choose another folder, or empty this one.
    pub OUTPUT_NOT_OURS = "OAS911" "output-not-ours";
    /// A file that oasmith did not make stands where one is to be written.
    ///
    /// What stands beside the generated files in the output folder is left alone; `.oasmith` lists what is generated.
    /// Move or delete the file that is in the way. Where the output folder itself is a file, give another path.
    pub OUTPUT_OCCUPIED = "OAS912" "output-occupied";
    /// The disk refuses to be written.
    ///
    /// The path and the system's own reason are shown. What stood there before is still there, unchanged.
    pub WRITE_REFUSED = "OAS913" "write-refused";
    /// A file exists and is not overwritten.
    ///
    /// `oasmith init` writes a file that people edit, so it never replaces one. Delete it first, or give another name
    /// with `-o`.
    pub FILE_EXISTS = "OAS914" "file-exists";
    /// The output would replace one of the files that it is made from, or be one of them the next time.
    ///
    /// Choose a path that is not among the sources, or name the files in `sources`: a glob takes in whatever it matches,
    /// and the default every document beside the others.
    pub OUTPUT_IS_SOURCE = "OAS915" "output-is-source";

    /// No diagnostic has this code or name.
    ///
    /// `oasmith explain` without a code lists them all.
    pub CODE_UNKNOWN = "OAS920" "code-unknown";
    /// The build-script API is used outside a build script.
    ///
    /// Cargo tells a build script where to write by the variable `OUT_DIR`. Call it from `build.rs`, or set the
    /// folder with `out_dir`.
    pub OUT_DIR_MISSING = "OAS921" "out-dir-missing";
    /// The name ledger is not up to date, and a build script does not write it.
    ///
    /// A build script writes to `OUT_DIR` and nowhere else. Run `oasmith generate` or `oasmith merge` once and commit
    /// the ledger, so that names stay when operations are added.
    pub LEDGER_BEHIND = "OAS922" "ledger-behind";
    /// A git revision cannot be read.
    ///
    /// `oasmith lint --changed REV` runs `git show` in the folder of the API; what git says is shown. A checkout in CI often
    /// has one commit only: fetch the revision first.
    pub REVISION_UNREADABLE = "OAS923" "revision-unreadable";
    /// A baseline is to be written, and nothing says where.
    ///
    /// Give a file with `--baseline`, or set `baseline` under `[lint]` of `oasmith.toml`.
    pub BASELINE_NOWHERE = "OAS924" "baseline-nowhere";
    /// A mock cannot be served.
    ///
    /// `oasmith mock` builds the generated server with cargo, so that requests are checked as in earnest. It needs cargo,
    /// a folder to build in, and at least one operation that is generated.
    pub MOCK_UNSERVED = "OAS925" "mock-unserved";
}
