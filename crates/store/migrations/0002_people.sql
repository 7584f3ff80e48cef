-- Accounts, and how they prove themselves. Secrets of sessions, tokens and links are kept as SHA-256 only.
CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  lang TEXT NOT NULL,
  admin BOOLEAN NOT NULL,
  active BOOLEAN NOT NULL,
  password TEXT,
  -- Sealed like a price.
  totp TEXT,
  totp_window BIGINT NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);

CREATE TABLE person_identity (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  PRIMARY KEY (issuer, subject)
);

CREATE TABLE membership (
  territory TEXT NOT NULL REFERENCES territory (id) ON DELETE CASCADE,
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  actor TEXT,
  PRIMARY KEY (territory, person)
);
CREATE INDEX membership_of ON membership (person);

CREATE TABLE session (
  digest TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
);
CREATE INDEX session_of ON session (person);

CREATE TABLE token (
  digest TEXT NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  scopes TEXT NOT NULL,
  territory TEXT REFERENCES territory (id) ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  expires_at TEXT,
  used_at TEXT
);

CREATE TABLE link (
  digest TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
);

CREATE TABLE login_attempt (
  email TEXT NOT NULL,
  origin TEXT NOT NULL,
  good BOOLEAN NOT NULL,
  at TEXT NOT NULL
);
CREATE INDEX login_attempt_of ON login_attempt (email, at);
