-- The most of a size that one phone number may order within 30 days, in the unit it is sold by; without any such bound, nothing.
ALTER TABLE offers ADD COLUMN buyer_limit {int} CHECK (buyer_limit > 0);
