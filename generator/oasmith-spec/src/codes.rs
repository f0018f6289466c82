//! What can be wrong with sources and documents, each kind documented once.
//!
//! `00x` load, `01x` extract, `02x` parse, `03x` what a document is, `10x` merge, `12x` recover, its ledger, and copies
//! for references, `13x` references, `14x` read, `15x` one version as another, `17x` overlays.

oasmith_source::codes! {
    /// A source that was asked for does not exist.
    ///
    /// The path is taken as given on the command line, or relative to `oasmith.toml`; that of a `$ref` is relative to
    /// the file in which it stands. Correct the path, or remove it from `sources`.
    pub FILE_MISSING = "OAS001" "file-missing";
    /// A source exists and cannot be read.
    ///
    /// The system's own reason is shown. Check the permissions, and that it is a file.
    pub FILE_UNREADABLE = "OAS002" "file-unreadable";
    /// A source is neither UTF-8 nor UTF-16 text.
    ///
    /// OpenAPI documents are UTF-8 (OAS 3.1, Format; RFC 8259, 8.1), and YAML may be UTF-16 (YAML 1.2.2, 5.2). Other
    /// encodings are named where they can be told; convert the file, for example with `iconv -f LATIN1 -t UTF-8`.
    pub NOT_UTF8 = "OAS003" "not-utf8";
    /// A source is larger than oasmith reads.
    ///
    /// The limit is 256 MiB for one file, so that an untrusted one cannot use up the memory.
    /// Split the document, or remove what is no part of the API.
    pub FILE_TOO_LARGE = "OAS004" "file-too-large";
    /// No source was found.
    ///
    /// A pattern in `sources` matches no file, or the folder holds no Markdown, JSON or YAML file.
    /// Patterns are relative to `oasmith.toml`, and `*` does not cross folders: `pages/**/*.md` does.
    pub NO_SOURCES = "OAS005" "no-sources";

    /// A source is empty, or holds nothing but white space.
    ///
    /// Most often an export failed half way. Fetch the page again, or remove it from `sources`.
    pub PAGE_EMPTY = "OAS010" "page-empty";
    /// There is no OpenAPI document where one is looked for.
    ///
    /// In a Markdown page these are fenced code blocks marked `json` or `yaml` whose content is an object with an
    /// `openapi` member. A block, or a file that `sources` does not name, with `paths` and without `openapi` may be a
    /// part of a document or an example of one: it is left out, with a warning.
    pub NO_FRAGMENT = "OAS011" "no-fragment";
    /// A document does not stand in a fenced code block that is opened and closed.
    ///
    /// Without the closing fence the rest of the page would be read as one document; without the opening one, the
    /// document is prose. One in a quote or in indented code is left out, with a warning.
    pub FENCE_UNCLOSED = "OAS012" "fence-unclosed";

    /// A text is not valid JSON (RFC 8259).
    ///
    /// Inside a Markdown page, the place is the one in the page.
    /// Correct the text there. What can mean one thing only is a warning, said once for each kind: comments, a comma
    /// after the last item, a tab or a line break in a string, a backslash that escapes nothing, half of a character, words
    /// of other languages (`None`, `NaN`), and YAML under the name of JSON.
    pub JSON_SYNTAX = "OAS020" "json-syntax";
    /// A text is not valid YAML.
    ///
    /// The place is where the text stops making sense, which may be a line after the cause: most often it is an
    /// indentation that does not fit, a tab, or a `: ` in text without quotes.
    pub YAML_SYNTAX = "OAS021" "yaml-syntax";
    /// An object has the same member twice.
    ///
    /// Readers disagree on which one counts. The last one does here, as in JavaScript; between several documents that are
    /// put together it is an error. Remove one; both places are shown.
    pub DUPLICATE_KEY = "OAS022" "duplicate-key";
    /// A value is nested more deeply than oasmith reads.
    ///
    /// The limit is 512 levels, far above documents that people write, so that no input can use up the stack.
    pub TOO_DEEP = "OAS023" "too-deep";
    /// YAML aliases expand to more than oasmith reads.
    ///
    /// A few lines of aliases of aliases stand for billions of values; the document is refused before they are made.
    pub ALIAS_EXPANSION = "OAS024" "alias-expansion";
    /// A YAML construct has no counterpart in JSON.
    ///
    /// OpenAPI documents are limited to what JSON can express (OAS 3.1, Format): one document per file, keys that are
    /// strings, no tags beyond the JSON schema, no aliases to a value that contains them.
    /// What the document can do without is left out, with a warning: a tag and not its value, a number that is none
    /// (`.nan`), a member whose key is no string, and of several documents all but one.
    pub YAML_UNSUPPORTED = "OAS025" "yaml-unsupported";

    /// A source is not an OpenAPI document.
    ///
    /// Its root must be an object with the member `openapi`, whose value is a version such as `"3.1.0"`
    /// (OAS 3.1, OpenAPI Object).
    pub NOT_OPENAPI = "OAS030" "not-openapi";
    /// A source is a Swagger 2.0 document.
    ///
    /// Swagger 2.0 differs from OpenAPI 3 in nearly every part. Convert it first, for example with `swagger2openapi`.
    pub SWAGGER_2 = "OAS031" "swagger-2";
    /// A document has a version that oasmith does not know.
    ///
    /// oasmith reads OpenAPI 3.0, 3.1 and 3.2. The version is a string: without quotes, YAML reads `3.1` as a number.
    pub UNKNOWN_VERSION = "OAS032" "unknown-version";

    /// Two sources describe the same method and path differently.
    ///
    /// Both places are shown, with the first difference. Equal descriptions unify.
    /// Make the two equal, remove one of the sources, or choose by `operations` in `[merge.clashes]`.
    pub OPERATION_CLASH = "OAS101" "operation-clash";
    /// Two sources define a component of the same kind and name differently.
    ///
    /// Both places are shown, with the first difference. References in each source mean its own definition, so neither
    /// can be taken for both. Rename one, make them equal, or choose by `components` in `[merge.clashes]`, where `rename`
    /// keeps both.
    pub COMPONENT_CLASH = "OAS102" "component-clash";
    /// Two sources differ in `info`, or in another part that a document has once.
    ///
    /// The first one counts. Make them equal to be rid of the warning, or choose by `info` in `[merge.clashes]`.
    pub ROOT_CLASH = "OAS103" "root-clash";
    /// Two sources describe the same tag differently.
    ///
    /// The first description counts. Make them equal to be rid of the warning, or choose by `tags` in
    /// `[merge.clashes]`.
    pub TAG_CLASH = "OAS104" "tag-clash";
    /// Two operations have the same `operationId`.
    ///
    /// Operation ids are unique in a document (OAS 3.1, Operation Object), and the generated methods are named by them.
    /// Rename one, or choose by `operation_ids` in `[merge.clashes]`.
    pub OPERATION_ID_TWICE = "OAS105" "operation-id-twice";
    /// Two paths differ only in the names of their parameters.
    ///
    /// Such paths are the same (OAS 3.1, Paths Object): a request matches both. Use one name for the parameter.
    pub PATHS_EQUIVALENT = "OAS106" "paths-equivalent";
    /// Two sources name the parameters of one path differently.
    ///
    /// Such paths are the same (OAS 3.1, Paths Object), and become one path with the names of the first source: in the
    /// template, in parameters, and in the expressions and links that use them. Nothing has to be done.
    pub PATHS_UNIFIED = "OAS108" "paths-unified";
    /// What is to be explained is not in the document, or means several things.
    ///
    /// `oasmith merge --explain` takes a path, a method and a path, a JSON Pointer, the name of a component, or an
    /// operation id. A name that means several things is told apart by a pointer: `#/components/schemas/Tenant`.
    pub EXPLAIN_NOT_ONE = "OAS109" "explain-not-one";

    /// The name ledger cannot be read.
    ///
    /// It is a TOML file that oasmith writes and people edit; the place of the fault is shown.
    /// Above its entries it says how the exporter of the copies went about it, once that matters to a name:
    /// `annotations`, `in-copies` or `around-copies`, is where it wrote what stood beside a reference, and `nullable`,
    /// `of-places` or `of-schemas`, whose `null` is that only some copies allow.
    pub LEDGER_SYNTAX = "OAS120" "ledger-syntax";
    /// The name ledger gives one name to two components.
    ///
    /// Both entries are shown. Change one of the names; `same_as` joins two entries that mean the same schema.
    pub LEDGER_NAME_TWICE = "OAS121" "ledger-name-twice";
    /// An entry of the name ledger no longer matches anything.
    ///
    /// Its name stays reserved. Delete the entry to free the name.
    /// The same is said of descriptions that describe nothing: `describe = { "" = "A place", "/properties/street" = "…" }`
    /// names parts by JSON Pointers from the schema, and stands on the entry that has no `same_as`.
    /// So it is of `annotations` and `nullable` where most copies look as if the contrary held; that is an info, for what
    /// they say counts.
    pub LEDGER_STALE = "OAS122" "ledger-stale";
    /// The name ledger joins two schemas that differ in more than prose.
    ///
    /// `same_as` is for twins: schemas that differ in descriptions only. Others stay apart, whatever the ledger says.
    pub LEDGER_NOT_TWINS = "OAS123" "ledger-not-twins";
    /// A schema holds a shorter copy of itself, which is taken for recursion that an exporter cut off.
    ///
    /// Exporters that inline every reference stop somewhere when a schema refers to itself. Where a schema repeats
    /// itself at two levels at least and ends in an empty schema, in a list of anything, in a text that says so, or
    /// without the member, the copies inside become references to the whole.
    /// Where the levels are meant, and the tree is to end, write `recursion = "as-written"` at the head of the name ledger
    /// in place of `"folded"`.
    pub RECURSION_FOLDED = "OAS124" "recursion-folded";

    /// Without references, a document is larger than oasmith writes.
    ///
    /// A few components that each use another one twice stand for billions of copies, so the number of values is
    /// bounded. The place is the reference whose copy passed the bound. Leave the references in.
    pub COPIES_TOO_MANY = "OAS126" "copies-too-many";
    /// Without references, a document is nested more deeply than oasmith reads.
    ///
    /// Components that refer to each other in a long chain stand inside each other when they are copied; the limit is
    /// 512 levels. The place is the reference whose copy passed the bound. Leave the references in.
    pub COPIES_TOO_DEEP = "OAS127" "copies-too-deep";

    /// A `$ref` points to nothing.
    ///
    /// The nearest name is suggested where there is one. A JSON Pointer writes `/` in a name as `~1` and `~` as `~0`
    /// (RFC 6901). The same is said of a security scheme that is required and not declared.
    /// The bare name of a component, and `#/definitions/Pet` as Swagger 2.0 has it, are taken for the component, with a
    /// warning.
    pub REF_UNRESOLVED = "OAS130" "ref-unresolved";
    /// A path item comes from another document, whose `security` or `servers` do not come with it.
    ///
    /// What a document says for all its operations is looked for in the one that refers to the path item
    /// (OAS 3.2, Path Item Object), so an operation that needs a key there may be open here. Write it beside each
    /// operation, or make the other document a source of its own: merging keeps what each source says.
    /// Said once for each file.
    pub FILE_DEFAULTS = "OAS131" "file-defaults";
    /// A `$ref` leaves the folder of the document.
    ///
    /// A document is read with what stands beside and below it, and nothing else, so that an untrusted one cannot
    /// reach the rest of the disk. Where the folder is a part of something larger, `--root` or `root` under `[api]`
    /// names the folder that references may not leave.
    pub REF_OUTSIDE_ROOT = "OAS132" "ref-outside-root";
    /// A `$ref` names an address on the network.
    ///
    /// oasmith makes no network requests. Store the document beside this one and refer to the file.
    pub REF_REMOTE = "OAS133" "ref-remote";
    /// A `$ref` points to something of another kind than is needed here.
    ///
    /// A response can refer to a response only, a parameter to a parameter, and so on (OAS 3.1, Reference Object).
    /// A schema in the place of a request body, a response, a header or a media type is taken for its schema, with a
    /// warning, whether it is referred to or stands there.
    pub REF_WRONG_KIND = "OAS134" "ref-wrong-kind";
    /// A chain of `$ref`s leads back to itself with nothing in between.
    ///
    /// Such a schema describes nothing, and any value is taken where a crate is made. A schema may well refer to itself
    /// from inside a property or an item.
    /// What cannot be a component (a path item, a map of properties) is put in place of the `$ref`, and so cannot
    /// contain that `$ref` at all.
    pub REF_CYCLE = "OAS135" "ref-cycle";
    /// A `$ref` names another file, where no other file is read.
    ///
    /// oasmith puts the files of a document together before it reads the document, so the command says this of two
    /// things only, which stay as they are written: an `operationRef` to an operation that is none of the document's,
    /// and a value of `discriminator.mapping` that names a file which is not there.
    /// A program that calls the stages itself is to call `bundle` between `parse` and `merge`.
    pub REF_OTHER_FILE = "OAS136" "ref-other-file";
    /// Parts in two files have one name and differ.
    ///
    /// In one document, their names have to be different: the first keeps its name, and the other one gets a word of
    /// its path in front, `admin_Pet`. Rename one of them, list it in `components` under the name that you want, or
    /// choose by `parts` in `[merge.clashes]`, where `first` and `last` take one of the two for both.
    pub NAMES_ALIKE = "OAS137" "names-alike";
    /// A local `$ref` in a part means the document.
    ///
    /// `#/components/schemas/Pet` means the file in which it stands (RFC 3986, 4.4). Where that file has no such place
    /// and the document has, that of the document is taken.
    /// Put the path of the document before the `#`, so that every tool finds it. Said once for each file.
    pub REF_ASTRAY = "OAS138" "ref-astray";
    /// The `$id` of a schema is left out.
    ///
    /// In the document, references that depend on it (JSON Schema 2020-12, 8.2.1) are written as pointers, and no `$id`
    /// stays, under which those would mean something else. A pointer that leads nowhere in the schema with the `$id`
    /// is one into the document.
    /// In another file references are taken as relative to the file, not to the `$id`.
    /// Said once for each file.
    pub BASE_LEFT_OUT = "OAS139" "base-left-out";

    /// A part of the document has another type than the specification asks for.
    ///
    /// An error where the meaning cannot be told, a warning where the part can be left out.
    pub WRONG_TYPE = "OAS140" "wrong-type";
    /// A part of the document lacks a member that the specification requires.
    ///
    /// An error where the meaning cannot be told without it, a warning elsewhere.
    pub MEMBER_MISSING = "OAS141" "member-missing";
    /// A part of the document has a value that the specification does not allow.
    ///
    /// An error where the meaning cannot be told, a warning where the value can be left out.
    pub WRONG_VALUE = "OAS142" "wrong-value";
    /// A path parameter and the path template do not fit.
    ///
    /// Each `{name}` of a path needs a parameter `in: path` of that name, and each such parameter a `{name}`
    /// (OAS 3.1, Path Templating).
    pub PATH_PARAMETER = "OAS143" "path-parameter";
    /// A `$dynamicRef` or `$recursiveRef` that may lead to several schemas, or to none.
    ///
    /// One that can lead to a single schema of the document is read as a `$ref`. Where several have the anchor, what it
    /// means depends on the schema that was asked for, and a type cannot. Write a `$ref` to the one that is meant.
    pub REF_DYNAMIC = "OAS145" "ref-dynamic";
    /// A part of an operation cannot be read, and the operation does without it.
    ///
    /// A header of an answer, or a parameter that may be left out, is any text; an answer that is an error is not
    /// declared, and of several media types of an answer nothing is known of what that one holds.
    /// Correct what the reason says; whatever writes or judges a document calls that an error.
    pub PART_UNREAD = "OAS144" "part-unread";

    /// A keyword beside `$ref` counts in OpenAPI 3.1, and did not in the 3.0 that is converted.
    ///
    /// A reference has no siblings in OpenAPI 3.0 (Reference Object), so what stands there is left out, for it would
    /// change the meaning now. Remove it; where it was meant, write `allOf` with the reference and the keyword beside it.
    pub SIBLINGS_IGNORED = "OAS150" "siblings-ignored";
    /// A schema says something for which an older version has no words.
    ///
    /// The schema allows more than before, and everything that it allowed. `oneOf` and `not` around such a schema are
    /// loosened for the same reason: a schema that allows more would forbid more there.
    pub SCHEMA_WIDENED = "OAS151" "schema-widened";
    /// A part of a document has no counterpart in an older version.
    ///
    /// It is left out, or kept as an extension where the message says so. Tools that know only the older version do
    /// not see it.
    pub PART_LEFT_OUT = "OAS152" "part-left-out";
    /// A description, an example or a hint has no counterpart in an older version.
    ///
    /// It is left out. What is valid and what is sent stay the same.
    pub ANNOTATION_LEFT_OUT = "OAS153" "annotation-left-out";
    /// Sources of OpenAPI 3.0 are merged with some of a later version.
    ///
    /// They are converted to 3.1 first, which loses nothing. The merged document has the highest version of all sources.
    pub VERSION_RAISED = "OAS154" "version-raised";

    /// A file that is named as an overlay is none.
    ///
    /// An overlay is an object with the member `overlay`, whose value is a version such as `"1.1.0"`
    /// (Overlay Specification, Overlay Object).
    pub NOT_OVERLAY = "OAS170" "not-overlay";
    /// An overlay has a version that oasmith does not know.
    ///
    /// oasmith applies Overlay 1.0 and 1.1. The version is a string with three numbers.
    pub OVERLAY_VERSION = "OAS171" "overlay-version";
    /// An overlay lacks a member that it needs, or has one of another type, or two that exclude each other.
    ///
    /// Nothing of the overlay is applied. An action has a `target`, and one of `update`, `copy` (from 1.1 on) and
    /// `remove`.
    pub OVERLAY_SHAPE = "OAS172" "overlay-shape";
    /// An overlay has a member that the Overlay Specification does not know.
    ///
    /// It has no effect. Extensions start with `x-`.
    pub OVERLAY_UNKNOWN_MEMBER = "OAS173" "overlay-unknown-member";
    /// The target of an action is not a JSONPath.
    ///
    /// Paths are those of RFC 9535. A name that holds anything but letters, digits and `_` is written between brackets
    /// and quotes: `$.paths['/pets'].get['x-internal']`.
    pub OVERLAY_PATH = "OAS174" "overlay-path";
    /// The target of an action matches nothing, so the action changes nothing.
    ///
    /// Most often the document has changed since the overlay was written. It is an error with `--strict-overlays`.
    pub OVERLAY_NO_MATCH = "OAS175" "overlay-no-match";
    /// An action cannot be done at the place that its target matches.
    ///
    /// Objects merge with objects, arrays take items at their end, and other values replace one another. What differs
    /// in kind does not merge (Overlay 1.1, Action Object): remove the old value first, with an action of its own.
    pub OVERLAY_IMPOSSIBLE = "OAS176" "overlay-impossible";
    /// An action, or a part of it, has no effect; or `extends` names another document than the one that is changed.
    pub OVERLAY_NO_EFFECT = "OAS177" "overlay-no-effect";
    /// An overlay asks for more than oasmith does.
    ///
    /// A few lines can ask for billions of steps, or multiply a document by itself. Use a path with fewer `..`,
    /// wildcards and filters.
    pub OVERLAY_TOO_LARGE = "OAS178" "overlay-too-large";
}
