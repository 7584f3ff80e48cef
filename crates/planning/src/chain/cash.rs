//! Fifteen years of cash of what is bought, wears out and is bought again.

/// Years of the cash flow.
pub const YEARS: usize = 15;

/// Something bought once that lasts so long.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bought {
    /// EUR of today, paid in year 0 and again each time it is worn out.
    pub eur: f64,
    /// Years it serves.
    pub life: f64,
}

impl Bought {
    /// How often it is bought anew up to the end of a year. Nothing is bought anew on the last day of the horizon.
    pub fn again(&self, year: usize) -> usize {
        let worn = |times: &usize| {
            let end = *times as f64 * self.life;
            end <= year as f64 && end < YEARS as f64
        };
        (1..=YEARS).take_while(worn).count()
    }

    /// EUR it is still worth at the end of the horizon, in proportion to the years it has left.
    pub fn left(&self) -> f64 {
        let age = YEARS as f64 - self.again(YEARS) as f64 * self.life;
        self.eur * (1.0 - age / self.life).max(0.0)
    }
}

/// Cash at the end of each year since the investment, EUR. A grant is had once: what is bought anew is paid in full.
pub fn cash(bought: &[Bought], grant: f64, yearly: f64) -> Vec<f64> {
    let at = |year: usize| {
        let spent: f64 = bought.iter().map(|one| one.eur * (1 + one.again(year)) as f64).sum();
        yearly * year as f64 + grant - spent
    };
    (0..=YEARS).map(at).collect()
}

/// Years until what was spent is back; `None` when that is beyond the horizon, or something is worn out sooner and must be paid again.
pub fn payback(bought: &[Bought], grant: f64, yearly: f64) -> Option<f64> {
    let spent = bought.iter().map(|one| one.eur).sum::<f64>() - grant;
    (yearly > 0.0).then(|| spent / yearly).filter(|years| *years <= within(bought))
}

/// Years within which it must be paid back: the horizon, or the life of what wears out first.
pub fn within(bought: &[Bought]) -> f64 {
    let lives = bought.iter().filter(|one| one.eur > 0.0).map(|one| one.life);
    lives.fold(YEARS as f64, f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORKSHOP: [Bought; 1] = [Bought { eur: 80.0, life: 8.0 }];

    #[test]
    fn a_workshop_of_eight_years_is_bought_again_once_in_fifteen() {
        let years = cash(&WORKSHOP, 20.0, 11.0);
        assert!((years[0] + 60.0).abs() < 1e-9 && (years[7] - 17.0).abs() < 1e-9, "{years:?}");
        // The second workshop is paid without a grant.
        assert!((years[8] - (8.0 * 11.0 + 20.0 - 160.0)).abs() < 1e-9, "{years:?}");
        assert!((years[15] - (15.0 * 11.0 + 20.0 - 160.0)).abs() < 1e-9, "{years:?}");
        // It has served seven of its eight years.
        assert!((WORKSHOP[0].left() - 10.0).abs() < 1e-9);
    }

    #[test]
    fn what_is_not_back_when_it_wears_out_is_never_back() {
        assert_eq!(payback(&WORKSHOP, 0.0, 11.0), Some(80.0 / 11.0));
        assert_eq!(payback(&WORKSHOP, 0.0, 9.0), None, "8.9 years for what lasts 8");
        assert_eq!(payback(&[Bought { eur: 80.0, life: 20.0 }], 0.0, 9.0), Some(80.0 / 9.0));
        assert_eq!(payback(&[Bought { eur: 80.0, life: 20.0 }], 0.0, 4.0), None, "20 years");
        assert_eq!(payback(&WORKSHOP, 0.0, -1.0), None);
    }

    #[test]
    fn a_boiler_outlives_the_horizon_and_keeps_a_worth() {
        let boiler = Bought { eur: 100.0, life: 20.0 };
        assert_eq!(boiler.again(YEARS), 0);
        assert!((boiler.left() - 25.0).abs() < 1e-9);
        // Worn out on the last day: not bought for nobody's use, and worth nothing.
        let link = Bought { eur: 100.0, life: 15.0 };
        assert_eq!((link.again(YEARS), link.left()), (0, 0.0));
        assert_eq!(Bought { eur: 1.0, life: 5.0 }.again(YEARS), 2);
    }
}
