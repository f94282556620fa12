-- Cooperatives that want to sell here: what their contact person wrote, once the code that was sent to the phone came back.
CREATE TABLE applications (
    id {id},
    state TEXT NOT NULL CHECK (state IN ('waiting', 'admitted', 'refused')),
    name TEXT NOT NULL,
    lang TEXT NOT NULL,
    township_id {int} NOT NULL REFERENCES townships (id),
    person TEXT NOT NULL,
    phone TEXT NOT NULL,
    goods TEXT NOT NULL,
    about TEXT NOT NULL,
    created_at {int} NOT NULL,
    decided_at {int},
    decided_by {int} REFERENCES users (id),
    reason TEXT NOT NULL,
    cooperative_id {int} REFERENCES cooperatives (id)
){strict};
-- One that waits a phone.
CREATE UNIQUE INDEX applications_waiting_of_phone ON applications (phone) WHERE state = 'waiting';
CREATE INDEX applications_in_order ON applications (state, created_at, id);
