-- Links by which an owner lets somebody in whose number they do not type. One person comes in by each: `ended_at` is when,
-- or when it was taken back.
CREATE TABLE invitations (
    id {id},
    cooperative_id {int} NOT NULL REFERENCES cooperatives (id),
    role TEXT NOT NULL,
    created_by {int} NOT NULL REFERENCES users (id),
    created_at {int} NOT NULL,
    expires_at {int} NOT NULL,
    ended_at {int},
    used_by {int} REFERENCES users (id)
){strict};
CREATE INDEX invitations_open ON invitations (cooperative_id, id) WHERE ended_at IS NULL;
