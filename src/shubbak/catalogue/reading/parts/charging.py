"""What a file says of money, one class a piece. What a key means is said in docs/define-a-service.md."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from .words import Code, Day, Figure, Formula, Key, Name, Pair, Part, Words, refuse

MOST_BANDS = 12
_WAYS = ("amount", "bands", "slices", "percent")


class BandPart(Part):
    amount: Formula
    up_to: Figure | None = None


def _rising(bands: list[BandPart]) -> list[BandPart]:
    if len(bands) > MOST_BANDS:
        raise refuse(f"There are {len(bands)} bands.", f"Write {MOST_BANDS} at most, or several lines with `when`.")
    ends = [band.up_to for band in bands]
    if any(end is None for end in ends[:-1]) or (ends and ends[-1] is not None):
        raise refuse("The last band, and it alone, has no end.", "Write `up_to` in each but the last.")
    if any(low >= high for low, high in pairwise(end for end in ends if end is not None)):
        raise refuse("The bands do not rise.", "Write them from the lowest `up_to` to the highest.")
    return bands


Bands = Annotated[list[BandPart], AfterValidator(_rising)]


class FeeLinePart(Part):
    label: Pair
    settlement: Words
    amount: Formula | None = None
    by: Formula | None = None
    bands: Bands | None = None
    slices: Bands | None = None
    percent: Figure | None = None
    of: list[Key] = []
    at_least: Formula | None = None
    at_most: Formula | None = None
    when: Formula | None = None
    source: Words = ""
    illustrative: bool = False

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        ways = [way for way in _WAYS if getattr(self, way) is not None]
        if len(ways) != 1:
            found = f"both {' and '.join(ways)}" if ways else "none of them"
            what = f"A fee line has one of amount, bands, slices, percent; here {found}."
            raise refuse(what, "Keep the one that says how much." if ways else "Write one, such as `amount: 50`.")
        if (self.by is None) is (ways[0] in ("bands", "slices")):
            what = "Bands and slices say `by` what they are counted, and they alone."
            raise refuse(what, "Write `by: area`." if self.by is None else "Take `by` away.")
        if (not self.of) is (ways[0] == "percent"):
            what = "A percentage says `of` which lines it is, and it alone."
            raise refuse(what, "Write `of: [licence-fee]`." if not self.of else "Take `of` away.")
        return self


class OverridePart(Part):
    amount: Figure
    governorate: Code | None = None
    unit: Code | None = None
    from_: Annotated[Day | None, Field(alias="from")] = None
    until: Day | None = None
    source: Words = ""
    illustrative: bool = False

    @model_validator(mode="after")
    def _somewhere(self) -> Self:
        if self.governorate is not None and self.unit is not None:
            raise refuse("An override holds in a governorate or in a unit.", "Take one of the two away.")
        if self.governorate is None and self.unit is None and self.from_ is None:
            raise refuse("This override says neither where nor from when.", "Write `governorate`, `unit` or `from`.")
        _in_order(self.from_, self.until)
        return self


class RatePart(Part):
    label: Pair
    amount: Figure
    unit: Pair | None = None
    source: Words = ""
    illustrative: bool = False
    overrides: list[OverridePart] = []


class PlacePart(Part):
    governorate: Code | None = None
    unit: Code | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.governorate is None) is (self.unit is None):
            raise refuse("A schedule is for one governorate or one unit.", 'Write `for: {governorate: "04"}`.')
        return self


class SchedulePart(Part):
    schedule: Key
    name: Pair | None = None
    for_: Annotated[PlacePart, Field(alias="for")]
    from_: Annotated[Day, Field(alias="from")]
    until: Day | None = None
    source: Words = ""
    illustrative: bool = False
    sets: dict[Key, dict[Name, Figure]]

    @model_validator(mode="after")
    def _days(self) -> Self:
        _in_order(self.from_, self.until)
        return self


def _in_order(begins: str | None, ends: str | None) -> None:
    if begins is not None and ends is not None and ends < begins:
        raise refuse("It ends before it begins.", "Write `until` on or after `from`.")
