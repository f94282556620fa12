-- As in m0050: pages show the questions that are answered.
CREATE FUNCTION note_question_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'DELETE' AND NEW.state = 'answered' THEN
        PERFORM note_public_change('product', NEW.product_id % 32);
    ELSIF TG_OP <> 'INSERT' AND OLD.state = 'answered' THEN
        PERFORM note_public_change('product', OLD.product_id % 32);
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER product_questions_are_public AFTER INSERT OR DELETE
    OR UPDATE OF text, lang, asked_at, state, answer, answer_lang, answered_at, by_centre ON product_questions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_question_change();
