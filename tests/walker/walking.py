"""The walker's country, and a service walked through it from submission to every end."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Any

from django.db import connection

from shubbak.cases.models import CasePaper
from shubbak.catalogue import queries as catalogue
from shubbak.catalogue.actions import load
from shubbak.flow.definition import ServiceDefinition
from shubbak.kernel import clock
from shubbak.places.actions import load_places

from .answering import Request, requests, varied
from .catalogue import chosen, every_file
from .crew import Crew
from .driving import Driver, Walked, balance, morning
from .planning import Edge, Label, Ways, ideal, names_that_choose, paths

_UNBALANCED = """
SELECT (SELECT count(*) FROM (SELECT 1 FROM payments_posting GROUP BY entry_id HAVING sum(amount) <> 0) e),
       (SELECT count(*) FROM payments_invoice i JOIN payments_receipt r ON r.invoice_id = i.id AND r.state = 'issued'
        WHERE i.total <> r.amount OR i.state <> 'paid'),
       (SELECT count(*) FROM payments_invoice i WHERE i.state = 'paid' AND NOT EXISTS
        (SELECT 1 FROM payments_receipt r WHERE r.invoice_id = i.id AND r.state = 'issued'))
"""


class World:
    """Places, the catalogue, and whoever works there."""

    def __init__(self) -> None:
        self.crew = Crew()
        self.people = count(7001)
        self.earlier: dict[Any, str] = {}

    @classmethod
    def founded(cls) -> World:
        """A country with the whole catalogue."""
        from shubbak.places.queries import forget_calendar, forget_places

        catalogue.forget_catalogue()
        forget_places()
        forget_calendar()
        load_places()
        load()
        return cls()

    @staticmethod
    def forgotten() -> None:
        """What the process remembers of it goes, once its books are seen to balance."""
        from shubbak.places.queries import forget_calendar, forget_places

        with connection.cursor() as cursor:
            cursor.execute(_UNBALANCED)
            assert cursor.fetchone() == (0, 0, 0)
        catalogue.forget_catalogue()
        forget_places()
        forget_calendar()

    def walk(self, key: str) -> dict[str, Any]:
        """Walk one service; what was walked, and under `missing` what is written and was not come to."""
        return _Walking(self, catalogue.current(key).service).walked()

    def number_of(self, keys: tuple[str, ...], applicant: int, asking: Request) -> str:
        """The number of an earlier case of one of these services, issued to the same person by the same day."""
        known = (keys, applicant, asking.applicant, asking.day)
        if known not in self.earlier:
            self.earlier[known] = self._begun(keys, applicant, asking)
        return self.earlier[known]

    def with_earlier(self, service: ServiceDefinition, request: Request, applicant: int) -> Request:
        """The request with numbers of real earlier cases in the place of those that its example makes up."""
        named = [one for one in service.fields if one.kind == "earlier" and request.answers.get(one.key)]
        numbers = {one.key: self.number_of(one.of, applicant, request) for one in named}
        return replace(request, answers={**request.answers, **numbers})

    def _begun(self, keys: tuple[str, ...], applicant: int, asking: Request) -> str:
        found = [one for key in keys for one in self._could(catalogue.current(key).service, asking)]
        if not found:
            raise AssertionError(f"none of {', '.join(keys)} can be issued to the {asking.applicant} who asks")
        service, request = min(found, key=lambda one: _earlier_asked(*one))
        request = self.with_earlier(service, request, applicant)
        with clock.held(morning(request)):
            walked = Driver(self.crew, service, applicant=applicant).drive(request, _well(service, request))
        issued = CasePaper.objects.filter(case=walked.case, key=service.output.kind if service.output else "")
        paper = issued.select_related("paper").first()
        return paper.paper.number if paper is not None else walked.number

    def _could(self, service: ServiceDefinition, asking: Request) -> Iterator[tuple[ServiceDefinition, Request]]:
        """The requests for a service, as its examples make them, that this applicant could bring to a good end."""
        if not {asking.applicant, "anybody"} & set(service.applicants):
            return
        for request in requests(service, every_file()[service.key]):
            asked = replace(request, applicant=asking.applicant, day=asking.day)
            try:
                if _well(service, asked):
                    yield service, asked
            except AssertionError:  # the answers of this example are for another kind of applicant
                continue


class _Walking:
    def __init__(self, world: World, service: ServiceDefinition) -> None:
        self.world, self.service = world, service
        self.file = every_file()[service.key]
        self.wanted = ideal(service)
        self.written = len(self.wanted)
        self.ends: Counter[str] = Counter()
        hands_in = service.key in chosen(whole=False)
        self.driver = Driver(world.crew, service, applicant=next(world.people), hands_in=hands_in)
        self.cases = self.acts = self.papers = self.tacit = 0
        self.forestalled: set[str] = set()

    def walked(self) -> dict[str, Any]:
        began = time.perf_counter()
        asked = requests(self.service, self.file)
        careful = True
        for request, path in self._ways(asked):
            with clock.held(morning(request)):
                self._drive(request, path, carefully=careful)
            careful = False
        return {
            "service": self.service.key,
            "shape": self.file.shape or "its own",
            "cases": self.cases,
            "acts": self.acts,
            "requests": self.driver.requests,
            "papers": self.papers,
            "tacit": self.tacit,
            "written": self.written,
            "covered": self.written - len(self.wanted),
            "forestalled": sorted(self.forestalled),
            "missing": [" ".join(label) for label in sorted(self.wanted)],
            "ends": dict(self.ends),
            "seconds": time.perf_counter() - began,
        }

    def _ways(self, asked: list[Request]) -> Iterator[tuple[Request, list[Edge]]]:
        """Each example's own walk; then what is still missing, by the same answers, then by others."""
        found = [(request, Ways(self.service, request)) for request in asked]
        for request, ways in found:
            path = ways.follow(self.file.examples[request.example].get("walk") or [])
            self._cover(ways.begun, path)
            yield request, path
        for request, ways in found:
            yield from ((request, path) for path in paths(ways, self.wanted))
        for request in asked:
            for other in varied(self.service, request, names_that_choose(self.service)) if self.wanted else ():
                yield from ((other, path) for path in paths(Ways(self.service, other), self.wanted))

    def _cover(self, begun: frozenset[Label], path: list[Edge]) -> None:
        self.wanted -= begun.union(*(edge.covers for edge in path))

    def _drive(self, request: Request, path: list[Edge], *, carefully: bool) -> None:
        asked = self.world.with_earlier(self.service, request, self.driver.applicant)
        walked = self.driver.drive(asked, path, carefully=carefully)
        self.cases, self.acts = self.cases + 1, self.acts + len(path)
        self.tacit += sum(edge.move.kind == "silence" for edge in path) + len(walked.forestalled)
        self.forestalled.update(walked.forestalled)
        if walked.case.ended_at is None:
            return
        self.ends[walked.case.state] += 1
        billed, taken = balance(walked.case)
        assert billed == taken, f"{walked.number}: {billed} pounds billed, {taken} taken"
        if walked.case.state == "issued" and self.service.output is not None:
            self._verify(walked, carefully=carefully)
        if carefully:
            self._promised(request, walked)
            self._tracked(walked)

    def _verify(self, walked: Walked, *, carefully: bool) -> None:
        """The paper that came out is real, anybody can verify it, and it is valid as long as the definition says."""
        assert self.service.output is not None
        clerk = self.world.crew.clerk(walked.case.unit_id)
        status, told = self.driver.call(clerk, "get", f"/cases/{walked.number}/papers")
        found = [one for one in told["items"] if one["kind"] == self.service.output.kind] if status == 200 else []
        assert found, f"{walked.number}: no {self.service.output.kind} among its papers: {told}"
        status, seen = self.driver.call(None, "get", f"/verify/{found[0]['token']}")
        assert (status, seen["state"], seen["claims"]["number"]) == (200, "valid", found[0]["number"]), seen
        if carefully:
            status, content = self.driver.call(clerk, "get", f"/cases/{walked.number}/papers/{found[0]['id']}")
            assert status == 200 and content.startswith(b"%PDF-")
        self.papers += 1

    def _promised(self, request: Request, walked: Walked) -> None:
        """The limits that began with submission were due when the example says."""
        due = self.file.examples[request.example].get("due") or {}
        told = {row["key"]: (row["due"], row["paused"]) for row in walked.case.limits}
        for key, day in due.items():
            if key in told and not told[key][1]:
                assert told[key][0] == str(day), f"{walked.number}: {key} was due on {told[key][0]}, not {day}"

    def _tracked(self, walked: Walked) -> None:
        """Whoever holds the slip sees how it ended."""
        status, told = self.driver.call(None, "get", f"/track/{walked.number}?code={walked.code}")
        assert (status, told.get("state")) == (200, walked.case.state), told


def _earlier_asked(service: ServiceDefinition, request: Request) -> int:
    """How many earlier cases the request itself names."""
    return sum(one.kind == "earlier" and bool(request.answers.get(one.key)) for one in service.fields)


def _well(service: ServiceDefinition, request: Request) -> list[Edge]:
    """The shortest way to a good end."""
    ways = Ways(service, request)
    wanted: set[Label] = {("end", "issued" if service.output else "closed")}
    return next(iter(paths(ways, wanted)), [])
