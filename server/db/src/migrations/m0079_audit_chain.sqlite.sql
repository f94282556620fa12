-- The number in an object is what stands after its kind: `12` of `product:12/5`.
UPDATE audit_events SET cooperative_id = CAST(substr(object, 13) AS {int}) WHERE object LIKE 'cooperative:%';
UPDATE audit_events SET cooperative_id = (
    SELECT p.cooperative_id FROM products p WHERE p.id = CAST(substr(object, 9) AS {int})
) WHERE object LIKE 'product:%';
UPDATE audit_events SET cooperative_id = (
    SELECT p.cooperative_id FROM offers o JOIN products p ON p.id = o.product_id
    WHERE o.id = CAST(substr(object, 7) AS {int})
) WHERE object LIKE 'offer:%';
UPDATE audit_events SET cooperative_id = (
    SELECT o.cooperative_id FROM orders o WHERE o.id = CAST(substr(object, 7) AS {int})
) WHERE object LIKE 'order:%';
UPDATE audit_events SET cooperative_id = (
    SELECT i.cooperative_id FROM imports i WHERE i.id = CAST(substr(object, 8) AS {int})
) WHERE object LIKE 'import:%';

CREATE TRIGGER audit_events_are_not_changed BEFORE UPDATE ON audit_events
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;

CREATE TRIGGER audit_events_are_not_removed BEFORE DELETE ON audit_events
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;

CREATE TRIGGER audit_links_are_not_changed BEFORE UPDATE ON audit_links
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;

CREATE TRIGGER audit_links_are_not_removed BEFORE DELETE ON audit_links
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;

CREATE TRIGGER audit_head_goes_on BEFORE UPDATE ON audit_head WHEN NEW.seq <= OLD.seq
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;

CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;
