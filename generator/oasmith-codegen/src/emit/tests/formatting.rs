//! Output is laid out as rustfmt has it: checked with rustfmt itself, where there is one.

use super::everything::everything;
use super::sample::{answer, api, method, model};
use crate::ir::{Api, Content, Output, Type, TypeId};
use crate::{Shape, generate};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use std::io::Write;
use std::process::{Command, Stdio};

#[test]
fn rustfmt_agrees() {
    agrees(&everything());
}

#[test]
fn rustfmt_agrees_about_a_single_operation() {
    for name in ["S", "Sh", "Show"] {
        let id = name.to_lowercase();
        agrees(&api(vec![], vec![method(&id, name, "GET", "/cats")]));
    }
}

#[test]
fn rustfmt_agrees_about_long_names() {
    let lengths = [20, 40, 50, 53, 54, 55, 56, 60, 65, 66, 67, 68, 72, 80];
    let names = lengths.map(|it| "A".repeat(it));
    let types = names.iter().map(|it| model(it, &it.to_lowercase(), vec![]));
    let methods = (0..names.len()).map(|at| {
        let mut method = method(&format!("get{at}"), &format!("Get{at}"), "GET", "/cats");
        let content = Content::Json(Type::Named(TypeId(at)));
        method.output = Output::Plain(answer(200, content));
        method
    });
    agrees(&api(types.collect(), methods.collect()));
}

#[test]
fn rustfmt_agrees_about_several_closures() {
    let tokens = quote! {
        fn is_right(it: It) -> bool {
            it.all(&[|it| it.requires(&["kind_of_ship"]), |it| it.member("kind_of_ship", |it| it.among(&["yawl"]))])
        }
    };
    let text = crate::format::format("", tokens);
    if let Some(formatted) = rustfmt(&text) {
        assert_eq!(text, formatted);
    }
}

#[test]
fn rustfmt_agrees_about_what_stands_behind_long_names() {
    let tokens = quote::quote! {
        fn routes<A: CatsApi>(api: &Arc<A>) -> Vec<Route> {
            vec![Route::new(api, |api, cx, request: crate::operations::Context| {
                Box::pin(A::context(api, cx, request))
            })]
        }
        fn short_routes<A: CatsApi>(api: &Arc<A>) -> Vec<Route> {
            vec![
                Route::new(api, |api, cx, request: Q| {
                    Box::pin(A::q(api, cx, request))
                }),
                Route::new(api, |api, cx, request: Me| {
                    Box::pin(A::me(api, cx, request))
                }),
            ]
        }
        fn set(mut self, value: impl Into<String>) -> Self {
            self.operation.less_script_greater_alert_1_less_script_greater = Some(value.into());
            self.operation.less_script_greater_alert_1_less_script_greater_and_what_comes_behind_it = Some(value.into());
            self
        }
        fn new() -> Self {
            Self {
                less_script_greater_alert_1_less_script_greater: less_script_greater_alert_1_less_script_greater.into(),
                short: short.into(),
                path: "/a/path/that/goes/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on/to/an/end",
                list: &["/a/path/that/goes/on/and/on/and/on", "/and/on/and/on/and/on/and/on/and/on/and/on/to/an/end"],
            }
        }
    };
    let text = crate::format::format("", tokens);
    if let Some(formatted) = rustfmt(&text) {
        assert_eq!(text, formatted);
    }
}

#[test]
fn rustfmt_agrees_about_names_of_any_length() {
    for length in 20..=84 {
        let (name, ty) = (
            format_ident!("{}", "a".repeat(length)),
            format_ident!("{}", "A".repeat(length)),
        );
        let wire = "a".repeat(length);
        let text = crate::format::format(
            "",
            quote! {
                const NEEDS: &[&[Requirement]] = &[&[Requirement { scheme: &#ty, scopes: &[] }]];
                /// A scheme.
                pub static #ty: Scheme = Scheme { name: "a", kind: SchemeKind::Header("X-Key") };
                pub struct #ty {
                    pub #name: Option<Vec<#ty>>,
                    pub #name: Option<BTreeMap<String, Vec<#ty>>>,
                }
                pub enum It {
                    #ty(Vec<#ty>),
                }
                pub(crate) fn routes<A: #ty>(api: &Arc<A>) -> Vec<Route> {
                    vec![Route::new(api, |api, cx, request| Box::pin(A::list(api, cx, request)))]
                }
                impl #ty {
                    type Output = EventStream<#ty>;
                    pub fn new(#name: impl Into<String>, body: impl Into<Option<#ty>>, #name: Option<String>) -> Self {
                        Self { body }
                    }
                    pub fn read(self, answer: Answer, name: impl Into<String>) -> Result<#ty, DecodeError> {
                        match answer {
                            #ty::Ok(body) => Answer::json(200, &body),
                            #ty::Created(body) => Answer::json(201, &body),
                        }
                    }
                }
                const #ty: &[&[Requirement]] = &[&[Requirement { scheme: &KEY, scopes: &[] }]];
                pub trait #ty: Send + Sync + 'static {
                    fn list(&self) {}
                    fn #name(&self, cx: Context, request: Request) -> impl Future<Output = Result<Events<#ty>, Error>> + Send {
                        async { Err(Error::not_implemented()) }
                    }
                }
                impl Json for It {
                    fn read(r: &mut Reader<'_>) -> Result<Self, Fault> {
                        Ok(Self {
                            #name: #name.into(),
                            first: #name.unwrap_or_default(),
                            #name: #name.ok_or(Fault::Skipped)?,
                            #name: #name.unwrap_or_default(),
                            #name: #name?,
                            #name: Model::from(#name),
                            path: #wire,
                        })
                    }
                    fn write(&self, w: &mut Writer) {
                        let mut #name = None;
                        let it = Self { #name: #name?, #name };
                        c.known(#wire, Some(&self.#name));
                        w.members(&[(#wire, &Always(&self.#name)), (#wire, &self.#name)]);
                    }
                    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
                        let #name = from.path(#wire, Style::Comma);
                        let #name = from.need_query(#wire, Style::Exploded);
                        None
                    }
                    fn decode_answer(answer: Answer) -> Result<Output, DecodeError> {
                        match answer.status.as_u16() {
                            200 => Ok(#ty::Ok(answer.read_json()?)),
                            _ => Ok(#ty::Created(answer.read_json()?)),
                        }
                    }
                }
            },
        );
        if let Some(formatted) = rustfmt(&text) {
            assert_eq!(text, formatted);
        }
    }
}

/// Calls in calls: the inner ones have less room the longer the outer ones are.
#[test]
fn rustfmt_agrees_about_answers_of_any_length() {
    let texts: Vec<String> = (2..=80)
        .map(|length| crate::format::format("", answers(length)))
        .collect();
    let text = texts.join("\n");
    if let Some(formatted) = rustfmt(&text) {
        let differs = text.lines().zip(formatted.lines()).find(|(a, b)| a != b);
        assert_eq!(differs, None);
        assert_eq!(text.lines().count(), formatted.lines().count());
    }
}

fn answers(length: usize) -> TokenStream {
    let output = format_ident!("{}Output", "A".repeat(length));
    let plain = format_ident!("{output}Ok");
    let stream = format_ident!("{output}AcceptedStream");
    let (name, wire) = (
        format_ident!("{}", "a".repeat(length)),
        "a".repeat(length / 3),
    );
    quote! {
        impl Served for It {
            fn decode(from: &mut Decoder<'_>) -> Option<Self> {
                let count = from.query_members(Members::Named(&[#wire, "email", #wire]));
                let count = from.need_query_members(Members::Others(&["description", #wire]));
                None
            }
        }
        impl Operation for It {
            fn decode_answer(answer: Answer) -> Result<Output, DecodeError> {
                match answer.status.as_u16() {
                    200 if answer.is_of(&["text/event-stream"]) => Ok(#output::AcceptedStream(#stream::of(answer)?)),
                    200 if answer.is_of(&["application/x-ndjson"]) => Ok(#output::OkStream(answer.lines())),
                    200 => Ok(#output::Ok(#plain::of(answer)?)),
                    400..=499 => Ok(#output::Other(answer.status, #plain::of(answer)?)),
                    _ => Ok(#output::Accepted(#stream::of(answer)?)),
                }
            }
            fn decode_single(answer: Answer) -> Result<Output, DecodeError> {
                let link = answer.header_param("Link");
                Ok(#output { link, body: answer.read_json()? })
            }
            fn decode_headers(answer: Answer) -> Result<Output, DecodeError> {
                Ok(#plain { link, location })
            }
            fn decode_wrapped(answer: Answer) -> Result<Output, DecodeError> {
                Ok(#output::Ok(#plain::of(answer)?))
            }
        }
        fn routes<A: Api>(api: &Arc<A>) -> Vec<Route> {
            vec![Route::new(api, |api, cx, request: #output| {
                Box::pin(A::#name(api, cx, request))
            })]
        }
        fn routes_of_two<A: Api>(api: &Arc<A>) -> Vec<Route> {
            vec![
                Route::new(api, |api, cx, request: #output| {
                    Box::pin(A::#name(api, cx, request))
                }),
                Route::new(api, |api, cx, request: It| {
                    Box::pin(A::it(api, cx, request))
                }),
            ]
        }
    }
}

#[test]
fn rustfmt_agrees_about_other_names_of_types() {
    for length in [20, 71, 72, 73, 80] {
        let (name, ty) = (
            format_ident!("{}", "A".repeat(length)),
            format_ident!("MakeTheBedError"),
        );
        let text = crate::format::format("", quote!(pub type #name = #ty;));
        if let Some(formatted) = rustfmt(&text) {
            assert_eq!(text, formatted);
        }
    }
}

fn agrees(api: &Api) {
    let files = generate(api, Shape::Crate, "{}");
    for (path, text) in files.iter() {
        if path.ends_with(".rs") && !path.starts_with("src/runtime/") {
            let Some(formatted) = rustfmt(text) else {
                return;
            };
            assert_eq!(text, formatted, "{path}");
        }
    }
}

/// `None` on a machine without rustfmt.
fn rustfmt(text: &str) -> Option<String> {
    let mut command = Command::new("rustfmt");
    command.args(["--edition", "2024", "--config", "skip_children=true"]);
    let piped = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = piped.spawn().ok()?;
    child.stdin.take()?.write_all(text.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    String::from_utf8(output.stdout).ok()
}
