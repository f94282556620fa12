-- Whether what a cooperative does with its goods waits for the Centre before buyers see it.
ALTER TABLE cooperatives ADD COLUMN needs_confirmation {bool} NOT NULL DEFAULT FALSE;

-- What waits: one row a product. `change` is what its cooperative saved beside what buyers see; `publishes` says that they
-- do not see the product at all yet, and that it stands as it is to be.
CREATE TABLE product_proposals (
    product_id {int} PRIMARY KEY REFERENCES products (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent-back')),
    publishes {bool} NOT NULL,
    change TEXT NOT NULL,
    since {int} NOT NULL,
    reason TEXT NOT NULL
){strict};
CREATE INDEX product_proposals_in_order ON product_proposals (state, since, product_id);
