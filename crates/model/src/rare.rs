//! What nearly no record has. A territory has millions of guessed flows without words or amounts: what they lack takes one word of memory.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::ops::{Deref, DerefMut};

/// What has a value that says nothing.
pub trait Nothing: 'static {
    /// The value that says nothing.
    const NOTHING: &'static Self;
}

impl<T: 'static> Nothing for Option<T> {
    const NOTHING: &'static Self = &None;
}

impl Nothing for String {
    const NOTHING: &'static Self = &Self::new();
}

/// A value that mostly says nothing, and is boxed when it does not. Reads as the value itself; who asks to change it makes room for it.
#[derive(Clone)]
pub struct Rare<T>(Option<Box<T>>);

impl<T: Nothing + PartialEq> From<T> for Rare<T> {
    fn from(value: T) -> Self {
        Self((value != *T::NOTHING).then(|| Box::new(value)))
    }
}

impl From<&str> for Rare<String> {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl<T> Default for Rare<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Nothing> Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::NOTHING)
    }
}

impl<T: Nothing + Clone> DerefMut for Rare<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_with(|| Box::new(T::NOTHING.clone()))
    }
}

impl<T: Nothing + PartialEq> PartialEq for Rare<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Nothing + fmt::Debug> fmt::Debug for Rare<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: Nothing + Serialize> Serialize for Rare<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de, T: Nothing + PartialEq + Deserialize<'de>> Deserialize<'de> for Rare<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_reads_compares_and_prints_like_the_value_and_is_boxed_only_when_it_says_something() {
        let mut words: Rare<String> = Rare::default();
        assert!(words.is_empty() && words.0.is_none());
        assert!(Rare::from(String::new()).0.is_none());
        words.push_str("sciure");
        assert_eq!(words, Rare::from("sciure".to_owned()));
        assert_eq!(format!("{words:?}"), "\"sciure\"");
        assert_eq!(size_of_val(&words), size_of::<usize>());
    }

    #[test]
    fn a_missing_field_is_nothing_and_a_value_goes_there_and_back() {
        #[derive(Serialize, Deserialize, PartialEq, Debug)]
        struct Record {
            tonnes: Rare<Option<f64>>,
        }
        let read = |text: &str| serde_json::from_str::<Record>(text).unwrap();
        assert_eq!(*read("{}").tonnes, None);
        let written = serde_json::to_string(&read(r#"{"tonnes":2.5}"#)).unwrap();
        assert_eq!(written, r#"{"tonnes":2.5}"#);
    }
}
