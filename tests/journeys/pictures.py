"""`make pictures`: each main page of the demo in Arabic and English, on a phone and on a desk, into docs/pictures/.

Starts a demo of its own in `var/pictures` (kept, so that the next time is quick), or looks at the running one that
PICTURES_OF names (`PICTURES_OF=http://127.0.0.1:8000`, whose SHUBBAK_HOME must be given too).
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page

from tests import cast

from .browser import chromium, reader
from .hands import fill

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "pictures"
SIZES = {"desktop": (1280, 800), "phone": (390, 844)}
TALLEST = {"desktop": 1500, "phone": 1700}
ENOUGH_CASES, PATIENCE = 1500, 15 * 60
DISTRICT = "0401"  # of clerk@suez and the others who are signed in as


@dataclass(frozen=True)
class Shot:
    """One page: its name, its address, who looks at it (nobody when empty), and what she does there first."""

    name: str
    path: str
    who: str = ""
    first: Callable[[Page], None] | None = None


def main() -> None:
    """Take them all."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the demo is stopped too
    FOLDER.mkdir(parents=True, exist_ok=True)
    with served() as address, chromium() as browser:
        shots = wanted()
        for language in ("ar", "en"):
            for size in SIZES:
                take(browser, address, shots, language, size)
    total = sum(one.stat().st_size for one in FOLDER.glob("*.png"))
    print(f"{len(list(FOLDER.glob('*.png')))} pictures, {total / 1e6:.1f} MB in {FOLDER.relative_to(ROOT)}")


@contextmanager
def served() -> Iterator[str]:
    """The address of a demo whose world is told."""
    given = os.environ.get("PICTURES_OF")
    home = os.environ.setdefault("SHUBBAK_HOME", str(ROOT / "var" / "pictures")) if given else None
    os.environ["SHUBBAK_HOME"] = home or str(ROOT / "var" / "pictures")
    os.environ["SHUBBAK_DEMO"] = "1"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    if given:
        os.environ["SHUBBAK_PUBLIC_URL"] = given
        with world():
            yield given
        return
    port = free_port()
    os.environ["SHUBBAK_PUBLIC_URL"] = address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "shubbak.config", "up", "--demo", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        try:
            assert process.stdout is not None
            assert "Shubbak is open" in process.stdout.readline(), "the demo did not start"
            with world():
                yield address
        finally:
            process.terminate()
            process.wait(60)


@contextmanager
def world() -> Iterator[None]:
    """The same database in this process, once its world is told: cases enough, and no more coming."""
    from shubbak.config.running.session import database

    with database():
        from shubbak.cases.models import Case

        deadline, before, still = time.monotonic() + PATIENCE, -1, 0
        while time.monotonic() < deadline and not (before >= ENOUGH_CASES and still >= 5):
            time.sleep(4)
            now = Case.objects.count()
            before, still = now, still + 1 if now == before else 0
        yield


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wanted() -> list[Shot]:
    """The main pages, with cases of the demo that show something."""
    owing, licensed = case_at(state="waiting_payment"), case_at(state="issued")
    reviewed = waiting_for("reviewer")
    return [
        Shot("home", "/"),
        Shot("services", "/services/"),
        Shot("services-filtered", f"/services/?event=work-in-street&who=citizen&unit={DISTRICT}"),
        Shot("services-found", "/services/?q=عايز اطلع رخصه كشك"),
        Shot("service", "/services/shop-licence/"),
        Shot("fees", "/services/building-permit/fees/?built_area=160&floors=4&works_value=3200000"),
        Shot("fees-placed", "/services/kiosk-licence/fees/?priority=disability&length=2.5&width=2&at-governorate=04"),
        Shot("track", "/track/"),
        Shot("tracked", slip(owing)),
        Shot("tracked-issued", slip(licensed)),
        Shot("verify", "/verify/"),
        Shot("verified", f"/V/{token(licensed)}"),
        Shot("centres", "/centres/"),
        Shot("sign-in", "/staff/sign-in/"),
        Shot("counter", "/counter/", "clerk@suez"),
        Shot("counter-filled", "/counter/", "clerk@suez", begin_a_shop_licence),
        Shot("counter-case", f"/counter/cases/{owing.number}/", "clerk@suez"),
        Shot("cashier", "/counter/cashier/", "cashier@suez"),
        Shot("desk", "/desk/", "reviewer@suez"),
        Shot("desk-queue", "/desk/queue/", "reviewer@suez"),
        Shot("desk-case", f"/desk/cases/{reviewed.number}/", "reviewer@suez"),
        Shot("desk-all", "/desk/all/", "head@suez"),
    ]


def case_at(**at: Any) -> Any:
    """The newest case in that state at the cast's district, or anywhere."""
    from shubbak.cases.models import Case

    here = Case.objects.filter(**at).order_by("-submitted_at")
    return here.filter(unit_id=DISTRICT).first() or here.first()


def waiting_for(role: str) -> Any:
    """A case whose open task is that role's at the cast's district; a shop licence (examined blindly) if any."""
    from shubbak.cases.models import Task

    tasks = Task.objects.filter(state="open", role=role, acting_unit_id=DISTRICT).select_related("case")
    return (tasks.filter(case__service_key="shop-licence") or tasks).latest("opened_at").case


def begin_a_shop_licence(page: Page) -> None:
    """What a clerk has typed after a minute: a newcomer, a service, half of its answers. Nothing is sent."""
    keys = page.keyboard
    keys.press("Alt+1")
    keys.type(cast.CITIZEN["number"])
    keys.press("Enter")
    page.locator("[name=name]").wait_for()
    page.fill("[name=name]", cast.CITIZEN["name"])
    page.fill("[name=mobile]", cast.CITIZEN["mobile"])
    keys.press("Alt+2")
    keys.type("ترخيص محل عام")
    page.wait_for_timeout(900)
    keys.press("Enter")
    page.locator("[name='answers.trade_name']").wait_for()
    fill(page, {"trade_name": "بقالة النور", "activity": "grocery", "shop_address": "14 شارع الجيش", "area": "48"})
    page.wait_for_timeout(1200)
    page.evaluate("scrollTo(0, 0)")


def slip(case: Any) -> str:
    from shubbak.cases.queries import code_of

    return f"/T/{case.number}-{code_of(case)}"


def token(case: Any) -> str:
    """The token of the permit that a case ended with."""
    papers = [row.paper for row in case.papers.select_related("paper").order_by("id")]
    return next(paper.token for paper in reversed(papers) if paper.token)


def take(browser: Browser, address: str, shots: list[Shot], language: str, size: str) -> None:
    """All shots in one language and one size; each who signs in once."""
    width, height = SIZES[size]
    for who in dict.fromkeys(shot.who for shot in shots):
        context = reader(browser, address, language=language, width=width)
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        if who:
            sign_in(page, who)
        for shot in (one for one in shots if one.who == who):
            page.goto(shot.path)
            page.wait_for_load_state("networkidle")
            if shot.first is not None:
                shot.first(page)
            keep(page.screenshot(full_page=not who), FOLDER / f"{shot.name}-{language}-{size}.png", TALLEST[size])
        context.close()


def sign_in(page: Page, who: str) -> None:
    """Through the demo's sign-in page, where the code of the moment is filled in."""
    from shubbak.people.sign_in_settings import DEMO_PASSWORD

    page.goto("/staff/sign-in/")
    page.fill("[name=login]", who)
    page.fill("[name=password]", DEMO_PASSWORD)
    page.locator("main form .btn.main").first.click()
    if page.locator("[name=code]").count():
        page.locator("main form .btn.main").first.click()


def keep(png: bytes, target: Path, tallest: int) -> None:
    """A small picture: no taller than a reader scrolls, 96 colours."""
    picture = Image.open(BytesIO(png)).convert("RGB")
    picture = picture.crop((0, 0, picture.width, min(picture.height, tallest)))
    picture.quantize(96, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(target, optimize=True)


if __name__ == "__main__":
    main()
