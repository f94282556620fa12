-- Photos with a report that goods came damaged. Their files lie where pictures are kept, under a name that is no picture's and of
-- which `place` is the random part: nobody gets them but by the shop, which asks who it is. `sha` is of what was sent, so that the
-- same is not taken twice. Rows go with the words of their order.
CREATE TABLE report_photos (
    id {id},
    report_id {int} NOT NULL REFERENCES damage_reports (id),
    place TEXT NOT NULL UNIQUE,
    sha TEXT NOT NULL,
    added_at {int} NOT NULL,
    UNIQUE (report_id, sha)
){strict};
