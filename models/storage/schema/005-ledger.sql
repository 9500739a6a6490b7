-- Schema 5, the ledger alone: what was refused stays so, when an older copy of the same request comes in late.
-- id: of each record of the proposal. kind and text: the answer that was given.
CREATE TABLE refusal (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    received INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX refusal_received ON refusal (received);
