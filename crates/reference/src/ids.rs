//! Names of things in the knowledge base: cheap to clone, printed as themselves.

/// Makes name types over shared text: cheap to clone, ordered, printed and serialised as themselves.
#[macro_export]
macro_rules! text_ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, ::serde::Serialize, ::serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(::std::sync::Arc<str>);

        impl $name {
            /// As text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }

        impl ::std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

text_ids! {
    /// A resource of the catalogue: `pallet-wood`.
    ResourceId,
    /// A pathway: `untreated-wood-to-boiler-fuel`.
    PathwayId,
    /// A document facts come from: `low-2000-532`.
    SourceId,
    /// A figure: `co2.transport.truck-rigid-12-20`.
    FigureId,
}
