-- Schema 2: what was refused stays so at every backend, when an older copy of the same request comes in late.
-- Written under the county's lock. id: of each record of the proposal. kind and text: the answer that was given.
CREATE TABLE huying.refusal (
    county integer NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    text text NOT NULL,
    received bigint NOT NULL,
    PRIMARY KEY (county, id)
);
CREATE INDEX refusal_received ON huying.refusal (county, received);

