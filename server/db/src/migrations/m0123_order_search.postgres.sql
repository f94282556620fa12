-- What a cooperative finds an order by, in one index that is read from its newest end: code, phone and the key of the buyer's
-- name, a line each. The program makes the key of a name; a group without one was written by a release that knows no keys,
-- until a job has made it. Triggers copy all three to the orders, and a name that is forgotten takes its key along.
ALTER TABLE order_groups ADD COLUMN name_key TEXT;
ALTER TABLE orders ADD COLUMN found_by TEXT;

CREATE OR REPLACE FUNCTION copy_from_order_group() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    SELECT g.placed_at, COALESCE(g.station_id, 0),
            replace(g.code, '-', '') || chr(10) || g.phone || chr(10) || g.name_key
        INTO NEW.placed_at, NEW.station_id, NEW.found_by
        FROM order_groups g WHERE g.id = NEW.group_id;
    RETURN NEW;
END $$;

CREATE FUNCTION forget_order_name() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.buyer_name = '' THEN
        NEW.name_key := '';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER order_groups_forget_names BEFORE UPDATE OF buyer_name ON order_groups
    FOR EACH ROW EXECUTE FUNCTION forget_order_name();

CREATE FUNCTION tell_orders_what_finds_them() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    UPDATE orders SET found_by = replace(NEW.code, '-', '') || chr(10) || NEW.phone || chr(10) || NEW.name_key
        WHERE group_id = NEW.id;
    RETURN NULL;
END $$;

CREATE TRIGGER order_groups_are_found AFTER UPDATE OF buyer_name, phone, name_key ON order_groups
    FOR EACH ROW EXECUTE FUNCTION tell_orders_what_finds_them();

UPDATE order_groups SET name_key = '' WHERE buyer_name = '';

CREATE INDEX order_groups_without_key ON order_groups (id) WHERE name_key IS NULL;
CREATE INDEX orders_to_search ON orders (cooperative_id, placed_at, id, station_id, found_by);
