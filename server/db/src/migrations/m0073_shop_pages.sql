-- Shop pages made of parts (`domain::shop_page`), as JSON. A cooperative without rows here has a page made of its tagline and
-- story, as before. The draft is what its people work on; `version` counts what was done with it.
CREATE TABLE shop_drafts (
    cooperative_id {int} PRIMARY KEY REFERENCES cooperatives (id),
    document TEXT NOT NULL,
    version {int} NOT NULL,
    updated_at {int} NOT NULL
){strict};

-- What was done with a draft, by whom: what was there and what is, so that it can be read and taken back. The last few hundred
-- of each cooperative.
CREATE TABLE shop_edits (
    id {id},
    cooperative_id {int} NOT NULL REFERENCES cooperatives (id),
    step TEXT NOT NULL,
    user_id {int},
    by_centre {bool} NOT NULL,
    at {int} NOT NULL,
    undone_at {int}
){strict};
CREATE INDEX shop_edits_of_cooperative ON shop_edits (cooperative_id, id);

-- What was published. Rows are only added; the one with the highest number is what buyers see.
CREATE TABLE shop_revisions (
    id {id},
    cooperative_id {int} NOT NULL REFERENCES cooperatives (id),
    number {int} NOT NULL CHECK (number > 0),
    document TEXT NOT NULL,
    user_id {int},
    by_centre {bool} NOT NULL,
    at {int} NOT NULL,
    UNIQUE (cooperative_id, number)
){strict};

-- Pictures that a shop page shows, showed or may show: a revision can be brought back with all of its pictures.
CREATE TABLE shop_pictures (
    cooperative_id {int} NOT NULL REFERENCES cooperatives (id),
    media_id {int} NOT NULL REFERENCES media (id),
    created_at {int} NOT NULL,
    PRIMARY KEY (cooperative_id, media_id)
){strict};
CREATE INDEX shop_pictures_by_media ON shop_pictures (media_id);
