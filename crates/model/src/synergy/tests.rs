use super::*;

fn at() -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000, 0).unwrap()
}

fn synergy() -> Synergy {
    Synergy {
        id: "substitution:a:b:pallet-wood".into(),
        stage: Stage::Detected,
        reason: None,
        parties: vec!["a".into(), "b".into(), "c".into()],
        owner: None,
        next_step: None,
        due: None,
        consents: vec![],
        sealed_prices: vec![],
        documents: vec![],
        deliveries: vec![],
        log: vec![],
        lead: None,
    }
}

fn step(to: Stage) -> Move {
    Move { to, reason: None, text: "appel".into(), by: "animatrice".into(), at: at() }
}

fn say(synergy: &mut Synergy, site: &str, answer: Answer) {
    synergy.consents.push(Consent { site: site.into(), answer, at: at(), by: "invite".into() });
}

#[test]
fn the_long_way_is_walked_once_both_said_yes() {
    let mut it = synergy();
    it.go(step(Stage::Proposed)).unwrap();
    say(&mut it, "a", Answer::Yes);
    assert_eq!(it.go(step(Stage::Discussed)), Err(Refusal::NotIntroduced { to: Stage::Discussed }));
    say(&mut it, "b", Answer::Yes);
    for stage in [Stage::Discussed, Stage::Studied, Stage::Agreed, Stage::Running, Stage::Ended] {
        it.go(step(stage)).unwrap();
    }
    assert_eq!(it.log.len(), 6);
    assert_eq!(it.log.last().unwrap().to, Some(Stage::Ended));
}

#[test]
fn only_those_who_said_yes_are_introduced_and_the_last_word_counts() {
    let mut it = synergy();
    for site in ["a", "b", "c"] {
        say(&mut it, site, Answer::Yes);
    }
    say(&mut it, "c", Answer::No);
    assert_eq!(it.introduced(), [&SiteId::from("a"), &SiteId::from("b")]);
    say(&mut it, "b", Answer::No);
    assert!(it.introduced().is_empty(), "one alone is introduced to nobody");
}

#[test]
fn setting_aside_takes_a_reason_and_leaves_it_when_taken_up_again() {
    let mut it = synergy();
    assert_eq!(it.go(step(Stage::SetAside)), Err(Refusal::ReasonMissing));
    it.go(Move { reason: Some(Reason::TooFar), ..step(Stage::SetAside) }).unwrap();
    assert_eq!(it.reason, Some(Reason::TooFar));
    it.go(step(Stage::Proposed)).unwrap();
    assert_eq!(it.reason, None);
    let odd = it.go(Move { reason: Some(Reason::Law), ..step(Stage::Detected) });
    assert_eq!(odd, Err(Refusal::ReasonWithout { to: Stage::Detected }));
}

#[test]
fn a_refused_move_changes_nothing() {
    let mut it = synergy();
    let before = it.clone();
    assert_eq!(
        it.go(step(Stage::Running)),
        Err(Refusal::Order { from: Stage::Detected, to: Stage::Running })
    );
    assert_eq!(it, before);
    let text = Refusal::Order { from: Stage::Ended, to: Stage::Proposed }.to_string();
    assert_eq!(text, "« proposed » ne suit pas « ended » ; possible : running");
}

#[test]
fn no_stage_follows_itself_and_every_stage_can_be_left() {
    for stage in Stage::ALL {
        assert!(stage.may_become(stage).is_err());
        assert!(!stage.followers().is_empty());
        assert_eq!(serde_json::to_value(stage).unwrap(), stage.as_str());
    }
    assert!(Reason::ALL.windows(2).all(|pair| pair[0] != pair[1]));
}
