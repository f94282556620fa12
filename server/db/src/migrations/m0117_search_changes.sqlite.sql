-- Whose goods changed, so that each program's index of the shop takes over these and looks at no others. Triggers write it in
-- the transaction that changes the rows, whichever program it is. A program remembers the last row it has taken over; `token`
-- tells whether that is still the same row, as it is not once a backup was put in the place of the database.
--
-- Rows of one `writer` are numbered in the order in which they became visible: SQLite has one. The first row is no product's:
-- there is always something to remember.
CREATE TABLE search_changes (
    change {id},
    writer {int} NOT NULL,
    product_id {int} NOT NULL,
    token {int} NOT NULL
){strict};
CREATE INDEX search_changes_of_writer ON search_changes (writer, change);
INSERT INTO search_changes (writer, product_id, token) VALUES (0, 0, random());

-- The rows of a product in all languages are written together: one of them is enough.
CREATE TRIGGER product_cards_are_sought_insert AFTER INSERT ON product_cards WHEN NEW.lang = 'ug'
BEGIN
    INSERT INTO search_changes (writer, product_id, token) VALUES (0, NEW.product_id, random());
END;

CREATE TRIGGER product_cards_are_sought_update AFTER UPDATE ON product_cards WHEN NEW.lang = 'ug'
BEGIN
    INSERT INTO search_changes (writer, product_id, token) VALUES (0, NEW.product_id, random());
END;

CREATE TRIGGER product_cards_are_sought_delete AFTER DELETE ON product_cards WHEN OLD.lang = 'ug'
BEGIN
    INSERT INTO search_changes (writer, product_id, token) VALUES (0, OLD.product_id, random());
END;

CREATE TRIGGER offers_are_sought_insert AFTER INSERT ON offers
BEGIN
    INSERT INTO search_changes (writer, product_id, token) VALUES (0, NEW.product_id, random());
END;

CREATE TRIGGER offers_are_sought_update AFTER UPDATE ON offers
BEGIN
    INSERT INTO search_changes (writer, product_id, token) VALUES (0, NEW.product_id, random());
END;

CREATE TRIGGER offers_are_sought_delete AFTER DELETE ON offers
BEGIN
    INSERT INTO search_changes (writer, product_id, token) VALUES (0, OLD.product_id, random());
END;

CREATE TRIGGER translations_are_sought_insert AFTER INSERT ON translations WHEN NEW.entity = 'product'
BEGIN
    INSERT INTO search_changes (writer, product_id, token) VALUES (0, NEW.entity_id, random());
END;

CREATE TRIGGER translations_are_sought_update AFTER UPDATE OF value ON translations WHEN NEW.entity = 'product'
BEGIN
    INSERT INTO search_changes (writer, product_id, token) VALUES (0, NEW.entity_id, random());
END;

CREATE TRIGGER translations_are_sought_delete AFTER DELETE ON translations WHEN OLD.entity = 'product'
BEGIN
    INSERT INTO search_changes (writer, product_id, token) VALUES (0, OLD.entity_id, random());
END;

CREATE TRIGGER products_are_sought_update AFTER UPDATE OF paused_until, category_id ON products
BEGIN
    INSERT INTO search_changes (writer, product_id, token) VALUES (0, NEW.id, random());
END;

-- Of stock it matters only whether a size can be bought.
CREATE TRIGGER stock_is_sought_insert AFTER INSERT ON stock
BEGIN
    INSERT INTO search_changes (writer, product_id, token) SELECT 0, product_id, random() FROM offers WHERE id = NEW.offer_id;
END;

CREATE TRIGGER stock_is_sought_update AFTER UPDATE ON stock WHEN (
    SELECT (OLD.on_hand - OLD.reserved >= minimum) <> (NEW.on_hand - NEW.reserved >= minimum)
    FROM offers WHERE id = NEW.offer_id
)
BEGIN
    INSERT INTO search_changes (writer, product_id, token) SELECT 0, product_id, random() FROM offers WHERE id = NEW.offer_id;
END;
