-- Until when an order of a phone new to the shop keeps its goods from others; nothing: until its payment is due.
ALTER TABLE order_groups ADD COLUMN holds_until {int};

CREATE INDEX order_groups_by_phone ON order_groups (phone, placed_at);

-- Where orders placed without a session came from, for the limits on what one network may hold. The network is a keyed
-- hash, and rows go after some days.
CREATE TABLE order_origins (
    group_id {int} PRIMARY KEY REFERENCES order_groups (id),
    network TEXT NOT NULL,
    is_new_phone {bool} NOT NULL,
    taken {int} NOT NULL,
    placed_at {int} NOT NULL
){strict};
CREATE INDEX order_origins_of_network ON order_origins (network, placed_at);
CREATE INDEX order_origins_by_age ON order_origins (placed_at);
