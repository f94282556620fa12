-- What the Centre keeps of a sale, as it was agreed then: thousandths of the goods, and fen for the parcel.
ALTER TABLE orders ADD COLUMN commission_permille {int} NOT NULL DEFAULT 0 CHECK (commission_permille BETWEEN 0 AND 1000);
ALTER TABLE orders ADD COLUMN parcel_fee_minor {int} NOT NULL DEFAULT 0 CHECK (parcel_fee_minor >= 0);

-- What was due of an order is read when it ends or becomes cheaper, and for its cooperative's account.
CREATE INDEX money_entries_of_order ON money_entries (order_id, id);

-- What the Centre pays cooperatives of what it owes them. A row is a draft, approved by another person, then paid, or
-- withdrawn before that. One that undoes another is paid as well, and has its amount negated. `approved_by` is never who
-- made it; `reference` is the bank's number of the transfer, or that of a signed receipt.
CREATE TABLE payouts (
    id {id},
    cooperative_id {int} NOT NULL REFERENCES cooperatives (id),
    amount_minor {int} NOT NULL CHECK (amount_minor <> 0),
    currency TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'paid', 'withdrawn')),
    method TEXT CHECK (method IN ('bank', 'cash')),
    reference TEXT NOT NULL,
    made_by {int} NOT NULL REFERENCES users (id),
    made_at {int} NOT NULL,
    approved_by {int} REFERENCES users (id),
    approved_at {int},
    paid_by {int} REFERENCES users (id),
    paid_at {int},
    counter_of {int} UNIQUE REFERENCES payouts (id),
    CHECK (approved_by IS NULL OR approved_by <> made_by),
    CHECK (state <> 'paid' OR (method IS NOT NULL AND paid_by IS NOT NULL AND paid_at IS NOT NULL)),
    CHECK (state NOT IN ('approved', 'paid') OR approved_by IS NOT NULL OR counter_of IS NOT NULL),
    CHECK ((counter_of IS NULL AND amount_minor > 0) OR (counter_of IS NOT NULL AND amount_minor < 0))
){strict};
CREATE INDEX payouts_of_cooperative ON payouts (cooperative_id, id);
CREATE INDEX payouts_by_state ON payouts (state, id);
