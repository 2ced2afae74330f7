-- Times are milliseconds since 1970. Lists are kept one item a line: no header value contains a line end.
-- owner: the presentity, an address of record in its home spelling. watcher_shard: -1 when nobody was authenticated.
CREATE TABLE subscription(
  call_id TEXT NOT NULL,
  local_tag TEXT NOT NULL,
  remote_tag TEXT NOT NULL,
  event TEXT NOT NULL,
  event_id TEXT NOT NULL,
  owner TEXT NOT NULL,
  shard INTEGER NOT NULL,
  watcher TEXT NOT NULL, -- the authenticated URIs
  watcher_shard INTEGER NOT NULL,
  winfo_id TEXT NOT NULL,
  local_uri TEXT NOT NULL,
  remote_uri TEXT NOT NULL,
  remote_target TEXT NOT NULL,
  routes TEXT NOT NULL,
  transport TEXT NOT NULL,
  local_host TEXT NOT NULL,
  local_port INTEGER NOT NULL,
  remote_host TEXT NOT NULL,
  remote_port INTEGER NOT NULL,
  entity TEXT NOT NULL,
  event_spelling TEXT NOT NULL,
  body_type TEXT NOT NULL,
  since INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  status TEXT NOT NULL,
  last_event TEXT NOT NULL,
  remote_cseq INTEGER NOT NULL,
  reserved_cseq INTEGER NOT NULL,
  reserved_version INTEGER NOT NULL,
  last_fingerprint INTEGER NOT NULL DEFAULT 0, -- written by a stop in good order only
  epoch INTEGER NOT NULL,
  PRIMARY KEY(call_id, local_tag, remote_tag, event, event_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX subscription_by_owner ON subscription(owner);

CREATE TABLE publication(
  owner TEXT NOT NULL,
  event TEXT NOT NULL,
  tag TEXT NOT NULL,
  shard INTEGER NOT NULL,
  content_type TEXT NOT NULL,
  body TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  first_published INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  PRIMARY KEY(owner, event, tag)
) STRICT;

-- Secrets of this installation, made at its first start.
CREATE TABLE agent_secret(
  name TEXT NOT NULL PRIMARY KEY,
  octets BLOB NOT NULL
) STRICT;
