"""A foreign key has no index of its own where another begins with its column."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("demo", "0001_initial"), ("places", "0003_each_index_once")]

    operations = [
        migrations.AlterField(
            model_name="filledday",
            name="unit",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="places.unit"
            ),
        ),
    ]
