
CREATE TRIGGER shop_revisions_are_public_insert AFTER INSERT ON shop_revisions
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER shop_revisions_are_public_update AFTER UPDATE ON shop_revisions
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER shop_revisions_are_public_delete AFTER DELETE ON shop_revisions
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;
