-- What all sizes of a product cost, so that a list finds it by the price of any of them, and what a kilogram costs, to sort by.
-- The defaults say that it is not known: so it is in rows that the release before writes, until their product changes.
ALTER TABLE product_cards ADD COLUMN lowest_minor {int} NOT NULL DEFAULT 0;
ALTER TABLE product_cards ADD COLUMN highest_minor {int} NOT NULL DEFAULT 0;
ALTER TABLE product_cards ADD COLUMN per_kg_minor {int} NOT NULL DEFAULT 1000000000000000;

-- With them in the index, rows that do not match are passed over without being looked up.
DROP INDEX cards_popular;
DROP INDEX cards_cheap;
DROP INDEX cards_new;
DROP INDEX cards_popular_in_category;
DROP INDEX cards_cheap_in_category;
DROP INDEX cards_new_in_category;
DROP INDEX cards_of_cooperative;
CREATE INDEX cards_popular ON product_cards (lang, popularity, product_id, price_minor, available, lowest_minor, highest_minor, category_id, cooperative_id);
CREATE INDEX cards_cheap ON product_cards (lang, price_minor, product_id, available, lowest_minor, highest_minor, category_id, cooperative_id);
CREATE INDEX cards_new ON product_cards (lang, created_at, product_id, price_minor, available, lowest_minor, highest_minor, category_id, cooperative_id);
CREATE INDEX cards_per_kg ON product_cards (lang, per_kg_minor, product_id, price_minor, available, lowest_minor, highest_minor, category_id, cooperative_id);
CREATE INDEX cards_popular_in_category ON product_cards (lang, category_id, popularity, product_id, price_minor, available, lowest_minor, highest_minor);
CREATE INDEX cards_cheap_in_category ON product_cards (lang, category_id, price_minor, product_id, available, lowest_minor, highest_minor);
CREATE INDEX cards_new_in_category ON product_cards (lang, category_id, created_at, product_id, price_minor, available, lowest_minor, highest_minor);
CREATE INDEX cards_per_kg_in_category ON product_cards (lang, category_id, per_kg_minor, product_id, price_minor, available, lowest_minor, highest_minor);
CREATE INDEX cards_of_cooperative ON product_cards (lang, cooperative_id, popularity, product_id, price_minor, available, lowest_minor, highest_minor);

-- Last: PostgreSQL changes no table on which triggers are still to run.
UPDATE product_cards SET
    lowest_minor = COALESCE((SELECT MIN(o.price_minor) FROM offers o
        WHERE o.product_id = product_cards.product_id AND o.status = 'active'), 0),
    highest_minor = COALESCE((SELECT MAX(o.price_minor) FROM offers o
        WHERE o.product_id = product_cards.product_id AND o.status = 'active'), 0);
UPDATE product_cards SET
    per_kg_minor = price_minor * 1000 / (reference_amount * CASE unit WHEN 'g' THEN 1 ELSE net_grams END)
    WHERE reference_amount > 0 AND (unit = 'g' OR net_grams > 0);
