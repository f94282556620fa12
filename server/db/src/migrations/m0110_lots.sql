-- Lots: goods that came in together. `number` counts within a product; `harvested` is a day, a month or a year (`2026-10`), or
-- empty; `remaining` is what of the lot is neither in a parcel nor gone.
CREATE TABLE lots (
    id {id},
    offer_id {int} NOT NULL REFERENCES offers (id),
    number {int} NOT NULL CHECK (number > 0),
    harvested TEXT NOT NULL,
    origin TEXT NOT NULL,
    origin_lang TEXT NOT NULL,
    amount {int} NOT NULL CHECK (amount > 0),
    remaining {int} NOT NULL CHECK (remaining >= 0 AND remaining <= amount),
    at {int} NOT NULL,
    UNIQUE (offer_id, number)
){strict};

-- How much of a lot was packed into which order, so that a lot can be called back.
CREATE TABLE lot_uses (
    lot_id {int} NOT NULL REFERENCES lots (id),
    order_id {int} NOT NULL REFERENCES orders (id),
    amount {int} NOT NULL CHECK (amount > 0),
    PRIMARY KEY (lot_id, order_id)
){strict};
CREATE INDEX lot_uses_of_order ON lot_uses (order_id);

-- The lot that came in with a line of the ledger.
ALTER TABLE stock_movements ADD COLUMN lot_id {int};

