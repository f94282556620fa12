-- Tables that cooperatives bring along. The file lies in pieces where pictures are kept, under `place`, and goes when the
-- import is over or a day has passed; the row stays for a month, with what is wrong. Nothing of a table is in the shop until
-- its state is `running`. `at_row` is the last row that is through: a program that ends goes on behind it, and each batch
-- moves it in the transaction that writes the batch, so that no row is taken over twice.
CREATE TABLE imports (
    id {id},
    cooperative_id {int} NOT NULL REFERENCES cooperatives (id),
    user_id {int} NOT NULL,
    by_centre {bool} NOT NULL,
    place TEXT NOT NULL UNIQUE,
    pieces {int} NOT NULL CHECK (pieces >= 0),
    size {int} NOT NULL CHECK (size >= 0),
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    encoding TEXT NOT NULL,
    separator TEXT NOT NULL,
    kind TEXT NOT NULL,
    header {int} NOT NULL,
    columns TEXT NOT NULL,
    language TEXT NOT NULL,
    category TEXT NOT NULL,
    rate TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('checking', 'ready', 'running', 'done', 'refused', 'canceled', 'failed')),
    reason TEXT,
    total {int} NOT NULL DEFAULT 0,
    at_row {int} NOT NULL DEFAULT 0,
    new_rows {int} NOT NULL DEFAULT 0,
    changed_rows {int} NOT NULL DEFAULT 0,
    same_rows {int} NOT NULL DEFAULT 0,
    wrong_rows {int} NOT NULL DEFAULT 0,
    pictures {int} NOT NULL DEFAULT 0,
    attempts {int} NOT NULL DEFAULT 0,
    version {int} NOT NULL DEFAULT 1,
    created_at {int} NOT NULL,
    updated_at {int} NOT NULL,
    CHECK ((reason IS NOT NULL) = (state = 'refused'))
){strict};
CREATE INDEX imports_of_cooperative ON imports (cooperative_id, id);
CREATE INDEX imports_by_state ON imports (state, updated_at);
CREATE INDEX imports_by_age ON imports (created_at);

-- What is wrong with its rows: the first of them, as many as anybody reads.
CREATE TABLE import_problems (
    id {id},
    import_id {int} NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    row_number {int} NOT NULL,
    column_word TEXT NOT NULL,
    problem TEXT NOT NULL,
    typed TEXT NOT NULL
){strict};
CREATE INDEX import_problems_of_import ON import_problems (import_id, id);

-- What a cooperative's own tables call its products and sizes, so that the same table sent again finds them. A key is a
-- cooperative's own: another one may use the same.
CREATE TABLE goods_keys (
    cooperative_id {int} NOT NULL REFERENCES cooperatives (id),
    key TEXT NOT NULL,
    product_id {int} NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    offer_id {int} REFERENCES offers (id) ON DELETE CASCADE,
    PRIMARY KEY (cooperative_id, key)
){strict};
CREATE INDEX goods_keys_of_product ON goods_keys (product_id);
CREATE INDEX goods_keys_of_offer ON goods_keys (offer_id);
