-- Territories as records, and the chain of what was done to them. One text for SQLite and PostgreSQL.
-- Instants are text (RFC 3339, UTC, microseconds): they sort as they are and read the same on both.
CREATE TABLE territory (
  id TEXT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  head TEXT NOT NULL,
  created_at TEXT NOT NULL
);

CREATE TABLE record (
  territory TEXT NOT NULL REFERENCES territory (id),
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  revision BIGINT NOT NULL,
  body TEXT NOT NULL,
  -- Order of first writing: the version that made it, its rank in that edit.
  born BIGINT NOT NULL,
  rank BIGINT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  PRIMARY KEY (territory, kind, id)
);

CREATE TABLE audit (
  territory TEXT NOT NULL REFERENCES territory (id),
  version BIGINT NOT NULL,
  rank BIGINT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  before_body TEXT,
  after_body TEXT,
  -- SHA-256 of both bodies; stays when they are erased on request.
  digest TEXT NOT NULL,
  erased BOOLEAN NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (territory, version, rank)
);
CREATE INDEX audit_of_record ON audit (territory, kind, id);

CREATE TABLE sealed (
  territory TEXT NOT NULL REFERENCES territory (id),
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  field TEXT NOT NULL,
  -- Nonce and XChaCha20-Poly1305 text, hexadecimal.
  secret TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  PRIMARY KEY (territory, kind, id, field)
);

CREATE TABLE sealed_read (
  territory TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  field TEXT NOT NULL,
  reader TEXT NOT NULL,
  why TEXT NOT NULL,
  at TEXT NOT NULL
);
CREATE INDEX sealed_read_newest ON sealed_read (territory, at);
