-- Only searches use the words that mean the same, and no page of a search is cached: a change of them has a version of its
-- own, so that it leaves all public pages as they are. Part 32 is none of a product's: programs that do not know the topic
-- leave it out.
INSERT INTO public_versions (topic, part, writer, version) VALUES ('search', 32, 0, 0);

DROP TRIGGER search_words_are_public_insert;
DROP TRIGGER search_words_are_public_update;
DROP TRIGGER search_words_are_public_delete;

CREATE TRIGGER search_words_are_searched_insert AFTER INSERT ON search_words
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'search' AND part = 32;
END;

CREATE TRIGGER search_words_are_searched_update AFTER UPDATE ON search_words
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'search' AND part = 32;
END;

CREATE TRIGGER search_words_are_searched_delete AFTER DELETE ON search_words
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'search' AND part = 32;
END;
