-- As in m0110: pages show an origin once it waits no more.
CREATE TRIGGER lots_are_public_confirm AFTER UPDATE ON lots WHEN (OLD.origin_waits <> NEW.origin_waits)
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = (SELECT product_id % 32 FROM offers WHERE id = NEW.offer_id);
END;
