-- Whether goods of a category can be sold again once they were on their way. Until the Centre says so of a category, nothing of
-- it is promised to be taken back.
ALTER TABLE categories ADD COLUMN goods_class TEXT NOT NULL DEFAULT 'fresh' CHECK (goods_class IN ('fresh', 'packaged'));

-- The rules of returns that an order was sold under, and what each line was then. Empty for what was sold before there were
-- any, and for what the release before sells.
ALTER TABLE order_groups ADD COLUMN report_hours {int};
ALTER TABLE order_groups ADD COLUMN return_days {int};
ALTER TABLE order_groups ADD COLUMN way_back TEXT;
ALTER TABLE order_lines ADD COLUMN goods_class TEXT;

-- That a buyer says something is wrong with a line of an order that came, and what the cooperative answered. The words stand
-- among the order's messages. What goes back because of it is a reduction, as where less was sent.
CREATE TABLE damage_reports (
    id {id},
    order_id {int} NOT NULL REFERENCES orders (id),
    cooperative_id {int} NOT NULL REFERENCES cooperatives (id),
    line_id {int} NOT NULL REFERENCES order_lines (id),
    kind TEXT NOT NULL,
    at {int} NOT NULL,
    outcome TEXT,
    settled_at {int},
    actor TEXT,
    reduction_id {int} REFERENCES order_reductions (id)
){strict};
CREATE INDEX damage_reports_of_order ON damage_reports (order_id, id);
CREATE INDEX damage_reports_open ON damage_reports (cooperative_id, id) WHERE settled_at IS NULL;
CREATE INDEX damage_reports_waiting ON damage_reports (at) WHERE settled_at IS NULL;
-- One report of a line waits at a time.
CREATE UNIQUE INDEX damage_reports_once ON damage_reports (line_id) WHERE settled_at IS NULL;
