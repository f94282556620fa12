-- What a picture can be cropped from anew: `sha` names the file that is kept of what a cooperative sent, which nobody else sees,
-- `file_width` and `file_height` are its pixels. The picture shows this part of it, in thousandths: all, until it is cropped.
-- Rows go with their picture, and the file with the last row that names it.
CREATE TABLE picture_originals (
    cooperative_id {int} NOT NULL REFERENCES cooperatives (id),
    media_id {int} NOT NULL REFERENCES media (id) ON DELETE CASCADE,
    sha TEXT NOT NULL,
    file_width {int} NOT NULL CHECK (file_width > 0),
    file_height {int} NOT NULL CHECK (file_height > 0),
    x {int} NOT NULL CHECK (x >= 0),
    y {int} NOT NULL CHECK (y >= 0),
    width {int} NOT NULL CHECK (width > 0 AND x + width <= 1000),
    height {int} NOT NULL CHECK (height > 0 AND y + height <= 1000),
    PRIMARY KEY (cooperative_id, media_id)
){strict};
CREATE INDEX picture_originals_by_media ON picture_originals (media_id);
CREATE INDEX picture_originals_by_sha ON picture_originals (sha);

-- What is to be kept of the original of a picture that is itself a part of one. Such a row says in `x` and the others that all is
-- kept: so a program of the release before, which knows of no originals, cuts nothing off the wrong picture.
ALTER TABLE picture_crops ADD COLUMN of_x {int};
ALTER TABLE picture_crops ADD COLUMN of_y {int};
ALTER TABLE picture_crops ADD COLUMN of_width {int};
ALTER TABLE picture_crops ADD COLUMN of_height {int};
