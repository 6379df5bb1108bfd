"""Hats on different heads, and a history that cannot be rewritten: kept by the database whatever the code does."""

from django.db import migrations

APART = """
CREATE FUNCTION cases_duties_apart(a text, b text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT (least(a, b), greatest(a, b)) IN (
        ('collect', 'front'), ('examine', 'front'), ('front', 'inspect'), ('front', 'reply'), ('approve', 'front'),
        ('collect', 'examine'), ('collect', 'inspect'), ('collect', 'reply'), ('approve', 'collect'),
        ('approve', 'examine'), ('approve', 'inspect')
    )
$$;

CREATE FUNCTION cases_act_keep_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.by_kind <> 'staff' THEN
        RETURN NEW;
    END IF;
    IF EXISTS (
        SELECT 1 FROM cases_act
        WHERE case_id = NEW.case_id AND by_id = NEW.by_id AND by_kind = 'staff' AND id <> NEW.id
          AND (cases_duties_apart(duty, NEW.duty)
               OR step = ANY (NEW.apart_from)
               OR (duty <> '' AND NEW.duty <> '' AND NEW.step = ANY (apart_from)))
    ) THEN
        RAISE EXCEPTION 'duties on one case must stay apart'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'cases_act_apart', TABLE = 'cases_act';
    END IF;
    RETURN NEW;
END $$;

CREATE CONSTRAINT TRIGGER cases_act_apart AFTER INSERT ON cases_act
    FOR EACH ROW EXECUTE FUNCTION cases_act_keep_apart();
ALTER TABLE cases_act ENABLE ALWAYS TRIGGER cases_act_apart;

CREATE FUNCTION cases_act_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the history of a case is only appended to'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'cases_act_final', TABLE = 'cases_act';
END $$;

CREATE TRIGGER cases_act_final BEFORE UPDATE OR DELETE ON cases_act
    FOR EACH ROW EXECUTE FUNCTION cases_act_is_final();
ALTER TABLE cases_act ENABLE ALWAYS TRIGGER cases_act_final;
CREATE TRIGGER cases_act_kept BEFORE TRUNCATE ON cases_act
    FOR EACH STATEMENT EXECUTE FUNCTION cases_act_is_final();
ALTER TABLE cases_act ENABLE ALWAYS TRIGGER cases_act_kept;
"""

UNDO = """
DROP TRIGGER cases_act_kept ON cases_act;
DROP TRIGGER cases_act_final ON cases_act;
DROP TRIGGER cases_act_apart ON cases_act;
DROP FUNCTION cases_act_is_final;
DROP FUNCTION cases_act_keep_apart;
DROP FUNCTION cases_duties_apart;
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]
    operations = [migrations.RunSQL(APART, UNDO)]
