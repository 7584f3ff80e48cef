//! The demonstration territories are embedded: a change in `scenarios/` is a change of this crate.

fn main() {
    println!("cargo::rerun-if-changed=../../scenarios");
}
