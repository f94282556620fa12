-- A wish whose message could not go out, since the day's budget was used up, waits again, until `not_before` at least. `missed_at`
-- is when the size was seen to be sold out after this one was told: what comes after that is for the next ones.
ALTER TABLE restock_wishes ADD COLUMN not_before {int};
ALTER TABLE restock_wishes ADD COLUMN missed_at {int};
CREATE INDEX restock_wishes_by_telling ON restock_wishes (told_at) WHERE told_at IS NOT NULL;

-- How many published reviews a product has and how many stars these gave it together, for lists. None is what rows say that the
-- release before writes, until their product or one of its reviews changes.
ALTER TABLE product_cards ADD COLUMN review_count {int} NOT NULL DEFAULT 0;
ALTER TABLE product_cards ADD COLUMN stars_sum {int} NOT NULL DEFAULT 0;

-- Last: PostgreSQL changes no table on which triggers are still to run.
UPDATE product_cards SET
    review_count = (SELECT COUNT(*) FROM reviews r WHERE r.product_id = product_cards.product_id AND r.state = 'published'),
    stars_sum = COALESCE((SELECT SUM(r.stars) FROM reviews r
        WHERE r.product_id = product_cards.product_id AND r.state = 'published'), 0)
    WHERE product_id IN (SELECT product_id FROM reviews WHERE state = 'published');
