-- Since when a picture is shown by nothing that all see, where it was a review's that was hidden, held or taken back. What else
-- shows it is asked when somebody asks for its file.
ALTER TABLE media ADD COLUMN withdrawn_at {int};
