-- What at least five people looked for and the shop does not have. Fewer are never written, and never who. `term` is what the
-- search compares, `typed` how the first of them wrote it; `sought_at` is the day (its first moment) on which it was looked for
-- last, `people` how many did in the thirty days up to it.
CREATE TABLE missed_searches (
    term TEXT NOT NULL PRIMARY KEY,
    typed TEXT NOT NULL,
    lang TEXT NOT NULL,
    people {int} NOT NULL CHECK (people >= 5),
    sought_at {int} NOT NULL
){strict};
