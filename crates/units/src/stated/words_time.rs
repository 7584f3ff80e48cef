//! Words of time.

use super::cursor::Table;
use super::period::Period;

/// Periods, and how many of them the word means (a fortnight is two weeks).
pub(super) const PERIODS: Table<(Period, f64)> = &[
    ("an|ans|annee|annee civile|year|yr|y|a|jahr|jahre|jahren|annum|exercice", (Period::Year, 1.0)),
    ("semestre|half year|halbjahr|halbjahre", (Period::HalfYear, 1.0)),
    ("trimestre|trim|quarter|qtr|quartal|quartale|vierteljahr", (Period::Quarter, 1.0)),
    ("mois|month|mth|monat|monate|monaten", (Period::Month, 1.0)),
    ("semaine|sem|week|wk|w|woche|wochen", (Period::Week, 1.0)),
    ("quinzaine|fortnight", (Period::Week, 2.0)),
    ("lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|friday", (Period::Week, 1.0)),
    ("jour|j|jr|journee|day|d|tag|tage|tagen", (Period::Day, 1.0)),
    ("jour calendaire|j calendaire|jour civil|calendar day|kalendertag", (Period::CalendarDay, 1.0)),
    (
        "jour ouvre|jour ouvrable|jour travaille|jour de travail|jour de production|j ouvre|jo|working day|work day|workday|\
         arbeitstag|arbeitstage|werktag|werktage",
        (Period::WorkingDay, 1.0),
    ),
    ("poste|equipe|shift|schicht|schichten", (Period::Shift, 1.0)),
    ("heure|h|hr|hour|stunde|std", (Period::Hour, 1.0)),
];

/// Periods that need no « par »: « 2 bennes semaine ».
pub(super) const BARE: Table<Period> = &[
    ("an|ans|annee|year|jahr", Period::Year),
    ("semestre", Period::HalfYear),
    ("trimestre|trim", Period::Quarter),
    ("mois|month|monat", Period::Month),
    ("semaine|sem|week|woche", Period::Week),
    ("jour|day", Period::Day),
    ("jour calendaire|calendar day", Period::CalendarDay),
    ("jour ouvre|jour ouvrable|working day|arbeitstag", Period::WorkingDay),
];

/// Adjectives and adverbs: period, times in it.
pub(super) const ADVERBS: Table<(Period, f64)> = &[
    ("annuel|annuelle|annuellement|yearly|annual|annually|jahrlich|p a|pa|per annum", (Period::Year, 1.0)),
    ("biannuel|biannuelle|semestriel|semestrielle|halbjahrlich", (Period::HalfYear, 1.0)),
    ("trimestriel|trimestrielle|trimestriellement|quarterly|vierteljahrlich", (Period::Quarter, 1.0)),
    ("mensuel|mensuelle|mensuellement|monthly|monatlich", (Period::Month, 1.0)),
    ("bimensuel|bimensuelle", (Period::Month, 2.0)),
    ("bimestriel|bimestrielle", (Period::Month, 0.5)),
    ("hebdo|hebdomadaire|hebdomadairement|weekly|wochentlich", (Period::Week, 1.0)),
    ("bihebdomadaire", (Period::Week, 2.0)),
    ("quotidien|quotidienne|quotidiennement|journalier|journaliere|daily|taglich", (Period::Day, 1.0)),
    ("horaire|hourly|stundlich", (Period::Hour, 1.0)),
];

/// « par »: what follows must be a period (or, for prices, a unit).
pub(super) const PER: Table<()> = &[("par|per|pro", ())];
/// « tous les », "every": what follows may be a number of periods; the value multiplies that number.
pub(super) const EVERY: Table<f64> = &[
    ("tous les|toutes les|tout les|chaque|a chaque|par|every|each|alle|jede|jeden|jedes|je|pro|per", 1.0),
    ("every other|every second|jede zweite|jeden zweiten", 2.0),
];
/// « le mois », "a month": one period follows.
pub(super) const ARTICLES: Table<()> = &[("l|a l|a la|au|le|la|a|an|im|the|in the|dans l|sur l", ())];
/// « fois ».
pub(super) const TIMES: Table<()> = &[("fois|mal|times", ())];
/// « twice ».
pub(super) const HOW_MANY_TIMES: Table<f64> =
    &[("once|einmal", 1.0), ("twice|zweimal", 2.0), ("thrice|dreimal", 3.0), ("viermal", 4.0)];
/// It does not repeat.
pub(super) const ONCE: Table<()> = &[(
    "en une seule fois|une seule fois|en une fois|ponctuel|ponctuelle|ponctuellement|one off|one shot|only once|einmalig|unique|a single time",
    (),
)];
/// Before a year: « en 2024 ».
pub(super) const BEFORE_YEAR: Table<()> = &[(
    "en|in|im|sur|pour|for|annee|en annee|exercice|jahr|year|im jahr|l annee|bilan|pour l annee|sur l annee|dans l annee",
    (),
)];
/// Day and night, all week.
pub(super) const CONTINUOUS: Table<()> =
    &[("en continu|continu|continuous|continuously|non stop|nonstop|durchgehend|h24|jour et nuit", ())];
