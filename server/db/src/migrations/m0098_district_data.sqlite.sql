CREATE TRIGGER search_words_are_public_insert AFTER INSERT ON search_words
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER search_words_are_public_update AFTER UPDATE ON search_words
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER search_words_are_public_delete AFTER DELETE ON search_words
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

