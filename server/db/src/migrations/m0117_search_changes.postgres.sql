-- Whose goods changed, so that each program's index of the shop takes over these and looks at no others. Triggers write it in
-- the transaction that changes the rows, whichever program it is. A program remembers the last row it has taken over; `token`
-- tells whether that is still the same row, as it is not once a backup was put in the place of the database.
--
-- Rows of one `writer` are numbered in the order in which they became visible: a transaction writes them when it commits, under
-- the lock of its writer, the same as that of `public_versions`. The first row is no product's: there is always something to
-- remember.
CREATE TABLE search_changes (
    change {id},
    writer {int} NOT NULL,
    product_id {int} NOT NULL,
    token {int} NOT NULL
){strict};
CREATE INDEX search_changes_of_writer ON search_changes (writer, change);
INSERT INTO search_changes (writer, product_id, token) VALUES (0, 0, (random() * 9007199254740991)::BIGINT);

CREATE FUNCTION note_search_change(product BIGINT) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
    place BIGINT := pg_backend_pid() % 16;
BEGIN
    PERFORM pg_advisory_xact_lock(1650553466, place::INT);
    INSERT INTO search_changes (writer, product_id, token)
    VALUES (place, product, (random() * 9007199254740991)::BIGINT);
END $$;

-- The rows of a product in all languages are written together: one of them is enough.
CREATE FUNCTION note_sought_card() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF COALESCE(NEW.lang, OLD.lang) = 'ug' THEN
        PERFORM note_search_change(COALESCE(NEW.product_id, OLD.product_id));
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER product_cards_are_sought AFTER INSERT OR UPDATE OR DELETE ON product_cards
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_sought_card();

CREATE FUNCTION note_sought_offer() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_search_change(COALESCE(NEW.product_id, OLD.product_id));
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER offers_are_sought AFTER INSERT OR UPDATE OR DELETE ON offers
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_sought_offer();

CREATE FUNCTION note_sought_text() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF COALESCE(NEW.entity, OLD.entity) = 'product' THEN
        PERFORM note_search_change(COALESCE(NEW.entity_id, OLD.entity_id));
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER translations_are_sought AFTER INSERT OR DELETE OR UPDATE OF value ON translations
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_sought_text();

CREATE FUNCTION note_sought_product() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_search_change(NEW.id);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER products_are_sought AFTER UPDATE OF paused_until, category_id ON products
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_sought_product();

-- Of stock it matters only whether a size can be bought.
CREATE FUNCTION note_sought_stock() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_search_change(product_id) FROM offers
        WHERE id = NEW.offer_id
        AND (OLD IS NULL
            OR (OLD.on_hand - OLD.reserved >= minimum) <> (NEW.on_hand - NEW.reserved >= minimum));
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER stock_is_sought AFTER INSERT OR UPDATE ON stock
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_sought_stock();
