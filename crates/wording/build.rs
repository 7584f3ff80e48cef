//! The messages are embedded: a change in `locales/` is a change of this crate.

fn main() {
    println!("cargo::rerun-if-changed=../../locales");
}
