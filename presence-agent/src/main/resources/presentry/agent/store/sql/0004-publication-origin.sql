-- Which request made it (empty: not known), and the number behind the ids in it (0: none).
ALTER TABLE publication ADD COLUMN origin TEXT NOT NULL DEFAULT '';
ALTER TABLE publication ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
