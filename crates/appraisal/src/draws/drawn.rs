//! A drawn number that remembers the figures it was made of, and sums of them.

use crate::draws::range_of;
use model::{Contribution, Estimate};
use reference::{Confidence, FigureId};
use units::Unit;

/// One value per draw, with the figures used.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Drawn {
    pub(crate) values: Vec<f64>,
    figures: Vec<FigureId>,
    confidence: Option<Confidence>,
}

impl Drawn {
    /// What rests on what people said.
    pub(crate) fn said(values: Vec<f64>) -> Self {
        Self { values, figures: Vec::new(), confidence: None }
    }

    /// What rests on a figure.
    pub(crate) fn figure(values: Vec<f64>, id: FigureId, confidence: Confidence) -> Self {
        Self { values, figures: vec![id], confidence: Some(confidence) }
    }

    /// What rests on an entry of the knowledge base that is no figure of its own (a yield, a bulk density).
    pub(crate) fn entry(values: Vec<f64>, confidence: Confidence) -> Self {
        Self { values, figures: Vec::new(), confidence: Some(confidence) }
    }

    /// The same, resting on a guess of a profile: nobody said it.
    pub(crate) fn guessed(mut self) -> Self {
        self.confidence = Some(Confidence::Low);
        self
    }

    /// Draw by draw; the trace is both traces.
    pub(crate) fn with(mut self, other: &Self, each: impl Fn(f64, f64) -> f64) -> Self {
        self.values.iter_mut().zip(&other.values).for_each(|(mine, theirs)| *mine = each(*mine, *theirs));
        for id in &other.figures {
            if !self.figures.contains(id) {
                self.figures.push(id.clone());
            }
        }
        self.confidence = [self.confidence, other.confidence].into_iter().flatten().min();
        self
    }

    /// Product.
    pub(crate) fn times(self, other: &Self) -> Self {
        self.with(other, |a, b| a * b)
    }

    /// Quotient.
    pub(crate) fn per(self, other: &Self) -> Self {
        self.with(other, |a, b| a / b)
    }

    /// Sum.
    pub(crate) fn plus(self, other: &Self) -> Self {
        self.with(other, |a, b| a + b)
    }

    /// Each draw changed alike.
    pub(crate) fn map(mut self, each: impl Fn(f64) -> f64) -> Self {
        self.values.iter_mut().for_each(|value| *value = each(*value));
        self
    }

    /// The other way round.
    pub(crate) fn negated(self) -> Self {
        self.map(|value| -value)
    }

    /// The mean.
    pub(crate) fn mean(&self) -> f64 {
        mean(&self.values)
    }
}

/// The mean of a sample; 0 of none.
pub(crate) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// Terms that add up, and the keys of those nothing is known of.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sum {
    terms: Vec<(&'static str, Drawn)>,
    unknown: Vec<&'static str>,
}

impl Sum {
    /// A term; those of one key are added up.
    pub(crate) fn add(&mut self, key: &'static str, term: Drawn) {
        match self.terms.iter_mut().find(|(known, _)| *known == key) {
            Some((_, sum)) => *sum = sum.clone().plus(&term),
            None => self.terms.push((key, term)),
        }
    }

    /// A term that nobody misses when it is not known.
    pub(crate) fn add_known(&mut self, key: &'static str, term: Option<Drawn>) {
        if let Some(term) = term {
            self.add(key, term);
        }
    }

    /// A term that is part of the sum and unknown.
    pub(crate) fn lacks(&mut self, key: &'static str) {
        if !self.unknown.contains(&key) {
            self.unknown.push(key);
        }
    }

    /// A term, or the note that it is unknown.
    pub(crate) fn add_or_lack(&mut self, key: &'static str, term: Option<Drawn>) {
        match term {
            Some(term) => self.add(key, term),
            None => self.lacks(key),
        }
    }

    /// True when a term of that key was added.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.terms.iter().any(|(known, _)| *known == key)
    }

    /// True when one of these keys is noted as unknown.
    pub(crate) fn lacks_any(&self, keys: &[&str]) -> bool {
        self.unknown.iter().any(|key| keys.contains(key))
    }

    /// The sum, draw by draw; `None` when nothing was added.
    pub(crate) fn total(&self) -> Option<Drawn> {
        let mut terms = self.terms.iter().map(|(_, term)| term);
        let first = terms.next()?.clone();
        Some(terms.fold(first, Drawn::plus))
    }

    /// The sum as people see it; `None` when nothing was added.
    pub(crate) fn estimate(&self, unit: &Unit) -> Option<Estimate> {
        let terms =
            self.terms.iter().map(|(key, term)| contribution(key, term)).collect::<Option<Vec<_>>>()?;
        Some(Estimate {
            range: range_of(&self.total()?.values)?,
            unit: unit.clone(),
            terms,
            unknown: self.unknown.iter().map(ToString::to_string).collect(),
        })
    }
}

fn contribution(key: &str, term: &Drawn) -> Option<Contribution> {
    Some(Contribution {
        key: key.to_owned(),
        range: range_of(&term.values)?,
        figures: term.figures.clone(),
        confidence: term.confidence,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(value: f64, id: &str, confidence: Confidence) -> Drawn {
        Drawn::figure(vec![value; 20], id.into(), confidence)
    }

    #[test]
    fn a_product_bears_both_traces_and_the_lower_confidence() {
        let price = figure(150.0, "price.treatment.landfill", Confidence::Low);
        let detour = figure(1.3, "transport.detour-factor", Confidence::High);
        let product = Drawn::said(vec![10.0; 20]).times(&price).times(&detour).times(&price);
        assert_eq!(product.figures.len(), 2);
        assert_eq!(product.confidence, Some(Confidence::Low));
        assert!((product.values[0] - 10.0 * 150.0 * 1.3 * 150.0).abs() < 1e-6);
    }

    #[test]
    fn a_sum_of_nothing_is_unknown_not_zero() {
        let mut sum = Sum::default();
        sum.lacks("term-transport");
        assert!(sum.estimate(&Unit::one()).is_none());
        sum.add("term-a", figure(1.0, "a", Confidence::Low));
        sum.add("term-a", figure(2.0, "b", Confidence::High));
        let estimate = sum.estimate(&Unit::one()).unwrap();
        assert_eq!(estimate.terms.len(), 1);
        assert!((estimate.range.mid() - 3.0).abs() < 1e-12);
        assert_eq!(estimate.unknown, ["term-transport"]);
    }
}
