"""Every word that occurs in a name: a small dictionary in which a slip of the pen is looked up."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Func, Value

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويچپڤگ"
_SOUNDS = "abtsjhxdzrzscsdtz3gfqklmnhwyjbfg"


class NameWord(models.Model):
    """One folded word, and how it sounds in Latin letters: those that are often mistaken for one another share one.

    Trigrams need letters that the database's locale knows, and every locale knows these. A trigger on persons fills
    the table, so that no act pays a statement for it.
    """

    word = models.CharField(max_length=200, primary_key=True, db_collation="C")
    sound = models.GeneratedField(
        expression=Func(F("word"), Value(_LETTERS), Value(_SOUNDS), function="translate"),
        output_field=models.CharField(max_length=200, db_collation="C"),
        db_persist=True,
    )

    def __str__(self) -> str:
        return self.word


def sound_of(word: str) -> str:
    """How a folded word sounds, as the database computes it."""
    return word.translate(str.maketrans(_LETTERS, _SOUNDS))
