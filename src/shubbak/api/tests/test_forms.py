"""Every form as JSON Schema: a validator that knows nothing of us takes what we take, and faults have pointers."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from shubbak.api.services.told import whole
from shubbak.cases.models import Case
from shubbak.cases.tests.test_earlier import number_of, permit
from shubbak.catalogue.actions.load import SHIPPED
from shubbak.catalogue.exports.written import Written, written
from tests.trial_services import EVERY_KIND, FOLDER, PAPERS, load_trials

from .calling import Callers
from .test_uploads import picture, send

DOCUMENTS = [{"kind": kind, "seen_original": True} for kind in PAPERS]


@lru_cache(maxsize=1)
def services() -> tuple[Written, ...]:
    """The shipped ones and those of tests."""
    return (*written(SHIPPED)[0], *written(FOLDER)[0])


def schema(one: Written) -> dict[str, Any]:
    form: dict[str, Any] = whole(one.service)["form"]
    Draft202012Validator.check_schema(form)
    return form


def sent(value: Any) -> Any:
    """An example's answer as JSON; a file writes plot 3, a program sends the text of it."""
    if isinstance(value, dict):
        return {key: sent(member) for key, member in value.items()}
    if isinstance(value, list):
        return [sent(member) for member in value]
    return str(value) if isinstance(value, (Decimal, int)) and not isinstance(value, bool) else value


def answers(one: Written) -> list[dict[str, Any]]:
    return [sent(example["answers"]) for example in one.file.examples.values() if "answers" in example]


def test_the_published_schema_takes_every_examples_answers() -> None:
    wrong, judged = [], 0
    for one in services():
        validator = Draft202012Validator(schema(one), format_checker=FormatChecker())
        for given in answers(one):
            judged += 1
            wrong += [f"{one.service.key}: {e.json_path} {e.message[:100]}" for e in validator.iter_errors(given)]
    assert wrong == []
    assert judged >= 300


def test_it_refuses_what_is_broken() -> None:
    taken = []
    for one in services():
        form = schema(one)
        validator = Draft202012Validator(form, format_checker=FormatChecker())
        given = answers(one)[0]
        taken += [f"{one.service.key}: {what}" for what, broken in breakings(form, given) if validator.is_valid(broken)]
    assert taken == []


def breakings(form: dict[str, Any], given: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """The same answers with one thing wrong, in every way the schema can know of."""
    made = [("an unknown question", {**given, "no_such_question": "x"})]
    made += [(f"no {key}", {k: v for k, v in given.items() if k != key}) for key in form["required"] if key in given]
    for key, shape in form["properties"].items():
        made.append((f"a wrong {key}", {**given, key: {"none": [1]}}))
        if shape.get("minimum") is not None:
            made.append((f"too small a {key}", {**given, key: shape["minimum"] - 1}))
        if shape.get("maxLength"):
            made.append((f"too long a {key}", {**given, key: "س" * (shape["maxLength"] + 1)}))
        if "oneOf" in shape:
            made.append((f"none of {key}", {**given, key: "none-of-these"}))
        if shape["x-kind"] == "group":
            made.append((f"a strange row of {key}", {**given, key: [{"no_such_question": "x"}]}))
    return made


@pytest.fixture
def asked(callers: Callers) -> Callers:
    load_trials()
    return callers


def register(callers: Callers, status: int = 201, **changes: Any) -> Any:
    body = {"service": "every-kind", "answers": {**EVERY_KIND, **changes}, "documents": DOCUMENTS}
    return callers.clerk.register(status, **body)


def test_every_kind_over_the_api(asked: Callers) -> None:
    number = register(asked)["number"]
    told = {a["key"]: a for a in asked.clerk.get(f"/cases/{number}")["answers"]}
    assert told["where"]["value"] == {"governorate": "04", "unit": "0402", "street": "شارع الجيش 3"}
    assert told["spot"]["value"] == {"lat": "29.97", "lng": "32.55"}
    assert told["total_area"]["shown"] == "120.5"
    assert told["floors"]["value"][1] == {"room_name": "الأول", "room_area": "50.5", "cellar": False}


@pytest.mark.parametrize(
    ("answer", "at", "code"),
    [
        ({"shop_area": "1e999999999"}, "shop_area", "number"),
        ({"workers": "١e٩٩٩٩٩٩٩٩٩"}, "workers", "number"),
        ({"spot": {"lat": "1e999999999", "lng": "32.5"}}, "spot", "point"),
        ({"floors": [{"room_name": "الأرضي", "room_area": "1e999999999"}]}, "floors/0/room_area", "number"),
        ({"where": {"governorate": "04", "unit": "0499ZZ", "street": "x"}}, "where", "address_unit"),
        ({"trade_name": "\u202e\u200b"}, "trade_name", "required"),
    ],
)
def test_what_breaks_arithmetic_or_is_nowhere_is_a_fault(asked: Callers, answer: Any, at: str, code: str) -> None:
    found = [(error["pointer"], error["code"]) for error in register(asked, 422, **answer)["errors"]]
    assert (f"#/answers/{at}", code) in found


def test_one_entry_for_each_fault_with_its_pointer(asked: Callers) -> None:
    floors = [{"room_name": "الأرضي", "room_area": "70"}, {"room_name": "الأول", "room_area": "كبير"}, {"cellar": True}]
    wrong = register(asked, 422, trade_name="Latin", floors=floors, spot={"lat": "1", "lng": "2"}, days="x")
    found = {(error["pointer"], error["code"]) for error in wrong["errors"]}
    assert found == {
        ("#/answers/trade_name", "arabic"),
        ("#/answers/floors/1/room_area", "number"),
        ("#/answers/floors/2/room_name", "required"),
        ("#/answers/floors/2/room_area", "required"),
        ("#/answers/floors/2/depth", "required"),
        ("#/answers/spot", "point_abroad"),
        ("#/answers/days", "unknown"),
    }
    assert not Case.objects.exists()
    english = {error["code"]: error["detail"] for error in wrong["errors"]}
    asked.clerk.headers["Accept-Language"] = "ar"
    arabic = {error["code"]: error["detail"] for error in register(asked, 422, trade_name="Latin")["errors"]}
    assert (english["arabic"], arabic["arabic"]) == ("Write it in Arabic letters.", "اكتب بحروف عربية.")


def test_an_earlier_permit_brings_its_data_along(asked: Callers) -> None:
    number = number_of(permit(asked.town))
    empty = {"trade_name": "", "shop_area": None, "floors": []}
    made = register(asked, permit=number, **empty)
    told = {a["key"]: a["value"] for a in asked.clerk.get(f"/cases/{made['number']}")["answers"]}
    assert (told["trade_name"], told["shop_area"], told["where"]["street"]) == ("بقالة النور", "48", "شارع الجيش 3")
    strange = register(asked, 422, permit="TR-0402-2026-09999")
    assert [(e["pointer"], e["code"]) for e in strange["errors"]] == [("#/answers/permit", "earlier_unknown")]


def test_a_file_answer_is_an_upload_of_ones_own(asked: Callers) -> None:
    photo = send(asked, picture(), "photo-1")[1]["id"]
    cafe = {"activity": "cafe", "days_open": ["week"]}
    number = register(asked, **cafe, photo=photo)["number"]
    documents = asked.clerk.get(f"/cases/{number}")["documents"]
    assert [d["media_type"] for d in documents if d["kind"] == "answers.photo"] == ["image/png"]
    gone = register(asked, 422, **cafe, photo=photo)
    assert [(e["pointer"], e["code"]) for e in gone["errors"]] == [("#/answers/photo", "gone")]


def test_nesting_without_end_is_refused(asked: Callers) -> None:
    deep: Any = "x"
    for _ in range(60):
        deep = [deep]
    assert asked.clerk.register(400, answers={"area": deep})["code"] == "unreadable"
    body = '{"service": ' + "[" * 100_000 + "]" * 100_000 + "}"
    assert asked.clerk.post("/cases", body, status=400)["code"] == "unreadable"


def test_a_service_tells_its_rates_and_whose_it_is(asked: Callers) -> None:
    told = asked.stranger.get("/services/every-kind")
    assert (told["level"], told["life_events"]) == ("district", ["running-business"])
    assert [(r["key"], r["amount"]) for r in told["rates"]] == [("metre", "2")]
    assert told["fees"][0]["lines"][2]["of"] == ["area", "food"]
    assert told["form"]["properties"]["permit"]["x-brings"]["floors"] == "rooms"
