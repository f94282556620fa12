-- Where a problem of an import stands when its row is about a text of the shop page: kind of the part and place, `cover/tagline-es`.
ALTER TABLE import_problems ADD COLUMN part TEXT;
