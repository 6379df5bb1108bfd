"""A service's page on one A4: what the guide says, in few words, with the address of the rest."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from shubbak.design.formats import COMMA, amount, day_text, said
from shubbak.documents.printing.press import compose
from shubbak.documents.qr import svg
from shubbak.flow.definition import ServiceDefinition
from shubbak.kernel import clock
from shubbak.kernel.money import Money

from .shown import FeeShown, ServiceShown, shown

Json = dict[str, Any]


def printed(version: int, service: ServiceDefinition, address: str, language: str) -> bytes:
    """The PDF in the language now spoken; the same for everybody on a day, so it is made once."""
    return _made(_Whole(version, service), address, language, clock.today())


class _Whole:
    """A version with its definition, remembered by its number alone."""

    def __init__(self, version: int, service: ServiceDefinition) -> None:
        self.version, self.service = version, service

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Whole) and other.version == self.version

    def __hash__(self) -> int:
        return hash(self.version)


@lru_cache(maxsize=256)
def _made(whole: _Whole, address: str, language: str, day: date) -> bytes:
    facts = _facts(shown(whole.service), address, language, day)
    return compose("guide", facts, {})


def _facts(page: ServiceShown, address: str, language: str, day: date) -> Json:
    service = page.definition
    law = f"{said(service.law.title)}{_(', article') + ' ' + service.law.article if service.law.article else ''}"
    return {
        "language": language,
        "words": _words(),
        "title": said(service.name),
        "summary": said(service.summary),
        "department": said(page.department),
        "level": str(page.level),
        "strip": [{"name": name, "value": value} for name, value in _strip(page)],
        "who": [COMMA[language].join(page.who), *(said(one) for one in service.eligibility)],
        "papers": [{"name": said(one.name), "when": _when(one)} for one in page.papers],
        "steps": [{"name": said(one.name), "note": str(one.note)} for one in page.steps],
        "fees": [{"step": said(part.step), "lines": [_line(one) for one in part.lines]} for part in page.fees],
        "limits": [
            {"name": said(one.name), "within": one.within, "more": " ".join(filter(None, (one.starts, one.silence)))}
            for one in page.limits
        ],
        "where": _(" or ").join(page.where),
        "hours": _("Sunday to Thursday, 9 to 2, but for official holidays; hours near you stand on the page."),
        "complain": _("At any centre with the number of your application, or by telephone 16528."),
        "law": law,
        "caution": _("As of %(day)s. Figures may be illustrative; the invoice decides.") % {"day": day_text(day)},
        "address": address,
        "qr": svg(address, border=0),
        "demo": settings.DEMO,
    }


def _words() -> Json:
    return {
        "brand": _("Shubbak"),
        "guide": _("Guide to the services"),
        "scan": _("The page, up to date"),
        "who": _("Is it for you?"),
        "papers": _("Papers to bring"),
        "originals": _("Bring the originals too: the clerk looks at them and gives them back."),
        "none": _("No papers are asked for."),
        "steps": _("What happens then"),
        "fees": _("Fees"),
        "free": _("This service is free of charge."),
        "limits": _("How long it takes"),
        "where": _("Where"),
        "complain": _("To complain"),
        "law": pgettext("heading", "The law"),
    }


def _strip(page: ServiceShown) -> list[tuple[str, str]]:
    papers = ngettext("%(n)s paper at most", "%(n)s papers at most", len(page.papers)) % {"n": len(page.papers)}
    fees = _("free of charge") if page.free else _pounds(page.total) if page.total else _("as worked out")
    strip = [
        (_("Answer within"), page.shortest),
        (_("Fees"), fees),
        (pgettext("portal", "Papers"), papers if page.papers else pgettext("papers", "none")),
        (_("Valid for"), page.validity),
    ]
    return [(name, value) for name, value in strip if value]


def _when(paper: Any) -> str:
    if paper.when:
        return _("only if “%(when)s”") % {"when": paper.when}
    return _("in some cases") if paper.sometimes else _("(optional)") if paper.optional else ""


def _line(fee: FeeShown) -> Json:
    when = _("only if “%(when)s”") % {"when": fee.when} if fee.when else _("in some cases") if fee.sometimes else ""
    return {"label": said(fee.label), "when": when, "amount": _amount(fee)}


def _amount(fee: FeeShown) -> str:
    if fee.exact is not None:
        return _pounds(fee.exact)
    if fee.low and fee.high:
        return f"{_('from')} {amount(fee.low)} {_('to')} {_pounds(fee.high)}"
    if fee.low or fee.high:
        return f"{_('at least') if fee.low else _('at most')} {_pounds(fee.low or fee.high)}"
    return _("as worked out")


def _pounds(value: Money | None) -> str:
    return _("EGP %(amount)s") % {"amount": amount(value)} if value is not None else ""
