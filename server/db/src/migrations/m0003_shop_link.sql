-- An address on the web that the shop page leads to; `https` only.
ALTER TABLE cooperatives ADD COLUMN link TEXT;
