-- Schema 1 of PostgreSQL: the logs of many counties in one database, and who may sign in at each.
-- Moments are milliseconds since 1970-01-01T00:00Z. Ids of counties and authors mean nothing outside this database.
CREATE SCHEMA huying;

-- One row.
CREATE TABLE huying.version (
    number integer NOT NULL
);

-- joined: how often somebody who writes has come; a commit of theirs, which tells that what they found is durable.
CREATE TABLE huying.county (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL UNIQUE,
    created bigint NOT NULL,
    joined bigint NOT NULL DEFAULT 0
);

-- An author's canonical text is kept once. Written under the county's lock alone, so that the index need not be unique;
-- a text may be longer than a B-tree takes.
CREATE TABLE huying.author (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    county integer NOT NULL,
    text text NOT NULL
);
CREATE INDEX author_text ON huying.author USING hash (text);

-- Positions are dense in each county: they are given under its advisory lock, which is held until the commit.
CREATE TABLE huying.event (
    county integer NOT NULL,
    position bigint NOT NULL,
    id uuid NOT NULL,
    subject text NOT NULL,
    kind text NOT NULL,
    decided_on bigint NOT NULL,
    at bigint NOT NULL,
    received bigint NOT NULL,
    author bigint NOT NULL,
    content text NOT NULL,
    personal text,
    salt bytea,
    personal_digest bytea,
    chain bytea NOT NULL,
    PRIMARY KEY (county, position),
    UNIQUE (county, id)
);

-- password: an Argon2id hash as libsodium writes it. unit and region: what a unit's or township's account belongs to.
CREATE TABLE huying.account (
    county integer NOT NULL REFERENCES huying.county,
    name text NOT NULL,
    display_name text NOT NULL,
    person text NOT NULL,
    role text NOT NULL,
    unit text NOT NULL,
    region text NOT NULL,
    password text NOT NULL,
    is_disabled boolean NOT NULL,
    PRIMARY KEY (county, name),
    UNIQUE (county, person)
);

-- digest: SHA-256 of the token that the desk holds; the token itself is nowhere here.
CREATE TABLE huying.session (
    digest bytea PRIMARY KEY,
    county integer NOT NULL,
    account text NOT NULL,
    begun bigint NOT NULL,
    expires bigint NOT NULL,
    FOREIGN KEY (county, account) REFERENCES huying.account ON DELETE CASCADE
);
CREATE INDEX session_account ON huying.session (county, account, begun);
