-- A payment that is awaited is for the orders that stand; where none does, nothing is awaited.
UPDATE payments SET status = 'voided' WHERE status = 'created' AND NOT EXISTS (
    SELECT 1 FROM orders o WHERE o.group_id = payments.group_id AND o.status NOT IN ('canceled', 'expired'));
UPDATE payments SET amount_minor = (
    SELECT SUM(o.total_minor) FROM orders o WHERE o.group_id = payments.group_id AND o.status NOT IN ('canceled', 'expired'))
    WHERE status = 'created';
