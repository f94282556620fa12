-- The Centre edits stations and categories: a form says which version it was shown. A category can be hidden. And words
-- that mean the same to whoever searches, each on a line of its own.

ALTER TABLE stations ADD COLUMN version {int} NOT NULL DEFAULT 1;
ALTER TABLE categories ADD COLUMN version {int} NOT NULL DEFAULT 1;
ALTER TABLE categories ADD COLUMN status TEXT NOT NULL DEFAULT 'shown';

CREATE TABLE search_words (
    id {id},
    words TEXT NOT NULL,
    version {int} NOT NULL
){strict};

