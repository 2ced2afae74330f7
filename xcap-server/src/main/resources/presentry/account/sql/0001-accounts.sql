-- user: an address of record in its home spelling. The rest are H(A1) of RFC 7616 in hexadecimal digits: by two algorithms,
-- for the login name without the domain and for the one with it.
CREATE TABLE account(
  user TEXT NOT NULL PRIMARY KEY,
  realm TEXT NOT NULL,
  short_sha256 TEXT NOT NULL,
  short_md5 TEXT NOT NULL,
  full_sha256 TEXT NOT NULL,
  full_md5 TEXT NOT NULL
) STRICT, WITHOUT ROWID;
