//! The knowledge is embedded: a change in `data/` is a change of this crate.

fn main() {
    println!("cargo::rerun-if-changed=../../data");
}
