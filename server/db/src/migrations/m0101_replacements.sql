-- A line that is sent in place of another, or of a part of it: the other one. What is missing of that stands with it, as
-- where nothing takes its place.
ALTER TABLE order_lines ADD COLUMN replaces {int} REFERENCES order_lines (id);
CREATE INDEX order_lines_instead ON order_lines (replaces) WHERE replaces IS NOT NULL;

-- Where less was sent because something else takes its place: the line of that, and what undoes it within minutes. How much
-- is missing of the other line because of it, what was agreed for that, what was taken off the stock, what waits to go back.
ALTER TABLE order_reductions ADD COLUMN line_id {int} REFERENCES order_lines (id);
ALTER TABLE order_reductions ADD COLUMN missing {int} CHECK (missing > 0);
ALTER TABLE order_reductions ADD COLUMN missing_minor {int} CHECK (missing_minor >= 0);
ALTER TABLE order_reductions ADD COLUMN written_off {int} CHECK (written_off >= 0);
ALTER TABLE order_reductions ADD COLUMN refund_minor {int} CHECK (refund_minor >= 0);
CREATE INDEX order_reductions_instead ON order_reductions (line_id) WHERE line_id IS NOT NULL;
