-- As in m0050: programs hold the names of pictures that not everybody may see, and read them again when this version is another
-- one. No public page shows it. Part 32 is none of a product's: programs that do not know the topic leave it out. Categories,
-- cooperatives and the home page's picture are in `directory`.
CREATE FUNCTION note_picture_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_public_change('pictures', 32);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER media_are_withdrawn_insert AFTER INSERT ON media
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.withdrawn_at IS NOT NULL) EXECUTE FUNCTION note_picture_change();

CREATE CONSTRAINT TRIGGER media_are_withdrawn_update AFTER UPDATE OF withdrawn_at ON media
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_picture_change();

CREATE CONSTRAINT TRIGGER media_are_withdrawn_delete AFTER DELETE ON media
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.withdrawn_at IS NOT NULL) EXECUTE FUNCTION note_picture_change();

CREATE CONSTRAINT TRIGGER product_media_show_pictures AFTER INSERT OR UPDATE OR DELETE ON product_media
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_picture_change();

CREATE CONSTRAINT TRIGGER shop_pictures_show_pictures AFTER INSERT OR UPDATE OR DELETE ON shop_pictures
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_picture_change();

CREATE CONSTRAINT TRIGGER review_photos_show_pictures AFTER INSERT OR UPDATE OR DELETE ON review_photos
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_picture_change();

CREATE CONSTRAINT TRIGGER reviews_show_pictures AFTER UPDATE OF state ON reviews
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.photos > 0 OR NEW.photos > 0) EXECUTE FUNCTION note_picture_change();
