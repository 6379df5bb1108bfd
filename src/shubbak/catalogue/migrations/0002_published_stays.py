"""A published version is frozen: the database refuses to change or delete it, whoever asks."""

from django.db import migrations

FREEZE = """
CREATE FUNCTION catalogue_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published version is frozen: load the folder to publish a new one'
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER catalogue_version_is_frozen BEFORE UPDATE OR DELETE ON catalogue_serviceversion
    FOR EACH ROW EXECUTE FUNCTION catalogue_refuse_change();
CREATE TRIGGER catalogue_versions_stay BEFORE TRUNCATE ON catalogue_serviceversion
    FOR EACH STATEMENT EXECUTE FUNCTION catalogue_refuse_change();
ALTER TABLE catalogue_serviceversion ENABLE ALWAYS TRIGGER catalogue_version_is_frozen;
ALTER TABLE catalogue_serviceversion ENABLE ALWAYS TRIGGER catalogue_versions_stay;
"""
THAW = """
DROP TRIGGER catalogue_versions_stay ON catalogue_serviceversion;
DROP TRIGGER catalogue_version_is_frozen ON catalogue_serviceversion;
DROP FUNCTION catalogue_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0001_initial")]

    operations = [migrations.RunSQL(FREEZE, THAW)]
