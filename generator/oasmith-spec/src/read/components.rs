//! Components Object. A component with an error in it is left out, so that what refers to it is told apart from the rest.

use super::{Cx, body, parameter, schema, security};
use crate::model::Components;
use crate::node::Member;

pub fn components<'a>(cx: &mut Cx<'a>, member: &'a Member) -> Components {
    let Some(member) = cx.given(Some(member)) else {
        return Components::default();
    };
    let Some(object) = cx.object(&member.value, "`components`") else {
        return Components::default();
    };
    Components {
        schemas: cx.sound(object.member("schemas"), schema),
        responses: cx.sound(object.member("responses"), body::response),
        parameters: cx.sound(object.member("parameters"), parameter),
        request_bodies: cx.sound(object.member("requestBodies"), body::request_body),
        headers: cx.sound(object.member("headers"), body::header),
        callbacks: cx.sound(object.member("callbacks"), body::callback),
        security_schemes: cx.map(object.member("securitySchemes"), security::scheme),
    }
}
