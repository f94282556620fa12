-- Messages to people. The outbox holds what happened; a worker makes one message a receiver of it and sends that through
-- a channel. `content` is typed data, the sentence is made when it is sent; it is emptied when nobody may read it again.
CREATE TABLE messages (
    id {id},
    public_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    phone TEXT,
    lang TEXT NOT NULL,
    content TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    channel TEXT,
    attempts {int} NOT NULL,
    next_at {int} NOT NULL,
    locked_until {int},
    locked_by TEXT,
    expires_at {int},
    created_at {int} NOT NULL,
    done_at {int}
){strict};
CREATE INDEX messages_due ON messages (state, next_at);
CREATE INDEX messages_by_state ON messages (state, id);
CREATE INDEX messages_by_phone ON messages (phone, kind);
-- Only codes that can still be read have an end.
CREATE INDEX messages_readable_codes ON messages (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX messages_to_empty ON messages (done_at) WHERE phone IS NOT NULL;
CREATE INDEX messages_to_delete ON messages (done_at) WHERE phone IS NULL;
-- Goods on a station's shelf, for reminders.
CREATE INDEX orders_at_station ON orders (updated_at) WHERE fulfilment = 'ready_for_pickup';

-- How many messages were posted on a day of the shop, by whom it was for and where it came from.
CREATE TABLE message_budgets (
    day {int} NOT NULL,
    bucket TEXT NOT NULL,
    used {int} NOT NULL,
    PRIMARY KEY (day, bucket)
){strict};

-- From which network an event came, for budgets; emptied when its messages are posted.
ALTER TABLE outbox ADD COLUMN network TEXT;

-- What stood in the outbox before was read there and passed on by hand; it is not sent once more. Codes are gone for good.
UPDATE outbox SET done_at = created_at
    WHERE done_at IS NULL AND topic NOT IN ('refund-due', 'refund-late', 'payment-lowered');
UPDATE outbox SET payload = '{}' WHERE topic = 'one-time-code';
