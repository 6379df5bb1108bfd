"""What was done on a case, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from shubbak.flow.definition import ServiceDefinition
from shubbak.flow.words import Text
from shubbak.kernel import clock, keys

from ..models import Act
from ..states import Duty
from .views import ActView

NOTE = "cases.note"
WORDS = {
    "submit": Text("تسجيل الطلب", "Request registered"),
    "pay": Text("سداد الرسوم", "Fees paid"),
    "unpay": Text("إلغاء إيصال السداد", "Receipt voided"),
    "claim": Text("استلام المهمة من القائمة", "Task taken from the queue"),
    "release": Text("إعادة المهمة إلى القائمة", "Task put back in the queue"),
    "assign": Text("إسناد المهمة بقرار المشرف", "Task assigned by the supervisor"),
    "recuse": Text("تنحٍّ عن الطلب", "Stepped back from the case"),
    "withdraw": Text("سحب الطلب", "Request withdrawn"),
    "lapse": Text("سقوط الطلب لانقضاء المهلة", "Request lapsed"),
    "escalate": Text("تصعيد المهمة لتأخرها", "Task escalated for delay"),
    "add_papers": Text("إضافة مستندات", "Papers added"),
}
TACIT = Text("قرار بحكم القانون لانقضاء المدة", "Decision by operation of law: the time ran out")


def history(
    acts: Iterable[Act],
    service: ServiceDefinition,
    names: Mapping[UUID, str],
    *,
    for_citizen: bool = False,
    blind: bool = False,
) -> tuple[ActView, ...]:
    """The acts of a case, oldest first; for the citizen only what concerns her, and nobody's name.

    A blind reader does not read what the front office noted of the applicant.
    """
    return tuple(_view(act, service, names, for_citizen, blind) for act in acts)


def _view(act: Act, service: ServiceDefinition, names: Mapping[UUID, str], for_citizen: bool, blind: bool) -> ActView:
    step = service.flow.steps.get(act.step)
    chosen = step.action(act.action) if step else None
    word = chosen.label if chosen else WORDS.get(act.action, TACIT if act.action.startswith("tacit:") else None)
    reason = service.reason(act.reason) if act.reason else None
    show = act.note_sealed and (act.for_citizen or not for_citizen) and not (blind and act.duty == Duty.FRONT)
    return ActView(
        at=clock.cairo(act.happened_at),
        by="" if for_citizen else names.get(act.by_id, ""),
        step=step.name if step else None,
        action=word or Text(act.action, act.action),
        kind=act.kind,
        duty=act.duty,
        reason=reason.text if reason else None,
        note=keys.ring().open_text(bytes(act.note_sealed), NOTE) if show and act.note_sealed else "",
        for_citizen=act.for_citizen,
    )
