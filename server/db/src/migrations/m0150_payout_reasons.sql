-- Why a payout was undone, in the row that undoes it; nothing where nobody was asked yet.
ALTER TABLE payouts ADD COLUMN reason TEXT NOT NULL DEFAULT '';
