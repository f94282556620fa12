-- What a person sees of their sessions, which membership a session acts by, and when its owner last proved who they are.
ALTER TABLE sessions ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN member_role_id {int};
ALTER TABLE sessions ADD COLUMN support_for_id {int};
ALTER TABLE sessions ADD COLUMN fresh_at {int} NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN proved_by TEXT NOT NULL DEFAULT '';
CREATE INDEX sessions_of_user ON sessions (user_id);
-- Empty: invited and not seen yet, or a member from before this was written down.
ALTER TABLE users ADD COLUMN signed_in_at {int};
CREATE INDEX audit_events_of_object ON audit_events (object, id);
