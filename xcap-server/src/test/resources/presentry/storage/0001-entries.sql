CREATE TABLE entry(
  name TEXT NOT NULL PRIMARY KEY, -- a comment; with a semicolon
  value INTEGER NOT NULL
) STRICT;

CREATE INDEX entry_by_value ON entry(value);
