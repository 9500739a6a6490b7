-- Schema 3, ledger and cache: figures.
-- What a ticket adds to them, packed (domain/Figures.h), so that it can be taken back when the ticket changes.
ALTER TABLE ticket ADD COLUMN counted BLOB NOT NULL DEFAULT x'';

-- Codes of regions, categories and units, by the numbers under which they stand in cells.
CREATE TABLE figure_word (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
) STRICT;

-- block: one way of counting, one day, one township (FigureCells.h). cells: counts by region, category, unit and channel,
-- packed: at this grain there are as many rows as tickets, and an update of one would cost more than all the rest.
CREATE TABLE figure (
    block INTEGER PRIMARY KEY,
    cells BLOB NOT NULL
) STRICT;
DELETE FROM state WHERE key = 'rows-to-fold';
