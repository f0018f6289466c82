//! Which types travel in requests, and which in answers.

use super::reach;
use crate::ir::Api;

pub fn mark(api: &mut Api) {
    let sent = reach::closure(api, api.methods().flat_map(reach::in_request).collect());
    let answered = reach::closure(api, api.methods().flat_map(reach::in_answers).collect());
    for (at, def) in api.types.iter_mut().enumerate() {
        def.in_requests = sent[at];
        def.in_responses = answered[at];
    }
}
