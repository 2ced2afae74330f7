-- Who asked and about whom nobody decided before the subscription was over (RFC 3857, section 4.7.1). Times are milliseconds
-- since 1970. owner: the presentity, an address of record in its home spelling.
CREATE TABLE waiting_watcher(
  owner TEXT NOT NULL,
  winfo_id TEXT NOT NULL,
  event TEXT NOT NULL,
  shard INTEGER NOT NULL,
  watcher TEXT NOT NULL, -- the authenticated URIs, one a line
  since INTEGER NOT NULL,
  give_up_at INTEGER NOT NULL,
  delivered INTEGER NOT NULL, -- 1 once the presentity has been told of him
  epoch INTEGER NOT NULL,
  PRIMARY KEY(owner, winfo_id)
) STRICT, WITHOUT ROWID;
