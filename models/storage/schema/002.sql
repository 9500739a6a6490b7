-- Schema 2, ledger and cache: the units that work along, one code a line, so that a row says whose ticket it is.
ALTER TABLE ticket ADD COLUMN cooperating TEXT NOT NULL DEFAULT '';
