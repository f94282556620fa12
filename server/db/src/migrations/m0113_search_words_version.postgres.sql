-- Only searches use the words that mean the same, and no page of a search is cached: a change of them has a version of its
-- own, so that it leaves all public pages as they are. Part 32 is none of a product's: programs that do not know the topic
-- leave it out.
CREATE FUNCTION note_search_words_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_public_change('search', 32);
    RETURN NULL;
END $$;

DROP TRIGGER search_words_are_public ON search_words;

CREATE CONSTRAINT TRIGGER search_words_are_searched AFTER INSERT OR UPDATE OR DELETE ON search_words
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_search_words_change();
