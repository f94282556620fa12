-- As in m0050: pages show the lots of which something is left.
CREATE FUNCTION note_lot_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_public_change('product', product_id % 32) FROM offers
        WHERE id = COALESCE(NEW.offer_id, OLD.offer_id)
        AND (OLD IS NULL OR NEW IS NULL
            OR OLD.harvested <> NEW.harvested OR OLD.origin <> NEW.origin OR OLD.origin_lang <> NEW.origin_lang
            OR (OLD.remaining > 0) <> (NEW.remaining > 0));
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER lots_are_public AFTER INSERT OR UPDATE OR DELETE ON lots
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_lot_change();
