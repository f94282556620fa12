-- What was done with a shop page, in short, so that the history does not read whole pages; how long `step` is, so that what is
-- remembered has a limit; and which edit one takes back. Edits of before have no summary, and about their size.
ALTER TABLE shop_edits ADD COLUMN summary TEXT NOT NULL DEFAULT '';
ALTER TABLE shop_edits ADD COLUMN size {int} NOT NULL DEFAULT 0;
ALTER TABLE shop_edits ADD COLUMN undo_of {int};
UPDATE shop_edits SET size = length(step);
