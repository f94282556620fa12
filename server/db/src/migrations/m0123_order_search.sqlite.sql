-- What a cooperative finds an order by, in one index that is read from its newest end: code, phone and the key of the buyer's
-- name, a line each. The program makes the key of a name; a group without one was written by a release that knows no keys,
-- until a job has made it. Triggers copy all three to the orders, and a name that is forgotten takes its key along.
ALTER TABLE order_groups ADD COLUMN name_key TEXT;
ALTER TABLE orders ADD COLUMN found_by TEXT;

DROP TRIGGER orders_know_their_group;
CREATE TRIGGER orders_know_their_group AFTER INSERT ON orders
BEGIN
    UPDATE orders SET
        placed_at = (SELECT g.placed_at FROM order_groups g WHERE g.id = NEW.group_id),
        station_id = (SELECT COALESCE(g.station_id, 0) FROM order_groups g WHERE g.id = NEW.group_id),
        found_by = (SELECT replace(g.code, '-', '') || char(10) || g.phone || char(10) || g.name_key
            FROM order_groups g WHERE g.id = NEW.group_id)
    WHERE id = NEW.id;
END;

CREATE TRIGGER order_groups_are_found AFTER UPDATE OF phone, name_key ON order_groups
BEGIN
    UPDATE orders SET
        found_by = (SELECT replace(g.code, '-', '') || char(10) || g.phone || char(10) || g.name_key
            FROM order_groups g WHERE g.id = NEW.id)
    WHERE group_id = NEW.id;
END;

CREATE TRIGGER order_groups_forget_names AFTER UPDATE OF buyer_name ON order_groups
WHEN NEW.buyer_name = '' AND NEW.name_key IS NOT ''
BEGIN
    UPDATE order_groups SET name_key = '' WHERE id = NEW.id;
END;

UPDATE order_groups SET name_key = '' WHERE buyer_name = '';

CREATE INDEX order_groups_without_key ON order_groups (id) WHERE name_key IS NULL;
CREATE INDEX orders_to_search ON orders (cooperative_id, placed_at, id, station_id, found_by);
