"""A counter only grows by one, and no counter is ever taken away."""

from django.db import migrations

GUARD = """
CREATE FUNCTION places_counter_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE'
       AND (NEW.unit_id, NEW.series, NEW.year, NEW.last) IS NOT DISTINCT FROM
           (OLD.unit_id, OLD.series, OLD.year, OLD.last + 1) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a number series only grows by one: % refused', TG_OP USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER places_counter_guard BEFORE UPDATE OR DELETE ON places_counter
    FOR EACH ROW EXECUTE FUNCTION places_counter_guard();
CREATE TRIGGER places_counter_guard_truncate BEFORE TRUNCATE ON places_counter
    FOR EACH STATEMENT EXECUTE FUNCTION places_counter_guard();
ALTER TABLE places_counter ENABLE ALWAYS TRIGGER places_counter_guard;
ALTER TABLE places_counter ENABLE ALWAYS TRIGGER places_counter_guard_truncate;
"""
UNDO = """
DROP TRIGGER places_counter_guard_truncate ON places_counter;
DROP TRIGGER places_counter_guard ON places_counter;
DROP FUNCTION places_counter_guard();
"""


class Migration(migrations.Migration):
    dependencies = [("places", "0001_initial")]
    operations = [migrations.RunSQL(GUARD, UNDO)]
