-- The audit log is a chain that can be checked: see `audit.rs`, and docs/decisions/audit-log.md for why it is made so. The
-- program makes the links of the events that are there, in the transaction of this migration.

-- Whose the thing was, to find the events of a cooperative; of older ones as far as it can still be found out.
ALTER TABLE audit_events ADD COLUMN cooperative_id {int};
CREATE INDEX audit_events_of_cooperative ON audit_events (cooperative_id, id);
CREATE INDEX audit_events_of_actor ON audit_events (actor, id);
CREATE INDEX audit_events_by_time ON audit_events (at, id);

-- The place of an event in the chain. A table of its own: the release before writes events and knows no chain.
CREATE TABLE audit_links (
    seq {int} PRIMARY KEY,
    event_id {int} NOT NULL UNIQUE,
    hash TEXT NOT NULL
){strict};

-- The one row whose lock puts writers in order, and by which the end of the chain is known.
CREATE TABLE audit_head (
    id {int} PRIMARY KEY CHECK (id = 1),
    seq {int} NOT NULL,
    hash TEXT NOT NULL
){strict};
INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '');
