"""A trigger keeps the dictionary of name words."""

from django.db import migrations

KEEP = """
CREATE FUNCTION people_keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO people_nameword (word)
    SELECT DISTINCT word COLLATE "C" FROM added, unnest(string_to_array(added.name_folded, ' ')) AS word
    WHERE length(word) BETWEEN 2 AND 200 ORDER BY 1
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER people_keep_words_added AFTER INSERT ON people_person
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION people_keep_words();
CREATE TRIGGER people_keep_words_changed AFTER UPDATE ON people_person
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION people_keep_words();
"""
FORGET = """
DROP TRIGGER people_keep_words_changed ON people_person;
DROP TRIGGER people_keep_words_added ON people_person;
DROP FUNCTION people_keep_words();
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0002_finding_people")]
    operations = [migrations.RunSQL(KEEP, FORGET)]
