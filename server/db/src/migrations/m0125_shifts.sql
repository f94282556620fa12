-- The cash of a station's clerk: a shift begins with what was counted, has the money rows that name it, and ends with a count.
-- Amounts are fen. `carried_minor` is what this clerk left in the drawer of this station before, nothing the first time;
-- `expected_minor` what the rows say at the end, `left_minor` what stays in the drawer. A shift that is closed is never changed:
-- a wrong count is corrected by a row of `shift_moves`.
CREATE TABLE shifts (
    id {id},
    station_id {int} NOT NULL REFERENCES stations (id),
    user_id {int} NOT NULL REFERENCES users (id),
    state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    currency TEXT NOT NULL,
    float_minor {int} NOT NULL CHECK (float_minor >= 0),
    carried_minor {int},
    float_reason TEXT NOT NULL,
    opened_at {int} NOT NULL,
    expected_minor {int},
    counted_minor {int} CHECK (counted_minor >= 0),
    left_minor {int} CHECK (left_minor BETWEEN 0 AND counted_minor),
    reason TEXT NOT NULL,
    closed_at {int},
    CHECK (carried_minor IS NULL OR carried_minor = float_minor OR float_reason <> ''),
    CHECK ((state = 'open') = (closed_at IS NULL)),
    CHECK (state = 'open' OR (expected_minor IS NOT NULL AND counted_minor IS NOT NULL AND left_minor IS NOT NULL)),
    CHECK (state = 'open' OR counted_minor = expected_minor OR reason <> '')
){strict};
-- A clerk has one at a time, on however many devices.
CREATE UNIQUE INDEX shifts_open ON shifts (station_id, user_id) WHERE state = 'open';
CREATE INDEX shifts_of_station ON shifts (station_id, state, closed_at, id);
CREATE INDEX shifts_by_closing ON shifts (closed_at) WHERE state = 'closed';

-- Cash that goes to the Centre, and corrections of a count: what was there in truth, less what was said. Only added to.
CREATE TABLE shift_moves (
    id {id},
    shift_id {int} NOT NULL REFERENCES shifts (id),
    kind TEXT NOT NULL CHECK (kind IN ('handed_over', 'correction')),
    amount_minor {int} NOT NULL CHECK (amount_minor <> 0),
    note TEXT NOT NULL,
    actor TEXT NOT NULL,
    at {int} NOT NULL,
    CHECK (kind <> 'handed_over' OR amount_minor > 0),
    CHECK (kind <> 'correction' OR note <> '')
){strict};
CREATE INDEX shift_moves_of_shift ON shift_moves (shift_id, id);

-- In whose drawer the cash is; nothing for transfers, for what the Centre books, and for what was taken before there were shifts.
ALTER TABLE money_entries ADD COLUMN shift_id {int} REFERENCES shifts (id);
CREATE INDEX money_entries_of_shift ON money_entries (shift_id, kind, amount_minor) WHERE shift_id IS NOT NULL;

-- What lies at a station, and since when.
CREATE INDEX orders_ready_at_station ON orders (station_id, updated_at) WHERE fulfilment = 'ready_for_pickup';
