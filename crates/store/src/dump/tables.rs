//! The tables and their columns, those that others refer to first. A test compares them with the database.

use serde::Serialize;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Column {
    Text,
    Int,
    Bool,
    Real,
    Bytes,
}

pub(super) struct Table {
    pub name: &'static str,
    pub columns: &'static [(&'static str, Column)],
    pub select: &'static str,
    pub insert: &'static str,
}

macro_rules! table {
    ($name:ident: $first:ident $first_type:ident $(, $column:ident $type:ident)*) => {
        Table {
            name: stringify!($name),
            columns: &[(stringify!($first), Column::$first_type) $(, (stringify!($column), Column::$type))*],
            select: concat!(
                "SELECT ", stringify!($first) $(, ", ", stringify!($column))*, " FROM ", stringify!($name),
                " ORDER BY 1, 2"
            ),
            insert: concat!(
                "INSERT INTO ", stringify!($name), " (", stringify!($first) $(, ", ", stringify!($column))*, ") VALUES "
            ),
        }
    };
}

pub(super) const TABLES: [Table; 15] = [
    table!(territory: id Text, version Int, head Text, created_at Text),
    table!(record: territory Text, kind Text, id Text, revision Int, body Text, born Int, rank Int, updated_at Text, updated_by Text),
    table!(audit: territory Text, version Int, rank Int, kind Text, id Text, before_body Text, after_body Text, digest Text, erased Bool, author Text, at Text, hash Text),
    table!(sealed: territory Text, kind Text, id Text, field Text, secret Text, updated_at Text, updated_by Text),
    table!(sealed_read: territory Text, kind Text, id Text, field Text, reader Text, why Text, at Text),
    table!(person: id Text, email Text, name Text, lang Text, admin Bool, active Bool, password Text, totp Text, totp_window Int, created_at Text, updated_at Text),
    table!(person_identity: issuer Text, subject Text, person Text, created_at Text),
    table!(membership: territory Text, person Text, role Text, actor Text),
    table!(session: digest Text, person Text, created_at Text, expires_at Text),
    table!(token: digest Text, id Text, person Text, name Text, scopes Text, territory Text, created_at Text, expires_at Text, used_at Text),
    table!(link: digest Text, kind Text, subject Text, created_at Text, expires_at Text, used_at Text),
    table!(login_attempt: email Text, origin Text, good Bool, at Text),
    table!(blob: territory Text, id Text, name Text, media_type Text, size Int, digest Text, created_at Text, created_by Text, content Bytes),
    table!(counter: name Text, value Int),
    table!(job: id Int, territory Text, kind Text, payload Text, state Text, progress Real, message Text, result Text, author Text, created_at Text, worker Text, tries Int, seen_at Text, cancel Bool),
];
