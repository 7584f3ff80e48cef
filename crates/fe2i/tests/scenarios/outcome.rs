//! How an expectation stands.

/// Against what was expected, and against what was reached before.
#[derive(Debug, PartialEq)]
pub enum Outcome {
    /// As expected.
    Met,
    /// Not as expected, no worse than recorded.
    Gap,
    /// A recorded gap that is none any more.
    Closed,
    /// What is wrong.
    Failed(String),
}

impl Outcome {
    /// For the table.
    pub fn sign(&self) -> &'static str {
        match self {
            Self::Met => "✓",
            Self::Gap => "…",
            Self::Closed => "✓ now met, take « pas_encore » out",
            Self::Failed(_) => "✗",
        }
    }
}
