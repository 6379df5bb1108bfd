"""The ceilings in force when the table is born; afterwards an administrator keeps them."""

from django.db import migrations

SOURCE = "قرار وزير المالية 269 لسنة 2018 المعدل بالقرار 760 لسنة 2018؛ قانون 18 لسنة 2019"
ROWS = (
    (0, "{cash,card,bank_deposit}"),
    (50_000, "{card,bank_deposit}"),
    (1_000_000, "{bank_deposit}"),
)
INSERT = """
INSERT INTO payments_ceiling (above, means, effective_from, source) VALUES (%s, %s, '2019-05-01', %s)
ON CONFLICT DO NOTHING
"""
WRITE = [(INSERT, (above, means, SOURCE)) for above, means in ROWS]


class Migration(migrations.Migration):
    dependencies = [("payments", "0003_guards")]

    operations = [migrations.RunSQL(WRITE, migrations.RunSQL.noop)]
