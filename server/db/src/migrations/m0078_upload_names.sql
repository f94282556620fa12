-- What the phone calls a file, to say which one was not taken; and since when nobody wants to read that any more.
ALTER TABLE uploads ADD COLUMN file_name TEXT NOT NULL DEFAULT '';
ALTER TABLE uploads ADD COLUMN dismissed_at {int};
