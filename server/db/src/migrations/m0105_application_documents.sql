-- What came with an application: a picture made anew, or a PDF as it is, in the place of the pictures under a name of its own.
CREATE TABLE application_documents (
    id {id},
    application_id {int} NOT NULL REFERENCES applications (id),
    place TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('picture', 'pdf')),
    name TEXT NOT NULL,
    size {int} NOT NULL,
    created_at {int} NOT NULL
){strict};
CREATE INDEX application_documents_of_application ON application_documents (application_id, id);
