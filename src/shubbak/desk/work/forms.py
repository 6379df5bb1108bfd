"""What a list is narrowed by. Whatever is not understood narrows nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from django import forms
from django.utils.choices import BaseChoiceIterator
from django.utils.translation import gettext_lazy as _

from shubbak.cases.queries import InboxFilter
from shubbak.catalogue.queries import once_offered
from shubbak.design.formats import language, said

from ..words import STATES

_RUNNING = ("submitted", "in_progress", "waiting_citizen", "waiting_payment", "approved")


class Kept(BaseChoiceIterator):
    """Choices that are whole already: hundreds of them are not gone through again for every page."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self.pairs = pairs

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.pairs)


def _services() -> Kept:
    return _named(language(), tuple(one.version_id for one in once_offered()))


@lru_cache(4)
def _named(_language: str, _versions: tuple[int, ...]) -> Kept:
    """Every service by its name in the language being written, for as long as these versions are the catalogue."""
    named = [(one.service.key, said(one.service.name)) for one in once_offered()]
    return Kept([("", str(_("All services"))), *sorted(named, key=lambda pair: pair[1])])


class Narrow(forms.Form):
    """The filters of a list of work; a GET form."""

    q = forms.CharField(label=_("Number or name"), required=False, widget=forms.TextInput(attrs={"type": "search"}))
    service = forms.ChoiceField(label=_("Service"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    due = forms.ChoiceField(label=_("Due"), required=False)
    sort = forms.ChoiceField(label=_("Order"), required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["service"].choices = _services()  # type: ignore[attr-defined]
        running = [(key, STATES[key]) for key in _RUNNING]
        self.fields["state"].choices = [("", _("All states")), *running]  # type: ignore[attr-defined]
        late = [("", _("Any day")), ("late", _("Late")), ("soon", _("In three working days"))]
        self.fields["due"].choices = late  # type: ignore[attr-defined]
        order = [("", _("Soonest due first")), ("newest", _("Newest first"))]
        self.fields["sort"].choices = order  # type: ignore[attr-defined]

    def filters(self, scope: str) -> InboxFilter:
        """What to ask of the inbox."""
        self.full_clean()
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        return InboxFilter(scope=scope, **asked)

    @property
    def narrows(self) -> bool:
        """Whether anything but the order is asked."""
        return any(value for name, value in self.cleaned_data.items() if name != "sort")
