-- A cooperative's orders by what is to be done with them, by day and by station, each from an index, however many there
-- are. When and where to is copied from the group by a trigger, so that orders of the release before have it too; it never
-- changes. Address orders have station 0. The stage is `OrderStage` of `domain`, but for a transfer that is awaited:
-- `studio/stage.rs` asks with the same words, and a test compares.
ALTER TABLE orders ADD COLUMN placed_at {int} NOT NULL DEFAULT 0;
ALTER TABLE orders ADD COLUMN station_id {int} NOT NULL DEFAULT 0;

UPDATE orders SET
    placed_at = (SELECT g.placed_at FROM order_groups g WHERE g.id = orders.group_id),
    station_id = (SELECT COALESCE(g.station_id, 0) FROM order_groups g WHERE g.id = orders.group_id);

CREATE FUNCTION copy_from_order_group() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    SELECT g.placed_at, COALESCE(g.station_id, 0) INTO NEW.placed_at, NEW.station_id
        FROM order_groups g WHERE g.id = NEW.group_id;
    RETURN NEW;
END $$;

CREATE TRIGGER orders_know_their_group BEFORE INSERT ON orders
    FOR EACH ROW EXECUTE FUNCTION copy_from_order_group();

CREATE INDEX orders_by_day ON orders (cooperative_id, placed_at, id);
CREATE INDEX orders_by_station ON orders (cooperative_id, station_id, placed_at, id);
CREATE INDEX orders_by_stage ON orders (cooperative_id, (CASE
    WHEN status = 'placed' THEN 'new'
    WHEN status = 'completed' THEN 'done'
    WHEN status = 'canceled' OR status = 'expired' THEN 'over'
    WHEN status <> 'accepted' THEN NULL
    WHEN fulfilment = 'unfulfilled' THEN 'to-pack'
    WHEN fulfilment = 'packed' THEN 'to-hand-over'
    WHEN fulfilment = 'dispatched' OR fulfilment = 'ready_for_pickup' OR fulfilment = 'returning' THEN 'on-the-way'
    WHEN fulfilment = 'delivered' THEN 'done'
    WHEN fulfilment = 'returned' OR fulfilment = 'lost' THEN 'over'
    END), placed_at, id);
