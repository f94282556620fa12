-- Pictures on their way to a shop page, as `uploads` has those on their way to a product: a table of their own, since the
-- program of the release before reads a product in every row there. `block_id` is the part they are sent from, `target` its
-- place that shows them when they are made, unless that is not any more what `seen` is the fingerprint of.
CREATE TABLE page_uploads (
    id {id},
    place TEXT NOT NULL UNIQUE,
    cooperative_id {int} NOT NULL REFERENCES cooperatives (id),
    user_id {int} NOT NULL REFERENCES users (id),
    by_centre {bool} NOT NULL,
    block_id {int},
    target TEXT,
    seen TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    file_name TEXT NOT NULL,
    size {int} NOT NULL CHECK (size BETWEEN 1 AND 26214400),
    received {int} NOT NULL CHECK (received BETWEEN 0 AND size),
    pieces {int} NOT NULL CHECK (pieces >= 0),
    state TEXT NOT NULL CHECK (state IN ('receiving', 'waiting', 'making', 'ready', 'refused')),
    reason TEXT,
    attempts {int} NOT NULL,
    created_at {int} NOT NULL,
    updated_at {int} NOT NULL,
    dismissed_at {int},
    CHECK (target IS NULL OR block_id IS NOT NULL),
    CHECK (state = 'receiving' OR received = size OR state = 'refused'),
    CHECK ((reason IS NOT NULL) = (state = 'refused'))
){strict};
CREATE INDEX page_uploads_of_cooperative ON page_uploads (cooperative_id, created_at);
CREATE INDEX page_uploads_by_state ON page_uploads (state, id);
CREATE INDEX page_uploads_by_age ON page_uploads (created_at);

-- Pictures of which a part is to be kept, in thousandths of the whole: of a product, or at a place of a part of a shop page.
-- The picture that is made of it takes the place of the first. Rows go after a day.
CREATE TABLE picture_crops (
    id {id},
    cooperative_id {int} NOT NULL REFERENCES cooperatives (id),
    user_id {int} NOT NULL REFERENCES users (id),
    by_centre {bool} NOT NULL,
    product_id {int} REFERENCES products (id) ON DELETE CASCADE,
    block_id {int},
    target TEXT,
    media_id {int} NOT NULL REFERENCES media (id) ON DELETE CASCADE,
    x {int} NOT NULL CHECK (x >= 0),
    y {int} NOT NULL CHECK (y >= 0),
    width {int} NOT NULL CHECK (width > 0 AND x + width <= 1000),
    height {int} NOT NULL CHECK (height > 0 AND y + height <= 1000),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'making', 'ready', 'refused')),
    reason TEXT,
    attempts {int} NOT NULL,
    created_at {int} NOT NULL,
    updated_at {int} NOT NULL,
    CHECK ((product_id IS NULL) <> (block_id IS NULL)),
    CHECK ((target IS NULL) = (block_id IS NULL)),
    CHECK ((reason IS NOT NULL) = (state = 'refused'))
){strict};
CREATE INDEX picture_crops_of_cooperative ON picture_crops (cooperative_id, created_at);
CREATE INDEX picture_crops_by_state ON picture_crops (state, id);
CREATE INDEX picture_crops_by_age ON picture_crops (created_at);
CREATE INDEX picture_crops_by_media ON picture_crops (media_id);
