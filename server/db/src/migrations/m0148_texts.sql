-- The shop's own texts as translators change them in the browser. `unit` is the name of a text (`cart-title`,
-- `cart-title.label`), `source` Fluent. `base_hash` is of what all read when it was written, `english_hash` of the English its
-- writer saw. What is approved lies over the files until they say the same (`taken_at`); of a text one version does. `is_small`: it
-- tells the other languages nothing new.
-- `replaced_by` is the version after which all read another one.
CREATE TABLE text_versions (
    id {id},
    lang TEXT NOT NULL,
    unit TEXT NOT NULL,
    source TEXT NOT NULL,
    base_hash {int} NOT NULL,
    english_hash {int} NOT NULL,
    state TEXT NOT NULL,
    author_id {int},
    note TEXT NOT NULL DEFAULT '',
    is_small {bool} NOT NULL,
    created_at {int} NOT NULL,
    decided_by {int},
    decided_at {int},
    reason TEXT NOT NULL DEFAULT '',
    replaced_by {int},
    taken_at {int}
){strict};
CREATE INDEX text_versions_of_unit ON text_versions (lang, unit, state);
CREATE INDEX text_versions_of_author ON text_versions (author_id, lang) WHERE state = 'suggested';
CREATE INDEX text_versions_by_state ON text_versions (state, created_at);
CREATE UNIQUE INDEX text_versions_over_files ON text_versions (lang, unit) WHERE state = 'approved' AND taken_at IS NULL;

-- Which wording of `other` (`en`, or a language) a text was last looked at beside: once that says something else, the text is
-- outdated. `own_hash` is of the text itself then; each wording of it has a row of its own: programs whose folders differ tell
-- different things, and what was taken back is as outdated as it was.
CREATE TABLE text_seen (
    lang TEXT NOT NULL,
    unit TEXT NOT NULL,
    other TEXT NOT NULL,
    other_hash {int} NOT NULL,
    other_source TEXT NOT NULL,
    own_hash {int} NOT NULL,
    at {int} NOT NULL,
    PRIMARY KEY (lang, unit, other, own_hash)
){strict};

-- What was answered to a question that stands in a comment of a file.
CREATE TABLE text_answers (
    lang TEXT NOT NULL,
    unit TEXT NOT NULL,
    question_hash {int} NOT NULL,
    answer TEXT NOT NULL,
    user_id {int},
    at {int} NOT NULL,
    PRIMARY KEY (lang, unit, question_hash)
){strict};

-- What translators tell each other about a text.
CREATE TABLE text_comments (
    id {id},
    lang TEXT NOT NULL,
    unit TEXT NOT NULL,
    user_id {int},
    body TEXT NOT NULL,
    at {int} NOT NULL
){strict};
CREATE INDEX text_comments_of_unit ON text_comments (lang, unit);
CREATE INDEX text_comments_by_time ON text_comments (at);
