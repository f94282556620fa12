-- How much of a line is sent once more because of what was reported of it, in the offer's unit, and when that left the
-- cooperative. Empty for other answers, and for those of the release before: of these nothing waits to be packed.
ALTER TABLE damage_reports ADD COLUMN again {int};
ALTER TABLE damage_reports ADD COLUMN again_left_at {int};
CREATE INDEX damage_reports_again ON damage_reports (cooperative_id, id) WHERE again IS NOT NULL AND again_left_at IS NULL;
