//! What rules are written with.

pub(in crate::rules) use crate::declare_rule;
pub(in crate::rules) use crate::document::{At, Doc, Operation};
pub(in crate::rules) use crate::grammar::Kind;
pub(in crate::rules) use crate::report::Cx;
pub(in crate::rules) use crate::rule::Check;
pub(in crate::rules) use oasmith_spec::Node;
pub(in crate::rules) use oasmith_spec::node::Value;
