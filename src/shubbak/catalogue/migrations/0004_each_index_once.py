"""A foreign key has no index of its own where another begins with its column."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0003_folder_reading")]

    operations = [
        migrations.AlterField(
            model_name="serviceversion",
            name="service",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="catalogue.service"
            ),
        ),
    ]
