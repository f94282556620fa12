-- As in m0110: pages show an origin once it waits no more.
CREATE FUNCTION note_lot_confirmation() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_public_change('product', product_id % 32) FROM offers
        WHERE id = NEW.offer_id AND OLD.origin_waits <> NEW.origin_waits;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER lots_are_public_confirm AFTER UPDATE ON lots
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_lot_confirmation();
