"""Papers as people hold them: every word is found again, the QR scans, the facts come with it, and it is kept."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from shubbak.kernel import keys
from shubbak.kernel.actor import Actor

from .facts import CASE, PERMIT, RECEIPT, SLIP
from .permits import CLAIMS

pytestmark = pytest.mark.django_db

WORDS = {
    "slip": "إيصال استلام طلب رخصة محل عام سعاد محمود إبراهيم المستندات المستلمة صورة بطاقة الرقم القومي موثق معاينة"
    " الإجمالي القانون تعهد المركز الخط الساخن ديسمبر يناير السويس الأربعين مسلسل المساحة فئة المعاينة سند"
    " انتظر ملفك استكمال",
    "receipt": "إيصال سداد قسيمة التحصيل بطاقة رسم معاينة ضريبة القيمة المضافة المبلغ المحصل وأربعمائة جنيها شاهين كود"
    " التسوية إجمالي سند المساحة",
    "permit": "رخصة محل عام سارية صدرت باسم البيانات المعتمدة النشاط مقهى متر مربع الشروط القانون بقوة عادل البدري"
    " المطابقة توضيحية",
}
CODES = {
    "slip": ["0402-2026-001847-K", "1,250.00", "16528", "p.suez.gov.eg"],
    "receipt": ["0048213", "0402-2026-001847-K", "965", "POS-88213", "1,425.00", "12-05-01", "1,255.00", "90-02-14"],
    "permit": [CLAIMS.number, "0402-2026-001847-K", "Co. Ltd.", "80.50", "p.suez.gov.eg", "2031-11-20"],
}


def issued(by: Actor, template: str, facts: dict[str, Any]) -> Any:
    from shubbak.documents.actions import issue_paper

    public = CLAIMS if template == "permit" else None
    number = CLAIMS.number if public else facts["number"]
    given = {"kind": template, "number": number, "subject_id": uuid4(), "unit": "0402"}
    return issue_paper(by=by, facts=facts, template=template, public=public, **given)


@pytest.mark.parametrize(("template", "facts"), [("slip", SLIP), ("receipt", RECEIPT), ("permit", PERMIT)])
def test_a_paper_says_what_it_must(places: None, head: Actor, template: str, facts: dict[str, Any]) -> None:
    from shubbak.documents.queries import paper_pdf

    paper = issued(head, template, facts)
    read = PdfReader(io.BytesIO(paper_pdf(paper)))
    text = "".join(page.extract_text() for page in read.pages)
    assert [word for word in WORDS[template].split() if word not in text] == []
    assert [code for code in CODES[template] if code not in text] == []
    assert len(read.pages) == 1
    attached = json.loads(read.attachments["facts.json"][0])
    assert attached["paper"]["number"] == paper.number
    assert {name: attached[name] for name in facts} == facts
    assert "pdfaid:part>3<" in str(read.xmp_metadata.rdf_root.toxml() if read.xmp_metadata else "")


def test_the_qr_of_a_permit_is_its_whole_token(places: None, head: Actor) -> None:
    from shubbak.documents.queries import verify

    paper = issued(head, "permit", PERMIT)
    (seen,) = zxingcpp.read_barcodes(_picture(paper))
    assert seen.text == f"HTTPS://P.SUEZ.GOV.EG/V/{paper.token}"
    assert verify(seen.text.rpartition("/")[2]).state == "valid"


def test_the_qr_of_a_slip_follows_the_case(places: None, head: Actor) -> None:
    (seen,) = zxingcpp.read_barcodes(_picture(issued(head, "slip", SLIP)))
    assert seen.text == SLIP["track_url"]


def test_a_paper_with_nothing_but_what_is_always_there(places: None, head: Actor) -> None:
    from shubbak.documents.queries import paper_pdf

    bare = CASE | {"promised_on": "", "law_due_on": "", "law_article": ""}
    assert paper_pdf(issued(head, "slip", bare | {"code": "7K2M9QXD", "track_url": SLIP["track_url"]}))
    endless = replace(CLAIMS, expires_at=None)
    assert endless.valid_until is None
    assert paper_pdf(issued(head, "permit", bare | {"title": PERMIT["title"]}))


def test_a_long_permit_goes_on_over_the_page(places: None, head: Actor) -> None:
    from shubbak.documents.queries import paper_pdf

    paper = issued(head, "permit", PERMIT | {"answers": PERMIT["answers"] * 30})
    assert len(PdfReader(io.BytesIO(paper_pdf(paper))).pages) >= 2


def test_the_print_is_made_once_and_kept_sealed(places: None, head: Actor, home: Path, monkeypatch: Any) -> None:
    from shubbak.documents.printing import press
    from shubbak.documents.queries import paper_pdf

    paper = issued(head, "slip", SLIP)
    first = paper_pdf(paper)
    monkeypatch.setattr(press, "compose", None)
    assert paper_pdf(paper) == first
    (kept,) = [path for path in (home / "papers").rglob("*") if path.is_file()]
    assert b"%PDF" not in kept.read_bytes()
    other = issued(head, "slip", SLIP)
    (home / "papers" / other.id.hex[-2:]).mkdir(exist_ok=True)
    (home / "papers" / other.id.hex[-2:] / other.id.hex).write_bytes(kept.read_bytes())
    with pytest.raises(keys.Unreadable):
        paper_pdf(other)


def test_what_people_wrote_is_text_and_never_markup(places: None, head: Actor) -> None:
    from shubbak.documents.queries import paper_pdf

    wild = '#panic("x") $ */ ] ) \\ "\' <b> =Heading _x_ \u202e'
    paper = issued(head, "slip", SLIP | {"person": CASE["person"] | {"name": wild}})
    assert "panic" in PdfReader(io.BytesIO(paper_pdf(paper))).pages[0].extract_text()


def _picture(paper: Any) -> Image.Image:
    """The first page as a printer sees it."""
    from shubbak.documents.printing import press
    from shubbak.documents.queries import paper_facts

    pages: list[bytes] = []
    compile_as_picture = press.compose

    def compose(template: str, printed: dict[str, Any], attached: dict[str, Any]) -> bytes:
        inputs = {"facts": json.dumps(printed), "attached": json.dumps(attached)}
        pages.append(press._press(template).compile(format="png", ppi=150, sys_inputs=inputs))
        return b""

    press.compose = compose
    try:
        press.printed(paper, paper_facts(paper))
    finally:
        press.compose = compile_as_picture
    return Image.open(io.BytesIO(pages[0]))
