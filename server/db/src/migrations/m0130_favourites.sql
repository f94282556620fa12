-- Products that somebody keeps in mind, without an account: `owner` is the hash of the token in the browser's cookie. What it
-- cost then stands beside it, for the size its card showed, so that a lower price is told only where it is lower for the same.
CREATE TABLE favourites (
    owner TEXT NOT NULL,
    product_id {int} NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    offer_id {int} NOT NULL,
    price_minor {int} NOT NULL CHECK (price_minor >= 0),
    currency TEXT NOT NULL,
    reference_amount {int} NOT NULL CHECK (reference_amount > 0),
    net_grams {int} NOT NULL,
    added_at {int} NOT NULL,
    kept_until {int} NOT NULL,
    PRIMARY KEY (owner, product_id)
){strict};
CREATE INDEX favourites_by_age ON favourites (kept_until);
