-- Money as rows: what is due, came in, has to go back, went back, was waived. Rows are only ever added; one that undoes
-- another names it and has its amount negated. Sums of a group's rows are its balance.
CREATE TABLE money_entries (
    id {id},
    kind TEXT NOT NULL CHECK (kind IN ('due', 'received', 'to_give_back', 'given_back', 'written_off')),
    amount_minor {int} NOT NULL CHECK (amount_minor <> 0),
    currency TEXT NOT NULL,
    method TEXT,
    -- What the bank or the clerk wrote: a purpose, the number of a transfer.
    reference TEXT NOT NULL,
    -- No group: money that came in and belongs to nobody known.
    group_id {int} REFERENCES order_groups (id),
    order_id {int} REFERENCES orders (id),
    actor TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('booked', 'unassigned', 'counter')),
    at {int} NOT NULL,
    counter_of {int} UNIQUE REFERENCES money_entries (id),
    -- A form sent twice, or a line of a statement pasted twice, is one entry.
    dedup_key TEXT UNIQUE
){strict};
CREATE INDEX money_entries_of_group ON money_entries (group_id, id);
CREATE INDEX money_entries_by_state ON money_entries (state, id);
CREATE INDEX money_entries_by_kind ON money_entries (kind, at);

-- What was sold before: due at its sale, and no longer when it ended without one.
INSERT INTO money_entries (kind, amount_minor, currency, reference, group_id, order_id, actor, state, at)
SELECT 'due', o.total_minor, g.currency, '', g.id, o.id, 'buyer', 'booked', g.placed_at
FROM orders o JOIN order_groups g ON g.id = o.group_id WHERE o.total_minor <> 0 ORDER BY o.id;
INSERT INTO money_entries (kind, amount_minor, currency, reference, group_id, order_id, actor, state, at, counter_of)
SELECT 'due', -d.amount_minor, d.currency, '', d.group_id, d.order_id, 'upgrade', 'counter', o.updated_at, d.id
FROM money_entries d JOIN orders o ON o.id = d.order_id
WHERE d.kind = 'due' AND d.state = 'booked' AND o.status IN ('canceled', 'expired') ORDER BY d.id;

-- A payment that is there was of what was due when it was marked: all but what had been called off before.
INSERT INTO money_entries (kind, amount_minor, currency, method, reference, group_id, actor, state, at)
SELECT 'received', SUM(o.total_minor), p.currency, p.method, p.reference, p.group_id, 'upgrade', 'booked', p.updated_at
FROM payments p JOIN orders o ON o.group_id = p.group_id
WHERE p.status IN ('collected', 'banked', 'captured')
  AND NOT (o.status IN ('canceled', 'expired') AND o.updated_at < p.updated_at)
GROUP BY p.id, p.currency, p.method, p.reference, p.group_id, p.updated_at HAVING SUM(o.total_minor) > 0 ORDER BY p.id;
-- A transfer that came too late: how much only the bank knows; the buyer was shown the total.
INSERT INTO money_entries (kind, amount_minor, currency, method, reference, group_id, actor, state, at)
SELECT 'received', g.total_minor, g.currency, p.method, p.reference, g.id, 'upgrade', 'booked', p.updated_at
FROM payments p JOIN order_groups g ON g.id = p.group_id
WHERE p.status NOT IN ('collected', 'banked', 'captured') AND g.total_minor > 0
  AND EXISTS (SELECT 1 FROM outbox b WHERE b.topic = 'refund-late' AND b.key = g.code) ORDER BY p.id;
-- What was paid and called off afterwards waits to be sent back.
INSERT INTO money_entries (kind, amount_minor, currency, reference, group_id, actor, state, at)
SELECT 'to_give_back', SUM(CASE e.kind WHEN 'received' THEN e.amount_minor ELSE -e.amount_minor END), e.currency, '',
       e.group_id, 'upgrade', 'booked', MAX(e.at)
FROM money_entries e WHERE e.group_id IN (SELECT r.group_id FROM money_entries r WHERE r.kind = 'received')
GROUP BY e.group_id, e.currency
HAVING SUM(CASE e.kind WHEN 'received' THEN e.amount_minor ELSE -e.amount_minor END) > 0 ORDER BY e.group_id;
