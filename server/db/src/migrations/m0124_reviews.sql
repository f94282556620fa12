-- What buyers say about goods they got. `order_id` says which order that was, until it is forgotten; one order has one
-- review of a product. `name` is what its writer chose to be called, `province` where the parcel went.
CREATE TABLE reviews (
    id {id},
    product_id {int} NOT NULL REFERENCES products (id),
    cooperative_id {int} NOT NULL REFERENCES cooperatives (id),
    order_id {int} REFERENCES orders (id),
    stars {int} NOT NULL CHECK (stars BETWEEN 1 AND 5),
    text TEXT NOT NULL,
    lang TEXT NOT NULL,
    name TEXT NOT NULL,
    province TEXT,
    photos {int} NOT NULL DEFAULT 0 CHECK (photos BETWEEN 0 AND 3),
    state TEXT NOT NULL CHECK (state IN ('published', 'held', 'hidden', 'removed')),
    held_for TEXT,
    hide_reason TEXT,
    hide_words TEXT NOT NULL DEFAULT '',
    reports {int} NOT NULL DEFAULT 0 CHECK (reports >= 0),
    created_at {int} NOT NULL,
    changed_at {int} NOT NULL,
    published_at {int},
    answer TEXT,
    answer_lang TEXT,
    answered_at {int},
    UNIQUE (order_id, product_id)
){strict};
CREATE INDEX reviews_of_product ON reviews (product_id, state, id);
CREATE INDEX reviews_of_cooperative ON reviews (cooperative_id, state, id);
CREATE INDEX reviews_by_publishing ON reviews (published_at);
CREATE INDEX reviews_by_state ON reviews (state, reports, id);

-- Their pictures, in the order in which they came; how many there are stands in the review, too.
CREATE TABLE review_photos (
    review_id {int} NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    media_id {int} NOT NULL REFERENCES media (id),
    added_at {int} NOT NULL,
    PRIMARY KEY (review_id, media_id)
){strict};
CREATE INDEX review_photos_by_picture ON review_photos (media_id);

-- That somebody said that something is wrong with a review: once a network, of which only a keyed hash is here.
CREATE TABLE review_reports (
    review_id {int} NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    reporter TEXT NOT NULL,
    at {int} NOT NULL,
    PRIMARY KEY (review_id, reporter)
){strict};
CREATE INDEX review_reports_by_time ON review_reports (at);

-- What was handed over some days ago: its buyer is asked how it was.
CREATE INDEX order_events_by_kind ON order_events (kind, at);

