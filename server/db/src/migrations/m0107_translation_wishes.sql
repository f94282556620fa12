-- Products whose missing texts a machine is to write, one row each until it is done. `taken_at` is when a program of the shop began
-- with it; `problem` why it was given up, until somebody asks again.
CREATE TABLE translation_wishes (
    product_id {int} PRIMARY KEY REFERENCES products (id) ON DELETE CASCADE,
    asked_at {int} NOT NULL,
    taken_at {int},
    problem TEXT CHECK (problem IN ('unreachable', 'refused', 'unusable'))
){strict};
CREATE INDEX translation_wishes_by_age ON translation_wishes (asked_at);
