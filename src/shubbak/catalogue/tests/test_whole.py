"""The whole catalogue, as it ships: how much there is of it, and what one file alone cannot show to be wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from shubbak.catalogue.reading.folder import read_folder
from shubbak.flow.definition import Field, ServiceDefinition
from shubbak.kernel.arabic import fold

HERE = Path(__file__).parent.parent
SHAPES = 15
LEAST = {"district": 118, "diwan": 120, "new_city": 10, "partner": 40}
VAN = 12
PLAIN = {"text", "arabic", "long_text", "address", "mobile", "email", "national_id"}


@cache
def services() -> tuple[ServiceDefinition, ...]:
    compiled, findings = read_folder(HERE / "services")
    assert findings == []
    return tuple(one.service for one in compiled)


@cache
def written() -> dict[str, dict[str, object]]:
    files = [yaml.safe_load(path.read_text("utf-8")) for path in (HERE / "services").rglob("*.yaml")]
    return {file["service"]: file for file in files}


def test_every_level_has_its_services() -> None:
    found = Counter(service.level for service in services())
    assert {level: found[level] for level, least in LEAST.items() if found[level] < least} == {}
    partners = [s for s in services() if s.level == "partner"]
    assert sum("van" in service.channels for service in partners) >= VAN


def test_they_share_few_shapes_of_flow() -> None:
    used = {file["flow"]["shape"] for file in written().values() if "shape" in file["flow"]}  # type: ignore[index,operator]
    own = [key for key, file in written().items() if "shape" not in file["flow"]]  # type: ignore[operator]
    assert len(used) <= SHAPES
    assert own == []


def test_every_service_is_played() -> None:
    bare = [key for key, file in written().items() if not file.get("examples")]
    silent = [
        f"{key}.{name}"
        for key, file in written().items()
        for name, example in file["examples"].items()  # type: ignore[attr-defined]
        if "answers" not in example or "walk" not in example
    ]
    assert bare == [] and silent == []


def test_no_form_asks_only_for_a_name_and_an_address() -> None:
    thin = [s.key for s in services() if all(field.kind in PLAIN for field in s.fields) or len(s.fields) < 3]
    assert thin == []


def test_people_find_them_by_words_of_their_own() -> None:
    poor = {s.key: len(s.keywords) for s in services() if len(s.keywords) < 6 or not s.life_events or not s.eligibility}
    assert poor == {}


def test_people_find_them_by_sentences_of_their_own() -> None:
    """Of each service what people by different hands say, and no saying given to two services."""
    few = {s.key: len(s.asked) for s in services() if len(s.asked) < 24}
    told = Counter(fold(saying) for s in services() for saying in s.asked)
    assert few == {} and [saying for saying, count in told.items() if count > 1] == []


def test_papers_of_one_series_are_of_one_kind() -> None:
    """A series numbers one kind of paper, or two would carry the same number."""
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for service in services():
        if service.output:
            kinds[service.output.series].add(service.output.kind)
    assert {series: sorted(found) for series, found in kinds.items() if len(found) > 1} == {}


def test_names_are_told_apart() -> None:
    for language in ("ar", "en"):
        names = Counter((s.level, getattr(s.name, language)) for s in services())
        assert [name for name, count in names.items() if count > 1] == []


def test_what_builds_on_earlier_papers_names_services_that_exist() -> None:
    known = {service.key for service in services()} | {s.output.kind for s in services() if s.output}
    lost = [f"{key}: {of}" for key, field in _asked() if field.kind == "earlier" for of in field.of if of not in known]
    assert lost == []


def test_every_figure_has_a_source_or_says_that_it_has_none() -> None:
    loose = []
    for service in services():
        lines = [line for fee_set in service.fee_sets.values() for line in fee_set.lines]
        for what in (service.law, *lines, *service.limits, *((service.output,) if service.output else ())):
            if not what.source and not what.illustrative:
                loose.append(f"{service.key}: {getattr(what, 'code', getattr(what, 'key', what))}")
    assert loose == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_text_is_in_the_letters_of_its_language(language: str) -> None:
    foreign = [s.key for s in services() if _is_foreign(getattr(s.name, language), language)]
    foreign += [s.key for s in services() if _is_foreign(getattr(s.summary, language), language)]
    assert foreign == []


def _is_foreign(text: str, language: str) -> bool:
    arabic = sum("\u0600" <= char <= "\u06ff" for char in text)
    latin = sum("a" <= char.lower() <= "z" for char in text)
    return arabic < latin if language == "ar" else latin < arabic


def _asked() -> Iterator[tuple[str, Field]]:
    for service in services():
        yield from ((service.key, field) for field in service.fields)
