-- How often pages and pictures were looked at on a day (its first moment), added up by all programs of the shop. Nobody is in it.
-- `thing_id` is a product, a cooperative (its shop page) or a picture, as `kind` says.
CREATE TABLE page_views (
    kind TEXT NOT NULL CHECK (kind IN ('product', 'shop', 'picture')),
    thing_id {int} NOT NULL,
    day {int} NOT NULL,
    views {int} NOT NULL CHECK (views > 0),
    PRIMARY KEY (kind, thing_id, day)
){strict};
CREATE INDEX page_views_by_day ON page_views (day);
