-- As in m0050: pages show the questions that are answered.
CREATE TRIGGER product_questions_are_public_insert AFTER INSERT ON product_questions WHEN NEW.state = 'answered'
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = NEW.product_id % 32;
END;

CREATE TRIGGER product_questions_are_public_update
AFTER UPDATE OF text, lang, asked_at, state, answer, answer_lang, answered_at, by_centre ON product_questions
WHEN OLD.state = 'answered' OR NEW.state = 'answered'
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = NEW.product_id % 32;
END;

CREATE TRIGGER product_questions_are_public_delete AFTER DELETE ON product_questions WHEN OLD.state = 'answered'
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = OLD.product_id % 32;
END;
