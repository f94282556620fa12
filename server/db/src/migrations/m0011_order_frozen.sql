-- What was true at the sale stays with it: a station that closes later does not take its orders' pages along.
ALTER TABLE order_groups ADD COLUMN station_code TEXT;
ALTER TABLE order_groups ADD COLUMN station_name TEXT;
ALTER TABLE order_groups ADD COLUMN station_name_lang TEXT;
ALTER TABLE order_groups ADD COLUMN station_township TEXT;
UPDATE order_groups SET
    station_code = (SELECT s.code FROM stations s WHERE s.id = order_groups.station_id),
    station_name = (SELECT t.value FROM translations t WHERE t.entity = 'station' AND t.field = 'name'
                    AND t.entity_id = order_groups.station_id AND t.lang = order_groups.locale),
    station_name_lang = locale,
    station_township = (SELECT t.value FROM translations t JOIN stations s ON s.township_id = t.entity_id
                        WHERE t.entity = 'township' AND t.field = 'name'
                        AND s.id = order_groups.station_id AND t.lang = order_groups.locale)
WHERE station_id IS NOT NULL;
-- How a parcel travels, and why an order was called off.
ALTER TABLE orders ADD COLUMN carrier TEXT;
ALTER TABLE orders ADD COLUMN tracking TEXT;
ALTER TABLE orders ADD COLUMN cancel_reason TEXT;
ALTER TABLE orders ADD COLUMN cancel_note TEXT;
