import django.db.models.deletion
from django.db import migrations, models

import shubbak.documents.states
import shubbak.kernel.clock
import shubbak.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="SigningKey",
            fields=[
                ("kid", models.BinaryField(max_length=8, primary_key=True, serialize=False)),
                ("spki", models.BinaryField(unique=True)),
                ("use", models.CharField(choices=[("root", "root"), ("paper", "paper")], max_length=5)),
                ("not_before", models.DateTimeField()),
                ("not_after", models.DateTimeField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            (
                                shubbak.documents.states.KeyStatus["ACTIVE"],
                                shubbak.documents.states.KeyStatus["ACTIVE"],
                            ),
                            (
                                shubbak.documents.states.KeyStatus["COMPROMISED"],
                                shubbak.documents.states.KeyStatus["COMPROMISED"],
                            ),
                        ],
                        default=shubbak.documents.states.KeyStatus["ACTIVE"],
                        max_length=12,
                    ),
                ),
                ("bad_since", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("use__in", ["root", "paper"])), name="documents_key_use"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    shubbak.documents.states.KeyStatus["ACTIVE"],
                                    shubbak.documents.states.KeyStatus["COMPROMISED"],
                                ],
                            )
                        ),
                        name="documents_key_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("bad_since", None), ("status", shubbak.documents.states.KeyStatus["ACTIVE"])),
                            models.Q(
                                ("bad_since__isnull", False),
                                ("status", shubbak.documents.states.KeyStatus["COMPROMISED"]),
                            ),
                            _connector="OR",
                        ),
                        name="documents_key_bad_since",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StatusList",
            fields=[
                ("id", models.CharField(db_collation="C", max_length=12, primary_key=True, serialize=False)),
                ("governorate", models.CharField(max_length=2)),
                ("serial", models.PositiveIntegerField()),
                ("opened_at", models.DateTimeField(default=shubbak.kernel.clock.now)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("governorate", "serial"), name="documents_status_list_serial")
                ],
            },
        ),
        migrations.CreateModel(
            name="Upload",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=shubbak.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("sha256", models.CharField(db_collation="C", max_length=64)),
                ("size", models.PositiveIntegerField()),
                ("media_type", models.CharField(max_length=20)),
                ("pages", models.PositiveSmallIntegerField(default=1)),
                ("original_name_sealed", models.BinaryField()),
                ("owner_id", models.UUIDField()),
                ("uploaded_at", models.DateTimeField(default=shubbak.kernel.clock.now)),
                ("taken_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["sha256"], name="documents_upload_content"),
                    models.Index(
                        condition=models.Q(("taken_at__isnull", True)),
                        fields=["uploaded_at"],
                        name="documents_upload_untaken",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("media_type__in", ("application/pdf", "image/jpeg", "image/png"))),
                        name="documents_upload_media_type",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")), name="documents_upload_sha256"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Paper",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=shubbak.kernel.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("number", models.CharField(max_length=60)),
                ("subject_id", models.UUIDField()),
                ("unit", models.CharField(max_length=40)),
                ("governorate", models.CharField(max_length=2)),
                ("template", models.CharField(max_length=40)),
                ("facts_sealed", models.BinaryField()),
                ("issued_at", models.DateTimeField(default=shubbak.kernel.clock.now)),
                ("issued_by_id", models.UUIDField()),
                ("valid_until", models.DateField(null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            (
                                shubbak.documents.states.PaperStatus["VALID"],
                                shubbak.documents.states.PaperStatus["VALID"],
                            ),
                            (
                                shubbak.documents.states.PaperStatus["SUSPENDED"],
                                shubbak.documents.states.PaperStatus["SUSPENDED"],
                            ),
                            (
                                shubbak.documents.states.PaperStatus["REVOKED"],
                                shubbak.documents.states.PaperStatus["REVOKED"],
                            ),
                        ],
                        default=shubbak.documents.states.PaperStatus["VALID"],
                        max_length=10,
                    ),
                ),
                ("turned_at", models.DateTimeField(null=True)),
                ("reason_sealed", models.BinaryField(null=True)),
                ("token", models.TextField(db_collation="C", default="")),
                ("check_code", models.CharField(default="", max_length=8)),
                ("status_index", models.PositiveIntegerField(null=True)),
                (
                    "status_list",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.statuslist",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["subject_id"], name="documents_paper_subject"),
                    models.Index(
                        condition=models.Q(
                            models.Q(("status", shubbak.documents.states.PaperStatus["VALID"]), _negated=True),
                            ("status_list__isnull", False),
                        ),
                        fields=["status_list", "status_index", "status"],
                        name="documents_paper_not_in_force",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("status_list", "status_index"), name="documents_paper_status_place"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    shubbak.documents.states.PaperStatus["VALID"],
                                    shubbak.documents.states.PaperStatus["SUSPENDED"],
                                    shubbak.documents.states.PaperStatus["REVOKED"],
                                ],
                            )
                        ),
                        name="documents_paper_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status_index", None), ("status_list", None), ("token", "")),
                            models.Q(
                                models.Q(("token", ""), _negated=True),
                                ("status_index__lt", 131072),
                                ("status_list__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="documents_paper_signed_whole",
                    ),
                ],
            },
        ),
    ]
