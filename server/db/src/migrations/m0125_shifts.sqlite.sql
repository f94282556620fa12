
CREATE TRIGGER shifts_keep_what_they_began_with BEFORE UPDATE ON shifts
WHEN OLD.state = 'closed' OR NEW.station_id <> OLD.station_id OR NEW.user_id <> OLD.user_id
    OR NEW.currency <> OLD.currency OR NEW.float_minor <> OLD.float_minor OR NEW.carried_minor IS NOT OLD.carried_minor
    OR NEW.float_reason <> OLD.float_reason OR NEW.opened_at <> OLD.opened_at
BEGIN
    SELECT RAISE(ABORT, 'a shift keeps what it began with, and all once it is closed');
END;

CREATE TRIGGER shifts_stay BEFORE DELETE ON shifts
BEGIN
    SELECT RAISE(ABORT, 'shifts are only added');
END;

-- Cash goes to the Centre while a shift runs; a count is corrected once it is closed.
CREATE TRIGGER shift_moves_have_their_time BEFORE INSERT ON shift_moves
WHEN (NEW.kind = 'correction') <> EXISTS (SELECT 1 FROM shifts s WHERE s.id = NEW.shift_id AND s.state = 'closed')
BEGIN
    SELECT RAISE(ABORT, 'not in this state of the shift');
END;

CREATE TRIGGER shift_moves_are_not_changed BEFORE UPDATE ON shift_moves
BEGIN
    SELECT RAISE(ABORT, 'moves of a shift are only added');
END;

CREATE TRIGGER shift_moves_stay BEFORE DELETE ON shift_moves
BEGIN
    SELECT RAISE(ABORT, 'moves of a shift are only added');
END;

CREATE TRIGGER money_entries_are_of_open_shifts BEFORE INSERT ON money_entries
WHEN NEW.shift_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM shifts s WHERE s.id = NEW.shift_id AND s.state = 'open')
BEGIN
    SELECT RAISE(ABORT, 'the shift is closed');
END;

CREATE TRIGGER money_entries_stay_in_their_shift BEFORE UPDATE OF shift_id ON money_entries
BEGIN
    SELECT RAISE(ABORT, 'money stays in its shift');
END;
