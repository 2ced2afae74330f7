-- How a watcher is told (RFC 6446, RFC 5839): rates a second as decimals, empty without one.
ALTER TABLE subscription ADD COLUMN max_rate TEXT NOT NULL DEFAULT '';
ALTER TABLE subscription ADD COLUMN min_rate TEXT NOT NULL DEFAULT '';
ALTER TABLE subscription ADD COLUMN adaptive_min_rate TEXT NOT NULL DEFAULT '';
ALTER TABLE subscription ADD COLUMN quenched INTEGER NOT NULL DEFAULT 0;
