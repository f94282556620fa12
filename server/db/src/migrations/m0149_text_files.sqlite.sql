
-- All pages show the shop's texts; what is made of them carries a count of its own in each program, so a change of them has a
-- version of its own here. Part 32 is none of a product's: programs that do not know the topic leave it out.
INSERT INTO public_versions (topic, part, writer, version) VALUES ('texts', 32, 0, 0);

CREATE TRIGGER text_files_are_public_insert AFTER INSERT ON text_files
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'texts' AND part = 32;
END;

CREATE TRIGGER text_files_are_public_update AFTER UPDATE ON text_files
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'texts' AND part = 32;
END;

CREATE TRIGGER text_files_are_public_delete AFTER DELETE ON text_files
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'texts' AND part = 32;
END;

CREATE TRIGGER text_versions_are_public_insert AFTER INSERT ON text_versions WHEN NEW.state = 'approved'
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'texts' AND part = 32;
END;

CREATE TRIGGER text_versions_are_public_update AFTER UPDATE ON text_versions
WHEN (OLD.state = 'approved' OR NEW.state = 'approved')
    AND (OLD.state <> NEW.state OR OLD.taken_at IS NOT NEW.taken_at OR OLD.source <> NEW.source)
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'texts' AND part = 32;
END;

CREATE TRIGGER text_versions_are_public_delete AFTER DELETE ON text_versions WHEN OLD.state = 'approved'
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'texts' AND part = 32;
END;

CREATE TRIGGER glossary_changes_are_public AFTER UPDATE ON glossary_changes
WHEN (OLD.state = 'approved' OR NEW.state = 'approved') AND OLD.state <> NEW.state
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'texts' AND part = 32;
END;
