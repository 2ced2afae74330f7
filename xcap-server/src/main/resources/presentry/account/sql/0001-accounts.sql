CREATE TABLE account(
  xui TEXT NOT NULL PRIMARY KEY,
  created_at INTEGER NOT NULL, -- milliseconds since 1970
  epoch INTEGER NOT NULL
) STRICT;

-- What is stored instead of a password: hashes of login name, realm and password, as digest authentication needs them.
CREATE TABLE login(
  name TEXT NOT NULL,
  xui TEXT NOT NULL REFERENCES account(xui) ON DELETE CASCADE,
  realm TEXT NOT NULL,
  md5 TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY(name, xui)
) STRICT, WITHOUT ROWID;

CREATE INDEX login_by_xui ON login(xui);
