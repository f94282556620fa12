-- Who wants to be told when a size can be bought again: a number waits once for a size. `phone_key` is a keyed hash by which a
-- number is known again; the number itself goes when its message is written. `link` is what that message opens.
CREATE TABLE restock_wishes (
    id {id},
    offer_id {int} NOT NULL REFERENCES offers (id) ON DELETE CASCADE,
    phone_key TEXT NOT NULL,
    phone TEXT,
    lang TEXT NOT NULL,
    link TEXT NOT NULL UNIQUE,
    asked_at {int} NOT NULL,
    told_at {int},
    UNIQUE (offer_id, phone_key),
    CHECK ((phone IS NULL) = (told_at IS NOT NULL))
){strict};
CREATE INDEX restock_wishes_waiting ON restock_wishes (offer_id, asked_at) WHERE told_at IS NULL;
CREATE INDEX restock_wishes_by_age ON restock_wishes (asked_at);
CREATE INDEX restock_wishes_of_phone ON restock_wishes (phone_key);

-- Numbers whose owners want no such message.
CREATE TABLE restock_refusals (
    phone_key TEXT NOT NULL PRIMARY KEY,
    refused_at {int} NOT NULL
){strict};
CREATE INDEX restock_refusals_by_age ON restock_refusals (refused_at);
