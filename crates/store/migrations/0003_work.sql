-- Documents and long work.
CREATE TABLE blob (
  territory TEXT NOT NULL REFERENCES territory (id),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size BIGINT NOT NULL,
  digest TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  content BYTEA NOT NULL,
  PRIMARY KEY (territory, id)
);

-- Numbers that grow: one row per use.
CREATE TABLE counter (
  name TEXT NOT NULL PRIMARY KEY,
  value BIGINT NOT NULL
);
INSERT INTO counter (name, value) VALUES ('job', 0);

CREATE TABLE job (
  id BIGINT NOT NULL PRIMARY KEY,
  territory TEXT,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  state TEXT NOT NULL,
  progress DOUBLE PRECISION NOT NULL,
  message TEXT NOT NULL,
  result TEXT,
  author TEXT NOT NULL,
  created_at TEXT NOT NULL,
  worker TEXT,
  tries BIGINT NOT NULL DEFAULT 0,
  seen_at TEXT,
  cancel BOOLEAN NOT NULL
);
CREATE INDEX job_waiting ON job (state, id);
