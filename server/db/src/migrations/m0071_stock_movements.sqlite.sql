-- A product that is not sold until this time, or until somebody offers it again (the highest number there is); and since
-- when one is put away. The release before reads the first as on sale and the second as a draft.
ALTER TABLE products ADD COLUMN paused_until {int};
ALTER TABLE products ADD COLUMN archived_at {int};
CREATE INDEX products_paused ON products (paused_until) WHERE paused_until IS NOT NULL;

CREATE TRIGGER products_are_paused AFTER UPDATE OF paused_until ON products
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = NEW.id % 32;
END;

-- `short` is by how much less may be there than is reserved: what was lost after it was sold. Only the ledger below sets it,
-- so that the check stays the last wall against overselling.
CREATE TABLE stock_with_short (
    offer_id {int} PRIMARY KEY REFERENCES offers (id),
    on_hand {int} NOT NULL CHECK (on_hand >= 0),
    reserved {int} NOT NULL CHECK (reserved >= 0),
    short {int} NOT NULL DEFAULT 0 CHECK (short >= 0),
    CHECK (reserved <= on_hand + short)
){strict};
INSERT INTO stock_with_short (offer_id, on_hand, reserved) SELECT offer_id, on_hand, reserved FROM stock;
DROP TABLE stock;
ALTER TABLE stock_with_short RENAME TO stock;

-- As in m0050: pages show stock up to the most that one order may take of it.
CREATE TRIGGER stock_are_public_insert AFTER INSERT ON stock
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = (SELECT product_id % 32 FROM offers WHERE id = NEW.offer_id);
END;

CREATE TRIGGER stock_are_public_update AFTER UPDATE ON stock WHEN (
    SELECT min(OLD.on_hand - OLD.reserved, maximum) <> min(NEW.on_hand - NEW.reserved, maximum)
    FROM offers WHERE id = NEW.offer_id
)
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = (SELECT product_id % 32 FROM offers WHERE id = NEW.offer_id);
END;

CREATE TRIGGER stock_are_public_delete AFTER DELETE ON stock
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = (SELECT product_id % 32 FROM offers WHERE id = OLD.offer_id);
END;

-- Why what is there of an offer changed, other than by an order; `on_hand` is what was there then.
CREATE TABLE stock_movements (
    id {id},
    offer_id {int} NOT NULL REFERENCES offers (id),
    reason TEXT NOT NULL,
    change {int} NOT NULL,
    on_hand {int} NOT NULL CHECK (on_hand >= 0),
    note TEXT NOT NULL,
    user_id {int},
    by_centre {bool} NOT NULL,
    at {int} NOT NULL
){strict};
CREATE INDEX stock_movements_of_offer ON stock_movements (offer_id, id);
