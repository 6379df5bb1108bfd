"""Forms of a service's questions: how they are read, drawn and told to the page."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.translation import override

from shubbak.design import forms
from shubbak.design.forms import Around, Kept, Standing, sketching
from shubbak.design.forms.attached import given_in, with_answer, with_files
from shubbak.design.forms.posted import answers_in, with_rows_changed
from shubbak.design.shapes import Choice
from shubbak.kernel.refusal import Invalid

WORDS = {"ar": "كلمة", "en": "word"}
JS = Path(sketching.__file__).parents[1] / "static" / "design" / "js" / "forms"


def field(key: str, kind: str = "text", **more: Any) -> SimpleNamespace:
    told: dict[str, Any] = {
        "label": {"ar": key, "en": key}, "required": True, "when": None, "choices": (), "unit": None, "hint": None,
        "minimum": None, "maximum": None, "group": None, "fields": (), "value": None,
    }  # fmt: skip
    return SimpleNamespace(key=key, kind=kind, **{**told, **more})


def rule(*tree: Any) -> SimpleNamespace:
    return SimpleNamespace(tree=list(tree))


@pytest.mark.parametrize(
    ("posted", "answers"),
    [
        ("answers.area=12&other=1", {"area": "12"}),
        ("answers.days=a&answers.days=b", {"days": ["a", "b"]}),
        ("answers.where.unit=0402&answers.where.street=x", {"where": {"unit": "0402", "street": "x"}}),
        ("answers.floors.7.area=2&answers.floors.0.area=1", {"floors": [{"area": "1"}, {"area": "2"}]}),
        ("answers.floors.0.at.lat=1", {"floors": [{"at": {"lat": "1"}}]}),
        ("answers.a.b.c.d.e=1&answers.=x", {"": "x"}),
        ("answers.x=1&answers.x.y=2", {"x": {"y": "2"}}),
        (f"answers.a.{'9' * 5000}.x=1", {"a": {"9" * 5000: {"x": "1"}}}),
        ("answers.a.२.x=1", {"a": {"२": {"x": "1"}}}),
    ],
)
def test_what_is_posted_becomes_a_tree(posted: str, answers: dict[str, Any]) -> None:
    assert answers_in(QueryDict(posted)) == answers


def test_rows_have_an_end() -> None:
    many = "&".join(f"answers.floors.{n}.area=1" for n in range(200))
    assert len(answers_in(QueryDict(many))["floors"]) == 60


@pytest.mark.parametrize(
    ("command", "rows"),
    [
        ("add floors", [{"a": "1"}, {"a": "2"}, {}]),
        ("drop floors 0", [{"a": "2"}]),
        ("drop floors 9", [{"a": "1"}, {"a": "2"}]),
        ("drop floors x", [{"a": "1"}, {"a": "2"}]),
        (f"drop floors {'9' * 5000}", [{"a": "1"}, {"a": "2"}]),
        ("burn floors", [{"a": "1"}, {"a": "2"}]),
        ("", [{"a": "1"}, {"a": "2"}]),
    ],
)
def test_rows_come_and_go(command: str, rows: list[Any]) -> None:
    assert with_rows_changed({"floors": [{"a": "1"}, {"a": "2"}]}, command)["floors"] == rows


def test_a_path_leads_through_rows_that_are_not_there_yet() -> None:
    assert with_answer({}, ["floors", "1", "photo"], "x") == {"floors": [{}, {"photo": "x"}]}
    assert with_answer({"floors": [{"a": 1}]}, ["floors", "0", "a"], "") == {"floors": [{"a": ""}]}


@pytest.mark.parametrize("path", [".".join("a" * 3000), f"a.{'9' * 5000}", "9" * 5000])
def test_a_way_that_no_form_has_breaks_nothing(path: str) -> None:
    posted = QueryDict(f"answers.a=1&take-away={path}&kept.old={'9' * 5000} one.pdf")
    given = with_files(
        given_in(posted), [("attach." + path, SimpleNamespace(name="p"))], lambda _: SimpleNamespace(id=1, size=1)
    )
    assert given.kept["old"] == Kept("one.pdf", 0)


def test_files_are_received_or_refused_at_their_question() -> None:
    def receive(file: Any) -> Any:
        if file.name == "bad":
            raise Invalid("type", "no")
        return SimpleNamespace(id="u1", size=7)

    posted = QueryDict("answers.a=1&kept.old=12 one two.pdf&take-away=old&answers.old=u0")
    files = [
        ("attach.photo", SimpleNamespace(name="p.png")),
        ("attach.rows.0.scan", SimpleNamespace(name="bad")),
        ("file.lease", SimpleNamespace(name="not an answer")),
    ]
    given = with_files(given_in(posted), files, receive)
    assert given.answers == {"a": "1", "old": "", "photo": "u1"}
    assert given.kept == {"old": Kept("one two.pdf", 12), "photo": Kept("p.png", 7)}
    assert [(fault.at, fault.code) for fault in given.faults] == [("answers.rows.0.scan", "type")]
    assert given.unfinished


def test_the_page_is_told_no_fact_that_no_rule_names() -> None:
    fields = [field("a", when=rule("compare", ">", ["name", "area"], ["number", "5"]))]
    told = json.loads(forms.plan(fields, facts={"area": Decimal("7.5"), "secret": "x", "unit": "0402"}))
    assert told["facts"] == {"area": {"number": "7.5"}, "unit": "0402"}


def test_what_does_not_apply_stands_hidden_and_a_group_begins_with_a_row() -> None:
    rows = (field("name"), field("depth", "number", when=rule("name", "cellar")))
    fields = [field("a"), field("b", required=False), field("floors", "group", fields=rows)]
    answers = forms.begun(fields, {"a": "1"})
    assert answers["floors"] == [{}]
    seen = frozenset({"a", "floors", "floors.0.name"})
    standing = Standing(answers=answers, visible=seen, required=frozenset({"a", "floors.0.name"}), first=True)
    [section] = forms.sections(fields, standing, Around())
    a, b, floors = section.questions
    assert (a.hidden, a.required, a.attributes) == (False, True, {"autofocus": ""})
    assert (b.hidden, b.required, section.hidden) == (True, False, False)
    assert [one.hidden for one in floors.rows[0].questions] == [False, True]
    assert [one.name for one in floors.blank] == ["answers.floors.__row__.name", "answers.floors.__row__.depth"]


def test_an_address_begins_where_the_case_is_but_not_in_a_row() -> None:
    around = Around(
        governorates=[Choice("04", WORDS), Choice("01", WORDS)],
        units=lambda code: [Choice(f"{code}02", WORDS)],
        units_at="/units/",
        governorate="04",
        unit="0402",
    )
    fields = [field("where", "address"), field("floors", "group", fields=(field("there", "address"),))]
    answers = {"where": "شارع 5", "floors": [{}]}
    seen = frozenset({"where", "floors", "floors.0.there"})
    where, floors = forms.questions(fields, Standing(answers, seen, frozenset()), around)
    assert [part.value for part in where.parts] == ["04", "0402", "شارع 5"]
    assert [part.value for part in floors.rows[0].questions[0].parts] == ["", "", ""]


def test_labels_name_every_place() -> None:
    fields = [field("floors", "group", fields=(field("area"),))]
    assert set(forms.labels_of(fields, {"floors": [{}, {}]})) == {
        "answers.floors", "answers.floors.0.area", "answers.floors.1.area",
    }  # fmt: skip


def test_the_sketch_and_its_script_count_alike() -> None:
    script = (JS / "point.js").read_text("utf-8")
    told = re.search(r"DOWN = (\d+), ACROSS = (\d+), NORTH = (\d+), WEST = (\d+)", script)
    assert told is not None
    assert [float(number) for number in told.groups()] == [
        sketching.DOWN, sketching.ACROSS, sketching.NORTH, sketching.WEST,
    ]  # fmt: skip


def test_a_drawing_looks_at_its_box() -> None:
    sketch = SimpleNamespace(country=[(22.0, 25.0), (31.0, 25.0), (31.0, 36.0)], waters=[[(24.0, 32.0), (31.0, 31.0)]])
    box = (29.4, 32.0, 30.2, 32.8)
    drawn = forms.drawing(sketch, whole=(21.6, 24.4, 32.0, 37.2), box=box)
    left, top, width, height = map(float, drawn.view.split())
    x, y, wide, high = map(float, drawn.box)
    assert left < x and x + wide < left + width and top < y and y + high < top + height
    assert drawn.country == "M89.0,1000.0 89.0,100.0 1068.0,100.0Z"
    assert forms.drawing(sketch, whole=(21.6, 24.4, 32.0, 37.2)).view == drawn.everywhere


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_kind_is_drawn(language: str) -> None:
    kinds = ("arabic", "date", "address", "parcel", "point", "group", "computed", "earlier", "file", "money", "many")
    fields = [field(kind, kind, fields=(field("inner"),) if kind == "group" else ()) for kind in kinds]
    answers = forms.begun(fields, {"file": "0192", "earlier": "TR-1"})
    seen = frozenset({*kinds, "group.0.inner"})
    with override(language):
        drawn = [
            render_to_string("design/field/field.html", {"q": question})
            for question in forms.questions(fields, Standing(answers, seen, seen), Around())
        ]
    for kind, text in zip(kinds, drawn, strict=True):
        assert f'data-field="{kind}"' in text and " style=" not in text
        assert text.count("<fieldset") == text.count("<legend")


def test_a_plan_cannot_become_markup() -> None:
    told = forms.plan([field("a", when=rule("text", "</template><script>&"))], facts={})
    assert "<" not in told and "&" not in told
    assert json.loads(told)["fields"][0]["when"] == ["text", "</template><script>&"]
