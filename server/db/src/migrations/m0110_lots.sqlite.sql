-- As in m0050: pages show the lots of which something is left.
CREATE TRIGGER lots_are_public_insert AFTER INSERT ON lots
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = (SELECT product_id % 32 FROM offers WHERE id = NEW.offer_id);
END;

CREATE TRIGGER lots_are_public_update AFTER UPDATE ON lots WHEN (
    OLD.harvested <> NEW.harvested OR OLD.origin <> NEW.origin OR OLD.origin_lang <> NEW.origin_lang
    OR (OLD.remaining > 0) <> (NEW.remaining > 0)
)
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = (SELECT product_id % 32 FROM offers WHERE id = NEW.offer_id);
END;

CREATE TRIGGER lots_are_public_delete AFTER DELETE ON lots
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = (SELECT product_id % 32 FROM offers WHERE id = OLD.offer_id);
END;
