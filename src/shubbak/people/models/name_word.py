"""Every word that occurs in a name: a small dictionary in which a slip of the pen is looked up."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Func, Value

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويچپڤگ"
_SOUNDS = "abtsjhxdzrzscsdtz3gfqklmnhwyjbfg"
_ALPHABET = "".join(sorted(set(_SOUNDS)))


class NameWord(models.Model):
    """One folded word, and how it sounds in Latin letters: those that are often mistaken for one another share one.

    A trigger on persons fills the table, so that no act pays a statement for it.
    """

    word = models.CharField(max_length=200, primary_key=True, db_collation="C")
    sound = models.GeneratedField(
        expression=Func(F("word"), Value(_LETTERS), Value(_SOUNDS), function="translate"),
        output_field=models.CharField(max_length=200, db_collation="C"),
        db_persist=True,
    )

    class Meta:
        indexes = [models.Index(fields=["sound"], name="name_word_sound")]

    def __str__(self) -> str:
        return self.word


def sounds_near(word: str) -> set[str]:
    """How a folded word sounds, as the database computes it, and every sound that is one slip away.

    A slip is a letter left out, put in, changed, or swapped with its neighbour.
    """
    sound = word.translate(str.maketrans(_LETTERS, _SOUNDS))
    cuts = [(sound[:at], sound[at:]) for at in range(len(sound) + 1)]
    left_out = {head + tail[1:] for head, tail in cuts if tail}
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    changed = {head + letter + tail[1:] for head, tail in cuts if tail for letter in _ALPHABET}
    put_in = {head + letter + tail for head, tail in cuts for letter in _ALPHABET}
    return {sound} | left_out | swapped | changed | put_in
