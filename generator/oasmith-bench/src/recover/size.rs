//! How long a tree is as JSON without white space, without writing it.

use oasmith_spec::Node;
use oasmith_spec::node::Value;

/// Bytes, but for characters that would be escaped.
pub fn bytes(node: &Node) -> usize {
    match &node.value {
        Value::Null => 4,
        Value::Bool(it) => 5 - usize::from(*it),
        Value::Number(it) => it.len(),
        Value::String(it) => it.len() + 2,
        Value::Array(items) => 2 + items.iter().map(|it| bytes(it) + 1).sum::<usize>(),
        Value::Object(object) => {
            let members = object.iter();
            let each = members.map(|it| it.key.text.len() + 4 + bytes(&it.value));
            2 + each.sum::<usize>()
        }
    }
}
