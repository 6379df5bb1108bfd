"""The API itself: who may come in, and how what went wrong is told."""

from __future__ import annotations

import json
import logging
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.parser import Parser
from ninja.security import HttpBearer

from shubbak.kernel.refusal import Refusal
from shubbak.people.queries import actor_of_token

from .answers import MEDIA_TYPE
from .problems import misshapen, problem, refused

logger = logging.getLogger(__name__)
LONGEST_KEY = 255
DEEPEST = 32


class StaffToken(HttpBearer):
    """A bearer token of a named member of staff. A POST must also carry an Idempotency-Key."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """Sets `request.actor`, `request.staff` and `request.idempotency_key`; one statement."""
        found = actor_of_token(token)
        if found is None:
            return None
        request.actor, request.staff = found  # type: ignore[attr-defined]
        if request.method == "POST":
            request.idempotency_key = _key(request)  # type: ignore[attr-defined]
        return request.staff  # type: ignore[attr-defined]


class BadKey(Refusal):
    """The Idempotency-Key is missing or cannot be one."""

    status = 400


class NotJson(Refusal):
    """The body is said to be something else."""

    status = 415


def _key(request: HttpRequest) -> str:
    given = request.headers.get("Idempotency-Key")
    if given is None:
        raise BadKey("key_missing", _("Send an Idempotency-Key header: a new random value for each new request."))
    key = given.strip().strip('"')  # the server hands on an empty text for letters that no header carries
    if not 0 < len(key) <= LONGEST_KEY or not key.isascii() or not key.isprintable():
        raise BadKey("key_unfit", _("An Idempotency-Key is 1 to 255 printable ASCII characters."))
    return key


class Reader(Parser):
    """JSON whose text can be kept: no NUL, no half of a surrogate pair, nothing nested without end."""

    def parse_body(self, request: HttpRequest) -> Any:
        """The body; a ValueError becomes 400, NotJson 415."""
        if request.content_type != MEDIA_TYPE:
            raise NotJson("not_json", _("Send the body as JSON, with the header `Content-Type: application/json`."))
        body = request.body
        try:
            read = json.loads(body)
        except RecursionError:
            raise ValueError("nested too deep") from None
        if _deeper(read, DEEPEST):
            raise ValueError("nested too deep")
        if b"\\u0000" in body or b"\\ud" in body.lower():
            text = json.dumps(read, ensure_ascii=False)
            if "\\u0000" in text or (not text.isascii() and text.encode("utf-8", "replace").decode() != text):
                raise ValueError("text that cannot be kept")
        return read


def _deeper(read: Any, levels: int) -> bool:
    """Whether objects and lists stand in one another more often than that."""
    here = [read]
    for _level in range(levels):
        here = [below for one in here for below in _members(one)]
        if not here:
            return False
    return any(isinstance(one, (dict, list)) for one in here)


def _members(one: Any) -> list[Any]:
    return list(one.values()) if isinstance(one, dict) else one if isinstance(one, list) else []


api = NinjaAPI(
    title="Shubbak",
    version="1",
    docs_url=None,
    openapi_url=None,
    auth=StaffToken(),
    parser=Reader(),
    urls_namespace="api",
)


@api.exception_handler(Refusal)
def _refused(request: HttpRequest, exc: Refusal) -> HttpResponse:
    return refused(request, exc)


@api.exception_handler(ValidationError)
def _misshapen(request: HttpRequest, exc: ValidationError) -> HttpResponse:
    return misshapen(request, exc.errors)


@api.exception_handler(AuthenticationError)
def _unknown(request: HttpRequest, exc: AuthenticationError) -> HttpResponse:
    detail = _("Send `Authorization: Bearer TOKEN` with a token that has not expired.")
    return problem(401, "unauthenticated", detail, headers={"WWW-Authenticate": 'Bearer realm="shubbak"'})


@api.exception_handler(HttpError)
def _unreadable(request: HttpRequest, exc: HttpError) -> HttpResponse:
    if isinstance(exc.__cause__, Refusal):
        return refused(request, exc.__cause__)
    return problem(exc.status_code, "unreadable", _("The body is not JSON that we can read."))


@api.exception_handler(UnicodeError)
@api.exception_handler(MultiPartParserError)
@api.exception_handler(TooManyFieldsSent)
def _malformed(request: HttpRequest, exc: Exception) -> HttpResponse:
    return problem(400, "unreadable", _("The request holds characters or parts that we cannot read."))


@api.exception_handler(RequestDataTooBig)
def _too_large(request: HttpRequest, exc: RequestDataTooBig) -> HttpResponse:
    return problem(413, "too_large", _("Send less: files go to /uploads, one at a time."))


@api.exception_handler(Http404)
def _not_there(request: HttpRequest, exc: Http404) -> HttpResponse:
    return problem(404, "not_there", _("There is nothing at this address."))


@api.exception_handler(Exception)
def _ours(request: HttpRequest, exc: Exception) -> HttpResponse:
    logger.error("an API request broke", exc_info=exc)
    return problem(500, "ours", _("Nothing was done. Try again in a while; if it stays so, tell us."))
