"""The workbook: a page that says how to use it, then a sheet for each kind of thing."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from shubbak.flow.definition import ServiceDefinition
from shubbak.flow.words import Text

from .courses import FEE_LINES, LIMITS, RATES, STEPS
from .offers import DOCUMENTS, QUESTIONS, REASONS, SERVICES
from .sheet import Column, Sheet, Value, column, one, pair

SHEETS = (SERVICES, DOCUMENTS, FEE_LINES, RATES, LIMITS, STEPS, QUESTIONS, REASONS)
_SERVICE = (column("مفتاح الخدمة", "Service key", 26), *pair("الخدمة", "Service", 30))
_REVIEW = (
    column("رأي المراجع", "Reviewer’s verdict", 18),
    column("الصواب", "What is right", 30),
    column("المصدر الذي وجده", "Source found", 30),
)
_VERDICTS = (Text("صحيح", "right"), Text("يُصحح", "to mend"), Text("لا أعلم", "unknown"))
_LINE, _TALLEST = 15, 405  # points; no spreadsheet draws a row higher
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PLAIN = Alignment(wrap_text=True, vertical="top")
_BOLD, _HEAD, _ASKED = Font(bold=True), PatternFill("solid", fgColor="DCE6F0"), PatternFill("solid", fgColor="FFF6DD")
_ABOUT = (
    Text("دليل خدمات المحليات للمراجعة", "The catalogue of local services, for review"),
    Text("آخر تغيير: {changed}", "Last change: {changed}"),
    Text("عدد الخدمات: {count}", "Services: {count}"),
    Text(
        "كل ورقة لها صف عناوين ثابت ومرشحات، والأعمدة الثلاثة الأخيرة الملونة لك: رأيك، والصواب، والمصدر الذي وجدته.",
        "Each sheet has a fixed heading and filters; the last three coloured columns are yours: your verdict, what is "
        "right, and the source you found.",
    ),
    Text(
        "ما يقول «توضيحي» لم يُتحقق من مصدره، وهو أول ما يُراجع.",
        "What says “illustrative” has no checked source, and is what to review first.",
    ),
    Text(
        "يقرأ الدليل من ملفات لا من هذه الورقة: التصحيح يُكتب في ملف الخدمة التي مفتاحها في العمود الأول.",
        "The catalogue is read from files, not from this sheet: what is mended is written in the file of the service "
        "whose key stands in the first column.",
    ),
)


def workbook(services: Sequence[ServiceDefinition], *, changed: datetime) -> bytes:
    """The XLSX file. No cell is ever read as a formula, whatever a definition says."""
    book = Workbook(write_only=True)
    book.properties.title = _ABOUT[0].en
    book.properties.created = book.properties.modified = changed.replace(tzinfo=None)
    _about(book, len(services), changed)
    for sheet in SHEETS:
        _write(book, sheet, services)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _about(book: Workbook, count: int, changed: datetime) -> None:
    page = book.create_sheet("اقرأني README")
    page.sheet_view.rightToLeft = True
    page.column_dimensions["A"].width = page.column_dimensions["B"].width = 70
    cells = _Cells(page)
    for number, text in enumerate(_ABOUT):
        filled = (said.format(changed=f"{changed:%Y-%m-%d}", count=count) for said in (text.ar, text.en))
        page.append([cells.cell(said) if number else cells.bold(said) for said in filled])


def _write(book: Workbook, sheet: Sheet, services: Sequence[ServiceDefinition]) -> None:
    page = book.create_sheet(f"{sheet.title.ar} {sheet.title.en}")
    page.sheet_view.rightToLeft = True
    page.freeze_panes = "C2"
    columns = (*_SERVICE, *sheet.columns, *_REVIEW)
    for number, one_column in enumerate(columns, 1):
        page.column_dimensions[get_column_letter(number)].width = one_column.width
    cells = _Cells(page)
    page.row_dimensions[1].height = 2 * _LINE
    page.append([cells.heading(one_column) for one_column in columns])
    last = 1
    for service in services:
        named: tuple[Value, ...] = (service.key, service.name.ar, service.name.en)
        for row in sheet.rows(service):
            last += 1
            page.row_dimensions[last].height = _height((*named, *row), columns)
            page.append([cells.cell(value) for value in (*named, *row)])
    page.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    _verdicts(page, len(columns) - len(_REVIEW) + 1, last)


def _height(row: Sequence[Value], columns: Sequence[Column]) -> int:
    """Points that the row's longest cell needs when its words break at the column's width."""
    texts = ((str(value), of.width) for value, of in zip(row, columns, strict=False) if value not in (None, ""))
    lines = max(sum(-(-len(part) // (width - 2)) or 1 for part in text.split("\n")) for text, width in texts)
    return min(_TALLEST, lines * _LINE)


def _verdicts(page: Any, first: int, last: int) -> None:
    """The reviewer chooses her verdict from a list."""
    words = ",".join(one(verdict) for verdict in _VERDICTS)
    chosen = DataValidation(type="list", formula1=f'"{words}"', allow_blank=True)
    letter = get_column_letter(first)
    chosen.add(f"{letter}2:{letter}{max(last, 2)}")
    page.data_validations.append(chosen)


class _Cells:
    """Makes the cells of one page; all plain ones share one style, which is worked out once."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.plain = self._styled("")._style

    def heading(self, of: Column) -> WriteOnlyCell:
        """The title of a column; the reviewer's own are coloured."""
        cell = self._styled(f"{of.heading.ar}\n{of.heading.en}")
        cell.font, cell.fill = _BOLD, _ASKED if of in _REVIEW else _HEAD
        return cell

    def bold(self, text: str) -> WriteOnlyCell:
        """A line that stands out."""
        cell = self._styled(text)
        cell.font = _BOLD
        return cell

    def cell(self, value: Value) -> WriteOnlyCell | None:
        """A value; a text is never a formula."""
        if value is None or value == "":
            return None
        cell = WriteOnlyCell(self.page, value=safe(value) if isinstance(value, str) else value)
        if isinstance(value, str):
            cell.data_type = "s"
        cell._style = self.plain
        return cell

    def _styled(self, text: str) -> WriteOnlyCell:
        cell = WriteOnlyCell(self.page, value=text)
        cell.alignment = _PLAIN
        return cell


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula, also not after it went through CSV."""
    clean = ILLEGAL_CHARACTERS_RE.sub("", text)
    return f"'{clean}" if clean.startswith(_FORMULA) else clean
