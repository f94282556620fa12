-- Questions about products, and their answers. `lang` and `answer_lang` are the languages that the texts are written in,
-- `page_lang` that of the page they were asked on. `digest` is of the text, so that the same one is asked once. `asker` is of the
-- browser and `network` of the connection, as hashes; `phone` is there until the answer was told. `reports` counts who said
-- since the Centre's last look that something is wrong with it.
CREATE TABLE product_questions (
    id {id},
    product_id {int} NOT NULL REFERENCES products (id),
    cooperative_id {int} NOT NULL REFERENCES cooperatives (id),
    state TEXT NOT NULL,
    held_for TEXT,
    text TEXT NOT NULL,
    lang TEXT NOT NULL,
    page_lang TEXT NOT NULL,
    digest TEXT NOT NULL,
    asker TEXT NOT NULL,
    network TEXT NOT NULL,
    phone TEXT,
    asked_at {int} NOT NULL,
    answer TEXT,
    answer_lang TEXT,
    answered_at {int},
    by_centre {bool} NOT NULL,
    closed_at {int},
    closed_for TEXT,
    closed_words TEXT NOT NULL DEFAULT '',
    reports {int} NOT NULL DEFAULT 0 CHECK (reports >= 0),
    CHECK (state <> 'answered' OR (answer IS NOT NULL AND answer_lang IS NOT NULL AND answered_at IS NOT NULL)),
    CHECK (phone IS NULL OR state IN ('asked', 'held'))
){strict};
CREATE INDEX product_questions_of_product ON product_questions (product_id, state, answered_at);
CREATE INDEX product_questions_of_cooperative ON product_questions (cooperative_id, state, id);
CREATE INDEX product_questions_held ON product_questions (id) WHERE state = 'held';
CREATE INDEX product_questions_reported ON product_questions (id) WHERE reports > 0;
CREATE INDEX product_questions_personal ON product_questions (asked_at) WHERE asker <> '' OR network <> '' OR phone IS NOT NULL;
CREATE INDEX product_questions_closed ON product_questions (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX product_questions_unanswered ON product_questions (asked_at) WHERE answer IS NULL;

-- Who said that something is wrong with one, as a hash: each is counted once.
CREATE TABLE product_question_reports (
    question_id {int} NOT NULL REFERENCES product_questions (id),
    reporter TEXT NOT NULL,
    at {int} NOT NULL,
    PRIMARY KEY (question_id, reporter)
){strict};
CREATE INDEX product_question_reports_at ON product_question_reports (at);

