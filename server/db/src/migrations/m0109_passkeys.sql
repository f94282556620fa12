-- Keys by which people sign in with the fingerprint, face or lock of their device (WebAuthn). The device keeps the secret
-- half; `public_key` is the other one as it came (COSE), like `credential` and `user_handle` in hexadecimal. `user_handle`
-- is random and what devices know a person by.
CREATE TABLE passkeys (
    id {id},
    user_id {int} NOT NULL REFERENCES users (id),
    user_handle TEXT NOT NULL,
    credential TEXT NOT NULL UNIQUE,
    public_key TEXT NOT NULL,
    sign_count {int} NOT NULL DEFAULT 0 CHECK (sign_count >= 0),
    name TEXT NOT NULL,
    created_at {int} NOT NULL,
    used_at {int}
){strict};
CREATE INDEX passkeys_of_user ON passkeys (user_id, id);

-- What a device was asked and did not answer yet; an answer takes the row away. `asker` is the hash of the cookie of the
-- browser that asked. The handle is the one that a new passkey gets.
CREATE TABLE passkey_challenges (
    challenge_hash TEXT PRIMARY KEY,
    purpose TEXT NOT NULL,
    asker TEXT NOT NULL,
    user_id {int} REFERENCES users (id),
    user_handle TEXT NOT NULL,
    expires_at {int} NOT NULL
){strict};
CREATE INDEX passkey_challenges_over ON passkey_challenges (expires_at);

-- The passkey by which a session began: it ends with it.
ALTER TABLE sessions ADD COLUMN passkey_id {int};
