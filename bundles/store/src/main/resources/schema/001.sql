-- Times are milliseconds since 1970. STRICT: a value of another type than its column's is refused.

-- Who this agent is, and what it counts. The key of the marks lies here in the clear: it keeps names out of copies of
-- the positions, not from somebody who can read this file.
CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;

-- The same identity on another page, for the day on which the first is damaged.
CREATE TABLE meta_copy (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE adapter (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  first_look INTEGER,
  memory TEXT
) STRICT;

-- One row for each file that was read. The name is the 16 bytes of a keyed digest, never a name.
CREATE TABLE position (
  adapter TEXT NOT NULL,
  name BLOB NOT NULL CHECK (length(name) = 16),
  size INTEGER NOT NULL CHECK (size >= 0),
  modified INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (adapter, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  code TEXT NOT NULL,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  severity TEXT NOT NULL,
  facts TEXT NOT NULL,
  state TEXT NOT NULL,
  count INTEGER NOT NULL,
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  acknowledged_at INTEGER,
  cleared_at INTEGER
) STRICT;

-- At most one notice of a condition is not cleared.
CREATE UNIQUE INDEX notice_active ON notice (source, code, subject) WHERE cleared_at IS NULL;

-- AUTOINCREMENT: a sequence number is never given twice, and one that is rolled back is given again, so there are no gaps.
CREATE TABLE outbox (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  boot_epoch INTEGER NOT NULL,
  at INTEGER NOT NULL,
  stream TEXT NOT NULL,
  report TEXT NOT NULL
) STRICT;
