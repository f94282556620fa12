-- What the message opens that tells of an answer about a product: the product, and the end of such messages. `phone_key` is the
-- keyed hash by which a number is known in `restock_refusals`; the number itself is gone when its message is written.
CREATE TABLE answer_links (
    link TEXT NOT NULL PRIMARY KEY,
    phone_key TEXT NOT NULL,
    product_id {int} NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    told_at {int} NOT NULL
){strict};
CREATE INDEX answer_links_by_age ON answer_links (told_at);
