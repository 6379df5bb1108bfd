"""The whole catalogue, read by an RDF parser, keeps every shape of CPSV-AP that is asked of what it uses."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
import rdflib

from shubbak.catalogue.exports.cpsv import catalogue

from .profile import LEADS, MUST, ONCE, PREFIXES, TEXTS, TYPED
from .shipped import services

pytestmark = pytest.mark.xdist_group("catalogue")
SITE = "https://shubbak.example"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    text = json.dumps(catalogue(list(services().values()), public_url=SITE, modified=NOON), ensure_ascii=False)
    return rdflib.Graph().parse(data=text, format="json-ld")


def found(graph: rdflib.Graph, query: str) -> list[str]:
    """The first column of what a query finds."""
    return [str(row[0]) for row in graph.query(PREFIXES + query)]


def test_every_service_is_there_once(graph: rdflib.Graph) -> None:
    """As a part of the one dataset, under its key, with the page's address before its own."""
    parts = found(graph, "SELECT ?key WHERE { ?set a dcat:Dataset; dct:hasPart ?s . ?s dct:identifier ?key }")
    assert sorted(parts) == sorted(services())
    kiosk = found(graph, "SELECT ?s WHERE { ?s a cpsv:PublicService; dct:identifier 'kiosk-licence' }")
    assert kiosk == [f"{SITE}/services/kiosk-licence/#service"]


@pytest.mark.parametrize("kind", MUST)
def test_what_must_stand(graph: rdflib.Graph, kind: str) -> None:
    """No node lacks a property that its class must have."""
    assert found(graph, f"SELECT ?x WHERE {{ ?x a {kind} }} LIMIT 1")
    for name in MUST[kind]:
        query = f"SELECT ?x WHERE {{ ?x a {kind} FILTER NOT EXISTS {{ ?x {name} ?y }} }}"
        assert found(graph, query) == [], f"{kind} without {name}"


@pytest.mark.parametrize("kind", ONCE)
def test_what_stands_once(graph: rdflib.Graph, kind: str) -> None:
    """No node says twice what may be said once."""
    for name in ONCE[kind]:
        query = f"SELECT ?x WHERE {{ ?x a {kind}; {name} ?y }} GROUP BY ?x HAVING (COUNT(?y) > 1)"
        assert found(graph, query) == [], f"{kind} with several {name}"


@pytest.mark.parametrize("kind", LEADS)
def test_where_links_lead(graph: rdflib.Graph, kind: str) -> None:
    """Every link leads to a node of this graph, of the class that the profile names."""
    for name, target in LEADS[kind].items():
        assert found(graph, f"SELECT ?x WHERE {{ ?x a {kind}; {name} ?y }} LIMIT 1"), f"{kind} never has {name}"
        query = f"SELECT ?y WHERE {{ ?x a {kind}; {name} ?y FILTER NOT EXISTS {{ ?y a {target} }} }}"
        assert found(graph, query) == [], f"{name} of {kind}"


def test_texts_say_their_language_and_figures_their_type(graph: rdflib.Graph) -> None:
    """Names and descriptions are in Arabic and English; amounts and lengths of time have the profile's datatypes."""
    for name in TEXTS:
        assert found(graph, f"SELECT ?y WHERE {{ ?x {name} ?y FILTER (lang(?y) NOT IN ('ar', 'en')) }}") == []
    for name, kind in TYPED.items():
        assert found(graph, f"SELECT ?y WHERE {{ ?x {name} ?y FILTER (datatype(?y) != {kind}) }}") == []
    for language in ("ar", "en"):
        query = (
            "SELECT ?x WHERE { ?x a cpsv:PublicService FILTER NOT EXISTS { ?x dct:title ?y FILTER (lang(?y) = '%s') } }"
        )
        assert found(graph, query % language) == []


def test_nothing_of_the_file_was_dropped(graph: rdflib.Graph) -> None:
    """A name that the context does not know would vanish without a word: every member becomes a triple."""
    whole = catalogue(list(services().values()), public_url=SITE, modified=NOON)
    names = {name for node in whole["@graph"] for name in node if not name.startswith("@")}
    assert names <= set(whole["@context"])
    assert len(set(graph.subjects())) == len({node["@id"] for node in whole["@graph"]}) == len(whole["@graph"])


def test_the_building_permit(graph: rdflib.Graph) -> None:
    """Thirty days of law with what silence means, a fee in pounds, and the permit that comes out."""
    of = "?s dct:identifier 'building-permit'"
    (rule,) = found(graph, f"SELECT ?d WHERE {{ {of}; cpsv:follows [ dct:identifier 'building-permit/permit'; "
                           "dct:description ?d ] FILTER (lang(?d) = 'en') }")  # fmt: skip
    assert rule.startswith("Within 30 calendar days; Silence is approval; Article 42")
    fees = found(graph, f"SELECT ?v WHERE {{ {of}; cv:hasCost [ dct:identifier 'building-permit/review/martyr-stamp'; "
                        "cv:hasValue ?v ] }")  # fmt: skip
    assert fees == ["5.0"]
    assert found(graph, f"SELECT ?o WHERE {{ {of}; cpsv:produces [ dct:title ?o ] FILTER (lang(?o) = 'en') }}") == [
        "Building permit"
    ]
