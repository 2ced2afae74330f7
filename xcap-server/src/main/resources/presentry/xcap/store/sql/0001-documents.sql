-- xui: the owner's address of record in its home spelling, or empty for the global tree.
CREATE TABLE document(
  xui TEXT NOT NULL,
  auid TEXT NOT NULL,
  path TEXT NOT NULL,
  shard INTEGER NOT NULL,
  etag TEXT NOT NULL,
  mime TEXT NOT NULL,
  body BLOB NOT NULL,
  updated_at INTEGER NOT NULL, -- milliseconds since 1970
  epoch INTEGER NOT NULL,
  PRIMARY KEY(xui, auid, path)
) STRICT;

-- The last sequence number given in each shard, bumped in the transaction that writes the row: the log has no gaps.
CREATE TABLE shard_seq(
  shard INTEGER NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT;

-- position: the order of commits over all shards, for readers of the whole log; never given twice.
CREATE TABLE change_log(
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  shard INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  auid TEXT NOT NULL,
  xui TEXT NOT NULL,
  path TEXT NOT NULL,
  node_sel TEXT, -- null: the whole document
  patch TEXT,
  old_etag TEXT, -- null: created
  new_etag TEXT, -- null: removed
  at INTEGER NOT NULL, -- milliseconds since 1970
  epoch INTEGER NOT NULL,
  UNIQUE(shard, seq)
) STRICT;
