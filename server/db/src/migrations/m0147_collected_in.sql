-- The townships to whose stations a cooperative brings its goods: their numbers, with commas between them; nothing is all of them.
ALTER TABLE cooperatives ADD COLUMN collected_in TEXT NOT NULL DEFAULT '';
