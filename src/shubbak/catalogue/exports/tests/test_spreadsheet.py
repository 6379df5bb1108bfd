"""A reviewer opens the workbook and works: right to left, headings that stay, filters, and no formula anywhere."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

import openpyxl
import pytest
from openpyxl import Workbook

from shubbak.catalogue.exports.spreadsheet import workbook
from shubbak.catalogue.exports.spreadsheet.workbook import SHEETS, safe
from shubbak.flow.words import Text

from .shipped import services

pytestmark = pytest.mark.xdist_group("catalogue")
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def opened(*keys: str) -> Workbook:
    chosen = [services()[key] for key in keys] if keys else list(services().values())
    return openpyxl.load_workbook(io.BytesIO(workbook(chosen, changed=NOON)))


def test_the_whole_catalogue() -> None:
    """A row for each thing of every service, and every cell a value."""
    book = opened()
    found = list(services().values())
    rows = {sheet.title.en: book[f"{sheet.title.ar} {sheet.title.en}"].max_row - 1 for sheet in SHEETS}
    assert rows["Services"] == len(found)
    assert rows["Documents"] == sum(len(one.documents) for one in found)
    assert rows["Fee lines"] == sum(len(part.lines) for one in found for part in one.fee_sets.values())
    assert rows["Limits"] == sum(len(one.limits) for one in found)
    assert rows["Steps"] == sum(len(one.flow.steps) for one in found)
    assert rows["Reasons"] == sum(len(one.reasons) for one in found)
    assert rows["Questions"] >= sum(len(one.fields) for one in found)
    kinds = {cell.data_type for page in book for row in page.iter_rows() for cell in row}
    assert kinds <= {"s", "n"}


def test_every_sheet_is_ready_to_work_in() -> None:
    """Right to left, heading and service fixed, filters over all, widths set, a list of verdicts to choose from."""
    book = opened("kiosk-licence", "building-permit")
    for page in book.worksheets[1:]:
        assert page.sheet_view.rightToLeft
        assert page.freeze_panes == "C2"
        assert page.auto_filter.ref == page.dimensions.replace(f"{page.max_row}", "") + f"{page.max_row}"
        assert all(page.column_dimensions[cell.column_letter].width >= 8 for cell in page[1])
        assert all(cell.value and cell.alignment.wrap_text for cell in page[1])
        assert all(page.row_dimensions[row].height >= 15 for row in range(1, page.max_row + 1))
        (choice,) = page.data_validations.dataValidation
        assert "صحيح" in choice.formula1


def test_the_building_permit() -> None:
    """Its limit of law, what silence means, and its fee in bounds stand in words of both languages."""
    book = opened("building-permit")
    limits = [[cell.value for cell in row] for row in book["المواعيد Limits"].iter_rows(min_row=2)]
    law = next(row for row in limits if row[3] == "permit")
    assert law[6:9] == ["حد قانوني / Limit of law", 30, "أيام تقويمية / Calendar days"]
    assert "السكوت موافقة / Silence is approval" in law and "له مصدر / sourced" in law
    lines = [[cell.value for cell in row] for row in book["بنود الرسوم Fee lines"].iter_rows(min_row=2)]
    fee = next(row for row in lines if row[5] == "permit-fee")
    assert "max(500, round(works_value * 0.002, 2))" in fee and 500 in fee and 10000000 in fee


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(1)"])
def test_nothing_is_read_as_a_formula(text: str) -> None:
    """Whatever a definition says, its cell is a text that begins with an apostrophe."""
    assert safe(text).startswith("'")
    service = replace(services()["kiosk-licence"], name=Text(text, text), keywords=(text,))
    book = openpyxl.load_workbook(io.BytesIO(workbook([service], changed=NOON)))
    page = book["الخدمات Services"]
    assert page["B2"].data_type == "s" and page["B2"].value.startswith("'")


def test_letters_that_no_file_may_hold() -> None:
    """Control characters are left out rather than spoiling the whole."""
    assert safe("a\x00b\x1fc") == "abc"
    assert safe("الخدمة") == "الخدمة"
