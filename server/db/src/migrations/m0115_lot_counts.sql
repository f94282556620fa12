-- How much of a lot counts took away: what is found again by a count goes back to it. `origin_waits`: buyers read where it is from
-- only once the Centre has confirmed its product.
ALTER TABLE lots ADD COLUMN counted_away {int} NOT NULL DEFAULT 0;
ALTER TABLE lots ADD COLUMN origin_waits {bool} NOT NULL DEFAULT FALSE;

