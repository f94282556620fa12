
CREATE FUNCTION refuse_shift_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'shifts and their moves are only added to';
END $$;

CREATE TRIGGER shifts_keep_what_they_began_with BEFORE UPDATE ON shifts
    FOR EACH ROW WHEN (OLD.state = 'closed' OR NEW.station_id <> OLD.station_id OR NEW.user_id <> OLD.user_id
        OR NEW.currency <> OLD.currency OR NEW.float_minor <> OLD.float_minor
        OR NEW.carried_minor IS DISTINCT FROM OLD.carried_minor OR NEW.float_reason <> OLD.float_reason
        OR NEW.opened_at <> OLD.opened_at)
    EXECUTE FUNCTION refuse_shift_change();
CREATE TRIGGER shifts_stay BEFORE DELETE ON shifts FOR EACH ROW EXECUTE FUNCTION refuse_shift_change();
CREATE TRIGGER shift_moves_are_not_changed BEFORE UPDATE OR DELETE ON shift_moves
    FOR EACH ROW EXECUTE FUNCTION refuse_shift_change();

-- Cash goes to the Centre while a shift runs; a count is corrected once it is closed.
CREATE FUNCTION check_shift_move() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
    is_closed BOOLEAN;
BEGIN
    SELECT s.state = 'closed' INTO is_closed FROM shifts s WHERE s.id = NEW.shift_id FOR SHARE;
    IF (NEW.kind = 'correction') IS DISTINCT FROM is_closed THEN
        RAISE EXCEPTION 'not in this state of the shift';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER shift_moves_have_their_time BEFORE INSERT ON shift_moves
    FOR EACH ROW EXECUTE FUNCTION check_shift_move();

CREATE FUNCTION check_shift_of_money() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM shifts s WHERE s.id = NEW.shift_id AND s.state = 'open' FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the shift is closed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER money_entries_are_of_open_shifts BEFORE INSERT ON money_entries
    FOR EACH ROW WHEN (NEW.shift_id IS NOT NULL) EXECUTE FUNCTION check_shift_of_money();
CREATE TRIGGER money_entries_stay_in_their_shift BEFORE UPDATE OF shift_id ON money_entries
    FOR EACH ROW EXECUTE FUNCTION refuse_shift_change();
