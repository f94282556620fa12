-- As in m0050: the pages of a product show its published reviews.
CREATE TRIGGER reviews_are_public_insert AFTER INSERT ON reviews WHEN NEW.state = 'published'
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = NEW.product_id % 32;
END;

CREATE TRIGGER reviews_are_public_update
AFTER UPDATE OF stars, text, lang, name, province, photos, state, answer, answer_lang, answered_at ON reviews
WHEN OLD.state = 'published' OR NEW.state = 'published'
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = NEW.product_id % 32;
END;

CREATE TRIGGER reviews_are_public_delete AFTER DELETE ON reviews WHEN OLD.state = 'published'
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = OLD.product_id % 32;
END;
