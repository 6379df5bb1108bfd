"""A line tells how it came about; those raised before are without words."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("payments", "0004_lawful_means")]

    operations = [
        migrations.AddField("invoiceline", "rule_ar", models.TextField(blank=True, db_default="", default="")),
        migrations.AddField("invoiceline", "rule_en", models.TextField(blank=True, db_default="", default="")),
    ]
