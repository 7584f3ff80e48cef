use super::tsplib::distance_only;
use super::*;

/// Place and demand of A-n32-k5 (Augerat et al. 1995), depot first; best known 784 with distances rounded to whole numbers.
const A_N32_K5: [(f64, f64, f64); 32] = [
    (82.0, 76.0, 0.0),
    (96.0, 44.0, 19.0),
    (50.0, 5.0, 21.0),
    (49.0, 8.0, 6.0),
    (13.0, 7.0, 19.0),
    (29.0, 89.0, 7.0),
    (58.0, 30.0, 12.0),
    (84.0, 39.0, 16.0),
    (14.0, 24.0, 6.0),
    (2.0, 39.0, 16.0),
    (3.0, 82.0, 8.0),
    (5.0, 10.0, 14.0),
    (98.0, 52.0, 21.0),
    (84.0, 25.0, 16.0),
    (61.0, 59.0, 3.0),
    (1.0, 65.0, 22.0),
    (88.0, 51.0, 18.0),
    (91.0, 2.0, 19.0),
    (19.0, 32.0, 1.0),
    (93.0, 3.0, 24.0),
    (50.0, 93.0, 8.0),
    (98.0, 14.0, 12.0),
    (5.0, 42.0, 4.0),
    (42.0, 9.0, 8.0),
    (61.0, 62.0, 24.0),
    (9.0, 97.0, 24.0),
    (80.0, 55.0, 2.0),
    (57.0, 69.0, 20.0),
    (23.0, 15.0, 15.0),
    (20.0, 70.0, 2.0),
    (85.0, 60.0, 14.0),
    (98.0, 5.0, 9.0),
];

fn stop(id: &str, load: f64) -> Stop {
    Stop { id: id.to_owned(), load, service_min: 0.0, window: None }
}

fn on_a_plane(places: &[(f64, f64, f64)], fleet: Fleet) -> Task {
    let km = places
        .iter()
        .map(|a| places.iter().map(|b| (a.0 - b.0).hypot(a.1 - b.1).round()).collect())
        .collect();
    let stops = places[1..].iter().enumerate().map(|(ix, p)| stop(&format!("s{}", ix + 1), p.2)).collect();
    Task { stops, km, fleet }
}

#[test]
fn within_three_percent_of_the_best_known_of_a_published_instance() {
    let task = on_a_plane(&A_N32_K5, distance_only(100.0));
    let found = rounds(&task, 2_000, 1).unwrap();
    assert_eq!(check(&task, &found), Vec::<String>::new());
    assert!(found.unserved.is_empty());
    assert!(found.km >= 784.0 && found.km <= 784.0 * 1.03, "{} km", found.km);
}

#[test]
fn the_same_task_gives_the_same_rounds() {
    let task = on_a_plane(&A_N32_K5, distance_only(100.0));
    assert_eq!(rounds(&task, 50, 1).unwrap(), rounds(&task, 50, 1).unwrap());
}

#[test]
fn one_round_beats_two_pickups_next_door() {
    let task = on_a_plane(&[(0.0, 0.0, 0.0), (10.0, 0.0, 4.0), (11.0, 0.0, 5.0)], distance_only(10.0));
    let (today, shared) = (separate(&task).unwrap(), rounds(&task, 50, 1).unwrap());
    assert!((today.km - 42.0).abs() < 1e-9, "{today:?}");
    assert!((shared.km - 22.0).abs() < 1e-9, "{shared:?}");
    assert_eq!((today.rounds.len(), shared.rounds.len()), (2, 1));
}

#[test]
fn what_does_not_fit_at_once_is_called_at_again() {
    let task = on_a_plane(&[(0.0, 0.0, 0.0), (10.0, 0.0, 25.0)], distance_only(10.0));
    let found = rounds(&task, 20, 1).unwrap();
    let loads: Vec<f64> = found.rounds.iter().map(|round| round.load).collect();
    assert_eq!(loads, [10.0, 10.0, 5.0]);
    assert_eq!(check(&task, &found), Vec::<String>::new());
}

#[test]
fn opening_hours_that_nobody_can_meet_leave_the_stop_unserved() {
    let mut task = on_a_plane(&[(0.0, 0.0, 0.0), (10.0, 0.0, 1.0), (0.0, 90.0, 1.0)], distance_only(10.0));
    task.stops[1].window = Some((0.0, 30.0));
    let found = rounds(&task, 50, 1).unwrap();
    assert_eq!(found.unserved, [1]);
    assert_eq!(found.rounds.len(), 1);
}

#[test]
fn opening_hours_set_the_order_of_calls() {
    let mut task = on_a_plane(&[(0.0, 0.0, 0.0), (10.0, 0.0, 1.0), (20.0, 0.0, 1.0)], distance_only(10.0));
    task.fleet.shift = (480.0, 600.0);
    // The far one opens first and the near one only once the far one was served: out and back, near last.
    (task.stops[0].window, task.stops[1].window) = (Some((510.0, 530.0)), Some((490.0, 505.0)));
    let found = rounds(&task, 200, 1).unwrap();
    assert_eq!(check(&task, &found), Vec::<String>::new());
    let stops: Vec<&[usize]> = found.rounds.iter().map(|round| round.stops.as_slice()).collect();
    assert_eq!(stops, [&[1, 0]]);
    // When the near one closes before anybody can be back, each needs its own vehicle.
    task.stops[0].window = Some((485.0, 495.0));
    task.stops[1].window = Some((485.0, 500.0));
    task.stops[0].service_min = 30.0;
    let apart = rounds(&task, 200, 1).unwrap();
    assert_eq!((apart.rounds.len(), apart.unserved.len()), (2, 0));
}

#[test]
fn leaving_costs_and_hours_are_paid() {
    let mut task = on_a_plane(&[(0.0, 0.0, 0.0), (30.0, 0.0, 1.0)], distance_only(10.0));
    task.stops[0].service_min = 20.0;
    task.fleet.eur_per_round = 50.0;
    task.fleet.eur_per_h = 30.0;
    let found = rounds(&task, 10, 1).unwrap();
    // 60 km at 60 km/h is an hour, and 20 minutes at the gate.
    assert!((found.euros - (50.0 + 60.0 + 40.0)).abs() < 1e-9, "{found:?}");
}

#[test]
fn nothing_to_collect_is_no_round() {
    let task = on_a_plane(&[(0.0, 0.0, 0.0)], distance_only(10.0));
    assert_eq!(rounds(&task, 10, 1).unwrap(), Rounds::default());
}

#[test]
fn odd_numbers_are_named() {
    let mut task = on_a_plane(&[(0.0, 0.0, 0.0), (1.0, 0.0, 1.0)], distance_only(10.0));
    task.stops[0].load = f64::NAN;
    assert!(rounds(&task, 1, 1).unwrap_err().to_string().contains("chargement de « s1 »"));
    task.km.pop();
    assert_eq!(separate(&task).unwrap_err(), RoundError::Distances { wanted: 2, found: 1 });
}

#[test]
fn a_recount_that_differs_is_said() {
    let task = on_a_plane(&[(0.0, 0.0, 0.0), (10.0, 0.0, 4.0)], distance_only(10.0));
    let mut found = rounds(&task, 5, 1).unwrap();
    found.km += 5.0;
    found.rounds[0].load = 12.0;
    assert_eq!(check(&task, &found).len(), 3);
}

#[test]
fn a_late_call_is_said() {
    let mut task = on_a_plane(&[(0.0, 0.0, 0.0), (10.0, 0.0, 1.0), (20.0, 0.0, 1.0)], distance_only(10.0));
    let found = rounds(&task, 50, 1).unwrap();
    assert_eq!(check(&task, &found), Vec::<String>::new());
    task.stops[found.rounds[0].stops[1]].window = Some((0.0, 5.0));
    task.fleet.shift = (0.0, 35.0);
    let faults = check(&task, &found);
    assert!(faults.len() == 1 && faults[0].contains("fermé à 5"), "{faults:?}");
    task.stops.iter_mut().for_each(|stop| stop.window = None);
    assert!(check(&task, &found)[0].contains("retour à 40 min"));
    task.fleet.vehicles = Some(0);
    assert!(check(&task, &found)[1].contains("1 tournées pour 0"));
}
