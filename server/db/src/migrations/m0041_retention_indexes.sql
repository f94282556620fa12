-- What the retention job looks for, by age.
CREATE INDEX carts_by_age ON carts (status, updated_at);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);
CREATE INDEX rate_limits_by_age ON rate_limits (updated_at);
CREATE INDEX sessions_by_end ON sessions (ends_at);
CREATE INDEX one_time_codes_by_end ON one_time_codes (expires_at);
CREATE INDEX order_groups_by_age ON order_groups (placed_at);
