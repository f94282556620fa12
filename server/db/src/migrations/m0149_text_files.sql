-- What the files said last while all was well with it, for every program on this database, also after it starts anew. A program
-- writes here what changed in its folder. `node` is its machine and that folder, `host:/folder`. `built_in_hash` is of the text it
-- was built with itself: a release with another one leaves the row aside.
CREATE TABLE text_files (
    lang TEXT NOT NULL,
    unit TEXT NOT NULL,
    source TEXT NOT NULL,
    built_in_hash {int} NOT NULL,
    node TEXT NOT NULL,
    at {int} NOT NULL,
    PRIMARY KEY (lang, unit)
){strict};

-- What each program cannot use in its folder. `args` is JSON.
CREATE TABLE text_problems (
    id {id},
    node TEXT NOT NULL,
    path TEXT NOT NULL,
    line {int} NOT NULL,
    kind TEXT NOT NULL,
    unit TEXT,
    args TEXT NOT NULL,
    at {int} NOT NULL
){strict};
CREATE INDEX text_problems_of_node ON text_problems (node);
CREATE INDEX text_problems_by_time ON text_problems (at);

-- Other translations of words of the glossary. `was` is what the word was called: where the glossary has something else by
-- now, that stays.
CREATE TABLE glossary_changes (
    id {id},
    lang TEXT NOT NULL,
    english TEXT NOT NULL,
    was TEXT NOT NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL,
    author_id {int},
    created_at {int} NOT NULL,
    decided_by {int},
    decided_at {int}
){strict};
CREATE INDEX glossary_changes_of_word ON glossary_changes (lang, english, state);
CREATE INDEX glossary_changes_by_state ON glossary_changes (state, created_at);
