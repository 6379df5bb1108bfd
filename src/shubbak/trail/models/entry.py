"""One act, as it happened: never changed, never removed."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now


class Entry(models.Model):
    """An act and who did it. Named by node, epoch, transaction and sequence; kept in partitions by month of recording.

    PostgreSQL fills `node`, `epoch`, `txid`, `seq`, `recorded_at` and `leaf`; what the application gives for them is
    overwritten. `facts` holds references and commitments only, never personal data: a lawful erasure breaks no seal.
    """

    pk = models.CompositePrimaryKey("node", "epoch", "txid", "seq", "recorded_at")
    node = models.IntegerField()
    epoch = models.IntegerField()
    txid = models.BigIntegerField()
    seq = models.BigIntegerField()
    recorded_at = models.DateTimeField(db_default=Now())
    happened_at = models.DateTimeField()
    actor_kind = models.CharField(max_length=16)
    actor_id = models.UUIDField()
    role = models.CharField(max_length=32)
    act = models.CharField(max_length=64)
    subject = models.CharField(max_length=64)
    subject_id = models.UUIDField(null=True)
    unit = models.CharField(max_length=32)
    facts = models.JSONField(default=dict)
    leaf = models.BinaryField(max_length=32)

    class Meta:
        db_table = "trail_entry"

    def __str__(self) -> str:
        return f"{self.node}.{self.epoch}.{self.txid}.{self.seq}"
