"""Problems: how a refusal is said to a program (RFC 9457), in the language it asked for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from shubbak.kernel.refusal import Fault, Invalid, Refusal, parts_of

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: gettext_noop("The request cannot be read"),
    401: gettext_noop("Credentials are needed"),
    403: gettext_noop("This is for somebody else to do"),
    404: gettext_noop("There is no such thing here"),
    405: gettext_noop("This address is not asked that way"),
    409: gettext_noop("Not now"),
    413: gettext_noop("The request is too large"),
    415: gettext_noop("This kind of body is not taken here"),
    422: gettext_noop("The request needs mending"),
    429: gettext_noop("Too many misses"),
    500: gettext_noop("Something broke on our side"),
}
# What pydantic finds, in our words; every other finding is "does not fit".
_FOUND = {
    "missing": gettext_noop("This is needed."),
    "string_type": gettext_noop("Give a text."),
    "string_too_short": gettext_noop("This text is too short."),
    "string_too_long": gettext_noop("This text is too long."),
    "bool_type": gettext_noop("Give true or false."),
    "dict_type": gettext_noop("Give an object."),
    "list_type": gettext_noop("Give a list."),
    "model_attributes_type": gettext_noop("Give an object."),
    "uuid_parsing": gettext_noop("Give a UUID."),
    "enum": gettext_noop("Use one of the values that the OpenAPI document lists."),
    "literal_error": gettext_noop("Use one of the values that the OpenAPI document lists."),
    "int_parsing": gettext_noop("Give a whole number."),
}
_UNFIT = gettext_noop("This value does not fit.")


def problem(
    status: int,
    code: str,
    detail: Any = "",
    *,
    errors: Iterable[Mapping[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    """One problem. `type` names the code; `errors` say where in the request and how to mend it."""
    title = _(TITLES.get(status, TITLES[500]))
    told: dict[str, Any] = {
        "type": f"urn:shubbak:problem:{code}",
        "title": title,
        "status": status,
        "detail": str(detail) or title,
        "code": code,
    }
    listed = list(errors)
    if listed:
        told["errors"] = listed
    body = json.dumps(told, ensure_ascii=False).encode()
    return HttpResponse(body, status=status, content_type=MEDIA_TYPE, headers=dict(headers or {}))


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """A rule said no."""
    errors = [{**_where(fault.at), "detail": str(fault.message), "code": fault.code} for fault in refusal.faults]
    headers = getattr(refusal, "headers", None)
    return problem(refusal.status, refusal.code, refusal.message, errors=errors, headers=headers)


def misshapen(request: HttpRequest, found: Iterable[Mapping[str, Any]]) -> HttpResponse:
    """The request has not the shape that the OpenAPI document gives; an address that cannot be is simply not there."""
    listed = list(found)
    if any(one["loc"][0] == "path" for one in listed):
        return problem(404, "not_there", _("There is nothing at this address."))
    errors = [
        {"pointer": _place(one["loc"]), "detail": _(_FOUND.get(one["type"], _UNFIT)), "code": one["type"]}
        for one in listed
    ]
    return problem(422, "misshapen", _("Some values are missing or do not fit."), errors=errors)


def renamed(refusal: Refusal, names: Mapping[str, str]) -> Refusal:
    """The same refusal with its faults pointing where this request had the value."""
    faults = tuple(Fault(names.get(f.at, f.at), f.code, f.message) for f in refusal.faults)
    if not faults and isinstance(refusal, Invalid) and refusal.code in names:
        faults = (Fault(names[refusal.code], refusal.code, refusal.message),)
    refusal.faults = faults
    return refusal


def pointer(parts: Iterable[object]) -> str:
    """`answers`, `floors`, `1`, `area` as a JSON pointer in a fragment (RFC 6901, 6): `#/answers/floors/1/area`."""
    escaped = (str(part).replace("~", "~0").replace("/", "~1") for part in parts)
    return "#" + "".join("/" + quote(part, safe="~!$&'()*+,;=:@") for part in escaped)


def _where(at: str) -> dict[str, str]:
    """Where a fault stands; a paper that is not among those sent has no place, and is named beside the list."""
    match parts_of(at):
        case ("documents", kind) if not kind.isdecimal():
            return {"pointer": "#/documents", "document": kind}
        case parts:
            return {"pointer": pointer(parts)}


def _place(loc: tuple[Any, ...]) -> str:
    if loc[0] == "body":
        return pointer(loc[2:])
    return "?" + str(loc[-1])
