"""What the database itself refuses, whoever asks: unbalanced entries, changed money, gaps in printed numbers.

Refusals to change or delete are ENABLE ALWAYS. The checks of new rows are not: a replica copies rows table by table,
after they were checked where they were born.
"""

from django.db import migrations

LEDGER = """
CREATE FUNCTION payments_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is never changed: write a reversing entry', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION payments_entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM payments_posting
        WHERE entry_id IN (SELECT entry_id FROM added) GROUP BY entry_id HAVING sum(amount) <> 0
    ) THEN
        RAISE EXCEPTION 'the postings of an entry add up to zero' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION payments_entry_has_postings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM added WHERE NOT EXISTS (SELECT 1 FROM payments_posting p WHERE p.entry_id = added.id)
    ) THEN
        RAISE EXCEPTION 'an entry is written with its postings' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION payments_lines_add_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM payments_invoice i JOIN payments_invoiceline l ON l.invoice_id = i.id
        WHERE i.id IN (SELECT invoice_id FROM added) GROUP BY i.id, i.total HAVING sum(l.amount) <> i.total
    ) THEN
        RAISE EXCEPTION 'the lines of an invoice add up to its total' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER payments_entry_balances AFTER INSERT ON payments_posting
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION payments_entry_balances();
CREATE TRIGGER payments_entry_has_postings AFTER INSERT ON payments_entry
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION payments_entry_has_postings();
CREATE TRIGGER payments_lines_add_up AFTER INSERT ON payments_invoiceline
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION payments_lines_add_up();
"""

RECEIPTS = """
CREATE FUNCTION payments_receipt_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    expected bigint;
    book payments_receiptbook;
BEGIN
    SELECT * INTO STRICT book FROM payments_receiptbook WHERE id = NEW.book_id;
    SELECT coalesce(max(number) + 1, book.first_number) INTO expected
        FROM payments_receipt WHERE book_id = NEW.book_id AND id <> NEW.id;
    IF NEW.number <> expected OR NEW.number > book.last_number THEN
        RAISE EXCEPTION 'receipt % does not follow: the next leaf is %', NEW.number, expected
            USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.invoice_id IS NOT NULL AND NEW.amount <> (SELECT total FROM payments_invoice WHERE id = NEW.invoice_id) THEN
        RAISE EXCEPTION 'a receipt is for the whole invoice' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION payments_receipt_only_voids() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state = 'void' OR NEW.state <> 'void' OR
        (to_jsonb(NEW) - '{state,void_reason,voided_by,voided_at}'::text[]) IS DISTINCT FROM
        (to_jsonb(OLD) - '{state,void_reason,voided_by,voided_at}'::text[])
    THEN
        RAISE EXCEPTION 'a receipt is only ever voided, once' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION payments_invoice_keeps_its_total() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state = 'cancelled' OR (NEW.id, NEW.total, NEW.unit, NEW.subject_id, NEW.created_at)
        IS DISTINCT FROM (OLD.id, OLD.total, OLD.unit, OLD.subject_id, OLD.created_at)
    THEN
        RAISE EXCEPTION 'an invoice is paid or cancelled, never changed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION payments_drawer_stays_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.closed_at IS NOT NULL OR (NEW.id, NEW.staff_id, NEW.opening, NEW.opened_at)
        IS DISTINCT FROM (OLD.id, OLD.staff_id, OLD.opening, OLD.opened_at)
    THEN
        RAISE EXCEPTION 'a drawer is closed once, and its opening stands' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION payments_book_only_advances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.next_number NOT IN (OLD.next_number, OLD.next_number + 1)
        OR (NEW.id, NEW.series, NEW.book_number, NEW.first_number, NEW.last_number)
        IS DISTINCT FROM (OLD.id, OLD.series, OLD.book_number, OLD.first_number, OLD.last_number)
    THEN
        RAISE EXCEPTION 'a receipt book goes forward leaf by leaf' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER payments_receipt_follows AFTER INSERT ON payments_receipt
    FOR EACH ROW EXECUTE FUNCTION payments_receipt_follows();
CREATE TRIGGER payments_receipt_only_voids BEFORE UPDATE ON payments_receipt
    FOR EACH ROW EXECUTE FUNCTION payments_receipt_only_voids();
CREATE TRIGGER payments_invoice_keeps_its_total BEFORE UPDATE ON payments_invoice
    FOR EACH ROW EXECUTE FUNCTION payments_invoice_keeps_its_total();
CREATE TRIGGER payments_drawer_stays_closed BEFORE UPDATE ON payments_drawer
    FOR EACH ROW EXECUTE FUNCTION payments_drawer_stays_closed();
CREATE TRIGGER payments_book_only_advances BEFORE UPDATE ON payments_receiptbook
    FOR EACH ROW EXECUTE FUNCTION payments_book_only_advances();
ALTER TABLE payments_receipt ENABLE ALWAYS TRIGGER payments_receipt_only_voids;
ALTER TABLE payments_invoice ENABLE ALWAYS TRIGGER payments_invoice_keeps_its_total;
ALTER TABLE payments_drawer ENABLE ALWAYS TRIGGER payments_drawer_stays_closed;
ALTER TABLE payments_receiptbook ENABLE ALWAYS TRIGGER payments_book_only_advances;
"""

FROZEN = ("account", "entry", "posting", "invoiceline")
KEPT = ("receipt", "invoice", "drawer", "receiptbook")

KEEP = "\n".join(
    f"""CREATE TRIGGER payments_{table}_stays BEFORE {verbs} ON payments_{table}
    FOR EACH STATEMENT EXECUTE FUNCTION payments_refuse_change();
ALTER TABLE payments_{table} ENABLE ALWAYS TRIGGER payments_{table}_stays;"""
    for tables, verbs in ((FROZEN, "UPDATE OR DELETE OR TRUNCATE"), (KEPT, "DELETE OR TRUNCATE"))
    for table in tables
)

UNDO = """
DROP FUNCTION payments_refuse_change, payments_entry_balances, payments_entry_has_postings, payments_lines_add_up,
    payments_receipt_follows, payments_receipt_only_voids, payments_invoice_keeps_its_total,
    payments_drawer_stays_closed, payments_book_only_advances CASCADE
"""


class Migration(migrations.Migration):
    dependencies = [("payments", "0002_collection")]

    operations = [migrations.RunSQL(LEDGER + RECEIPTS + KEEP, UNDO)]
