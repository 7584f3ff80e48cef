//! A plan of the front, from planning's terms to the page's.

use super::question::{wanted, why};
use super::{Room, place, range, site};
use crate::shapes::{
    ChainCo2, ChainGone, ChainLine, ChainMoney, ChainMoved, ChainPartner, ChainPermit, ChainPlant,
    ChainPoint, ChainPost, ChainRisk, ChainRound, ChainRounds, ChainSplit, ChainStaffing, ChainTaker, Named,
};
use planning::chain::collection::Collection;
use planning::chain::economics::Economics;
use planning::chain::jobs::Staffing;
use planning::chain::permits::Permit;
use planning::chain::study::{Line, Opened, SplitLines, Taker};
use planning::chain::{Choice, Risk};
use planning::draws::Totals;
use report::Dossier;
use report::dossier::{Part, Told, staffed};
use wording::{Words, rounded};

/// Significant digits of sentences.
const DIGITS: i32 = 3;

/// A point; `best` is the one that gains most euros, absent when it is this one.
pub(super) fn point(room: &Room, view: &Dossier<'_>, choice: &Choice, best: Option<Totals>) -> ChainPoint {
    let (study, words) = (view.study, room.words());
    let told = Told::new(view);
    let plants: Vec<ChainPlant> =
        study.opened.iter().map(|opened| plant(room, view, &words, &told, opened)).collect();
    let opens: Vec<String> = study.opened.iter().map(|opened| told.point(opened)).collect();
    ChainPoint {
        label: told.choice(&opens.join(" ; "), choice),
        eur: choice.totals.eur,
        median: study.risk.as_ref().and_then(|risk| risk.p50),
        low: study.risk.as_ref().and_then(|risk| risk.p10),
        high: study.risk.as_ref().and_then(|risk| risk.p90),
        avoided: choice.totals.avoided_t,
        caused: choice.totals.caused_t,
        hours: choice.totals.hours,
        worth_co2: choice.weights.co2_eur_t,
        worth_hour: choice.weights.work_eur_h,
        asked: choice.floor.map(|floor| told.floor(floor)),
        gap: study.answer.gap,
        verified: study.answer.verified,
        price: best.map(|best| price(room, &words, choice.totals, best)),
        loses: told.loses(),
        plants,
        left: study.left,
        risk: study.risk.as_ref().map(|risk| fragile(&told, risk)),
        pdf: None,
        pdf_members: None,
        xlsx: None,
    }
}

/// What the choice costs and brings against the most euros.
fn price(room: &Room, words: &Words<'_>, here: Totals, best: Totals) -> String {
    let n = |value: f64| rounded(room.lang, value, DIGITS);
    let less = best.eur - here.eur;
    let hours = here.hours.zip(best.hours).map_or(0.0, |(here, best)| here - best);
    let co2 = here.avoided_t.zip(best.avoided_t).map(|(here, best)| here - best);
    let mut text = words.say("dossier-price-of", &[("less", n(less).into())]);
    let mut add = |key: &str, amount: f64, each: Option<f64>| {
        let each = each.map_or_else(String::new, n);
        text.push(' ');
        text.push_str(&words.say(key, &[("amount", n(amount.abs()).into()), ("each", each.into())]));
    };
    if hours.abs() >= 1.0 {
        add(
            if hours > 0.0 { "dossier-price-hours" } else { "dossier-price-fewer-hours" },
            hours,
            (hours > 0.0).then(|| less / hours),
        );
    }
    match co2 {
        None => add("dossier-price-co2-unknown", 0.0, None),
        Some(co2) if co2 >= 0.5 => add("dossier-price-co2", co2, Some(less / co2)),
        Some(co2) if co2 <= -0.5 => add("dossier-price-less-co2", co2, None),
        Some(_) => {}
    }
    let caused = here.caused_t.zip(best.caused_t).map_or(0.0, |(here, best)| here - best);
    if caused.abs() >= 0.5 {
        let key = if caused > 0.0 { "dossier-price-more-caused" } else { "dossier-price-less-caused" };
        add(key, caused, None);
    }
    text
}

fn plant(room: &Room, view: &Dossier<'_>, words: &Words<'_>, told: &Told<'_>, opened: &Opened) -> ChainPlant {
    let (lat, lon) = place(view.chain, &opened.site);
    let rate = if opened.money.input > 0.0 { opened.money.output / opened.money.input } else { 0.0 };
    ChainPlant {
        site: site(words, &opened.site),
        why: why(room, opened.why),
        size: opened.size,
        by_hand: opened.by_hand,
        lat,
        lon,
        suppliers: opened.suppliers.iter().map(|one| line(view, words, one)).collect(),
        takers: opened.takers.iter().map(|one| taker(room, view, words, one)).collect(),
        gathered: opened.gathered.map(|t| t * rate),
        made: opened.used.map(|t| t * rate),
        demand: opened.demand,
        heat: told.lost_heat(opened),
        money: money(&opened.money),
        co2: ChainCo2 { own: opened.co2.own, haul: opened.co2.haul, avoided: opened.co2.avoided },
        permit: told.permit(opened),
        permits: opened.permits.iter().filter_map(|one| permit(room, told, one)).collect(),
        posts: posts(room, told, opened),
        staffing: staffed(opened).map(|one| staffing(room, view, words, one)).collect(),
        split: opened.split.as_ref().map(|split| gains(told, opened, split)),
        rounds: opened.collections.iter().map(|one| rounds(room, words, opened, one)).collect(),
    }
}

fn permit(room: &Room, told: &Told<'_>, permit: &Permit) -> Option<ChainPermit> {
    let rubric = room.reference.legal.rubric(&permit.rubric)?;
    let label = if room.lang.code() == "en" { &rubric.en } else { &rubric.fr };
    let [reaches, level, months] = told.heading(permit)?;
    Some(ChainPermit {
        heading: Named { id: rubric.id.clone(), name: label.clone() },
        reaches,
        level,
        months: permit.delay_months.map(|_| months),
    })
}

fn line(view: &Dossier<'_>, words: &Words<'_>, line: &Line) -> ChainLine {
    let (lat, lon) = place(view.chain, &line.site);
    let supply = view.chain.supply(&line.flow);
    let resource = supply.map(|supply| Named {
        id: supply.resource.to_string(),
        name: words.label(&supply.resource).to_owned(),
    });
    ChainLine {
        flow: line.flow.to_string(),
        site: site(words, &line.site),
        resource: resource.unwrap_or_else(|| Named { id: String::new(), name: String::new() }),
        input: line.input,
        km: line.km,
        lat,
        lon,
        estimated: supply.is_none_or(|supply| supply.basis == model::Basis::Estimated),
    }
}

fn taker(room: &Room, view: &Dossier<'_>, words: &Words<'_>, taker: &Taker) -> ChainTaker {
    let (lat, lon) = place(view.chain, &taker.site);
    ChainTaker {
        site: site(words, &taker.site),
        wording: wanted(room, &taker.flow),
        amount: range(taker.demand),
        gets: Some(taker.gets),
        lat,
        lon,
    }
}

fn money(of: &Economics) -> ChainMoney {
    ChainMoney {
        input: of.input,
        output: of.output,
        investment: of.investment,
        network: of.network,
        store: of.store,
        grant: (of.grant > 0.0).then_some(of.grant),
        revenue: of.revenue,
        running: of.running,
        haul: of.haul,
        capital: of.capital,
        lifetime: Some(of.lifetime),
        reinvestment: Some(of.reinvestment),
        residual: Some(of.residual),
        avoided: of.avoided,
        takers_save: of.takers_save,
        levelised_cost: of.levelised_cost,
        gate_fee: of.gate_fee,
        gate_fee_with_grant: of.gate_fee_with_grant.filter(|_| of.grant > 0.0),
        cash: of.cash.clone(),
        cash_with_grant: of.cash_with_grant.clone(),
        payback: of.payback,
        payback_with_grant: of.payback_with_grant.filter(|_| of.grant > 0.0),
        payback_operator: of.payback_operator,
        storage: of.storage,
    }
}

fn posts(room: &Room, told: &Told<'_>, opened: &Opened) -> Vec<ChainPost> {
    let skills = &room.reference.lists.skills;
    let label =
        |rome: &str| skills.iter().find(|skill| skill.code == rome).map(|skill| skill.label_fr.clone());
    let post = |post: &planning::chain::jobs::Posts| ChainPost {
        rome: post.rome.clone(),
        label: label(&post.rome).unwrap_or_default(),
        insertion: post.insertion,
        entry: told.level(post.entry),
        exit: told.level(post.exit),
        hours: range(post.hours),
        cost: range(post.cost),
    };
    opened.posts.iter().map(post).collect()
}

fn staffing(room: &Room, view: &Dossier<'_>, words: &Words<'_>, of: &Staffing) -> ChainStaffing {
    let kinds = &room.reference.lists.insertion;
    let label =
        kinds.iter().find(|kind| kind.code.eq_ignore_ascii_case(&of.kind)).map(|kind| kind.label_fr.clone());
    let aid = room.reference.figures.on(&format!("insertion.aid.{}", of.kind), view.day).ok();
    ChainStaffing {
        kind: of.kind.to_uppercase(),
        label: label.unwrap_or_default(),
        fte: range(of.fte),
        supervisors: range(of.supervisors),
        aid: range(of.aid),
        aid_since: aid.and_then(|figure| figure.valid_from).map(|day| day.to_string()),
        cost_per_fte: of.cost_per_fte.map(range),
        fits: words.say(&format!("dossier-fits-{}", of.kind), &[]),
    }
}

fn gains(told: &Told<'_>, opened: &Opened, split: &SplitLines) -> ChainSplit {
    let partner = |part: Part| ChainPartner {
        name: part.name,
        shapley: part.shapley,
        nucleolus: part.nucleolus,
        sentence: part.sentences.join(" "),
    };
    ChainSplit {
        total: split.total,
        grant: (split.grant > 0.0).then_some(split.grant),
        partners: told.parts(opened, split).into_iter().map(partner).collect(),
        core: told.core(opened, split).into_iter().chain([told.authority(opened, split)]).collect(),
    }
}

fn fragile(told: &Told<'_>, risk: &Risk) -> ChainRisk {
    let gone = |gone: &planning::chain::Gone, name: String, role: &str| ChainGone {
        name,
        role: told.say(role),
        gain: gone.gain,
    };
    let suppliers = risk.suppliers.iter();
    let suppliers =
        suppliers.map(|one| gone(one, told.site(&one.flow, &one.site), "dossier-without-supplier"));
    let takers = risk.takers.iter();
    let takers = takers.map(|one| gone(one, told.taker(&one.flow, &one.site), "dossier-without-taker"));
    ChainRisk {
        text: told.draws(risk),
        middle: risk.middle,
        prices: risk
            .prices
            .iter()
            .map(|moved| ChainMoved { label: told.price(moved.price), low: moved.low, high: moved.high })
            .collect(),
        gone: suppliers.chain(takers).collect(),
    }
}

fn rounds(room: &Room, words: &Words<'_>, opened: &Opened, of: &Collection) -> ChainRounds {
    let gathering = room.reference.gatherings.iter().find(|known| known.id == of.kind);
    let vehicle = gathering.map_or(of.kind.as_str(), |known| known.shared.label(room.lang.code()));
    ChainRounds {
        depot: words.name(&opened.site).to_owned(),
        vehicle: format!("{vehicle} ({} m³)", rounded(room.lang, of.capacity, DIGITS)),
        rounds: of
            .tours
            .iter()
            .map(|tour| ChainRound {
                stops: tour.stops.iter().map(|id| words.name(id).to_owned()).collect(),
                load: tour.load,
                km: tour.km,
                minutes: tour.minutes,
                day: tour.day,
            })
            .collect(),
        days: of.passes,
        every: of.every,
        driver_days: of.driver_days,
        km: of.shared.km,
        separate_km: of.separate.km,
        eur: of.shared.euros,
        separate_eur: of.separate.euros,
        co2: of.shared.co2,
        separate_co2: of.separate.co2,
        alone: of.alone,
        unknown: of.unknown,
    }
}
