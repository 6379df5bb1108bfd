"""The addresses of the API; whatever is not one of them is a problem, not a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, re_path
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from ninja.operation import PathView
from ninja.utils import replace_path_param_notation

from shubbak.people.access import public

from . import openapi
from .cases.views import router as cases
from .door import api
from .problems import problem
from .services.views import router as services
from .tracking.views import router as tracking
from .uploads.views import router as uploads

for router in (services, tracking, openapi.router, uploads, cases):
    api.add_router("", router)


class Address:
    """One address: its operations, and the problem for a method it does not know."""

    def __init__(self, view: PathView) -> None:
        self.view, self.operations = view.get_view(), view.operations

    @csrf_exempt
    def answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """What the operation answers; text that no database can hold is refused at the door."""
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return problem(400, "unreadable", _("The request holds characters or parts that we cannot read."))
        answer = self.view(request, *args, **kwargs)
        if answer.status_code == 405:
            told = _("Use one of: %(methods)s.") % {"methods": answer.headers["Allow"]}
            return problem(405, "method", told, headers={"Allow": answer.headers["Allow"]})
        return answer


@csrf_exempt
@public
def nothing(request: HttpRequest, rest: str) -> HttpResponse:
    """An address that the API does not have."""
    return problem(404, "not_there", _("There is nothing at this address."))


def _addresses() -> Iterator[URLPattern]:
    for bound in api._get_bound_routers():
        for route, view in bound.path_operations.items():
            name = view.operations[0].view_func.__name__
            yield path(replace_path_param_notation(route).lstrip("/"), Address(view).answer, name=f"api_{name}")


urlpatterns = [*_addresses(), re_path(r"^(?P<rest>.*)$", nothing, name="api_nothing")]
