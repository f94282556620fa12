-- As in m0050: programs hold the names of pictures that not everybody may see, and read them again when this version is another
-- one. No public page shows it. Part 32 is none of a product's: programs that do not know the topic leave it out. Categories,
-- cooperatives and the home page's picture are in `directory`.
INSERT INTO public_versions (topic, part, writer, version) VALUES ('pictures', 32, 0, 0);

CREATE TRIGGER media_are_withdrawn_insert AFTER INSERT ON media WHEN NEW.withdrawn_at IS NOT NULL
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'pictures' AND part = 32;
END;

CREATE TRIGGER media_are_withdrawn_update AFTER UPDATE OF withdrawn_at ON media
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'pictures' AND part = 32;
END;

CREATE TRIGGER media_are_withdrawn_delete AFTER DELETE ON media WHEN OLD.withdrawn_at IS NOT NULL
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'pictures' AND part = 32;
END;

CREATE TRIGGER product_media_show_pictures_insert AFTER INSERT ON product_media
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'pictures' AND part = 32;
END;

CREATE TRIGGER product_media_show_pictures_update AFTER UPDATE ON product_media
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'pictures' AND part = 32;
END;

CREATE TRIGGER product_media_show_pictures_delete AFTER DELETE ON product_media
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'pictures' AND part = 32;
END;

CREATE TRIGGER shop_pictures_show_pictures_insert AFTER INSERT ON shop_pictures
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'pictures' AND part = 32;
END;

CREATE TRIGGER shop_pictures_show_pictures_update AFTER UPDATE ON shop_pictures
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'pictures' AND part = 32;
END;

CREATE TRIGGER shop_pictures_show_pictures_delete AFTER DELETE ON shop_pictures
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'pictures' AND part = 32;
END;

CREATE TRIGGER review_photos_show_pictures_insert AFTER INSERT ON review_photos
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'pictures' AND part = 32;
END;

CREATE TRIGGER review_photos_show_pictures_update AFTER UPDATE ON review_photos
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'pictures' AND part = 32;
END;

CREATE TRIGGER review_photos_show_pictures_delete AFTER DELETE ON review_photos
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'pictures' AND part = 32;
END;

CREATE TRIGGER reviews_show_pictures AFTER UPDATE OF state ON reviews WHEN OLD.photos > 0 OR NEW.photos > 0
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'pictures' AND part = 32;
END;
