//! The names that members and enum values have in JSON, as the generated codec has them.

use std::collections::HashMap;

use anyhow::{Context, Result};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Arm, Expr, ExprField, ExprTuple, Ident, ItemImpl, ItemMacro, Lit, LitStr, Member};
use syn::{Pat, Path, Token, Type};

/// By the name in Rust.
#[derive(Default)]
pub struct Wires(HashMap<String, Wire>);

pub struct Wire {
    pub name: String,
    /// Written even when it is `None`.
    pub always: bool,
}

impl Wires {
    pub fn of(&self, name: &str) -> Option<&Wire> {
        self.0.get(name)
    }

    fn insert(&mut self, rust: &Ident, name: String, always: bool) {
        self.0.insert(rust.to_string(), Wire { name, always });
    }
}

/// Of an `impl Write for Tenant` or `impl OpenEnum for EventAuth`.
pub fn of_impl(it: &ItemImpl) -> Option<(String, Wires)> {
    let (path, _) = it.trait_.as_ref()?;
    let last = &path.segments.last()?.ident;
    let Type::Path(ty) = &*it.self_ty else {
        return None;
    };
    let name = ty.path.get_ident()?;
    let mut wires = Wires::default();
    wires.visit_item_impl(it);
    (last == "Write" || last == "OpenEnum").then(|| (name.to_string(), wires))
}

/// Of a `members! { crate::runtime; Tenant; id, name }`, or an `open_enum!` of the same form.
pub fn of_macro(it: &ItemMacro) -> Result<Option<(String, Wires)>> {
    let name = it.mac.path.segments.last();
    let is_known = |it: &&syn::PathSegment| it.ident == "members" || it.ident == "open_enum";
    let Some(name) = name.filter(is_known) else {
        return Ok(None);
    };
    let unknown = || format!("a `{}!` of unknown form", name.ident);
    let members: Members = it.mac.parse_body().with_context(unknown)?;
    Ok(Some((members.of.to_string(), members.wires)))
}

struct Members {
    of: Ident,
    wires: Wires,
}

impl Parse for Members {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let _runtime: Path = input.parse()?;
        input.parse::<Token![;]>()?;
        let of = input.parse()?;
        input.parse::<Token![;]>()?;
        let mut wires = Wires::default();
        for member in Punctuated::<MemberOf, Token![,]>::parse_terminated(input)? {
            wires.insert(&member.rust, member.name, false);
        }
        Ok(Self { of, wires })
    }
}

/// `id`, or `r#type = "type"`
struct MemberOf {
    rust: Ident,
    name: String,
}

impl Parse for MemberOf {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let rust: Ident = input.parse()?;
        let name = match input.parse::<Option<Token![=]>>()? {
            Some(_) => input.parse::<LitStr>()?.value(),
            None => rust.to_string(),
        };
        Ok(Self { rust, name })
    }
}

impl<'ast> Visit<'ast> for Wires {
    /// A member: `("enabled", &self.enabled)`.
    fn visit_expr_tuple(&mut self, it: &'ast ExprTuple) {
        let mut parts = it.elems.iter();
        if let (Some(name), Some(value)) = (parts.next().and_then(text), parts.next()) {
            let mut field = FieldOf::default();
            field.visit_expr(value);
            if let Some(rust) = field.name {
                self.insert(&rust, name, field.always);
            }
        }
        visit::visit_expr_tuple(self, it);
    }

    /// A value: `Self::Disable => "DISABLE"`.
    fn visit_arm(&mut self, it: &'ast Arm) {
        let Pat::Path(variant) = &it.pat else { return };
        if let (Some(last), Some(name)) = (variant.path.segments.last(), text(&it.body)) {
            self.insert(&last.ident, name, true);
        }
        visit::visit_arm(self, it);
    }
}

fn text(it: &Expr) -> Option<String> {
    match it {
        Expr::Lit(it) => match &it.lit {
            Lit::Str(it) => Some(it.value()),
            _ => None,
        },
        _ => None,
    }
}

/// The field in `&self.x`, and whether `Always` stands around it.
#[derive(Default)]
struct FieldOf {
    name: Option<Ident>,
    always: bool,
}

impl<'ast> Visit<'ast> for FieldOf {
    fn visit_expr_field(&mut self, it: &'ast ExprField) {
        if let Member::Named(name) = &it.member {
            self.name = Some(name.clone());
        }
    }

    fn visit_path(&mut self, it: &'ast Path) {
        self.always |= it.is_ident("Always");
    }
}
