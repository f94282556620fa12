-- The number in an object is what stands after its kind: `12` of `product:12/5`. Where there is none, nothing is found.
UPDATE audit_events SET cooperative_id = CAST(substring(object FROM '^cooperative:([0-9]{1,18})') AS {int}) WHERE object LIKE 'cooperative:%';
UPDATE audit_events SET cooperative_id = (
    SELECT p.cooperative_id FROM products p WHERE p.id = CAST(substring(object FROM '^product:([0-9]{1,18})') AS {int})
) WHERE object LIKE 'product:%';
UPDATE audit_events SET cooperative_id = (
    SELECT p.cooperative_id FROM offers o JOIN products p ON p.id = o.product_id
    WHERE o.id = CAST(substring(object FROM '^offer:([0-9]{1,18})') AS {int})
) WHERE object LIKE 'offer:%';
UPDATE audit_events SET cooperative_id = (
    SELECT o.cooperative_id FROM orders o WHERE o.id = CAST(substring(object FROM '^order:([0-9]{1,18})') AS {int})
) WHERE object LIKE 'order:%';
UPDATE audit_events SET cooperative_id = (
    SELECT i.cooperative_id FROM imports i WHERE i.id = CAST(substring(object FROM '^import:([0-9]{1,18})') AS {int})
) WHERE object LIKE 'import:%';

CREATE FUNCTION refuse_audit_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is only added to';
END $$;

CREATE TRIGGER audit_events_are_not_changed BEFORE UPDATE OR DELETE ON audit_events
    FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_events_are_not_emptied BEFORE TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

CREATE TRIGGER audit_links_are_not_changed BEFORE UPDATE OR DELETE ON audit_links
    FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_links_are_not_emptied BEFORE TRUNCATE ON audit_links
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

CREATE TRIGGER audit_head_goes_on BEFORE UPDATE ON audit_head
    FOR EACH ROW WHEN (NEW.seq <= OLD.seq) EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head
    FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_head_is_not_emptied BEFORE TRUNCATE ON audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
