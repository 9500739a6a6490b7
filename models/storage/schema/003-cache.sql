-- Schema 3, the cache alone: the whole county's figures by township, for a desk that does not see all tickets; as of the
-- position `county-figures` in `state`.
CREATE TABLE county_figure (
    block INTEGER PRIMARY KEY,
    cells BLOB NOT NULL
) STRICT;
