-- What public pages show has a version, so that every program notices every change, whoever made it: `bazar import`, the
-- release before, a second node. Triggers raise it in the transaction that changes the rows; code that writes needs to say
-- nothing. Readers compare sums: `directory` (names, stations, freight), `cards` (what lists are made of) and `product`,
-- which has 32 parts, by product id, so that one sale does not make every page stale.
--
-- Each of 16 writers, by connection, counts in rows of its own, and only when it commits (the triggers are deferred): writes
-- do not wait for one another, and the lock, taken last, cannot be part of a deadlock.
CREATE TABLE public_versions (
    topic TEXT NOT NULL,
    part {int} NOT NULL,
    writer {int} NOT NULL,
    version {int} NOT NULL,
    PRIMARY KEY (topic, part, writer)
){strict};

CREATE FUNCTION note_public_change(changed TEXT, piece BIGINT) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
    place BIGINT := pg_backend_pid() % 16;
    noted TEXT := 'bazar.noted_' || changed || '_' || piece;
BEGIN
    -- Once a transaction is enough, also for an import of thousands of rows.
    IF current_setting(noted, true) = 'yes' THEN
        RETURN;
    END IF;
    PERFORM set_config(noted, 'yes', true);
    PERFORM pg_advisory_xact_lock(1650553466, place::INT);
    INSERT INTO public_versions AS v (topic, part, writer, version) VALUES (changed, piece, place, 1)
    ON CONFLICT (topic, part, writer) DO UPDATE SET version = v.version + 1;
END $$;

CREATE FUNCTION note_directory_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_public_change('directory', 0);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER townships_are_public_insert AFTER INSERT OR UPDATE OR DELETE ON townships
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_directory_change();

CREATE CONSTRAINT TRIGGER categories_are_public_insert AFTER INSERT OR UPDATE OR DELETE ON categories
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_directory_change();

CREATE CONSTRAINT TRIGGER cooperatives_are_public_insert AFTER INSERT OR UPDATE OR DELETE ON cooperatives
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_directory_change();

CREATE CONSTRAINT TRIGGER stations_are_public_insert AFTER INSERT OR UPDATE OR DELETE ON stations
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_directory_change();

CREATE CONSTRAINT TRIGGER station_hours_are_public_insert AFTER INSERT OR UPDATE OR DELETE ON station_hours
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_directory_change();

CREATE CONSTRAINT TRIGGER freight_templates_are_public_insert AFTER INSERT OR UPDATE OR DELETE ON freight_templates
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_directory_change();

CREATE FUNCTION note_card_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_public_change('cards', 0);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER product_cards_are_public_insert AFTER INSERT OR UPDATE OR DELETE ON product_cards
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_card_change();

-- The directory counts the products of a cooperative.

CREATE FUNCTION note_product_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_public_change('product', COALESCE(NEW.id, OLD.id) % 32);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER products_are_public AFTER INSERT OR DELETE ON products
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_product_change();

CREATE CONSTRAINT TRIGGER products_are_public_update AFTER UPDATE OF slug, cooperative_id, category_id, source_lang, status, harvest_year, season_from, season_to ON products
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_product_change();

CREATE CONSTRAINT TRIGGER products_are_counted AFTER INSERT OR DELETE OR UPDATE OF slug, cooperative_id, status ON products
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_directory_change();

CREATE FUNCTION note_product_part_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.product_id <> NEW.product_id THEN
        PERFORM note_public_change('product', OLD.product_id % 32);
    END IF;
    PERFORM note_public_change('product', COALESCE(NEW.product_id, OLD.product_id) % 32);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER product_media_are_public_insert AFTER INSERT OR UPDATE OR DELETE ON product_media
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_product_part_change();

CREATE CONSTRAINT TRIGGER offers_are_public_insert AFTER INSERT OR UPDATE OR DELETE ON offers
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_product_part_change();

-- Pages show stock up to the most that one order may take of it.

CREATE FUNCTION note_stock_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_public_change('product', product_id % 32) FROM offers
        WHERE id = COALESCE(NEW.offer_id, OLD.offer_id)
        AND (OLD IS NULL OR NEW IS NULL
            OR LEAST(OLD.on_hand - OLD.reserved, maximum) <> LEAST(NEW.on_hand - NEW.reserved, maximum));
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER stock_are_public_insert AFTER INSERT OR UPDATE OR DELETE ON stock
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_stock_change();

CREATE FUNCTION note_translation_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF COALESCE(NEW.entity, OLD.entity) = 'product' THEN
        PERFORM note_public_change('product', COALESCE(NEW.entity_id, OLD.entity_id) % 32);
    ELSE
        PERFORM note_public_change('directory', 0);
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER translations_are_public_insert AFTER INSERT OR UPDATE OR DELETE ON translations
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_translation_change();

CREATE CONSTRAINT TRIGGER settings_are_public_insert AFTER INSERT OR UPDATE ON settings
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.name = 'home-hero' OR NEW.name LIKE 'shop-%') EXECUTE FUNCTION note_directory_change();

CREATE CONSTRAINT TRIGGER settings_are_public_delete AFTER DELETE ON settings
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.name = 'home-hero' OR OLD.name LIKE 'shop-%') EXECUTE FUNCTION note_directory_change();
