-- What the Centre tells all cooperatives, in one language at least: until `until` (the end of a day; without it, until it is
-- taken back), or until a cooperative has put it away.
CREATE TABLE announcements (
    id {id},
    ug TEXT,
    zh TEXT,
    es TEXT,
    until {int},
    created_by {int} NOT NULL REFERENCES users (id),
    created_at {int} NOT NULL,
    taken_back_at {int},
    CHECK (COALESCE(ug, zh, es) IS NOT NULL)
){strict};

CREATE TABLE announcement_reads (
    announcement_id {int} NOT NULL REFERENCES announcements (id),
    cooperative_id {int} NOT NULL REFERENCES cooperatives (id),
    at {int} NOT NULL,
    PRIMARY KEY (announcement_id, cooperative_id)
){strict};
