//! What stands between a request and its handler: who asks, in which language, from where, how often.

mod aside;
mod body;
mod caller;
mod desk;
mod download;
mod guard;
mod limits;
mod speak;

pub(crate) use aside::aside;
pub(crate) use body::{Body, Id, Ids, Params};
pub(crate) use caller::{COOKIE, Caller, cookie, cookie_named, origin_of};
pub(crate) use desk::{Desk, lang_of};
pub(crate) use download::{WORKBOOK, download, download_file};
pub(crate) use guard::{headers, same_origin};
pub(crate) use limits::Limits;
pub(crate) use speak::speak;
