-- What somebody may act for: one subject and one role a row, written out. Takes the place of `memberships`, where a
-- missing cooperative meant the Centre and the role was not read. The old table stays for the program of the release
-- before: rows leave it when their right ends, and none are added, since it would take them for more than they are.
CREATE TABLE member_roles (
    id {id},
    user_id {int} NOT NULL REFERENCES users (id),
    subject TEXT NOT NULL,
    cooperative_id {int} REFERENCES cooperatives (id),
    station_id {int} REFERENCES stations (id),
    language TEXT,
    role TEXT NOT NULL,
    created_at {int} NOT NULL,
    CHECK (
        (subject = 'centre' AND cooperative_id IS NULL AND station_id IS NULL AND language IS NULL
            AND role IN ('admin', 'finance', 'support'))
        OR (subject = 'cooperative' AND cooperative_id IS NOT NULL AND station_id IS NULL AND language IS NULL
            AND role IN ('owner', 'editor', 'packer', 'finance', 'host'))
        OR (subject = 'station' AND station_id IS NOT NULL AND cooperative_id IS NULL AND language IS NULL
            AND role IN ('manager', 'clerk'))
        OR (subject = 'language' AND language IS NOT NULL AND cooperative_id IS NULL AND station_id IS NULL
            AND role IN ('translator', 'reviewer'))
    )
){strict};
CREATE UNIQUE INDEX member_roles_once ON member_roles
    (user_id, subject, COALESCE(cooperative_id, 0), COALESCE(station_id, 0), COALESCE(language, ''));
CREATE INDEX member_roles_of_cooperative ON member_roles (cooperative_id);
CREATE INDEX member_roles_of_station ON member_roles (station_id);
CREATE INDEX member_roles_of_subject ON member_roles (subject, language, id);

INSERT INTO member_roles (user_id, subject, cooperative_id, role, created_at)
    SELECT user_id, 'centre', NULL, 'admin', 0 FROM memberships WHERE cooperative_id IS NULL
    GROUP BY user_id ORDER BY MIN(id);
INSERT INTO member_roles (user_id, subject, cooperative_id, role, created_at)
    SELECT user_id, 'cooperative', cooperative_id, 'owner', 0 FROM memberships WHERE cooperative_id IS NOT NULL
    GROUP BY user_id, cooperative_id ORDER BY MIN(id);
