-- Why a cooperative was suspended, and why it sells again: for its members and the Centre.
CREATE TABLE cooperative_steps (
    id {id},
    cooperative_id {int} NOT NULL REFERENCES cooperatives (id),
    step TEXT NOT NULL CHECK (step IN ('suspend', 'admit')),
    reason TEXT NOT NULL,
    user_id {int} NOT NULL REFERENCES users (id),
    at {int} NOT NULL
){strict};
CREATE INDEX cooperative_steps_of_cooperative ON cooperative_steps (cooperative_id, id);
