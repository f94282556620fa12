-- The shop's first schema. One file for both databases: {id}, {int}, {bool} and {strict} are filled in by
-- `migrations.rs`. Money is minor units, weight grams, time milliseconds since 1970 UTC. A migration that has
-- landed is never edited: add the next one.

CREATE TABLE townships (
    id {id},
    slug TEXT NOT NULL UNIQUE,
    position {int} NOT NULL
){strict};

CREATE TABLE categories (
    id {id},
    slug TEXT NOT NULL UNIQUE,
    position {int} NOT NULL,
    picture_id {int}
){strict};

CREATE TABLE cooperatives (
    id {id},
    slug TEXT NOT NULL UNIQUE,
    township_id {int} NOT NULL REFERENCES townships (id),
    source_lang TEXT NOT NULL,
    phone TEXT,
    founded {int},
    members {int},
    picture_id {int},
    status TEXT NOT NULL,
    version {int} NOT NULL
){strict};

CREATE TABLE stations (
    id {id},
    code TEXT NOT NULL UNIQUE,
    slug TEXT NOT NULL UNIQUE,
    township_id {int} NOT NULL REFERENCES townships (id),
    phone TEXT,
    status TEXT NOT NULL
){strict};
CREATE INDEX stations_by_township ON stations (township_id, code);

CREATE TABLE station_hours (
    id {id},
    station_id {int} NOT NULL REFERENCES stations (id),
    weekday {int} NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    opens_minute {int} NOT NULL CHECK (opens_minute BETWEEN 0 AND 1440),
    closes_minute {int} NOT NULL CHECK (closes_minute BETWEEN 0 AND 1440)
){strict};
CREATE INDEX station_hours_by_station ON station_hours (station_id, weekday);

CREATE TABLE media (
    id {id},
    sha TEXT NOT NULL UNIQUE,
    width {int} NOT NULL,
    height {int} NOT NULL,
    created_at {int} NOT NULL
){strict};

CREATE TABLE products (
    id {id},
    slug TEXT NOT NULL UNIQUE,
    cooperative_id {int} NOT NULL REFERENCES cooperatives (id),
    category_id {int} NOT NULL REFERENCES categories (id),
    source_lang TEXT NOT NULL,
    status TEXT NOT NULL,
    harvest_year {int},
    season_from {int} CHECK (season_from BETWEEN 1 AND 12),
    season_to {int} CHECK (season_to BETWEEN 1 AND 12),
    popularity {int} NOT NULL,
    created_at {int} NOT NULL,
    updated_at {int} NOT NULL,
    version {int} NOT NULL
){strict};
CREATE INDEX products_by_cooperative ON products (cooperative_id, status);

CREATE TABLE product_media (
    product_id {int} NOT NULL REFERENCES products (id),
    position {int} NOT NULL,
    media_id {int} NOT NULL REFERENCES media (id),
    PRIMARY KEY (product_id, position)
){strict};

CREATE TABLE offers (
    id {id},
    product_id {int} NOT NULL REFERENCES products (id),
    sku TEXT NOT NULL UNIQUE,
    position {int} NOT NULL,
    unit TEXT NOT NULL,
    step {int} NOT NULL CHECK (step > 0),
    minimum {int} NOT NULL CHECK (minimum > 0),
    maximum {int} NOT NULL CHECK (maximum >= minimum),
    reference_amount {int} NOT NULL CHECK (reference_amount > 0),
    price_minor {int} NOT NULL CHECK (price_minor >= 0),
    currency TEXT NOT NULL,
    net_grams {int} NOT NULL CHECK (net_grams >= 0),
    gross_grams {int} NOT NULL CHECK (gross_grams >= 0),
    status TEXT NOT NULL,
    version {int} NOT NULL
){strict};
CREATE INDEX offers_by_product ON offers (product_id, position);

-- `on_hand` and `reserved` count the offer's own unit. Both checks are the last wall against overselling.
CREATE TABLE stock (
    offer_id {int} PRIMARY KEY REFERENCES offers (id),
    on_hand {int} NOT NULL CHECK (on_hand >= 0),
    reserved {int} NOT NULL CHECK (reserved >= 0),
    CHECK (reserved <= on_hand)
){strict};

-- Every text a cooperative or the Centre writes, one row a language; the writer's own language is a row too.
CREATE TABLE translations (
    entity TEXT NOT NULL,
    entity_id {int} NOT NULL,
    field TEXT NOT NULL,
    lang TEXT NOT NULL,
    value TEXT NOT NULL,
    state TEXT NOT NULL,
    source_lang TEXT NOT NULL,
    source_hash TEXT NOT NULL,
    updated_at {int} NOT NULL,
    updated_by {int},
    PRIMARY KEY (entity, entity_id, field, lang)
){strict};

-- What a product list shows, one row per product and language, rebuilt in the transaction that changes its sources.
CREATE TABLE product_cards (
    lang TEXT NOT NULL,
    product_id {int} NOT NULL REFERENCES products (id),
    slug TEXT NOT NULL,
    category_id {int} NOT NULL,
    cooperative_id {int} NOT NULL,
    cooperative_slug TEXT NOT NULL,
    name TEXT NOT NULL,
    name_lang TEXT NOT NULL,
    cooperative_name TEXT NOT NULL,
    cooperative_name_lang TEXT NOT NULL,
    picture TEXT NOT NULL,
    offer_id {int} NOT NULL,
    offer_count {int} NOT NULL,
    unit TEXT NOT NULL,
    step {int} NOT NULL,
    minimum {int} NOT NULL,
    maximum {int} NOT NULL,
    reference_amount {int} NOT NULL,
    net_grams {int} NOT NULL,
    gross_grams {int} NOT NULL,
    price_minor {int} NOT NULL,
    currency TEXT NOT NULL,
    available {bool} NOT NULL,
    season_from {int},
    season_to {int},
    popularity {int} NOT NULL,
    created_at {int} NOT NULL,
    search TEXT NOT NULL,
    PRIMARY KEY (lang, product_id)
){strict};
CREATE INDEX cards_popular ON product_cards (lang, popularity, product_id);
CREATE INDEX cards_cheap ON product_cards (lang, price_minor, product_id);
CREATE INDEX cards_new ON product_cards (lang, created_at, product_id);
CREATE INDEX cards_popular_in_category ON product_cards (lang, category_id, popularity, product_id);
CREATE INDEX cards_cheap_in_category ON product_cards (lang, category_id, price_minor, product_id);
CREATE INDEX cards_new_in_category ON product_cards (lang, category_id, created_at, product_id);
CREATE INDEX cards_of_cooperative ON product_cards (lang, cooperative_id, popularity, product_id);

CREATE TABLE carts (
    id {id},
    token_hash TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL,
    created_at {int} NOT NULL,
    updated_at {int} NOT NULL
){strict};

CREATE TABLE cart_lines (
    cart_id {int} NOT NULL REFERENCES carts (id),
    offer_id {int} NOT NULL REFERENCES offers (id),
    quantity {int} NOT NULL CHECK (quantity > 0),
    added_at {int} NOT NULL,
    PRIMARY KEY (cart_id, offer_id)
){strict};

CREATE TABLE freight_templates (
    id {id},
    region TEXT NOT NULL UNIQUE,
    first_grams {int} NOT NULL CHECK (first_grams > 0),
    first_minor {int} NOT NULL CHECK (first_minor >= 0),
    step_grams {int} NOT NULL CHECK (step_grams > 0),
    step_minor {int} NOT NULL CHECK (step_minor >= 0),
    currency TEXT NOT NULL
){strict};

CREATE TABLE order_groups (
    id {id},
    code TEXT NOT NULL UNIQUE,
    cart_id {int} NOT NULL REFERENCES carts (id),
    locale TEXT NOT NULL,
    buyer_name TEXT NOT NULL,
    phone TEXT NOT NULL,
    delivery TEXT NOT NULL CHECK (delivery IN ('address', 'station')),
    station_id {int} REFERENCES stations (id),
    province TEXT,
    city TEXT,
    district TEXT,
    street TEXT,
    note TEXT NOT NULL,
    payment_method TEXT NOT NULL,
    goods_minor {int} NOT NULL CHECK (goods_minor >= 0),
    freight_minor {int} NOT NULL CHECK (freight_minor >= 0),
    total_minor {int} NOT NULL,
    currency TEXT NOT NULL,
    placed_at {int} NOT NULL,
    expires_at {int} NOT NULL,
    CHECK (total_minor = goods_minor + freight_minor)
){strict};

CREATE TABLE orders (
    id {id},
    group_id {int} NOT NULL REFERENCES order_groups (id),
    cooperative_id {int} NOT NULL REFERENCES cooperatives (id),
    cooperative_name TEXT NOT NULL,
    status TEXT NOT NULL,
    fulfilment TEXT NOT NULL,
    goods_minor {int} NOT NULL CHECK (goods_minor >= 0),
    freight_minor {int} NOT NULL CHECK (freight_minor >= 0),
    total_minor {int} NOT NULL,
    weight_grams {int} NOT NULL,
    updated_at {int} NOT NULL,
    UNIQUE (group_id, cooperative_id),
    CHECK (total_minor = goods_minor + freight_minor)
){strict};
CREATE INDEX orders_of_cooperative ON orders (cooperative_id, id);

-- Frozen at sale, in the buyer's language: nothing here changes when the product does.
CREATE TABLE order_lines (
    id {id},
    order_id {int} NOT NULL REFERENCES orders (id),
    offer_id {int} NOT NULL REFERENCES offers (id),
    product_slug TEXT NOT NULL,
    name TEXT NOT NULL,
    name_lang TEXT NOT NULL,
    picture TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity {int} NOT NULL CHECK (quantity > 0),
    net_grams {int} NOT NULL,
    reference_amount {int} NOT NULL,
    price_minor {int} NOT NULL,
    total_minor {int} NOT NULL CHECK (total_minor >= 0)
){strict};
CREATE INDEX order_lines_of_order ON order_lines (order_id);

CREATE TABLE order_events (
    id {id},
    order_id {int} NOT NULL REFERENCES orders (id),
    at {int} NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL
){strict};
CREATE INDEX order_events_of_order ON order_events (order_id, id);

CREATE TABLE payments (
    id {id},
    group_id {int} NOT NULL REFERENCES order_groups (id),
    method TEXT NOT NULL,
    status TEXT NOT NULL,
    amount_minor {int} NOT NULL CHECK (amount_minor >= 0),
    currency TEXT NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    created_at {int} NOT NULL,
    updated_at {int} NOT NULL
){strict};
CREATE INDEX payments_of_group ON payments (group_id);

CREATE TABLE reservations (
    id {id},
    order_id {int} NOT NULL REFERENCES orders (id),
    offer_id {int} NOT NULL REFERENCES offers (id),
    quantity {int} NOT NULL CHECK (quantity > 0),
    status TEXT NOT NULL,
    expires_at {int} NOT NULL
){strict};
CREATE INDEX reservations_due ON reservations (status, expires_at);
CREATE INDEX reservations_of_order ON reservations (order_id);

CREATE TABLE idempotency_keys (
    key TEXT PRIMARY KEY,
    route TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    response TEXT NOT NULL,
    created_at {int} NOT NULL
){strict};

CREATE TABLE outbox (
    id {id},
    topic TEXT NOT NULL,
    key TEXT NOT NULL,
    payload TEXT NOT NULL,
    attempts {int} NOT NULL,
    next_at {int} NOT NULL,
    done_at {int},
    last_error TEXT,
    created_at {int} NOT NULL
){strict};
CREATE INDEX outbox_due ON outbox (done_at, next_at);

CREATE TABLE users (
    id {id},
    phone TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT,
    created_at {int} NOT NULL
){strict};

-- A membership without a cooperative is one of the Centre.
CREATE TABLE memberships (
    id {id},
    user_id {int} NOT NULL REFERENCES users (id),
    cooperative_id {int} REFERENCES cooperatives (id),
    role TEXT NOT NULL
){strict};
CREATE INDEX memberships_of_user ON memberships (user_id);

CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    user_id {int} NOT NULL REFERENCES users (id),
    created_at {int} NOT NULL,
    last_seen_at {int} NOT NULL,
    idle_until {int} NOT NULL,
    ends_at {int} NOT NULL
){strict};

CREATE TABLE one_time_codes (
    id {id},
    phone TEXT NOT NULL,
    purpose TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    attempts {int} NOT NULL,
    created_at {int} NOT NULL,
    expires_at {int} NOT NULL,
    used_at {int}
){strict};
CREATE INDEX one_time_codes_by_phone ON one_time_codes (phone, purpose, id);

-- Token buckets that hold across processes and restarts.
CREATE TABLE rate_limits (
    bucket TEXT PRIMARY KEY,
    tokens_milli {int} NOT NULL,
    updated_at {int} NOT NULL
){strict};

CREATE TABLE audit_events (
    id {id},
    at {int} NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    object TEXT NOT NULL,
    detail TEXT NOT NULL
){strict};

-- Values the shop keeps about itself.
CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
){strict};
