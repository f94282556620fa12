-- Prices of a size that fall with the amount, `10=2400;50=2150;`: from how much on, in the unit it is sold by, and what its
-- reference amount costs then, minor units. Amounts rise above the minimum, prices fall below `price_minor`; without any, nothing.
ALTER TABLE offers ADD COLUMN price_steps TEXT;
