//! Values on their way into the database.

/// A value of a row written with many others.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    /// Text.
    Text(String),
    /// No text: only text columns may be empty.
    Null,
    /// Whole number.
    Int(i64),
    /// Truth.
    Bool(bool),
    /// Fraction.
    Real(f64),
    /// Bytes.
    Bytes(Vec<u8>),
}

macro_rules! cell_from {
    ($($type:ty => $variant:ident),+) => {
        $(impl From<$type> for Cell {
            fn from(value: $type) -> Self {
                Self::$variant(value.into())
            }
        })+
    };
}
cell_from!(&str => Text, &String => Text, String => Text, i64 => Int, bool => Bool, f64 => Real, Vec<u8> => Bytes);

impl From<Option<String>> for Cell {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::Null, Self::Text)
    }
}

impl From<&Option<String>> for Cell {
    fn from(text: &Option<String>) -> Self {
        text.clone().into()
    }
}

impl From<Option<&str>> for Cell {
    fn from(text: Option<&str>) -> Self {
        text.map(str::to_owned).into()
    }
}
