//! The built binary, from outside: what goes in, what comes out, what it says when something is wrong.

mod classify;
mod evaluate;
mod reference;
mod run;
mod usage;
