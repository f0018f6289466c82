//! Components Object.

use super::{Cx, body, parameter, schema, security};
use crate::model::Components;
use crate::node::Member;

pub fn components<'a>(cx: &mut Cx<'a>, member: &'a Member) -> Components {
    let Some(member) = cx.given(Some(member)) else {
        return Components::default();
    };
    let Some(object) = member.value.as_object() else {
        cx.unreadable(member, "an object");
        return Components::default();
    };
    Components {
        schemas: cx.map(object.member("schemas"), schema),
        responses: cx.map(object.member("responses"), body::response),
        parameters: cx.map(object.member("parameters"), parameter),
        request_bodies: cx.map(object.member("requestBodies"), body::request_body),
        headers: cx.map(object.member("headers"), body::header),
        callbacks: cx.map(object.member("callbacks"), body::callback),
        security_schemes: cx.map(object.member("securitySchemes"), security::scheme),
    }
}
