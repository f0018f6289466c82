//! How an input becomes a request, and how a request is read.

use crate::emit::Cx;
use crate::emit::content::is_optional;
use crate::emit::fields::member;
use crate::emit::names::{Home, ident, item, local};
use crate::emit::{check, form, items, output, where_called};
use crate::ir::{
    self, ConstantParam, Content, Method, Name, Param, Place, RequestBody, SchemeKind, Struct,
    Style, Type, TypeKind, Via,
};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

pub(super) fn encode(it: &Method) -> TokenStream {
    let path = encode_paths(it);
    let constants = it.constants.iter().filter(|it| it.place != Place::Path);
    let others = it
        .params
        .iter()
        .filter(|it| it.place != Place::Path)
        .map(encode_param);
    let others = constants.map(encode_constant).chain(others);
    let body = it.body.iter().map(encode_body);
    let server = it.server.iter().map(|url| quote!(to.server(#url);));
    let lines: TokenStream = server.chain(path).chain(others).chain(body).collect();
    if lines.is_empty() {
        return quote!(
            fn encode(self, _: &mut Encoder) {}
        );
    }
    let body = it.body.iter().flat_map(|it| it.content.types());
    let inline = where_called(body.count() > 0 || it.params.iter().any(is_object));
    quote! {
        #inline
        fn encode(self, to: &mut Encoder) {
            #lines
        }
    }
}

/// Path parameters in the order of the template, which is filled from left to right.
fn encode_paths(it: &Method) -> Vec<TokenStream> {
    let places = it
        .path
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'));
    let param = |wire: &str| {
        let mut params = it.params.iter();
        params.find(|it| it.place == Place::Path && it.wire == wire)
    };
    let constant = |wire: &str| {
        let mut constants = it.constants.iter();
        constants.find(|it| it.place == Place::Path && it.wire == wire)
    };
    let encode = |wire: &str| match constant(wire) {
        Some(it) => Some(encode_constant(it)),
        None => param(wire).map(encode_path),
    };
    places.filter_map(|(wire, _)| encode(wire)).collect()
}

fn encode_constant(it: &ConstantParam) -> TokenStream {
    let (wire, value, style) = (&it.wire, &it.value, style(it.style));
    let value = quote!(&String::from(#value));
    match it.place {
        Place::Path => quote!(to.path(#value, #style);),
        _ if it.reserved => quote!(to.reserved().query_value(#wire, #value, #style);),
        place => {
            let method = format_ident!("{}_value", self::place(place));
            quote!(to.#method(#wire, #value, #style);)
        }
    }
}

fn encode_path(it: &Param) -> TokenStream {
    let (name, wire, style) = (ident(&it.name), &it.wire, style(it.style));
    match it.via {
        Via::OneOrSeveral => {
            quote!(to.one_or_several("path", #wire, Some(&self.#name), #style);)
        }
        _ if is_object(it) => quote!(to.path_object(&self.#name, #style);),
        _ if it.reserved => quote!(to.wide().path(&self.#name, #style);),
        _ => quote!(to.path(&self.#name, #style);),
    }
}

/// Whether a parameter goes by its JSON. Lists and texts do so too where their style is one of objects.
pub(in crate::emit) fn is_object(it: &Param) -> bool {
    it.via != Via::Scalars || it.style == Style::Deep
}

fn encode_param(it: &Param) -> TokenStream {
    let (name, wire, style) = (ident(&it.name), &it.wire, style(it.style));
    let to = if it.reserved {
        quote!(to.reserved())
    } else {
        quote!(to)
    };
    if it.via == Via::OneOrSeveral {
        let place = place(it.place).to_string();
        let value = match it.required {
            true => quote!(Some(&self.#name)),
            false => quote!(self.#name.as_ref()),
        };
        return quote!(#to.one_or_several(#place, #wire, #value, #style););
    }
    if it.style == Style::Nested {
        let value = match it.required {
            true => quote!(Some(&self.#name)),
            false => quote!(self.#name.as_ref()),
        };
        return quote!(#to.query_nested(#value););
    }
    let object = format_ident!("{}_object", place(it.place));
    match (is_object(it), it.required) {
        (true, true) => quote!(#to.#object(#wire, Some(&self.#name), #style);),
        (true, false) => quote!(#to.#object(#wire, self.#name.as_ref(), #style);),
        (false, true) => {
            let method = format_ident!("{}_value", place(it.place));
            quote!(#to.#method(#wire, &self.#name, #style);)
        }
        (false, false) => {
            let method = place(it.place);
            quote!(#to.#method(#wire, &self.#name, #style);)
        }
    }
}

fn encode_body(it: &RequestBody) -> TokenStream {
    let name = ident(&it.name);
    let optional = is_optional(it);
    let table = form::of(it).map_or_else(TokenStream::new, form::table);
    let is_consumed = it.content == Content::Text || it.content.is_streamed();
    match &it.content {
        Content::Empty => TokenStream::new(),
        Content::Choice(_) if optional => {
            quote!(if let Some(body) = self.#name { body.encode(to); })
        }
        Content::Choice(_) => quote!(self.#name.encode(to);),
        _ if optional => {
            let borrow = (!is_consumed).then(|| quote!(&));
            let encode = encode_one(it, (&quote!(body), &quote!(body)), &table);
            quote!(if let Some(body) = #borrow self.#name { #encode; })
        }
        _ => {
            let value = quote!(self.#name);
            let encode = encode_one(it, (&quote!(&#value), &value), &table);
            quote!(#encode;)
        }
    }
}

/// What is sent in the place of a range that does not have it, as `application/octet-stream` in that of `image/*`: a
/// server takes that as well.
pub(in crate::emit) fn stand_in(it: &RequestBody) -> Option<&str> {
    let media = it.media.trim();
    if !media.contains('*') || output::sent_media(media, &it.content) != media {
        return None;
    }
    match it.content {
        Content::Json(_) => Some("application/json"),
        Content::Text if media.ends_with("xml") => Some("application/xml"),
        Content::Text => Some("text/plain"),
        Content::Stream | Content::Items(..) => Some("application/octet-stream"),
        Content::Empty | Content::Form(_) | Content::Choice(_) => None,
    }
}

/// Sends a body that is there, by a reference to it or by its value.
pub(in crate::emit) fn encode_one(
    it: &RequestBody,
    (reference, value): (&TokenStream, &TokenStream),
    table: &TokenStream,
) -> TokenStream {
    let media = stand_in(it).unwrap_or_else(|| output::sent_media(&it.media, &it.content));
    match &it.content {
        Content::Json(_) if media == "application/json" => quote!(to.json(#reference)),
        Content::Json(_) => quote!(to.json_media(#media, #reference)),
        Content::Text => quote!(to.text(#media, #value)),
        Content::Stream => quote!(to.stream(#media, #value)),
        Content::Items(_, framing) => {
            let into = items::into_body(*framing);
            quote!(to.stream(#media, #value.#into()))
        }
        Content::Form(form) if form.has_files() => quote!(to.upload(#value)),
        Content::Form(form) => {
            let method = form::method(form.kind);
            quote!(to.#method(#reference, #table))
        }
        Content::Empty | Content::Choice(_) => {
            unreachable!("one of several is one that has content")
        }
    }
}

pub(super) fn decode(it: &Method, cx: &Cx<'_>) -> TokenStream {
    let body = it.body.as_ref().filter(|it| it.content != Content::Empty);
    if it.params.is_empty() && it.constants.is_empty() && body.is_none() {
        return quote! {
            fn decode(_: &mut Decoder<'_>) -> Option<Self> {
                Some(Self {})
            }
        };
    }
    let names = it
        .params
        .iter()
        .map(|it| &it.name)
        .chain(body.map(|it| &it.name));
    let from = local("from", names.clone());
    let in_brackets = names_in_brackets(it, cx);
    let (lists, others) = others(it, names, cx);
    let params = it
        .params
        .iter()
        .map(|param| decode_param(param, &others, &in_brackets, &from, cx));
    let constants = it.constants.iter().map(|it| {
        let (wire, value, style) = (&it.wire, &it.value, style(it.style));
        let place = place(it.place).to_string();
        quote!(#from.constant(#place, #wire, #value, #style);)
    });
    let check = match check::form(it, cx).is_empty() {
        true => quote!(|_| Vec::new()),
        false => quote!(Self::check_form),
    };
    let body_line = body.map(|it| decode_body(it, &from, &check));
    let values = it.params.iter().map(|it| {
        let name = ident(&it.name);
        member(
            &name,
            if it.required {
                quote!(#name?)
            } else {
                quote!(#name)
            },
        )
    });
    let body_value = body.map(|it| {
        let name = ident(&it.name);
        member(&name, quote!(#name?))
    });
    let value = quote!(Self { #(#values,)* #body_value });
    let end = if check::input(it, cx).is_empty() {
        quote!(Some(#value))
    } else {
        quote! {
            let it = #value;
            #from.check(&it);
            Some(it)
        }
    };
    quote! {
        fn decode(#from: &mut Decoder<'_>) -> Option<Self> {
            #(#lists)*
            #(#constants)*
            #(#params)*
            #body_line
            #end
        }
    }
}

fn decode_param(
    it: &Param,
    others: &Others,
    in_brackets: &[&str],
    from: &Ident,
    cx: &Cx<'_>,
) -> TokenStream {
    let (name, wire, place) = (ident(&it.name), &it.wire, place(it.place));
    let need = match (it.place, it.required) {
        (Place::Path, _) | (_, false) => "",
        (_, true) => "need_",
    };
    let style = style(it.style);
    if it.via == Via::OneOrSeveral {
        let read = match it.required {
            true => format_ident!("need_one_or_several"),
            false => format_ident!("one_or_several"),
        };
        let place = place.to_string();
        return quote!(let #name = #from.#read(#place, #wire, #style););
    }
    if it.style == Style::Nested {
        let names = struct_of(it, cx).map(declared_names).unwrap_or_default();
        let read = format_ident!("{need}query_nested");
        return quote!(let #name = #from.#read(&[#(#names),*]););
    }
    if let Some(members) = members(it, others, cx) {
        let read = format_ident!("{need}{place}_members");
        let style = (it.place == Place::Cookie).then(|| quote!(, #style));
        return quote!(let #name = #from.#read(#members #style););
    }
    if let Some(members) = members_in_brackets(it, in_brackets, cx) {
        let read = format_ident!("{need}query_deep");
        return quote!(let #name = #from.#read(#wire, #members););
    }
    let read = match is_object(it) {
        false => format_ident!("{need}{place}"),
        true => format_ident!("{need}{place}_object"),
    };
    let blank = (it.blank && !is_object(it)).then(|| quote!(.blank()));
    quote!(let #name = #from #blank.#read(#wire, #style);)
}

/// Which parameters are the members of an object, if it has no name of its own in the request.
fn members(it: &Param, others: &Others, cx: &Cx<'_>) -> Option<TokenStream> {
    if !check::is_taken_apart(it, cx) {
        return None;
    }
    if let Some(names) = member_names(it, cx) {
        return Some(quote!(Members::Named(&[#(#names),*])));
    }
    let (_, others) = others.iter().find(|(place, _)| *place == it.place)?;
    Some(others.clone())
}

/// For each place with objects that may have any members: what those are not.
type Others = Vec<(Place, TokenStream)>;

/// What has a name of its own where an object takes the rest. Several such objects share one list.
fn others<'n>(
    method: &Method,
    locals: impl Iterator<Item = &'n Name> + Clone,
    cx: &Cx<'_>,
) -> (Vec<TokenStream>, Others) {
    let takes_rest = |it: &Param| check::is_taken_apart(it, cx) && member_names(it, cx).is_none();
    let (mut lists, mut others) = (Vec::new(), Vec::new());
    for (place, name) in [(Place::Query, "others"), (Place::Cookie, "other_cookies")] {
        let open = method.params.iter().filter(|it| it.place == place);
        let open = open.filter(|it| takes_rest(it)).count();
        if open == 0 {
            continue;
        }
        let names = names_in(place, |it| !takes_rest(it), method, cx);
        let list = quote!(Members::Others(&[#(#names),*]));
        others.push((
            place,
            match open {
                1 => list,
                _ => {
                    let name = local(name, locals.clone());
                    lists.push(quote!(let #name = #list;));
                    quote!(#name)
                }
            },
        ));
    }
    (lists, others)
}

/// What is no member of a `deepObject`, if other parameters have names that look like one: `filter` and `filter[name]`.
fn members_in_brackets(it: &Param, others: &[&str], cx: &Cx<'_>) -> Option<TokenStream> {
    if it.style != Style::Deep || others.is_empty() {
        return None;
    }
    let declared = struct_of(it, cx).map(declared_names).unwrap_or_default();
    // What has both meanings is read into both, as is said where the document is read.
    let is_declared = |inside: &str| declared.iter().any(|name| inside == format!("[{name}]"));
    let others = others.iter().filter(|other| {
        let inside = other.strip_prefix(it.wire.as_str()).unwrap_or_default();
        inside.starts_with('[') && !is_declared(inside)
    });
    let others: Vec<&&str> = others.collect();
    (!others.is_empty()).then(|| quote!(Members::Others(&[#(#others),*])))
}

/// The names in a query that may look like a member of a `deepObject`. Its own name has fewer brackets than those.
fn names_in_brackets<'a>(method: &'a Method, cx: &'a Cx<'_>) -> Vec<&'a str> {
    if !method.params.iter().any(|it| it.style == Style::Deep) {
        return Vec::new();
    }
    let mut names = names_in(Place::Query, |_| true, method, cx);
    names.retain(|it| it.contains('['));
    names
}

/// The names under which some parameters of a place are sent, and what is sent there besides.
fn names_in<'a>(
    place: Place,
    is_meant: impl Fn(&Param) -> bool,
    method: &'a Method,
    cx: &'a Cx<'_>,
) -> Vec<&'a str> {
    let params = method
        .params
        .iter()
        .filter(|it| it.place == place && is_meant(it));
    let names = params.flat_map(|it| match member_names(it, cx) {
        Some(names) if check::is_taken_apart(it, cx) => names,
        _ => vec![&it.wire],
    });
    let constants = method.constants.iter().filter(|it| it.place == place);
    let constants = constants.map(|it| it.wire.as_str());
    let fixed = match place {
        Place::Query => fixed_names(method, cx),
        _ => Vec::new(),
    };
    let names = names.map(String::as_str);
    names.chain(constants).chain(fixed).collect()
}

/// What is in every query: in the path template, and credentials.
fn fixed_names<'a>(method: &'a Method, cx: &'a Cx<'_>) -> Vec<&'a str> {
    let names = ir::names_in_query(&method.path).into_iter();
    let keys = cx.api.schemes.iter().filter_map(|it| match &it.kind {
        SchemeKind::ApiKey {
            place: Place::Query,
            wire,
        } => Some(wire.as_str()),
        _ => None,
    });
    names.chain(keys).collect()
}

/// The members that an object may have, if it has none but those with names.
fn member_names<'a>(it: &Param, cx: &Cx<'a>) -> Option<Vec<&'a String>> {
    let def = struct_of(it, cx)?;
    def.additional.is_none().then(|| declared_names(def))
}

fn declared_names(it: &Struct) -> Vec<&String> {
    let constants = it.constants.iter().map(|it| &it.wire);
    constants
        .chain(it.fields.iter().map(|it| &it.wire))
        .collect()
}

fn struct_of<'a>(it: &Param, cx: &Cx<'a>) -> Option<&'a Struct> {
    match &it.ty {
        Type::Named(id) => match &cx.api.ty(*id).kind {
            TypeKind::Struct(it) => Some(it),
            _ => None,
        },
        _ => None,
    }
}

/// `check`: what a form is checked by that is not here yet.
fn decode_body(it: &RequestBody, from: &Ident, check: &TokenStream) -> TokenStream {
    let name = ident(&it.name);
    let read = match &it.content {
        Content::Choice(choice) => {
            let ty = item(Home::Operations, &choice.name);
            match is_optional(it) {
                true => quote!(#from.optional_body(#ty::decode)),
                false => quote!(#ty::decode(#from)),
            }
        }
        _ => {
            let table = form::of(it).map_or_else(TokenStream::new, form::table);
            decode_one(it, from, (&table, check))
        }
    };
    quote!(let #name = #read;)
}

/// Reads a body that is none of several.
pub(in crate::emit) fn decode_one(
    it: &RequestBody,
    from: &Ident,
    (table, check): (&TokenStream, &TokenStream),
) -> TokenStream {
    let (method, arguments) = match &it.content {
        _ if it.form.is_some() => (format_ident!("json_or_form"), table.clone()),
        Content::Json(_) => (format_ident!("json"), TokenStream::new()),
        Content::Text => (format_ident!("text"), TokenStream::new()),
        Content::Stream | Content::Empty | Content::Choice(_) => return quote!(#from.stream()),
        Content::Items(_, framing) => {
            let read = items::from_body(*framing);
            return quote!(#from.stream().map(#read));
        }
        Content::Form(it) if it.has_files() => (format_ident!("upload"), quote!(#table, #check)),
        Content::Form(it) => (form::method(it.kind), table.clone()),
    };
    let method = match is_optional(it) {
        true => format_ident!("optional_{method}"),
        false => method,
    };
    quote!(#from.#method(#arguments))
}

fn place(it: Place) -> Ident {
    let name = match it {
        Place::Path => "path",
        Place::Query => "query",
        Place::Header => "header",
        Place::Cookie => "cookie",
    };
    Ident::new(name, Span::call_site())
}

fn style(it: Style) -> TokenStream {
    let name = Ident::new(&format!("{it:?}"), Span::call_site());
    quote!(Style::#name)
}
