-- What public pages show has a version, so that every program notices every change, whoever made it: `bazar import`, the
-- release before, a second node. Triggers raise it in the transaction that changes the rows; code that writes needs to say
-- nothing. Readers compare sums: `directory` (names, stations, freight), `cards` (what lists are made of) and `product`,
-- which has 32 parts, by product id, so that one sale does not make every page stale.
CREATE TABLE public_versions (
    topic TEXT NOT NULL,
    part {int} NOT NULL,
    writer {int} NOT NULL,
    version {int} NOT NULL,
    PRIMARY KEY (topic, part, writer)
){strict};

INSERT INTO public_versions (topic, part, writer, version) VALUES ('directory', 0, 0, 0), ('cards', 0, 0, 0);
WITH RECURSIVE parts (part) AS (SELECT 0 UNION ALL SELECT part + 1 FROM parts WHERE part < 31)
INSERT INTO public_versions (topic, part, writer, version) SELECT 'product', part, 0, 0 FROM parts;

CREATE TRIGGER townships_are_public_insert AFTER INSERT ON townships
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER townships_are_public_update AFTER UPDATE ON townships
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER townships_are_public_delete AFTER DELETE ON townships
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER categories_are_public_insert AFTER INSERT ON categories
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER categories_are_public_update AFTER UPDATE ON categories
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER categories_are_public_delete AFTER DELETE ON categories
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER cooperatives_are_public_insert AFTER INSERT ON cooperatives
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER cooperatives_are_public_update AFTER UPDATE ON cooperatives
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER cooperatives_are_public_delete AFTER DELETE ON cooperatives
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER stations_are_public_insert AFTER INSERT ON stations
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER stations_are_public_update AFTER UPDATE ON stations
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER stations_are_public_delete AFTER DELETE ON stations
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER station_hours_are_public_insert AFTER INSERT ON station_hours
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER station_hours_are_public_update AFTER UPDATE ON station_hours
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER station_hours_are_public_delete AFTER DELETE ON station_hours
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER freight_templates_are_public_insert AFTER INSERT ON freight_templates
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER freight_templates_are_public_update AFTER UPDATE ON freight_templates
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER freight_templates_are_public_delete AFTER DELETE ON freight_templates
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER product_cards_are_public_insert AFTER INSERT ON product_cards
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'cards' AND part = 0;
END;

CREATE TRIGGER product_cards_are_public_update AFTER UPDATE ON product_cards
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'cards' AND part = 0;
END;

CREATE TRIGGER product_cards_are_public_delete AFTER DELETE ON product_cards
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'cards' AND part = 0;
END;

-- The directory counts the products of a cooperative.

CREATE TRIGGER products_are_public_insert AFTER INSERT ON products
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = NEW.id % 32;
END;

CREATE TRIGGER products_are_public_update AFTER UPDATE OF slug, cooperative_id, category_id, source_lang, status, harvest_year, season_from, season_to ON products
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = NEW.id % 32;
END;

CREATE TRIGGER products_are_public_delete AFTER DELETE ON products
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = OLD.id % 32;
END;

CREATE TRIGGER products_are_counted AFTER UPDATE OF slug, cooperative_id, status ON products
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER product_media_are_public_insert AFTER INSERT ON product_media
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = NEW.product_id % 32;
END;

CREATE TRIGGER product_media_are_public_update AFTER UPDATE ON product_media
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = OLD.product_id % 32;
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = NEW.product_id % 32;
END;

CREATE TRIGGER product_media_are_public_delete AFTER DELETE ON product_media
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = OLD.product_id % 32;
END;

CREATE TRIGGER offers_are_public_insert AFTER INSERT ON offers
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = NEW.product_id % 32;
END;

CREATE TRIGGER offers_are_public_update AFTER UPDATE ON offers
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = OLD.product_id % 32;
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = NEW.product_id % 32;
END;

CREATE TRIGGER offers_are_public_delete AFTER DELETE ON offers
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = OLD.product_id % 32;
END;

-- Pages show stock up to the most that one order may take of it.

CREATE TRIGGER stock_are_public_insert AFTER INSERT ON stock
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = (SELECT product_id % 32 FROM offers WHERE id = NEW.offer_id);
END;

CREATE TRIGGER stock_are_public_update AFTER UPDATE ON stock WHEN (
    SELECT min(OLD.on_hand - OLD.reserved, maximum) <> min(NEW.on_hand - NEW.reserved, maximum)
    FROM offers WHERE id = NEW.offer_id
)
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = (SELECT product_id % 32 FROM offers WHERE id = NEW.offer_id);
END;

CREATE TRIGGER stock_are_public_delete AFTER DELETE ON stock
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = (SELECT product_id % 32 FROM offers WHERE id = OLD.offer_id);
END;

CREATE TRIGGER translations_are_public_insert AFTER INSERT ON translations
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = NEW.entity_id % 32 AND NEW.entity = 'product';
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0 AND NEW.entity <> 'product';
END;

CREATE TRIGGER translations_are_public_update AFTER UPDATE ON translations
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = NEW.entity_id % 32 AND NEW.entity = 'product';
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0 AND NEW.entity <> 'product';
END;

CREATE TRIGGER translations_are_public_delete AFTER DELETE ON translations
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'product' AND part = OLD.entity_id % 32 AND OLD.entity = 'product';
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0 AND OLD.entity <> 'product';
END;

CREATE TRIGGER settings_are_public_insert AFTER INSERT ON settings WHEN NEW.name = 'home-hero' OR NEW.name LIKE 'shop-%'
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER settings_are_public_update AFTER UPDATE ON settings WHEN NEW.name = 'home-hero' OR NEW.name LIKE 'shop-%'
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;

CREATE TRIGGER settings_are_public_delete AFTER DELETE ON settings WHEN OLD.name = 'home-hero' OR OLD.name LIKE 'shop-%'
BEGIN
    UPDATE public_versions SET version = version + 1 WHERE topic = 'directory' AND part = 0;
END;
