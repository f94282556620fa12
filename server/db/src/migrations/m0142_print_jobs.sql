-- Labels or packing slips of so many orders that they are made piece by piece. `orders` are their numbers in the order in which
-- they are printed, `done` says how many of them are in the pieces that lie at `place`, and `next_object` the number of the next
-- object of the PDF.
CREATE TABLE print_jobs (
    id {id},
    cooperative_id {int} NOT NULL REFERENCES cooperatives (id),
    printed TEXT NOT NULL,
    paper TEXT NOT NULL,
    lang TEXT NOT NULL,
    orders TEXT NOT NULL,
    total {int} NOT NULL,
    done {int} NOT NULL DEFAULT 0,
    next_object {int} NOT NULL,
    place TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts {int} NOT NULL DEFAULT 0,
    created_at {int} NOT NULL,
    updated_at {int} NOT NULL,
    CHECK (done BETWEEN 0 AND total)
){strict};
CREATE INDEX print_jobs_of_cooperative ON print_jobs (cooperative_id, created_at);
CREATE INDEX print_jobs_making ON print_jobs (updated_at) WHERE state = 'making';
CREATE INDEX print_jobs_by_age ON print_jobs (created_at);
