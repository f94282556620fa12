-- What waits for a cooperative is counted in an index, however many orders it had.
CREATE INDEX orders_of_cooperative_by_status ON orders (cooperative_id, status, id);
-- What holds an offer past its time, without going through what holds others.
CREATE INDEX reservations_of_offer ON reservations (offer_id, status, expires_at);
-- Whether something was told already.
CREATE INDEX outbox_by_key ON outbox (topic, key);
-- The sitemap reads what is public, a piece at a time.
CREATE INDEX products_public ON products (status, id, slug);
