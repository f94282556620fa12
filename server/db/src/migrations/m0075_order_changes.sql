-- What is not sent of a line, and what is not paid for it: the line itself stays as it was sold. The release before shows
-- what was ordered.
ALTER TABLE order_lines ADD COLUMN missing {int} NOT NULL DEFAULT 0 CHECK (missing >= 0 AND missing <= quantity);
ALTER TABLE order_lines ADD COLUMN missing_minor {int} NOT NULL DEFAULT 0 CHECK (missing_minor >= 0 AND missing_minor <= total_minor);

-- Each time less was sent than ordered: why, and by how much the order became cheaper. Only ever added to.
CREATE TABLE order_reductions (
    id {id},
    order_id {int} NOT NULL REFERENCES orders (id),
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    amount_minor {int} NOT NULL CHECK (amount_minor >= 0),
    actor TEXT NOT NULL,
    at {int} NOT NULL
){strict};
CREATE INDEX order_reductions_of_order ON order_reductions (order_id, id);

-- What a buyer and a cooperative write to one another about an order. `answered_at` is when the other side wrote next or
-- said that nothing is to be answered.
CREATE TABLE order_messages (
    id {id},
    order_id {int} NOT NULL REFERENCES orders (id),
    cooperative_id {int} NOT NULL REFERENCES cooperatives (id),
    author TEXT NOT NULL,
    user_id {int},
    text TEXT NOT NULL,
    lang TEXT NOT NULL,
    at {int} NOT NULL,
    answered_at {int},
    hidden_at {int}
){strict};
CREATE INDEX order_messages_of_order ON order_messages (order_id, id);
CREATE INDEX order_messages_open ON order_messages (cooperative_id, id) WHERE answered_at IS NULL;
