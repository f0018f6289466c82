//! serde's traits for models, by way of their own codec.
//!
//! For those who put models into other formats or types of theirs. Clients and servers do without.

use super::codec::{self, Json, Raw, Write};
use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Error as _, Serialize, Serializer};

/// Serializes a model.
pub fn serialize<S: Serializer>(value: &dyn Write, serializer: S) -> Result<S::Ok, S::Error> {
    let json: Result<serde_json::Value, _> = serde_json::from_slice(&codec::encode(value));
    json.map_err(S::Error::custom)?.serialize(serializer)
}

/// Deserializes a model.
pub fn deserialize<'de, T: Json, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let json = serde_json::Value::deserialize(deserializer)?;
    codec::decode(json.to_string().as_bytes()).map_err(D::Error::custom)
}

/// Implements serde's traits: `shims!(crate::runtime; Tenant, Dealer);`
macro_rules! shims {
    ($($root:ident)::+; $($model:ident),* $(,)?) => {
        const _: () = {
            use $($root)::+::serde_shims::{deserialize, serialize};
            $(
                impl ::serde::Serialize for $model {
                    fn serialize<S>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error>
                    where
                        S: ::serde::Serializer,
                    {
                        serialize(self, serializer)
                    }
                }

                impl<'de> ::serde::Deserialize<'de> for $model {
                    fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
                    where
                        D: ::serde::Deserializer<'de>,
                    {
                        deserialize(deserializer)
                    }
                }
            )*
        };
    };
}
#[allow(unused_imports, reason = "an API may have no models")]
pub(crate) use shims;

shims!(super; Raw);
