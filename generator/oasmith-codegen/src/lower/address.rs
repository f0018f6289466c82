//! Where callbacks go: the keys of Callback Objects.
//!
//! OAS 3.1, Callback Object: a key is a runtime expression, or text with some in braces. What a request says itself is
//! taken from its typed input. Whatever else there is (`$url`, `$response`, cookies, lists) is left to who sends it:
//! then the whole key has no address, and nothing is wrong with the document.

use super::received::{Said, said};
use crate::ir::{
    Address, AddressPiece, Among, Content, FormKind, Method, Name, Param, Place, RequestBody, Type,
    Via,
};
use oasmith_source::Span;
use oasmith_spec::{Document, Valid};
use std::collections::HashMap;

/// The methods that operations have become, by their place. Only looked up, never iterated.
pub type Lowered = HashMap<Span, Method>;

/// The addresses of the requests with these `names`. What an operation says twice counts as it says it first.
pub fn addresses(
    document: &Valid<Document>,
    owners: &Lowered,
    names: &HashMap<Span, Name>,
) -> Vec<Address> {
    let mut found: Vec<Address> = Vec::new();
    for it in said(document) {
        let address = address(&it, owners, names);
        let is_new = |it: &Address| {
            let same = |known: &Address| (&known.owner, &known.method) == (&it.owner, &it.method);
            !found.iter().any(same)
        };
        let address = address.filter(is_new);
        found.extend(address);
    }
    found
}

fn address(said: &Said<'_>, owners: &Lowered, names: &HashMap<Span, Name>) -> Option<Address> {
    let owner = owners.get(&said.owner.span)?;
    let method = names.get(&said.request.span)?;
    Some(Address {
        owner: owner.input.clone(),
        method: method.clone(),
        key: said.key.to_owned(),
        pieces: pieces(said.key, owner)?,
    })
}

fn pieces(key: &str, owner: &Method) -> Option<Vec<AddressPiece>> {
    // A key may be an expression as a whole, without braces.
    if key.starts_with('$') {
        return Some(vec![piece(key, owner)?]);
    }
    let (mut pieces, mut rest) = (Vec::new(), key);
    while let Some((text, inside)) = rest.split_once('{') {
        let (expression, after) = inside.split_once('}')?;
        pieces.extend(text_piece(text));
        pieces.push(piece(expression, owner)?);
        rest = after;
    }
    pieces.extend(text_piece(rest));
    Some(pieces)
}

fn text_piece(text: &str) -> Option<AddressPiece> {
    (!text.is_empty()).then(|| AddressPiece::Text(text.to_owned()))
}

fn piece(expression: &str, owner: &Method) -> Option<AddressPiece> {
    let source = expression.strip_prefix("$request.")?;
    if let Some(pointer) = source.strip_prefix("body#") {
        return member(pointer, owner.body.as_ref()?);
    }
    let (place, name) = source.split_once('.')?;
    let place = match place {
        "path" => Place::Path,
        "query" => Place::Query,
        "header" => Place::Header,
        _ => return None,
    };
    let is_called = |wire: &str| match place {
        Place::Header => wire.eq_ignore_ascii_case(name),
        _ => wire == name,
    };
    let mut constants = owner.constants.iter().filter(|it| it.place == place);
    if let Some(it) = constants.find(|it| is_called(&it.wire)) {
        return Some(AddressPiece::Text(it.value.clone()));
    }
    let mut params = owner.params.iter().filter(|it| it.place == place);
    let param = params
        .find(|it| is_called(&it.wire))
        .filter(|it| is_text(it))?;
    Some(AddressPiece::Param {
        field: param.name.clone(),
        required: param.required,
    })
}

/// Whether a parameter is one text.
fn is_text(it: &Param) -> bool {
    it.via == Via::Scalars
        && !matches!(
            it.ty,
            Type::List(_) | Type::Tuple { .. } | Type::Map(_) | Type::Nullable(_)
        )
}

fn member(pointer: &str, body: &RequestBody) -> Option<AddressPiece> {
    let among = match &body.content {
        Content::Choice(it) => {
            let variants = it.bodies.iter();
            let variants = variants.map(|(name, it)| (name.clone(), has_members(&it.content)));
            Some(Among {
                name: it.name.clone(),
                variants: variants.collect(),
            })
        }
        _ => None,
    };
    let is_read = body.each().iter().any(|it| has_members(&it.content));
    (is_read && pointer.starts_with('/')).then(|| AddressPiece::Member {
        field: body.name.clone(),
        required: body.required,
        among,
        pointer: pointer.to_owned(),
    })
}

fn has_members(content: &Content) -> bool {
    match content {
        Content::Json(_) => true,
        Content::Form(form) => form.kind == FormKind::UrlEncoded,
        _ => false,
    }
}
