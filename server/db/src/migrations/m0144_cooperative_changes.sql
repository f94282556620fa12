-- What the owner of a cooperative asks it to be called, and its telephone to be: one row a cooperative, until the Centre
-- says yes or the owner takes it back. `change` has all names and the telephone as they are to be.
CREATE TABLE cooperative_changes (
    cooperative_id {int} PRIMARY KEY REFERENCES cooperatives (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent-back')),
    change TEXT NOT NULL,
    asked_by {int} NOT NULL REFERENCES users (id),
    since {int} NOT NULL,
    reason TEXT NOT NULL,
    version {int} NOT NULL
){strict};
CREATE INDEX cooperative_changes_in_order ON cooperative_changes (state, since, cooperative_id);
