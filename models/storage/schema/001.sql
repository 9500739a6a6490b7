-- Schema 1 of the backend's ledger and of the workstation's cache. A ledger holds every event; a cache those it was given.
-- Moments are milliseconds since 1970-01-01T00:00Z, days are days since then; coordinates are ten-millionths of a degree, WGS-84.

CREATE TABLE state (
    key TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;

-- subject: a ticket's id (16 bytes), or `kind:code` of a county fact as text bytes.
CREATE TABLE event (
    position INTEGER PRIMARY KEY,
    id BLOB NOT NULL,
    subject BLOB NOT NULL,
    kind INTEGER NOT NULL,
    decided_on INTEGER NOT NULL,
    at INTEGER NOT NULL,
    received INTEGER NOT NULL,
    author INTEGER NOT NULL,
    content TEXT NOT NULL,
    personal TEXT,
    salt BLOB,
    personal_digest BLOB,
    chain BLOB NOT NULL
) STRICT;

-- An author's canonical text is kept once; a county has thousands of authors and millions of events.
CREATE TABLE author (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE ticket (
    id BLOB NOT NULL,
    version INTEGER NOT NULL,
    number TEXT NOT NULL,
    step INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    deadline_class INTEGER NOT NULL,
    category TEXT NOT NULL,
    region TEXT NOT NULL,
    place TEXT NOT NULL,
    longitude INTEGER,
    latitude INTEGER,
    title TEXT NOT NULL,
    lead TEXT NOT NULL,
    reported_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    closed_at INTEGER,
    first_answered_at INTEGER,
    milestone_met_at INTEGER,
    due INTEGER,
    soon_at INTEGER,
    flags INTEGER NOT NULL,
    rating INTEGER,
    bounces INTEGER NOT NULL,
    reworks INTEGER NOT NULL,
    repeats INTEGER NOT NULL,
    urging INTEGER NOT NULL,
    importance INTEGER NOT NULL,
    origin_system TEXT,
    origin_id TEXT
) STRICT;

CREATE TABLE fact (
    kind INTEGER NOT NULL,
    code TEXT NOT NULL,
    position INTEGER NOT NULL,
    content TEXT NOT NULL,
    personal TEXT NOT NULL,
    PRIMARY KEY (kind, code)
) STRICT, WITHOUT ROWID;
