//! How the time of a plan grows with sources, sites and months: `cargo bench -p planning`.

fn main() {
    divan::main();
}
