-- Since when a picture is shown by nothing that all see, where it was a review's that was hidden, held or taken back. What else
-- shows it is asked when the names of such pictures are read.
ALTER TABLE media ADD COLUMN withdrawn_at {int};
CREATE INDEX media_withdrawn ON media (withdrawn_at) WHERE withdrawn_at IS NOT NULL;

