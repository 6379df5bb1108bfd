"""A signed promise about a range of entries, chained to the seal before it."""

from __future__ import annotations

from django.db import models


class Seal(models.Model):
    """The entries of `epoch` with `txid_from <= txid < txid_to`, as one RFC 6962 root, chained and signed.

    `total` counts the entries under this seal and all before it; `sealed_at` is PostgreSQL's clock.
    """

    pk = models.CompositePrimaryKey("node", "number")
    node = models.IntegerField()
    number = models.BigIntegerField()
    epoch = models.IntegerField()
    txid_from = models.BigIntegerField()
    txid_to = models.BigIntegerField()
    entries = models.BigIntegerField()
    total = models.BigIntegerField()
    root = models.BinaryField(max_length=32)
    previous = models.BinaryField(max_length=32)
    head = models.BinaryField(max_length=32)
    sealed_at = models.DateTimeField()
    key_id = models.CharField(max_length=16)
    signature = models.BinaryField(max_length=64)

    class Meta:
        db_table = "trail_seal"

    def __str__(self) -> str:
        return f"{self.node}/{self.number}"
