//! The months in which something comes, as people say them: « septembre à juin ».

use super::page::Page;
use planning::chain::Months;

/// Share of a year below which a month counts as empty.
const EMPTY: f64 = 0.005;
/// How far a month may lie from a twelfth and still be like the others.
const EVEN: f64 = 0.01;
/// The share of each month where all are alike.
const MONTH: f64 = 1.0 / 12.0;

/// « septembre à juin » ; « toute l’année », and where it is fuller then.
pub(super) fn said(page: &Page<'_>, months: &Months) -> String {
    if months.iter().all(|share| (share - MONTH).abs() < EVEN) {
        return page.say("dossier-season-all");
    }
    let some = runs(months.map(|share| share > EMPTY));
    if some.is_empty() {
        let most = runs(months.map(|share| share > MONTH + EMPTY));
        return page.words.say("dossier-season-mostly", &[("months", list(page, &most).into())]);
    }
    list(page, &some)
}

/// Runs of months around the year, each with its first and its last month (January 0); none when all twelve are in or out.
fn runs(within: [bool; 12]) -> Vec<(usize, usize)> {
    let starts = (0..12).filter(|ix| within[*ix] && !within[(ix + 11) % 12]);
    let last = |first: usize| (0..12).map(|on| first + on).take_while(|ix| within[ix % 12]).last();
    starts.filter_map(|first| Some((first, last(first)? % 12))).collect()
}

fn list(page: &Page<'_>, runs: &[(usize, usize)]) -> String {
    let month = |ix: usize| page.say(&format!("month-{}", ix + 1));
    let one = |(first, last): &(usize, usize)| {
        if first == last {
            return month(*first);
        }
        page.words
            .say("dossier-season-run", &[("first", month(*first).into()), ("last", month(*last).into())])
    };
    runs.iter().map(one).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn runs_go_around_the_year_and_are_never_cut() {
        let of = |months: &[usize]| runs(std::array::from_fn(|ix| months.contains(&(ix + 1))));
        assert_eq!(of(&[9, 10, 11, 12, 1, 2, 3, 4, 5, 6]), [(8, 5)]);
        assert_eq!(of(&[5, 6, 7, 8, 9]), [(4, 8)]);
        assert_eq!(of(&[3, 4, 10]), [(2, 3), (9, 9)]);
        assert!(of(&[]).is_empty() && runs([true; 12]).is_empty());
    }
}
