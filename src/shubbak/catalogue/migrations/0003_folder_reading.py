"""Which folders were read, so that reading one again costs nothing."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0002_published_stays")]

    operations = [
        migrations.CreateModel(
            name="FolderReading",
            fields=[
                ("digest", models.BinaryField(max_length=32, primary_key=True, serialize=False)),
                ("state", models.BinaryField(max_length=32)),
                ("read_at", models.DateTimeField()),
            ],
        ),
    ]
