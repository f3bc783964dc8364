-- Rows whose content could not be read any more. Kept for a person to look at, never blocking the rows behind them.
CREATE TABLE quarantine (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  origin TEXT NOT NULL,
  row INTEGER NOT NULL,
  content TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

-- The history is read newest first and ends oldest first.
CREATE INDEX notice_cleared ON notice (cleared_at, id) WHERE cleared_at IS NOT NULL;
