//! What a parameter carries, and how it is written: it travels as text, whatever its type.
//!
//! What OAS 3.1 leaves undefined (lists and objects inside of a value that its style flattens) is refused, but for
//! `deepObject`, where most servers agree on what further brackets mean.

use super::untyped::{self, Untyped};
use crate::codes;
use crate::ir::{Constraints, Field, HeaderForm, Presence, Style, Type, TypeKind, Via};
use crate::lower::Cx;
use crate::lower::classify::{SchemaForm, classify, classify_object};
use crate::lower::flatten::flatten;
use crate::lower::schema::{lower_schema, scalar};
use crate::lower::site::Site;
use indexmap::IndexSet;
use oasmith_source::{Diagnostic, Span};
use oasmith_spec::media_type::{essence, is_json};
use oasmith_spec::model::{
    MediaType, Parameter, ParameterFormat, ParameterPlace, ParameterStyle, Schema, SchemaObject,
};

#[derive(Clone)]
pub struct Carried {
    pub ty: Type,
    pub style: Style,
    pub via: Via,
}

/// `Err` says why it cannot be carried.
pub fn carried(it: &Parameter, site: &Site, cx: &mut Cx<'_>) -> Result<Carried, &'static str> {
    let carried = written(it, site, cx)?;
    if carried.style == Style::Json {
        return Ok(carried);
    }
    // What is said of the value itself is left out where it has no type.
    match untyped::untyped(&carried.ty, &Constraints::default(), cx) {
        Untyped::Judged => return Err("holds values that are no texts and have no type"),
        Untyped::Something => {
            cx.member_texts.insert(it.name.span);
        }
        Untyped::Nothing => {}
    }
    Ok(carried)
}

fn written(it: &Parameter, site: &Site, cx: &mut Cx<'_>) -> Result<Carried, &'static str> {
    match &it.format {
        ParameterFormat::Schema(schema) if it.place != ParameterPlace::QueryString => {
            let ty = lower_text(
                schema,
                it.name.span,
                style(it, false) == Style::Deep,
                site,
                cx,
            );
            styled(it, ty, cx)
        }
        ParameterFormat::Content(media, content) => match it.place {
            ParameterPlace::QueryString => whole_query(it, media, content, site, cx),
            _ => Ok(lower_content(it, media, content, site, cx)),
        },
        ParameterFormat::Schema(_) => Err("is a whole query string without a media type"),
    }
}

/// A value that its style has no words for: the caller writes it as the server reads it.
pub fn as_text(it: &Parameter) -> Carried {
    let style = match style(it, false) {
        // A text has no members to be put into brackets.
        Style::Deep => Style::Exploded,
        style => style,
    };
    Carried {
        ty: Type::String,
        style,
        via: Via::Scalars,
    }
}

/// The type of a value that travels as text. Where nothing is said of it, it is just that.
fn lower_text(schema: &Schema, span: Span, deep: bool, site: &Site, cx: &mut Cx<'_>) -> Type {
    let read = text(schema, site, cx);
    if is_tuple(schema, cx) && read == Type::List(Box::new(Type::Raw)) {
        cx.tuple_texts.insert(span);
    }
    let ty = match read {
        Type::Raw if deep => return Type::Map(Box::new(Type::Raw)),
        Type::Raw => Type::String,
        Type::List(inner) if *inner == Type::Raw && !deep => Type::List(Box::new(Type::String)),
        ty => return ty,
    };
    cx.texts.insert(span);
    ty
}

/// Whether what is read of a parameter is texts for want of a type, of which nothing holds that holds of values.
pub fn is_untyped(it: &Parameter, ty: &Type, style: Style, cx: &Cx<'_>) -> bool {
    let is_text = style != Style::Json;
    is_text && (untyped::is_raw(ty) || cx.texts.contains(&it.name.span))
}

/// Says what has no type: once, since documents without types have none anywhere.
pub fn tell(cx: &mut Cx<'_>) {
    let tuples = std::mem::take(&mut cx.tuple_texts);
    let message = match tuples.len() {
        1 => "a parameter with a schema for each of its items is generated as a list of texts"
            .to_owned(),
        count => format!(
            "{count} parameters with a schema for each of their items are generated as lists of texts, first here"
        ),
    };
    tell_first(&tuples, message, cx);
    let mut texts = std::mem::take(&mut cx.texts);
    texts.retain(|it| !tuples.contains(it));
    let message = match texts.len() {
        1 => "a parameter without a type is generated as text".to_owned(),
        count => format!("{count} parameters without a type are generated as text, first here"),
    };
    tell_first(&texts, message, cx);
    let texts = std::mem::take(&mut cx.member_texts);
    let message = match texts.len() {
        1 => "what has no type inside of a parameter is read as text".to_owned(),
        count => {
            format!("what has no type inside of {count} parameters is read as text, first here")
        }
    };
    tell_first(&texts, message, cx);
    let texts = std::mem::take(&mut cx.form_texts);
    let message = match texts.len() {
        1 => "a member of a form without a type is read as text".to_owned(),
        count => format!("{count} members of forms without a type are read as text, first here"),
    };
    tell_first(&texts, message, cx);
}

fn tell_first(texts: &IndexSet<Span>, message: String, cx: &mut Cx<'_>) {
    let told = |at: &Span| Diagnostic::info(&codes::PARAMETER_AS_TEXT, message).at(*at);
    cx.diagnostics.extend(texts.first().map(told));
}

/// The type of a value in a header of an answer, and how it holds it; `None` if a header has no words for it.
pub fn in_header(
    schema: &Schema,
    explode: bool,
    site: &Site,
    cx: &mut Cx<'_>,
) -> Option<(Type, HeaderForm)> {
    let ty = match text(schema, site, cx) {
        // Of what nothing is said it is what it is there; an object without members is mostly JSON.
        Type::Raw => Type::String,
        Type::Map(values) if *values == Type::Raw => Type::String,
        Type::List(inner) if *inner == Type::Raw => Type::List(Box::new(Type::String)),
        ty => ty,
    };
    cx.lower_components();
    let form = match form(&ty, cx) {
        Form::Scalar | Form::List => HeaderForm::Value,
        Form::Mixed => HeaderForm::OneOrSeveral,
        Form::Members if explode => HeaderForm::Exploded,
        Form::Members => HeaderForm::Members,
        Form::Lists | Form::Nested => return None,
    };
    Some((ty, form))
}

/// A text is never `null`, nor is an item of a list of them.
fn text(schema: &Schema, site: &Site, cx: &mut Cx<'_>) -> Type {
    let ty = match without_type(schema, cx) {
        Some(ty) => ty,
        None => lower_schema(schema, site, cx),
    };
    let ty = match ty {
        Type::Nullable(inner) => *inner,
        ty => ty,
    };
    match ty {
        Type::List(inner) => match *inner {
            Type::Nullable(inner) => Type::List(inner),
            inner => Type::List(Box::new(inner)),
        },
        ty => ty,
    }
}

/// What a schema that says nothing by which texts could be told apart becomes.
fn without_type(schema: &Schema, cx: &Cx<'_>) -> Option<Type> {
    let flat = schema.as_object().and_then(|it| flatten(it, cx.document));
    let form = match &flat {
        Some(flat) => classify_object(flat),
        None => classify(schema),
    };
    match form {
        SchemaForm::Anything | SchemaForm::Nothing => Some(Type::Raw),
        SchemaForm::Tuple => flat.as_ref().map(|it| without_places(it, cx)),
        _ => None,
    }
}

fn is_tuple(schema: &Schema, cx: &Cx<'_>) -> bool {
    let flat = schema.as_object().and_then(|it| flatten(it, cx.document));
    flat.is_some_and(|it| matches!(classify_object(&it), SchemaForm::Tuple))
}

/// Texts have no places of their own: where all are of one type, as the numbers of a box are, they are a list of it.
fn without_places(it: &SchemaObject, cx: &Cx<'_>) -> Type {
    let of = |it: &Schema| {
        let flat = flatten(it.as_object()?, cx.document)?;
        scalar(&flat, cx.options)
    };
    let count = it.prefix_items.len() as u64;
    let rest = match &it.items {
        Some(Schema::Bool(it)) if !it.value => None,
        None if it.max_items.is_some_and(|it| it <= count) => None,
        None => Some(Type::Raw),
        Some(rest) => Some(of(rest).unwrap_or(Type::Raw)),
    };
    let places = it.prefix_items.iter();
    let mut all = places.map(|it| of(it).unwrap_or(Type::Raw)).chain(rest);
    let first = all.next().unwrap_or(Type::Raw);
    Type::List(Box::new(match all.all(|it| it == first) {
        true => first,
        false => Type::Raw,
    }))
}

fn styled(it: &Parameter, ty: Type, cx: &mut Cx<'_>) -> Result<Carried, &'static str> {
    // What a type holds is known once it is defined.
    cx.lower_components();
    let form = form(&ty, cx);
    let style = style(it, form >= Form::Members);
    let via = match form {
        Form::Scalar | Form::List => Via::Scalars,
        Form::Mixed if style != Style::Deep => Via::OneOrSeveral,
        _ => Via::Json,
    };
    let has_pairs = matches!(it.place, ParameterPlace::Query | ParameterPlace::Cookie);
    if form == Form::Nested && style == Style::Exploded && has_known_members(it, &ty, cx) {
        tell_nested(it, &ty, cx);
        return Ok(Carried {
            ty,
            style: Style::Nested,
            via,
        });
    }
    let fits = match form {
        Form::Scalar | Form::List | Form::Mixed | Form::Members => true,
        Form::Lists => {
            style == Style::Deep || (matches!(style, Style::Exploded | Style::Plain) && has_pairs)
        }
        Form::Nested => style == Style::Deep,
    };
    if fits {
        Ok(Carried { ty, style, via })
    } else {
        Err("holds lists or objects where its style has no room for them")
    }
}

/// Whether it is an object of which the query has the members, and no others than those it names: what begins with one of
/// their names is inside of that.
fn has_known_members(it: &Parameter, ty: &Type, cx: &Cx<'_>) -> bool {
    let Type::Named(id) = ty else { return false };
    let is_closed =
        matches!(&cx.defined(*id).kind, TypeKind::Struct(it) if it.additional.is_none());
    is_closed && it.place == ParameterPlace::Query
}

/// OAS 3.1 has no words for it, and servers differ.
fn tell_nested(it: &Parameter, ty: &Type, cx: &mut Cx<'_>) {
    let Type::Named(id) = ty else { return };
    let TypeKind::Struct(object) = &cx.defined(*id).kind else {
        return;
    };
    let is_nested = |it: &&Field| member(&it.ty, cx) >= Form::Members;
    let first = object.fields.iter().find(is_nested);
    let name = first.map_or("a", |it| it.wire.as_str());
    let is_list = first.is_some_and(|it| matches!(it.ty, Type::List(_)));
    let inside = match is_list {
        true => format!("{name}[0]"),
        false => name.to_owned(),
    };
    let message = format!(
        "parameter `{}` holds objects, which are sent as `{inside}.NAME=…`, as Spring and ASP.NET read them",
        it.name.value
    );
    let told = Diagnostic::info(&codes::PARAMETER_LEFT_OUT, message).at(it.span);
    cx.diagnostics
        .push(told.help("where the server reads `NAME[…]`, give it `style: deepObject`"));
}

/// OAS 3.1, Parameter Object, `content`: the value is a text of a media type.
fn lower_content(
    it: &Parameter,
    media: &str,
    content: &MediaType,
    site: &Site,
    cx: &mut Cx<'_>,
) -> Carried {
    if !is_json(media) {
        return Carried {
            ty: Type::String,
            style: style(it, false),
            via: Via::Scalars,
        };
    }
    let ty = match &content.schema {
        Some(schema) => lower_schema(schema, site, cx),
        None => Type::Raw,
    };
    Carried {
        ty,
        style: Style::Json,
        via: Via::Json,
    }
}

/// OAS 3.2, Parameter Object, `in: querystring`: the members of a form are the parameters of the query.
fn whole_query(
    it: &Parameter,
    media: &str,
    content: &MediaType,
    site: &Site,
    cx: &mut Cx<'_>,
) -> Result<Carried, &'static str> {
    let schema = match &content.schema {
        Some(schema) if essence(media) == "application/x-www-form-urlencoded" => schema,
        _ => return Err("is a whole query string that is no form"),
    };
    let ty = lower_text(schema, it.name.span, true, site, cx);
    cx.lower_components();
    match form(&ty, cx) {
        Form::Members | Form::Lists => Ok(Carried {
            ty,
            style: Style::Exploded,
            via: Via::Json,
        }),
        _ => Err("is a whole query string that is no form of texts"),
    }
}

/// How deep unions may stand in unions.
const DEEPEST: usize = 8;

/// What a value looks like as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    /// One text.
    Scalar,
    /// Texts.
    List,
    /// One text or several, as the value is.
    Mixed,
    /// Members with names, of one text each; or of several, which may be left out.
    Members,
    /// Members with names, of several texts.
    Lists,
    /// Anything else.
    Nested,
}

fn form(ty: &Type, cx: &Cx<'_>) -> Form {
    match ty {
        Type::List(item) => match form(item, cx) {
            Form::Scalar => Form::List,
            _ => Form::Nested,
        },
        Type::Map(values) => members([(&**values, true)].into_iter(), cx),
        Type::Nullable(inner) => form(inner, cx),
        Type::Named(id) => match &cx.defined(*id).kind {
            TypeKind::Enum(_) => Form::Scalar,
            TypeKind::Struct(it) => {
                let is_required = |it: &Field| it.presence == Presence::Required;
                let fields = it.fields.iter().map(|it| (&it.ty, is_required(it)));
                let others = it.additional.iter().map(|it| (it, false));
                members(fields.chain(others), cx)
            }
            TypeKind::Union(it) => {
                let all = || it.alternatives.iter().map(|it| &it.ty);
                // A union in a union makes no text by itself, only by its JSON.
                let least = match all().any(|ty| is_union(ty, cx)) {
                    true => Form::Mixed,
                    false => Form::Scalar,
                };
                match all().map(|ty| plain_form(ty, cx)).max() {
                    None | Some(Form::Members) => Form::Nested,
                    Some(Form::List) => Form::Mixed,
                    Some(form) => form.max(least),
                }
            }
        },
        Type::Raw | Type::Unit | Type::Tuple { .. } => Form::Nested,
        _ => Form::Scalar,
    }
}

fn is_union(ty: &Type, cx: &Cx<'_>) -> bool {
    matches!(ty, Type::Named(id) if matches!(cx.defined(*id).kind, TypeKind::Union(_)))
}

/// The form of a value that holds no objects.
fn plain_form(ty: &Type, cx: &Cx<'_>) -> Form {
    plain_form_within(ty, 0, cx)
}

fn plain_form_within(ty: &Type, depth: usize, cx: &Cx<'_>) -> Form {
    match ty {
        Type::List(item) => match plain_form_within(item, depth, cx) {
            Form::Scalar => Form::List,
            _ => Form::Nested,
        },
        Type::Named(id) => match &cx.defined(*id).kind {
            TypeKind::Enum(_) => Form::Scalar,
            // One may be itself.
            TypeKind::Union(it) if depth < DEEPEST => {
                let all = it.alternatives.iter();
                let forms = all.map(|it| plain_form_within(&it.ty, depth + 1, cx));
                match forms.max().unwrap_or(Form::Nested) {
                    Form::List => Form::Mixed,
                    form => form,
                }
            }
            TypeKind::Struct(_) | TypeKind::Union(_) => Form::Nested,
        },
        Type::Map(_) | Type::Nullable(_) | Type::Raw | Type::Unit | Type::Tuple { .. } => {
            Form::Nested
        }
        _ => Form::Scalar,
    }
}

/// Of raw JSON a member may hold: a text is what most have, and the rest is refused when it is sent.
///
/// So is a list of an optional member, where the style cannot say it: the others are of use without.
fn members<'t>(types: impl Iterator<Item = (&'t Type, bool)>, cx: &Cx<'_>) -> Form {
    let forms = types.map(|(ty, is_required)| match member(ty, cx) {
        Form::Scalar => Form::Members,
        Form::List | Form::Mixed if is_required => Form::Lists,
        Form::List | Form::Mixed => Form::Members,
        Form::Members | Form::Lists | Form::Nested => Form::Nested,
    });
    forms.max().unwrap_or(Form::Members)
}

/// What a member's value looks like: a text where nothing is said of it.
fn member(ty: &Type, cx: &Cx<'_>) -> Form {
    match ty {
        Type::Raw => Form::Scalar,
        Type::List(item) if **item == Type::Raw => Form::List,
        Type::Nullable(inner) => plain_form(inner, cx),
        Type::Named(id) => match &cx.defined(*id).kind {
            TypeKind::Union(it) if it.alternatives.is_empty() => Form::Scalar,
            _ => plain_form(ty, cx),
        },
        _ => plain_form(ty, cx),
    }
}

/// OAS 3.1, Parameter Object, "Style Values".
pub(super) fn style(it: &Parameter, is_object: bool) -> Style {
    match (it.style, it.explode) {
        (ParameterStyle::Simple, true) if is_object => Style::Exploded,
        (ParameterStyle::Simple, _) | (ParameterStyle::Form, false) => Style::Comma,
        (ParameterStyle::Form, true) => Style::Exploded,
        (ParameterStyle::SpaceDelimited, false) => Style::Space,
        (ParameterStyle::PipeDelimited, false) => Style::Pipe,
        (ParameterStyle::SpaceDelimited | ParameterStyle::PipeDelimited, true) => Style::Exploded,
        (ParameterStyle::DeepObject, _) => Style::Deep,
        (ParameterStyle::Label, false) => Style::Label,
        (ParameterStyle::Label, true) => Style::LabelExploded,
        (ParameterStyle::Matrix, false) => Style::Matrix,
        (ParameterStyle::Matrix, true) => Style::MatrixExploded,
        (ParameterStyle::Cookie, true) => Style::Plain,
        // Without `explode` a list is one cookie, whose commas have to be told from those of its items.
        (ParameterStyle::Cookie, false) => Style::Comma,
    }
}
