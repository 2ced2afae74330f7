-- The starts of the server on this folder, for cursors of the change log: a restored copy goes on under another id.
CREATE TABLE start(
  number INTEGER NOT NULL PRIMARY KEY,
  id INTEGER NOT NULL,
  begins INTEGER NOT NULL
) STRICT;
