-- Made after the rows where many are written at once.
CREATE UNIQUE INDEX event_id ON event (id);
CREATE INDEX event_subject ON event (subject, position);
CREATE UNIQUE INDEX ticket_number ON ticket (number);
CREATE UNIQUE INDEX ticket_origin ON ticket (origin_system, origin_id) WHERE origin_id IS NOT NULL;
CREATE INDEX ticket_open ON ticket (step) WHERE step < 4;
CREATE INDEX ticket_closed ON ticket (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX ticket_reported ON ticket (reported_at, id);
CREATE INDEX ticket_provisional ON ticket (id) WHERE flags & 1;
