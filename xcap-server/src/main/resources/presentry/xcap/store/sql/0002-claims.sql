-- Values that only one document on the server may have, such as the service URIs of RFC 4826, section 4.4.5.
CREATE TABLE claim(
  value TEXT NOT NULL PRIMARY KEY,
  xui TEXT NOT NULL,
  auid TEXT NOT NULL,
  path TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_by_document ON claim(auid, path, xui);
