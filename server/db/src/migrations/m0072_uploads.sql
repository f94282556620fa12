-- Pictures on their way from a cooperative's phone: a file comes in pieces, in order, and is then made into the sizes the
-- shop shows. Rows go after a day. `place` names the pieces where pictures are kept; `file_hash` is of what the phone calls
-- the file, so that a page opened again goes on where the last one stopped. `by_centre` when the Centre's people work for the
-- cooperative.
CREATE TABLE uploads (
    id {id},
    place TEXT NOT NULL UNIQUE,
    cooperative_id {int} NOT NULL REFERENCES cooperatives (id),
    user_id {int} NOT NULL REFERENCES users (id),
    by_centre {bool} NOT NULL,
    product_id {int} NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    file_hash TEXT NOT NULL,
    size {int} NOT NULL CHECK (size BETWEEN 1 AND 26214400),
    received {int} NOT NULL CHECK (received BETWEEN 0 AND size),
    pieces {int} NOT NULL CHECK (pieces >= 0),
    state TEXT NOT NULL CHECK (state IN ('receiving', 'waiting', 'making', 'ready', 'refused')),
    reason TEXT,
    attempts {int} NOT NULL DEFAULT 0,
    created_at {int} NOT NULL,
    updated_at {int} NOT NULL,
    CHECK (state = 'receiving' OR received = size OR state = 'refused'),
    CHECK ((reason IS NOT NULL) = (state = 'refused'))
){strict};
CREATE INDEX uploads_of_cooperative ON uploads (cooperative_id, created_at);
CREATE INDEX uploads_by_state ON uploads (state, id);
CREATE INDEX uploads_by_age ON uploads (created_at);
-- Which products show a picture: the job that clears unused ones away asks for it.
CREATE INDEX product_media_by_media ON product_media (media_id);
