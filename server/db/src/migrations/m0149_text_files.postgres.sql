
-- All pages show the shop's texts; what is made of them carries a count of its own in each program, so a change of them has a
-- version of its own here. Part 32 is none of a product's: programs that do not know the topic leave it out.
CREATE FUNCTION note_text_file_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_public_change('texts', 32);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER text_files_are_public AFTER INSERT OR UPDATE OR DELETE ON text_files
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_text_file_change();

CREATE FUNCTION note_text_version_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state = 'approved' THEN
            PERFORM note_public_change('texts', 32);
        END IF;
    ELSIF TG_OP = 'DELETE' THEN
        IF OLD.state = 'approved' THEN
            PERFORM note_public_change('texts', 32);
        END IF;
    ELSIF (OLD.state = 'approved' OR NEW.state = 'approved')
        AND (OLD.state <> NEW.state OR OLD.taken_at IS DISTINCT FROM NEW.taken_at OR OLD.source <> NEW.source) THEN
        PERFORM note_public_change('texts', 32);
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER text_versions_are_public AFTER INSERT OR UPDATE OR DELETE ON text_versions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_text_version_change();

CREATE FUNCTION note_glossary_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.state = 'approved' OR NEW.state = 'approved') AND OLD.state <> NEW.state THEN
        PERFORM note_public_change('texts', 32);
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER glossary_changes_are_public AFTER UPDATE ON glossary_changes
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_glossary_change();
