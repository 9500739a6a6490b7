-- Schema 4, ledger and cache: search.
-- The number under which a ticket stands in the indexes of pairs. Numbers rise in the order in which tickets came; an even
-- one was reported no earlier than all before it, so that a search from the newest on knows when it has seen enough.
ALTER TABLE ticket ADD COLUMN search_key INTEGER;

-- Pairs of neighbouring characters as tokens (domain/SearchWords.h): of number, title and place.
CREATE VIRTUAL TABLE search_text USING fts5(
    number_pairs, title_pairs, place_pairs,
    content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);
-- Of the citizen's name and telephone, where the personal part is here. Apart, so that a copy can be made without it; with
-- places of tokens, for there is no row in which a hit could be read again.
CREATE VIRTUAL TABLE search_person USING fts5(
    name_pairs, telephone_pairs,
    content = '', contentless_delete = 1, detail = full, tokenize = 'ascii'
);
