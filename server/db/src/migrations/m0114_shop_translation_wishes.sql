-- Shop pages whose missing texts a machine is to write into the draft, one row each until it is done. `user_id` asked for it,
-- in the Centre's name where `by_centre`; `taken_at` is when a program of the shop began with it; `problem` why it was given
-- up, until somebody asks again.
CREATE TABLE shop_translation_wishes (
    cooperative_id {int} PRIMARY KEY REFERENCES cooperatives (id) ON DELETE CASCADE,
    user_id {int},
    by_centre {bool} NOT NULL,
    asked_at {int} NOT NULL,
    taken_at {int},
    problem TEXT CHECK (problem IN ('unreachable', 'refused', 'unusable'))
){strict};
CREATE INDEX shop_translation_wishes_by_age ON shop_translation_wishes (asked_at);
