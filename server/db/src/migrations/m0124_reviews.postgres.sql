-- As in m0050: the pages of a product show its published reviews.
CREATE FUNCTION note_review_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'DELETE' AND NEW.state = 'published' THEN
        PERFORM note_public_change('product', NEW.product_id % 32);
    ELSIF TG_OP <> 'INSERT' AND OLD.state = 'published' THEN
        PERFORM note_public_change('product', OLD.product_id % 32);
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER reviews_are_public AFTER INSERT OR DELETE
    OR UPDATE OF stars, text, lang, name, province, photos, state, answer, answer_lang, answered_at ON reviews
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_review_change();
