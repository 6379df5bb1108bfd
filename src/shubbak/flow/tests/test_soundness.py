"""What a service designer is told."""

from __future__ import annotations

from typing import Any

import pytest

from shubbak.flow.definition import read, to_tree
from shubbak.flow.soundness import problems
from shubbak.flow.tree import Misshapen

from .making import WORDS, action, citizen, fork, issue, join, limit, payment, service, tree, work

OK = {
    "review": work(action("ok", "approve", "fee"), action("back", "return", "fix")),
    "fix": citizen("review"),
    "fee": payment("area", "head"),
    "head": work(action("ok", "approve", "sign", decides="approval"), action("no", "reject", "refused")),
    "sign": issue("done", action("sign", "approve")),
}
FORKED = {
    "open": fork("a", "b"),
    "a": work(action("ok", "approve", "meet")),
    "b": work(action("ok", "approve", "meet")),
    "meet": join("head"),
    "head": work(action("ok", "approve", "done")),
}


def _with(steps: dict[str, Any], **changed: Any) -> dict[str, Any]:
    return {key: step for key, step in {**steps, **changed}.items() if step is not None}


def _found(begin: str, steps: dict[str, Any], **more: Any) -> set[tuple[str, str]]:
    found = problems(service(begin, steps, **more))
    assert all(problem.mend for problem in found)
    return {(problem.where, problem.what) for problem in found}


def test_sound_services_have_no_problem_and_survive_the_round_trip() -> None:
    for begin, steps in (("review", OK), ("open", FORKED)):
        made = service(begin, steps)
        assert problems(made) == []
        assert read(to_tree(made)) == made


FLOWS: list[tuple[str, dict[str, Any], str, str]] = [
    ("away", OK, "flow.start", "there is no step “away”"),
    ("review", _with(OK, fix=citizen("gone")), "flow.steps.fix.actions.0.to.0.step", "there is no step “gone”"),
    ("review", _with(OK, fee=payment("other", "head")), "flow.steps.fee.fee_set", "there is no fee set “other”"),
    ("head", OK, "flow.steps.review", "no way leads to this step"),
    ("review", _with(OK, fix=citizen("fix")), "flow.steps.fix", "there is no way out of this step"),
    (
        "review",
        _with(OK, sign=work(action("no", "reject", "refused"))),
        "flow.steps.sign",
        "there is no way out of this step once the decision is approval",
    ),
    ("review", _with(OK, head={**OK["head"], "role": "wizard"}), "flow.steps.head.role", "“wizard” is not known here"),
    ("review", _with(OK, head={**OK["head"], "place": "moon"}), "flow.steps.head.place", "“moon” is not a place"),
    ("review", _with(OK, fix=work(kind="citizen")), "flow.steps.fix", "nobody can do anything at this step"),
    (
        "review",
        _with(OK, fix=citizen("done if area > 1")),
        "flow.steps.fix.actions.0.to",
        "perhaps no route fits",
    ),
    (
        "review",
        _with(OK, fix=citizen("done if aera > 1")),
        "flow.steps.fix.actions.0.to.0.when",
        "“aera” is not known here",
    ),
    (
        "review",
        _with(OK, review={**OK["review"], "not_same_as": ["head"]}),
        "flow.steps.review.not_same_as.0",
        "“head” is no step of a person that comes before",
    ),
    (
        "review",
        _with(OK, review=work(action("ok", "approve", "pass")), **{"pass": fork("fee", "fee2"), "fee2": OK["fee"]}),
        "flow.steps.pass",
        "one join must close a fork, here: none",
    ),
    ("open", _with(FORKED, meet=join("open")), "flow.steps.open", "there is no way out of this step"),
    (
        "open",
        _with(FORKED, b=work(action("ok", "approve", "head"))),
        "flow.steps.head",
        "reached inside “open” and also outside every fork",
    ),
    (
        "open",
        _with(FORKED, b=work(action("ok", "approve", "done"))),
        "flow.steps.done",
        "a branch of “open” ends the case",
    ),
    (
        "open",
        _with(FORKED, b=work(action("ok", "approve", "meet", decides="approval"))),
        "flow.steps.b.actions.0.decides",
        "a decision inside a branch of “open”",
    ),
    (
        "open",
        _with(FORKED, open=fork("a if area > 1", "b if area > 2")),
        "flow.steps.open",
        "every branch has a condition, so perhaps none opens",
    ),
    ("meet", _with(FORKED, open=None, a=None, b=None), "flow.steps.meet", "this join closes no fork"),
    (
        "x",
        {"x": payment("review", "y"), "y": payment("area", "x")},
        "flow.steps.x",
        "tokens may go round without end: x, y",
    ),
]


@pytest.mark.parametrize(("begin", "steps", "where", "what"), FLOWS)
def test_a_flow_that_is_not_sound(begin: str, steps: dict[str, Any], where: str, what: str) -> None:
    found = _found(begin, steps)
    assert any(where == spot and what in said for spot, said in found), found


def test_nested_forks_must_close_in_order() -> None:
    steps = {
        "one": fork("a", "two"),
        "a": work(action("ok", "approve", "shut1")),
        "two": fork("b", "c"),
        "b": work(action("ok", "approve", "shut2")),
        "c": work(action("ok", "approve", "shut1")),
        "shut2": join("shut1"),
        "shut1": join("done"),
    }
    assert ("flow.steps.two", "one join must close a fork, here: shut1, shut2") in _found("one", steps)
    assert _found("one", _with(steps, c=work(action("ok", "approve", "shut2")))) == set()


BLIND = {**OK["review"], "blind": True}
SECRETS = {
    "fields": [
        {"key": "shop", "label": WORDS, "kind": "text", "identifies": True},
        {"key": "area", "label": WORDS, "kind": "number"},
    ],
    "documents": [{"key": "lease", "name": WORDS, "identifies": True}, {"key": "plan", "name": WORDS}],
}


@pytest.mark.parametrize(
    ("review", "says"),
    [
        ({**BLIND, "needs": ["area", "plan"]}, set()),
        ({**BLIND, "needs": ["lease"]}, {"flow.steps.review.needs.0"}),
        ({**BLIND, "needs": ["nothing"]}, {"flow.steps.review.needs.0"}),
        (
            {**work(action("ok", "approve", "fix if shop == 'x'", "fee")), "blind": True},
            {"flow.steps.review.actions.0.to.0"},
        ),
        (
            work(
                action(
                    "ok",
                    "approve",
                    "fee",
                    fields=[{"key": "x", "label": WORDS, "kind": "text", "when": "shop == 'y'", "identifies": True}],
                ),
                action("back", "return", "fix"),
                blind=True,
            ),
            {"flow.steps.review.actions.0.fields.0"},
        ),
    ],
)
def test_blind_steps_need_nothing_that_tells_who(review: dict[str, Any], says: set[str]) -> None:
    assert {where for where, _ in _found("review", _with(OK, review=review), **SECRETS)} == says


OLD = {"key": "old", "label": WORDS, "kind": "earlier", "of": ["shop"]}
TOLD = {"key": "told", "label": WORDS, "kind": "text"}


@pytest.mark.parametrize(
    ("field", "spot"),
    [
        ({**TOLD, "kind": "computed", "value": "old"}, "fields.3.identifies"),
        ({**TOLD, "kind": "group", "fields": [{**TOLD, "key": "it", "kind": "computed", "value": "shop"}]},
         "fields.3.identifies"),
        ({**TOLD, "when": "shop == 'x'"}, "fields.3.when"),
        ({**TOLD, "required": "old != ''"}, "fields.3.required"),
        ({**TOLD, "kind": "group", "fields": [{**TOLD, "key": "it", "when": "shop == 'x'"}]}, "fields.3.fields.0.when"),
        ({**TOLD, "kind": "computed", "value": "old", "identifies": True}, None),
        ({**TOLD, "when": "shop == 'x'", "identifies": True}, None),
    ],
)  # fmt: skip
def test_nothing_that_is_shown_tells_what_is_hidden(field: dict[str, Any], spot: str | None) -> None:
    fields = [*SECRETS["fields"], OLD, field]
    found = _found("review", _with(OK, review=BLIND), fields=fields)
    assert {where for where, _ in found} == ({spot} if spot else set())
    assert {w for w, _ in _found("review", OK, fields=fields)} == set()


def test_a_paper_is_not_asked_for_by_what_is_hidden() -> None:
    plan = {"key": "plan", "name": WORDS, "when": "shop == 'x'"}
    told = {**SECRETS, "documents": [plan]}
    assert {w for w, _ in _found("review", _with(OK, review=BLIND), **told)} == {"documents.0.when"}


PAYS = {
    "review": work(action("ok", "approve", "fee", decides="approval"), action("no", "reject", "refused")),
    "fee": payment("area", "sign"),
    "sign": issue("done", action("sign", "approve")),
}


@pytest.mark.parametrize(
    ("steps", "silent", "what"),
    [
        (PAYS, limit("approval", "fee"), None),
        (PAYS, limit("refusal", "refused"), None),
        (PAYS, limit("approval", "sign"), "silence would jump past the payment “fee”"),
        (PAYS, limit("approval", "done"), "silence would come to “done” without anybody signing"),
        (PAYS, limit("acceptance", "fee"), "no step decides “acceptance”, so nobody is silent"),
        (PAYS, limit("approval", "moon"), "there is no step “moon”"),
        (PAYS, limit("approval", "fee", kind="promise"), "only the law makes silence speak"),
        (PAYS, limit("approval", "fee", source=""), "a limit of law without a source"),
        (
            {**PAYS, "sign": issue("done")},
            limit("approval", "fee"),
            "silence would come to “sign” without anybody signing",
        ),
        (
            {**FORKED, "head": work(action("ok", "approve", "done", decides="approval"))},
            limit("approval", "a"),
            "reached outside every fork and also inside “open”",
        ),
    ],
)
def test_silence_decides_but_never_pays_or_issues(steps: dict[str, Any], silent: dict[str, Any], what: str) -> None:
    begin = next(iter(steps))
    found = {said for _, said in _found(begin, steps, limits=[silent])}
    assert found == set() if what is None else any(what in said for said in found), found


@pytest.mark.parametrize(
    ("field", "where"),
    [
        ({"key": "paid", "kind": "text"}, "fields.0.key"),
        ({"key": "a-b", "kind": "text"}, "fields.0.key"),
        ({"key": "x", "kind": "colour"}, "fields.0.kind"),
        ({"key": "x", "kind": "choice"}, "fields.0.choices"),
        ({"key": "x", "kind": "number", "minimum": "few"}, "fields.0.minimum"),
        ({"key": "x", "kind": "text", "when": "y"}, "fields.0.when"),
        ({"key": "x", "kind": "text", "required": "decision == 'approval'"}, "fields.0.required"),
    ],
)
def test_fields_that_cannot_be_asked(field: dict[str, Any], where: str) -> None:
    found = _found("fix", {"fix": citizen("done")}, fields=[{"label": WORDS, **field}], fee_sets={})
    assert where in {spot for spot, _ in found}


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"fields": [{"key": "x", "label": WORDS, "kind": "text", "colour": 1}]}, "fields.0"),
        ({"fields": [{"key": "x", "kind": "text"}]}, "fields.0"),
        ({"fields": [{"key": "x", "label": WORDS, "kind": "text", "when": "a.b"}]}, "fields.0.when"),
        ({"name": "x"}, "name"),
        ({"channels": "window"}, "channels"),
        ({"fee_sets": []}, "fee_sets"),
        ({"illustrative": "yes"}, "illustrative"),
    ],
)
def test_a_tree_of_another_shape_says_where(change: dict[str, Any], where: str) -> None:
    with pytest.raises(Misshapen) as refused:
        read(tree("fix", {"fix": citizen("done")}, **change))
    assert refused.value.where == where
