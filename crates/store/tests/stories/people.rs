//! Accounts: signing in, locking out, sessions, tokens, links.

use crate::{T, at, stories, with_territory};
use chrono::TimeDelta;
use model::MemberRole;
use serde_json::json;
use store::people::link::LinkKind;
use store::people::membership::Membership;
use store::people::password::SignIn;
use store::people::token::NewToken;
use store::people::{NewPerson, Person};
use store::{Store, StoreError};

stories! {
    an_account_is_made_changed_and_deleted,
    a_null_character_is_refused_alike,
    signing_in_takes_the_right_password,
    five_wrong_passwords_lock_for_a_quarter_of_an_hour,
    wrong_passwords_close_the_way_of_where_they_come_from,
    five_wrong_second_factors_lock_too,
    a_session_opens_until_it_ends_or_is_closed,
    a_token_opens_until_it_is_taken_back,
    a_link_to_a_password_works_once,
    a_second_factor_is_kept_sealed_and_used_once,
    a_provider_vouches_for_an_account,
    everybody_has_one_part_per_territory,
}

const PASSWORD: &str = "un chat sur la benne";

fn new(email: &str) -> NewPerson {
    NewPerson { email: email.into(), name: "Animatrice".into(), lang: "fr".into(), admin: false }
}

async fn somebody(store: &Store) -> Person {
    let person = store.create_person(&new("Animatrice@Vallee.Example"), at(0)).await.unwrap();
    store.set_password(&person.id, PASSWORD, at(0)).await.unwrap();
    store.person(&person.id).await.unwrap().unwrap()
}

async fn an_account_is_made_changed_and_deleted(store: Store) {
    let made = store.create_person(&new(" Animatrice@Vallee.Example "), at(0)).await.unwrap();
    assert_eq!(made.email, "animatrice@vallee.example");
    assert_eq!(store.person(&made.id).await.unwrap(), Some(made.clone()));
    assert_eq!(store.person_by_email("ANIMATRICE@vallee.example").await.unwrap(), Some(made.clone()));
    let twice = store.create_person(&new("animatrice@vallee.example"), at(1)).await;
    assert!(matches!(twice, Err(StoreError::Exists { .. })));
    let other = store.create_person(&new("autre@vallee.example"), at(1)).await.unwrap();
    let taken = Person { email: made.email.clone(), ..other.clone() };
    assert!(matches!(store.update_person(&taken, at(2)).await, Err(StoreError::Exists { .. })));
    let changed = Person { name: "Alex".into(), lang: "en".into(), admin: true, ..other };
    store.update_person(&changed, at(2)).await.unwrap();
    assert_eq!(store.people().await.unwrap(), [changed.clone(), made]);
    assert!(store.delete_person(&changed.id).await.unwrap());
    assert!(!store.delete_person(&changed.id).await.unwrap());
    assert!(matches!(store.update_person(&changed, at(3)).await, Err(StoreError::Missing { .. })));
}

async fn a_null_character_is_refused_alike(store: Store) {
    with_territory(&store).await;
    let named = NewPerson { name: "A\0".into(), ..new("a@vallee.example") };
    assert!(matches!(store.create_person(&named, at(0)).await, Err(StoreError::Refused(_))));
    assert!(matches!(store.person_by_email("\0").await, Err(StoreError::Refused(_))));
    let idea = crate::idea("\0", None, "x");
    assert!(matches!(store.commit(crate::edit(vec![idea])).await, Err(StoreError::Refused(_))));
    // In the body of a record it is escaped, and comes back as it was.
    store.commit(crate::edit(vec![crate::idea("a", None, "x\0")])).await.unwrap();
    assert_eq!(store.records(T, store::Kind::Idea).await.unwrap()[0].body["title"], "x\0");
}

async fn signing_in_takes_the_right_password(store: Store) {
    let person = somebody(&store).await;
    assert!(person.password);
    let tries = [
        ("animatrice@vallee.example", PASSWORD, true),
        ("ANIMATRICE@vallee.example ", PASSWORD, true),
        ("animatrice@vallee.example", "un chat sur la bennE", false),
        ("animatrice@vallee.example", "", false),
        ("personne@vallee.example", PASSWORD, false),
    ];
    for (email, password, right) in tries {
        let came = store.sign_in(email, password, "127.0.0.1", at(10)).await.unwrap();
        let wanted = if right { SignIn::Right(Box::new(person.clone())) } else { SignIn::Wrong };
        assert_eq!(came, wanted, "{email} {password}");
    }
    for wrong in ["court", &"x".repeat(201)] {
        let refused = store.set_password(&person.id, wrong, at(1)).await;
        assert!(matches!(refused, Err(StoreError::Refused(_))));
    }
    store.update_person(&Person { active: false, ..person }, at(11)).await.unwrap();
    let closed = store.sign_in("animatrice@vallee.example", PASSWORD, "127.0.0.1", at(12)).await.unwrap();
    assert_eq!(closed, SignIn::Wrong);
}

async fn five_wrong_passwords_lock_for_a_quarter_of_an_hour(store: Store) {
    let person = somebody(&store).await;
    for email in [person.email.as_str(), "personne@vallee.example"] {
        for n in 0..5 {
            assert_eq!(store.sign_in(email, "faux", "127.0.0.1", at(n)).await.unwrap(), SignIn::Wrong);
        }
        let until = at(4) + TimeDelta::minutes(15);
        let locked = store.sign_in(email, PASSWORD, "127.0.0.1", at(5)).await.unwrap();
        assert_eq!(locked, SignIn::Locked { until }, "{email}");
    }
    let later = at(4) + TimeDelta::minutes(15);
    let again = store.sign_in(&person.email, PASSWORD, "127.0.0.1", later).await.unwrap();
    assert!(matches!(again, SignIn::Right(_)));
    for n in 0..4 {
        store.factor_tried(&person.email, "127.0.0.1", false, later + TimeDelta::seconds(n)).await.unwrap();
    }
    let five = store.sign_in(&person.email, PASSWORD, "127.0.0.1", later + TimeDelta::seconds(5)).await;
    assert!(matches!(five.unwrap(), SignIn::Right(_)), "the right one in between starts the count anew");
}

async fn wrong_passwords_close_the_way_of_where_they_come_from(store: Store) {
    let person = somebody(&store).await;
    let sign_in = async |password: &str, origin: &str, second: i64| {
        store.sign_in(&person.email, password, origin, at(second)).await.unwrap()
    };
    for n in 0..5 {
        sign_in("faux", "192.0.2.1", n).await;
    }
    assert!(matches!(sign_in(PASSWORD, "192.0.2.1", 5).await, SignIn::Locked { .. }));
    assert!(matches!(sign_in(PASSWORD, "198.51.100.7", 6).await, SignIn::Right(_)));
    assert!(matches!(sign_in(PASSWORD, "192.0.2.1", 7).await, SignIn::Locked { .. }), "still");
    for n in 0..25 {
        sign_in("faux", &format!("203.0.113.{n}"), 10).await;
    }
    let until = at(20);
    assert_eq!(sign_in(PASSWORD, "198.51.100.7", 11).await, SignIn::Locked { until }, "many places together");
    assert!(matches!(sign_in(PASSWORD, "198.51.100.7", 20).await, SignIn::Right(_)));
}

async fn five_wrong_second_factors_lock_too(store: Store) {
    let person = somebody(&store).await;
    store.set_totp(&person.id, Some(b"12345678901234567890")).await.unwrap();
    let tries = async |n: i64| store.sign_in(&person.email, PASSWORD, "127.0.0.1", at(n)).await.unwrap();
    for n in 0..5 {
        assert!(matches!(tries(2 * n).await, SignIn::Right(_)), "{n}");
        store.factor_tried(&person.email, "127.0.0.1", false, at(2 * n + 1)).await.unwrap();
    }
    assert!(matches!(tries(10).await, SignIn::Locked { .. }), "a right password is half of the way in");
    let later = 9 + 15 * 60;
    assert!(matches!(tries(later).await, SignIn::Right(_)));
    store.factor_tried(&person.email, "127.0.0.1", true, at(later + 1)).await.unwrap();
    assert!(matches!(tries(later + 2).await, SignIn::Right(_)));
}

async fn a_session_opens_until_it_ends_or_is_closed(store: Store) {
    let person = somebody(&store).await;
    let open = async || store.open_session(&person.id, TimeDelta::hours(8), at(0)).await.unwrap();
    let (one, two) = (open().await, open().await);
    assert_ne!(one, two);
    assert_eq!(store.last_seen(&person.id).await.unwrap(), Some(at(0)));
    let session = store.session(&one, at(60)).await.unwrap().unwrap();
    assert_eq!((session.person.id, session.expires_at), (person.id.clone(), at(8 * 3600)));
    assert_eq!(store.session(&one, at(8 * 3600)).await.unwrap(), None);
    assert_eq!(store.session("devinée", at(60)).await.unwrap(), None);
    store.close_session(&one).await.unwrap();
    assert_eq!(store.session(&one, at(60)).await.unwrap(), None);
    assert!(store.session(&two, at(60)).await.unwrap().is_some());
    store.set_password(&person.id, "une autre phrase", at(61)).await.unwrap();
    assert_eq!(store.session(&two, at(62)).await.unwrap(), None, "a new password closes all");
    let three = open().await;
    store.update_person(&Person { active: false, ..person.clone() }, at(63)).await.unwrap();
    assert_eq!(store.session(&three, at(64)).await.unwrap(), None);
}

async fn a_token_opens_until_it_is_taken_back(store: Store) {
    with_territory(&store).await;
    let person = somebody(&store).await;
    let new = NewToken {
        person: person.id.clone(),
        name: "QGIS".into(),
        scopes: vec!["read".into(), "ogc".into()],
        territory: Some(T.into()),
        expires_at: Some(at(1000)),
    };
    let (token, secret) = store.create_token(&new, at(0)).await.unwrap();
    let (found, whose) = store.token(&secret, at(10)).await.unwrap().unwrap();
    assert_eq!((found, whose.id), (token.clone(), person.id.clone()));
    assert_eq!(store.tokens_of(&person.id).await.unwrap()[0].used_at, Some(at(10)));
    assert_eq!(store.token(&secret, at(1000)).await.unwrap(), None);
    assert_eq!(store.token("deviné", at(10)).await.unwrap(), None);
    assert!(!store.revoke_token(&"autre".into(), &token.id).await.unwrap());
    assert!(store.revoke_token(&person.id, &token.id).await.unwrap());
    assert_eq!(store.token(&secret, at(11)).await.unwrap(), None);
    let odd = NewToken { scopes: vec!["read write".into()], ..new };
    assert!(matches!(store.create_token(&odd, at(0)).await, Err(StoreError::Refused(_))));
}

async fn a_link_to_a_password_works_once(store: Store) {
    let subject = json!({ "person": "p" });
    let secret = store.create_link(LinkKind::Reset, &subject, at(3600), at(0)).await.unwrap();
    assert_eq!(store.peek_link(LinkKind::Invite, &secret, at(1)).await.unwrap(), None, "of another kind");
    assert_eq!(store.peek_link(LinkKind::Reset, &secret, at(3600)).await.unwrap(), None, "over");
    let link = store.peek_link(LinkKind::Reset, &secret, at(1)).await.unwrap().unwrap();
    assert_eq!((link.subject, link.used_at), (subject, None));
    let (one, two) = tokio::join!(
        store.use_link(LinkKind::Reset, &secret, at(2)),
        store.use_link(LinkKind::Reset, &secret, at(2))
    );
    let got: Vec<_> = [one.unwrap(), two.unwrap()].into_iter().flatten().collect();
    assert_eq!(got.len(), 1);
    assert_eq!(got[0].used_at, Some(at(2)));
    assert_eq!(store.peek_link(LinkKind::Reset, &secret, at(3)).await.unwrap(), None);
}

async fn a_second_factor_is_kept_sealed_and_used_once(store: Store) {
    let person = somebody(&store).await;
    assert_eq!(store.totp(&person.id).await.unwrap(), None);
    store.set_totp(&person.id, Some(b"12345678901234567890")).await.unwrap();
    assert!(store.person(&person.id).await.unwrap().unwrap().totp);
    assert_eq!(store.totp(&person.id).await.unwrap().unwrap(), b"12345678901234567890");
    assert!(store.use_totp_window(&person.id, 7).await.unwrap());
    assert!(!store.use_totp_window(&person.id, 7).await.unwrap());
    assert!(!store.use_totp_window(&person.id, 6).await.unwrap());
    assert!(store.use_totp_window(&person.id, 8).await.unwrap());
    store.set_totp(&person.id, None).await.unwrap();
    assert!(!store.person(&person.id).await.unwrap().unwrap().totp);
}

async fn a_provider_vouches_for_an_account(store: Store) {
    let person = somebody(&store).await;
    let issuer = "https://fournisseur.example";
    store.add_identity(&person.id, issuer, "42", at(0)).await.unwrap();
    store.add_identity(&person.id, issuer, "42", at(1)).await.unwrap();
    assert_eq!(store.person_by_identity(issuer, "42").await.unwrap().unwrap().id, person.id);
    assert_eq!(store.person_by_identity(issuer, "43").await.unwrap(), None);
    store.delete_person(&person.id).await.unwrap();
    assert_eq!(store.person_by_identity(issuer, "42").await.unwrap(), None);
}

async fn everybody_has_one_part_per_territory(store: Store) {
    with_territory(&store).await;
    let person = somebody(&store).await;
    let part = |role, actor: Option<&str>| Membership {
        territory: T.into(),
        person: person.id.clone(),
        role,
        actor: actor.map(Into::into),
    };
    store.set_membership(&part(MemberRole::Facilitator, None)).await.unwrap();
    store.set_membership(&part(MemberRole::Company, Some("orne"))).await.unwrap();
    let parts = [part(MemberRole::Company, Some("orne"))];
    assert_eq!(store.memberships_of(&person.id).await.unwrap(), parts);
    assert_eq!(store.members(T).await.unwrap(), parts);
    let known = store.person(&person.id).await.unwrap().unwrap();
    let listed = async || store.people_of(T).await.unwrap();
    assert_eq!(listed().await, [(known.clone(), parts[0].clone(), None)]);
    store.create_person(&new("ailleurs@vallee.example"), at(1)).await.unwrap();
    store.sign_in(&person.email, PASSWORD, "127.0.0.1", at(20)).await.unwrap();
    assert_eq!(listed().await, [(known.clone(), parts[0].clone(), Some(at(20)))]);
    store.open_session(&person.id, TimeDelta::hours(8), at(30)).await.unwrap();
    assert_eq!(listed().await, [(known, parts[0].clone(), Some(at(30)))]);
    assert_eq!(store.last_seen(&person.id).await.unwrap(), Some(at(30)));
    assert!(store.remove_membership(T, &person.id).await.unwrap());
    assert!(!store.remove_membership(T, &person.id).await.unwrap());
    assert_eq!(store.members(T).await.unwrap(), []);
}
