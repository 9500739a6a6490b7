-- Schema 2, the ledger alone: who may sign in. Rows and not events, for a secret is not in the log.
-- password: an Argon2id hash as libsodium writes it. unit and region: what a unit's or township's account belongs to.
CREATE TABLE account (
    name TEXT PRIMARY KEY,
    display_name TEXT NOT NULL,
    person TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    unit TEXT NOT NULL,
    region TEXT NOT NULL,
    password TEXT NOT NULL,
    is_disabled INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- digest: SHA-256 of the token that the desk holds; the token itself is nowhere here.
CREATE TABLE session (
    digest BLOB PRIMARY KEY,
    account TEXT NOT NULL,
    begun INTEGER NOT NULL,
    expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account, begun);

-- Rows of schema 1 do not say who works along; whoever writes the ledger next folds these tickets again.
INSERT INTO state (key, value) SELECT 'rows-to-fold', 1 WHERE EXISTS (SELECT 1 FROM ticket);
