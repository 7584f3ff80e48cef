//! The model as a text in CPLEX's LP format, which every solver reads.

use super::Problem;
use super::model::{Column, Constraint, Model, Rule, Sense};
use std::io::{self, Write};

/// Terms on a line.
const WIDTH: usize = 8;

/// Writes the plain formulation of a problem, to be minimised.
///
/// # Errors
/// What the writer says.
pub fn write_lp(problem: &Problem, out: &mut impl Write) -> io::Result<()> {
    let model = Model::new(problem);
    writeln!(out, "\\ fe2i plan; costs in EUR a year, a gain is negative")?;
    writeln!(out, "Minimize")?;
    let costs: Vec<(usize, f64)> = model.columns.iter().map(|(_, cost)| *cost).enumerate().collect();
    terms(&model, " cost:", &costs, out)?;
    writeln!(out, "\nSubject To")?;
    for (n, constraint) in model.constraints.iter().enumerate() {
        line(&model, n, constraint, out)?;
    }
    bounds(&model, out)?;
    writeln!(out, "End")
}

fn line(model: &Model, n: usize, constraint: &Constraint, out: &mut impl Write) -> io::Result<()> {
    terms(model, &format!(" {}_{n}:", constraint.rule.name()), &constraint.terms, out)?;
    let sense = match constraint.sense {
        Sense::Le => "<=",
        Sense::Ge => ">=",
        Sense::Eq => "=",
    };
    writeln!(out, " {sense} {}", constraint.right)
}

fn terms(model: &Model, head: &str, terms: &[(usize, f64)], out: &mut impl Write) -> io::Result<()> {
    write!(out, "{head}")?;
    for (n, (column, value)) in terms.iter().enumerate() {
        if n > 0 && n % WIDTH == 0 {
            write!(out, "\n  ")?;
        }
        let sign = if *value < 0.0 { '-' } else { '+' };
        write!(out, " {sign} {} {}", value.abs(), name(model, *column))?;
    }
    Ok(())
}

fn name(model: &Model, column: usize) -> String {
    match model.columns[column].0 {
        Column::Open(j) => format!("y{j}"),
        Column::Share(unit, j) => format!("x{unit}_{j}"),
        Column::Idle(unit) => format!("u{unit}"),
    }
}

fn bounds(model: &Model, out: &mut impl Write) -> io::Result<()> {
    let (whole, split): (Vec<usize>, Vec<usize>) = (0..model.columns.len()).partition(|c| model.integer(*c));
    writeln!(out, "Bounds")?;
    for column in split {
        writeln!(out, " 0 <= {} <= 1", name(model, column))?;
    }
    writeln!(out, "Binary")?;
    for column in whole {
        writeln!(out, " {}", name(model, column))?;
    }
    Ok(())
}

/// Every rule, for those who list them.
pub const RULES: [Rule; 9] = [
    Rule::Served,
    Rule::Link,
    Rule::Capacity,
    Rule::Minimum,
    Rule::Month,
    Rule::OneSize,
    Rule::MaxOptions,
    Rule::Budget,
    Rule::Floor,
];
