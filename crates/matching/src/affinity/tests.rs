use super::*;
use reference::DataFile;

/// ash ⊂ residue; cement works use ash; sand makers crush residue into sand, which builders buy.
fn knowledge() -> Reference {
    let resource = |id: &str, parent: &str| {
        format!(
            "[[resource]]\nid = \"{id}\"\nkind = \"material\"\n{parent}fr = \"{id}\"\nen = \"{id}\"\nhazard = \"no\"\nform = \"solid\"\nsource = [\"x\"]\n"
        )
    };
    let pathway = |id: &str, input: &str, more: &str, runner: &str| {
        format!(
            "[[pathway]]\nid = \"{id}\"\nfr = \"{id}\"\nen = \"{id}\"\ninputs = [\"{input}\"]\n{more}run_by = [{runner}]\nhierarchy = \"recycling\"\nroute = \"waste\"\nreach = \"local\"\nsource = [\"x\"]\n"
        )
    };
    let text = [
        "[[source]]\nid = \"x\"\ntitle = \"t\"\npublisher = \"p\"\ndate = \"2026\"\nlicence = \"l\"\n"
            .to_owned(),
        resource("residue", ""),
        resource("ash", "is_a = [\"residue\"]\n"),
        resource("sand", ""),
        pathway("ash-in-cement", "ash", "", "{ naf = \"23.51\", p = 0.8 }"),
        pathway(
            "crushing",
            "residue",
            "process = \"crushing\"\noutputs = [{ resource = \"sand\" }]\n",
            "{ naf = \"08.12\", p = 0.5 }",
        ),
        pathway("sand-in-concrete", "sand", "", "{ naf = \"41\", p = 0.6 }"),
        "[[taker]]\nnaf = [\"42.11\"]\nsource = [\"x\"]\n[taker.takes]\nash = 0.4\n".to_owned(),
        "[weights]\npathway = 1\nagree = 0\nbuys = 0.2\nafter = 0.25\nmatter = 0.3\nstep_up = 0.7\nstep_down = 0.8\nwithin = 0.6\ngroup = 0.3\ndivision = 0.1\nloose = 0.5\ndonor = 0.5\nunsaid = 0.1\nsharpness = 2\nmakes = 0.6\npurpose = 0.5\norigin = 0.4\nsame_kind = 0.5\nagain_taker = 0.9\nagain_partner = 0.6\nsource = [\"x\"]\n[[matter]]\nname = \"fine\"\nof = [\"residue\"]\nsource = [\"x\"]\n[matter.takers]\n\"88\" = 0.5\n".to_owned(),
        "[[giver]]\nnaf = [\"35\"]\nsource = [\"x\"]\n[giver.gives]\nash = 0.9\n".to_owned(),
        "[[specialty]]\nid = \"nuclear\"\nnaf = [\"35.11\"]\nwords_fr = []\nwords_en = []\ntakes = { sand = 0.4 }\ngives = { residue = 0.3 }\nrest_takes = 0.5\nrest_gives = 0.1\nsource = [\"x\"]\n"
            .to_owned(),
    ]
    .join("\n");
    Reference::load(&[DataFile { path: "all.toml", text: &text }]).unwrap()
}

#[test]
fn users_of_the_thing_its_family_and_its_members_are_ranked() {
    let reference = knowledge();
    let ix = |id: &str| reference.catalogue.index_of(id).unwrap();
    let mut affinity = Affinity::new(&reference);
    for (id, class, expected, why) in [
        ("ash", "23.51", 0.8, "exactly named"),
        ("ash", "42.11", 0.4, "by habit"),
        ("ash", "08.12", 0.35, "takes the family: one step up"),
        ("residue", "23.51", 0.64, "takes a member: one step down"),
        ("ash", "41.20", 0.105, "takes what the process makes of the family"),
        ("ash", "23.52", 0.24, "same group"),
        ("ash", "23.11", 0.08, "same division"),
        ("ash", "88.10", 0.15, "uses matter of that nature"),
        ("ash", "56.10", 0.0, "nothing speaks for it"),
    ] {
        let chances = affinity.of(ix(id), class);
        assert!((chances - expected).abs() < 1e-9, "{why}: {chances}");
    }
}

#[test]
fn independent_signs_add_up() {
    assert!((either(&[0.5, 0.5]) - 0.75).abs() < 1e-12);
    assert!(either(&[]).abs() < 1e-12);
}

#[test]
fn a_power_station_is_known_for_its_ash() {
    let reference = knowledge();
    let known = Affinity::new(&reference).known_for("35.11");
    assert_eq!(known.len(), 1);
    assert!(known[0].0 == reference.catalogue.index_of("ash").unwrap() && (known[0].1 - 0.9).abs() < 1e-12);
}

#[test]
fn a_specialty_knows_better_than_its_class() {
    let reference = knowledge();
    let ix = |id: &str| reference.catalogue.index_of(id).unwrap();
    let mut affinity = Affinity::new(&reference);
    assert!((affinity.of(ix("sand"), "35.11/nuclear") - 0.4).abs() < 1e-9, "what it takes itself");
    let (usual, left) = (affinity.of(ix("ash"), "23.51"), affinity.of(ix("ash"), "23.51/nuclear"));
    assert!((left - 0.5 * usual).abs() < 1e-9, "what is left of its class");
    let known = affinity.known_for("35.11/nuclear");
    let of = |id: &str| known.iter().find(|(r, _)| *r == ix(id)).map_or(0.0, |(_, p)| *p);
    assert!((of("ash") - 0.09).abs() < 1e-9 && (of("residue") - 0.3).abs() < 1e-9);
}

#[test]
fn handlers_of_anything_come_after_users() {
    assert!(last_resort("38.22") < last_resort("38.32") && last_resort("38.32") < last_resort("23.51"));
    assert!(last_resort("38.32/metal-recycling") >= 1.0, "a specialist is no last resort");
    assert!(last_resort("37.00") >= 1.0, "who cleans water has a use of its own");
}

#[test]
fn a_sign_can_be_left_out() {
    let reference = knowledge();
    let ash = reference.catalogue.index_of("ash").unwrap();
    let without = |sign, class| Affinity::hearing(&reference, Signs::default().without(sign)).of(ash, class);
    for (sign, class) in [
        (Sign::Habits, "42.11"),
        (Sign::Family, "08.12"),
        (Sign::SecondStep, "41.20"),
        (Sign::Neighbours, "23.52"),
        (Sign::Matter, "88.10"),
    ] {
        assert!(without(sign, class) < Affinity::new(&reference).of(ash, class), "{sign:?}");
        assert!((without(sign, "23.51") - 0.8).abs() < 1e-9, "what is exactly named stays: {sign:?}");
    }
}
