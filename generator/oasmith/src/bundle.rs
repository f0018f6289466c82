//! Reads the files that documents refer to, and puts them together.
//!
//! In: the parsed sources. Out: documents that stand alone, in the same order; a source that is no document and is
//! referred to by one is a part of it, and other such sources are fragments for `merge` to complete.
//! Which files are wanted is `oasmith_spec`'s to know; here they are read, each once, and none outside of the root.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use oasmith_source::{Diagnostic, Diagnostics, FileId, SourceMap, Span};
use oasmith_spec::bundle::{Gather, Wanted, is_document, outside};
use oasmith_spec::extract::Format;
use oasmith_spec::load::Folder;
use oasmith_spec::merge::NameChoice;
use oasmith_spec::{Node, codes, parse};

use crate::api::Api;

pub fn bundle(
    parts: Vec<Node>,
    api: &Api,
    sources: &mut SourceMap,
) -> (Option<Vec<Node>>, Diagnostics) {
    let mut library = Library {
        sources,
        folder: Folder::new(&api.root, &api.reach),
        read: HashMap::new(),
        used: HashSet::new(),
        policy: api.config.clashes.parts,
        documents: HashSet::new(),
        has_config: api.config_file.is_some(),
        said: Diagnostics::default(),
    };
    // A lone source is a document, whatever it holds; `merge` says what is wrong with it.
    let is_alone = parts.len() == 1;
    let slots: Vec<Slot> = parts
        .into_iter()
        .map(
            |it| match is_alone || it.get("openapi").is_some() || it.get("swagger").is_some() {
                true => Slot::Document(it),
                false => Slot::Part(it.span.file, library.keep(it)),
            },
        )
        .collect();
    library.documents = slots
        .iter()
        .filter_map(|it| match it {
            Slot::Document(it) => Some(it.span.file),
            Slot::Part(..) => None,
        })
        .collect();
    let mut bundled = Vec::new();
    let mut parts = Vec::new();
    for slot in slots {
        let document = match slot {
            Slot::Document(it) => library.document(it),
            Slot::Part(file, tree) => {
                parts.push((bundled.len(), file, tree));
                bundled.push(None);
                continue;
            }
        };
        match document {
            Some(it) => bundled.push(Some(it)),
            None => return (None, library.said),
        }
    }
    // What is no part of a document is a fragment, which may refer to files as well.
    for (at, file, tree) in parts {
        if !library.used.contains(&file) || has_more_paths(&tree, &bundled) {
            bundled[at] = library.document(Arc::unwrap_or_clone(tree));
            if bundled[at].is_none() {
                return (None, library.said);
            }
        }
    }
    (Some(bundled.into_iter().flatten().collect()), library.said)
}

/// Whether a part has operations that nobody has referred to.
fn has_more_paths(part: &Node, documents: &[Option<Node>]) -> bool {
    let own = part.get("paths").and_then(Node::as_object);
    let mut own = own.into_iter().flat_map(|it| it.iter());
    own.any(|path| {
        let mut known = documents.iter().flatten();
        let has = |it: &Node| {
            it.get("paths")
                .is_some_and(|it| it.get(&path.key.text).is_some())
        };
        !known.any(has)
    })
}

enum Slot {
    Document(Node),
    /// It may turn out to be a part of one.
    Part(FileId, Arc<Node>),
}

/// The files of a run, each parsed once, for all documents.
struct Library<'a> {
    sources: &'a mut SourceMap,
    folder: Folder,
    read: HashMap<FileId, Option<Arc<Node>>>,
    used: HashSet<FileId>,
    policy: NameChoice,
    /// The sources that are documents.
    documents: HashSet<FileId>,
    has_config: bool,
    said: Diagnostics,
}

impl Library<'_> {
    fn keep(&mut self, tree: Node) -> Arc<Node> {
        let file = tree.span.file;
        let tree = Arc::new(tree);
        self.read.insert(file, Some(Arc::clone(&tree)));
        tree
    }

    fn document(&mut self, document: Node) -> Option<Node> {
        let name = self.sources.file(document.span.file).name().to_owned();
        let mut gather = Gather::new(&name, document).beside(self.documents.clone());
        loop {
            let wanted = gather.wanted();
            if wanted.is_empty() {
                break;
            }
            for it in wanted {
                let tree = self.tree(&it);
                gather.add(&it.name, tree);
            }
        }
        let (bundled, said) = oasmith_spec::bundle::bundle(gather, self.policy);
        self.said.extend(said);
        bundled
    }

    /// A file that a reference asks for. Why it cannot be had is said, unless nobody needs it.
    fn tree(&mut self, wanted: &Wanted) -> Option<Arc<Node>> {
        if is_hidden(&wanted.name) && wanted.text && !is_document(&wanted.name) {
            if !wanted.optional {
                let message = format!("`{}` is hidden", self.sources.shown(&wanted.name));
                let fault = Diagnostic::error(&codes::FILE_UNREADABLE, message).at(wanted.span);
                self.said
                    .push(fault.help("name a text without a dot in front"));
            }
            return None;
        }
        let file = match self.folder.load(self.sources, &wanted.name) {
            Ok(file) => file,
            Err(fault) => {
                if !wanted.optional {
                    let fault = self.refused(wanted, fault);
                    self.said.push(fault);
                }
                return None;
            }
        };
        self.used.insert(file);
        if let Some(known) = self.read.get(&file) {
            return known.clone();
        }
        let tree = self.parsed(file, wanted);
        self.read.insert(file, tree.clone());
        tree
    }

    fn parsed(&mut self, file: FileId, wanted: &Wanted) -> Option<Arc<Node>> {
        let text = self.sources.file(file).text();
        let span = Span::new(file, 0, text.len());
        if wanted.text && !is_document(&wanted.name) {
            return Some(Arc::new(Node::string(text, span)));
        }
        let format = match wanted.name.to_ascii_lowercase().ends_with(".json") {
            true => Format::Json,
            false => Format::Yaml,
        };
        let (tree, said) = parse::parse_at(self.sources, span, format);
        if !wanted.optional {
            let said = said.into_iter();
            self.said
                .extend(said.map(|it| it.also(wanted.span, "the file is referred to here")));
        }
        tree.map(Arc::new)
    }

    /// The fault of a file, at the reference that asks for it.
    fn refused(&self, wanted: &Wanted, fault: Diagnostic) -> Diagnostic {
        let target = self.sources.text(wanted.span).trim_matches(['"', '\'']);
        match fault.code.id {
            id if id == codes::FILE_MISSING.id => {
                let message = format!("`{}` does not exist", self.sources.shown(&wanted.name));
                let missing = Diagnostic::error(&codes::FILE_MISSING, message)
                    .labelled(wanted.span, "it is referred to here");
                // Of what was said without knowing who asks, a guess is of use.
                let guesses = fault
                    .help
                    .into_iter()
                    .filter(|it| it.starts_with("did you mean"));
                guesses.fold(missing, Diagnostic::help)
            }
            id if id == codes::REF_OUTSIDE_ROOT.id => {
                let option = match self.has_config {
                    true => "set `root` under `[api]`, or give a folder with `--root`",
                    false => "give the folder that it may lead to with `--root`",
                };
                outside(target).at(wanted.span).help(option)
            }
            _ if fault.primary.is_none() => fault.at(wanted.span),
            _ => fault.also(wanted.span, "the file is referred to here"),
        }
    }
}

/// Files whose name starts with a dot hold settings and secrets, which are not to end up in a document as texts.
fn is_hidden(name: &str) -> bool {
    let hidden = |it: &str| it.starts_with('.') && it != "..";
    name.split('/').any(hidden)
}
