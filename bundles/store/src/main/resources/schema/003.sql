-- When a notice was pressed on, and when the service side said that somebody there has seen it.
ALTER TABLE notice ADD COLUMN escalated_at INTEGER;
ALTER TABLE notice ADD COLUMN seen_by_service_at INTEGER;

-- 0 leaves first and is never given up, 1 is the rest. What waits since before there was a priority gets the one it would get now.
ALTER TABLE outbox ADD COLUMN priority INTEGER NOT NULL DEFAULT 1;
UPDATE outbox SET priority = 0 WHERE stream = 'AUDIT_HEADS' OR report GLOB '*[A-Z]|FAULT|*';
CREATE INDEX outbox_next ON outbox (priority, sequence);

-- How much waits, kept by the triggers, so that nobody has to count.
CREATE TABLE outbox_size (id INTEGER PRIMARY KEY CHECK (id = 1), rows INTEGER NOT NULL, bytes INTEGER NOT NULL) STRICT;
INSERT INTO outbox_size SELECT 1, count(*), coalesce(sum(octet_length(report)), 0) FROM outbox;
CREATE TRIGGER outbox_in AFTER INSERT ON outbox BEGIN UPDATE outbox_size SET rows = rows + 1, bytes = bytes + octet_length(new.report); END;
CREATE TRIGGER outbox_out AFTER DELETE ON outbox BEGIN UPDATE outbox_size SET rows = rows - 1, bytes = bytes - octet_length(old.report); END;

-- Which rows were given up lately: one of them may have been under way, and then its departure is still told.
CREATE TABLE given_up (
  sequence INTEGER PRIMARY KEY,
  boot_epoch INTEGER NOT NULL,
  stream TEXT NOT NULL
) STRICT;

-- What left this PC, exactly as it was sent.
CREATE TABLE departure (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  stream TEXT NOT NULL,
  event TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;

-- Which commands were taken.
CREATE TABLE command (nonce TEXT PRIMARY KEY, expires INTEGER NOT NULL) STRICT, WITHOUT ROWID;
