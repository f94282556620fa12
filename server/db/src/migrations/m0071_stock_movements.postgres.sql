-- A product that is not sold until this time, or until somebody offers it again (the highest number there is); and since
-- when one is put away. The release before reads the first as on sale and the second as a draft.
ALTER TABLE products ADD COLUMN paused_until {int};
ALTER TABLE products ADD COLUMN archived_at {int};
CREATE INDEX products_paused ON products (paused_until) WHERE paused_until IS NOT NULL;

CREATE CONSTRAINT TRIGGER products_are_paused AFTER UPDATE OF paused_until ON products
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_product_change();

-- `short` is by how much less may be there than is reserved: what was lost after it was sold. Only the ledger below sets it,
-- so that the check stays the last wall against overselling.
ALTER TABLE stock ADD COLUMN short {int} NOT NULL DEFAULT 0 CHECK (short >= 0);
ALTER TABLE stock DROP CONSTRAINT stock_check;
ALTER TABLE stock ADD CONSTRAINT stock_check CHECK (reserved <= on_hand + short);

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
