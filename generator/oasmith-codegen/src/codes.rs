//! What may be said when a document is generated, each kind documented once.
//!
//! `50x` what is generated in part or not at all, `51x` names, `52x` constraints.

oasmith_source::codes! {
    /// A schema has no Rust type that would be true to it.
    ///
    /// Its values are generated as raw JSON, whole and unchecked, and the operations that use them are *degraded*.
    /// It allows no value, is made of itself alone, requires itself, has a type for each place of an array of any length,
    /// or is the ninth list or map around another. Name a type that it has, fix the length with `minItems` and
    /// `maxItems`, or do not require what may end.
    pub RAW_JSON = "OAS501" "raw-json";
    /// A body has a structure that is not typed.
    ///
    /// It is generated as a stream of bytes, and the operation is *degraded*.
    /// Those are forms without members (give the form a schema with `properties`), answers that are multipart,
    /// multipart bodies whose parts have no names, and media types that are not read, such as YAML, with a schema that is
    /// more than a text. Text with such a schema is handed on as it is, and the operation is whole; so are bytes by name,
    /// as `application/octet-stream` or `image/png`, and a text under `*/*`, which may be anything: Kubernetes declares so
    /// what it hands on from a container. That is told once, with the first place and how many there are.
    /// A media type with a name of its vendor's own, as `application/vnd.company.api-v1`, is taken for JSON where it has
    /// such a schema, and the operation is whole.
    pub RAW_BODY = "OAS502" "raw-body";
    /// A body is declared in several media types, and not all of them are generated.
    ///
    /// A request in media types that hold different things is an enum of them. Left out are those that hold the same in
    /// other clothes, ranges such as `image/*`, structures in YAML or XML, and what its parameters alone tell apart. Of an
    /// answer one is generated.
    /// A multipart form with files goes first, since nothing else takes them; then JSON, forms, multipart, JSON Lines,
    /// events, text, XML, and bytes, and then the order of the document.
    /// Of an answer, JSON of which nothing is said goes last, and so does JSON of a text where there are bytes.
    /// The client sends and asks for that one. A caller may ask for another answer that is declared, whose bytes come as
    /// they are: `client.show_invoice("1").accepting("application/pdf").await?`; a handler makes it where
    /// `cx.prefers("application/pdf")`, with `Error::answer`. The server answers 415 to other bodies, and 406 where what
    /// is asked for is not declared, or not made.
    /// A success that is JSON or a stream of events or lines is generated as both. What is left out for the same is told
    /// once, with the first place and how many there are.
    pub MEDIA_TYPE_LEFT_OUT = "OAS503" "media-type-left-out";
    /// A parameter has a value that cannot be written as its style says, or a header a name that HTTP does not allow.
    ///
    /// OpenAPI does not define what a list in a list looks like, or an object in an object but for `deepObject`; and no
    /// text is among values without a type, such as an `enum` of objects.
    /// What stands in the members of an object that are parameters of the query themselves is sent with dots between the
    /// names, as frameworks read it that bind a query to an object.
    /// Any other such value, in a header of an answer too, is generated as a `String`, which a caller writes as the server reads
    /// it, and the operation is *degraded*. What has a name that cannot be sent is left out; without a required one there is no operation.
    /// So is a parameter of the query whose name stands behind `?` in the path, which sends it already, a header that
    /// differs from a later one in upper and lower case only, and the header `Cookie` beside parameters in cookies.
    /// Give it `style: deepObject`, or `content` with `application/json`.
    pub PARAMETER_LEFT_OUT = "OAS504" "parameter-left-out";
    /// An operation cannot be generated.
    ///
    /// The reason is shown. The other operations are not concerned.
    ///
    /// A fault of the document costs the operations that cannot do without what is wrong: one that refers to nothing or
    /// to something of another kind, or that has a part which cannot be read. `generate --deny skipped` makes it an
    /// error.
    pub OPERATION_SKIPPED = "OAS505" "operation-skipped";
    /// One of several ways to authenticate cannot be generated.
    ///
    /// It requires a security scheme that is not declared or cannot be read. The other ways stay. An operation that has no
    /// other must not be taken for open: its credentials are what stands in the header `Authorization`, and it is
    /// *degraded*. Where a client's certificate is one of several ways, a
    /// server takes requests without any: only what ends TLS sees the certificate, and has to refuse those without.
    pub SECURITY_LEFT_OUT = "OAS509" "security-left-out";
    /// A parameter, a member of one or of a form, or an item, has no type.
    ///
    /// It travels as text, so a parameter is generated as a `String`, and what is inside of a parameter or a form is read
    /// as if a text had been sent.
    /// Of a list with a type for each place (`prefixItems`) no text has a place, so where these differ it is one of texts.
    /// Give it a `type` to have it read and checked as one. That is told once, with the first place and how many there
    /// are.
    pub PARAMETER_AS_TEXT = "OAS506" "parameter-as-text";
    /// A body is XML, which is generated as text.
    ///
    /// Nothing of it is lost, and nothing of it is typed or checked: bring an XML library of your own.
    pub XML_AS_TEXT = "OAS508" "xml-as-text";
    /// A member of a form is written in a way that is not generated, or a form is something else than its members.
    ///
    /// The member is generated as JSON instead, and of a form of several types the object.
    /// The style `form` spreads the members of an object among those of the form, where they could not be told apart;
    /// `deepObject` keeps them together, as long as they have types: no text is among the values of an `enum` of
    /// objects, nor are the items of `enum: [[1, 2]]`, unless `items` says what they are.
    /// A style that joins texts has no words for objects, nor has a form for what may be a list of them or none.
    /// What may be a file or something else is generated as a file, which can hold it; but of several forms of which
    /// one has files, all are generated without. Declare one form with optional members in their place.
    /// A list without items and `null` are nothing in a form: where one of several alternatives needs them, and differs
    /// from another by nothing else, the other one is read. Give the alternatives a member whose values differ.
    /// The headers that an encoding gives a part of its own are not sent, and not read; nor is a part of a multipart form
    /// written in a style, or an object as something else than JSON. Files whose members have no names are texts.
    pub FORM_MEMBER = "OAS507" "form-member";
    /// Two parameters of a path stand side by side, and nothing tells where the first ends.
    ///
    /// A server reads `{name}{extension}` as `report.json` is read: the second begins with the last `.`, or with its own
    /// name where its style is `matrix`, and a segment without one is another path. A client escapes a `.` that would
    /// be taken for it, so that nothing is read as something else. Put something between them.
    pub PARAMETERS_ADJACENT = "OAS512" "parameters-adjacent";
    /// Two parameters of a query are sent under one name.
    ///
    /// One of them is an object with `style: form` and `explode: true`, which is what a parameter has where nothing is
    /// said: its members are parameters of their own. Give the object another style, such as `deepObject`.
    /// Or one is a `deepObject` with a member that the other is by its own name, as `filter[name]` is beside `filter`.
    /// Or both are such objects, and may have members of any name.
    /// A client sends both; a server reads what comes into both.
    pub PARAMETERS_OVERLAP = "OAS514" "parameters-overlap";
    /// Two parts of a schema contradict each other: no value has the types, or is among the values, of both.
    ///
    /// So do two choices of which no alternatives go together, and a choice beside what none of them can be.
    /// Of the parts of an `allOf` the later one is generated, and what stands beside a `$ref` before what it refers to:
    /// those are there to say it otherwise. That is told once, with the first place and how many there are.
    /// So are bounds that leave no value, as `minimum: 3` beside `maximum: 2`: a server holds to both, and refuses all.
    pub PARTS_CONTRADICT = "OAS513" "parts-contradict";
    /// Two alternatives look the same when they are read.
    ///
    /// Neither a member nor the kind of value or its format tells them apart, so the first one is read. What is sent is as it is given.
    /// Events of several kinds are told by what their data hold, where not each kind has a name of its own.
    pub ALTERNATIVES_ALIKE = "OAS511" "alternatives-alike";

    /// A name had to be changed.
    ///
    /// Two things would have the same name in Rust, or the name is taken by generated code.
    pub NAME_CHANGED = "OAS510" "name-changed";

    /// A choice of operations means none, or there are none to choose from.
    ///
    /// What no operation uses is not generated, so a document of nothing but components has no models: merge it with
    /// the one whose operations refer to them.
    /// `operations` under `[generate]`, or `--operation`, names an id, a tag or a path that no operation has. Ids and
    /// tags count as written; `*` stands for any text, and `**` in a path for any number of segments.
    pub SELECTION_EMPTY = "OAS515" "selection-empty";
    /// A server that an operation has for itself is not used.
    ///
    /// Its URL is not one of HTTP, or has a query, a fragment or credentials: then the operation is called at the server
    /// of the API. Of several, the first one is called, with the defaults of its variables; a client that is built for
    /// another URL calls all operations there.
    pub SERVER_LEFT_OUT = "OAS516" "server-left-out";
    /// What is said of the pages of an operation does not fit it.
    ///
    /// `x-oasmith-pagination` of an operation, or `[generate.pagination]`, says how a list is read page by page:
    /// `by` is `offset`, `page`, `token`, `last`, `url` or `link`; `param` is the query parameter that turns pages;
    /// `items`, `total`, `pages`, `more` and `next` are members of the answer, as JSON Pointers. `false` says that there
    /// are no pages. Where it does not fit, the operation has no `pages()` and `items()`.
    ///
    /// It is an info where nobody says whether the first page is 0 or 1: not the parameter (by a default, a least value
    /// or its description), and not the answer by its own number. A wrong guess would leave a page out, so there are no
    /// pages then; `first` says which it is.
    pub PAGINATION_UNCLEAR = "OAS517" "pagination-unclear";
    /// A number is said to be decimal, and is generated as an `f64`, which keeps 15 digits for sure.
    ///
    /// Rust has no decimal of its own, and most such numbers are prices and rates that a float reads and writes as they
    /// are. Where every digit counts, describe the number as a string, which most APIs of money do; or leave out its
    /// `type`, so that it is raw JSON with all its digits.
    /// It is told once, with the first place and how many there are.
    pub DECIMAL_AS_FLOAT = "OAS518" "decimal-as-float";

    /// A pattern is not checked by the generated server.
    ///
    /// Patterns run in linear time there, so those with look-around or back-references are left out.
    pub PATTERN_NOT_CHECKED = "OAS520" "pattern-not-checked";
    /// A keyword narrows values and is not checked by the generated server.
    ///
    /// Types hold as far as Rust can say them; this keyword goes beyond. A handler has to check it where it matters.
    /// Each keyword is told once, with its first place and how often it stands.
    pub CONSTRAINT_NOT_CHECKED = "OAS521" "constraint-not-checked";
}
