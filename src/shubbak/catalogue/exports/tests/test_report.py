"""The counts of the report are the counts of the files, and what nobody vouches for is named first."""

from __future__ import annotations

import json

import pytest

from shubbak.catalogue.exports.doubts import doubts, figures, weight
from shubbak.catalogue.exports.report import report, told
from shubbak.catalogue.exports.written import Written, written
from shubbak.catalogue.reading.folder import HERE

pytestmark = pytest.mark.xdist_group("catalogue")


@pytest.fixture(scope="module")
def files() -> list[Written]:
    return written(HERE)[0]


def test_counts_of_the_shipped_catalogue(files: list[Written]) -> None:
    """Every level has as many services as were promised, and each table adds up."""
    found = report([one.service for one in files], {one.service.key: one.shape for one in files})
    assert found.services == len(files)
    promised = {"district": 118, "diwan": 120, "new_city": 10, "partner": 40}
    assert all(found.levels[level] >= least for level, least in promised.items())
    for counts in (found.levels, found.departments, found.shapes):
        assert sum(counts.values()) == found.services
    assert len([shape for shape in found.shapes if shape != "steps of its own"]) <= 15
    assert all(row.sourced + row.illustrative + row.unsaid == row.total for row in found.figures)
    assert sum(row.total for row in found.figures) == sum(len(list(figures(one.service))) for one in files)


def test_the_building_permit(files: list[Written]) -> None:
    """Its law and its thirty days have a source, its fees do not."""
    (service,) = [one.service for one in files if one.service.key == "building-permit"]
    found = {(one.kind, one.name): (one.sourced, one.illustrative) for one in figures(service)}
    assert found["limits", "Decision on the permit"] == (True, False)
    assert found["limits", "The office’s promise"] == (False, True)
    assert found["fee lines", "Permit fee"] == (False, True)
    said = [doubt.what for doubt in doubts(service)]
    assert not any("silence" in what for what in said)
    assert any("fee lines have no source" in what for what in said)


def test_the_heaviest_come_first(files: list[Written]) -> None:
    """The list is as long as asked for, falls in weight, and each service's own doubts fall too."""
    found = report([one.service for one in files], {}, first=7).first
    assert len(found) == 7
    assert [look.weight for look in found] == sorted((look.weight for look in found), reverse=True)
    assert all(look.weight == weight(look.doubts) for look in found)
    heaviest = max(weight(doubts(one.service)) for one in files)
    assert found[0].weight == heaviest


def test_in_words_and_as_json(files: list[Written]) -> None:
    """The text names every department counted; the data is JSON."""
    found = report([one.service for one in files], {one.service.key: one.shape for one in files})
    text = told(found)
    assert all(f"  {department}" in text for department in found.departments)
    assert json.loads(json.dumps(found.as_json()))["services"] == found.services


def test_an_empty_catalogue() -> None:
    """Nothing is divided by nothing."""
    assert "0 services" in told(report([], {}))
