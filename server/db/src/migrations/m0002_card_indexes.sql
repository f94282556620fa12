-- Lists are read in the order of their sort and filtered on the way; with price and stock in the index, rows that do not
-- match are passed over without being looked up, and counting touches the index alone.
DROP INDEX cards_popular;
DROP INDEX cards_cheap;
DROP INDEX cards_new;
DROP INDEX cards_popular_in_category;
DROP INDEX cards_cheap_in_category;
DROP INDEX cards_new_in_category;
DROP INDEX cards_of_cooperative;
CREATE INDEX cards_popular ON product_cards (lang, popularity, product_id, price_minor, available);
CREATE INDEX cards_cheap ON product_cards (lang, price_minor, product_id, available);
CREATE INDEX cards_new ON product_cards (lang, created_at, product_id, price_minor, available);
CREATE INDEX cards_popular_in_category ON product_cards (lang, category_id, popularity, product_id, price_minor, available);
CREATE INDEX cards_cheap_in_category ON product_cards (lang, category_id, price_minor, product_id, available);
CREATE INDEX cards_new_in_category ON product_cards (lang, category_id, created_at, product_id, price_minor, available);
CREATE INDEX cards_of_cooperative ON product_cards (lang, cooperative_id, popularity, product_id, price_minor, available);
