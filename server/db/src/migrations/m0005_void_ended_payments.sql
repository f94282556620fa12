-- Where no order of a group stands any more, nothing is awaited.
UPDATE payments SET status = 'voided' WHERE status = 'created' AND NOT EXISTS (
    SELECT 1 FROM orders o WHERE o.group_id = payments.group_id AND o.status NOT IN ('canceled', 'expired'));
