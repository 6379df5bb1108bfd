"""Programs find services as people do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .calling import NEW

if TYPE_CHECKING:
    from .calling import Callers


def test_services_are_found_by_what_people_say(callers: Callers) -> None:
    def keys(**asked: str) -> list[str]:
        return [row["key"] for row in callers.stranger.get("/services", **asked)["items"]]

    assert keys(q="عايز أطلع رخصه كشك")[0] == "kiosk-licence"
    assert keys(q="renew my national ID")[0] == "national-id-card"
    assert keys(q="ضغثبلم") == []
    everywhere, here = keys(q="مقابلة المحافظ"), keys(q="مقابلة المحافظ", unit=NEW["unit"])
    assert everywhere[0] == "governor-meeting" and "governor-meeting" not in here
    assert set(here) <= set(everywhere) & set(keys(unit=NEW["unit"]))
    assert set(keys(q="  ")) == set(keys())
