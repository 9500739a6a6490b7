-- What is looked up while rows are written; made with the tables.
CREATE UNIQUE INDEX author_text ON author (text);
CREATE UNIQUE INDEX ticket_id ON ticket (id);
