"""What stands on the shelf is taken whole, written over, and never there twice."""

from __future__ import annotations

from pathlib import Path

from shubbak.catalogue.check import check
from shubbak.catalogue.reading.folder import read_folder
from shubbak.flow.definition import Field, ServiceDefinition

from . import page

KIOSK = page.example("service")
OWN = """standard: ours
fields:
  colour: {label: {ar: اللون, en: Colour}, kind: text, max: 20}
sections:
  place:
    section: {ar: المكان, en: Where}
    fields:
      place_address: {label: {ar: العنوان, en: Address}, kind: address}
      place_point: {label: {ar: النقطة, en: Point}, kind: point, required: no}
"""


def made(folder: Path, text: str = KIOSK, **others: str) -> ServiceDefinition:
    for name, content in {"kiosk": text, **others}.items():
        (folder / f"{name}.yaml").write_text(content, "utf-8")
    compiled, findings = read_folder(folder)
    assert findings == [], [str(finding) for finding in findings]
    (one,) = compiled
    return one.service


def field(service: ServiceDefinition, key: str) -> Field:
    return next(field for field in service.fields if field.key == key)


def test_a_part_written_over_keeps_the_rest(tmp_path: Path) -> None:
    service = made(tmp_path)
    paper = next(document for document in service.documents if document.key == "health-certificate")
    assert paper.identifies
    assert paper.when is not None
    promise = next(limit for limit in service.limits if limit.key == "promise")
    assert (promise.days, promise.unit, promise.pauses) == (9, "working", ("waiting_citizen", "waiting_payment"))


def test_a_section_taken_is_changed_and_the_rest_stays(tmp_path: Path) -> None:
    service = made(tmp_path)
    address = field(service, "place_address")
    assert address.label.en == "Where the kiosk will stand"
    assert (address.kind, address.maximum) == ("address", "200")
    assert str(address.group) == "المكان"


def test_questions_left_out_added_and_shown_together(tmp_path: Path) -> None:
    """`without`, `fields` and `when` of a taken section; the condition is every question's own as well."""
    taken = "  - take: place\n    without: [place_point]\n    when: applicant_kind == 'citizen'\n"
    more = "    fields:\n      landmark: {label: {ar: علامة, en: Landmark}, kind: text, when: len(place_address) > 0}\n"
    text = KIOSK.replace("  - take: place\n", taken + more).replace("      place_point: 29.97, 32.55\n", "")
    service = made(tmp_path, text.replace("place_address: شارع الجيش 12", "place_address: شارع الجيش 12"))
    assert [f.key for f in service.fields][:2] == ["place_address", "landmark"]
    address, landmark = field(service, "place_address"), field(service, "landmark")
    assert address.when is not None and address.when.text == "applicant_kind == 'citizen'"
    assert landmark.when is not None and landmark.when.tree[0] == "and"


def test_rows_and_steps_take_standard_questions(tmp_path: Path) -> None:
    """`standard` works inside a group and in what an action asks."""
    colour = "          colour: {standard: yes, required: no}\n"
    rows = KIOSK.replace("          goods:", colour + "          goods:", 1)
    asks = "      needs: [place_address, width, depth]\n      actions: {conforms: {asks: {plot_number: standard}}}\n"
    text = rows.replace("      needs: [place_address, width, depth]\n", asks)
    service = made(tmp_path, text, own=OWN)
    assert [row.key for row in field(service, "stands").fields] == ["colour", "goods", "stand_length", "chilled"]
    conforms = service.step("inspect").action("conforms")
    assert conforms is not None
    assert "plot_number" in [asked.key for asked in conforms.fields]


def test_a_part_of_the_folder_takes_the_place_of_ours(tmp_path: Path) -> None:
    assert str(field(made(tmp_path, own=OWN), "place_point").label) == "النقطة"


def test_two_parts_of_one_name_are_a_mistake(tmp_path: Path) -> None:
    """In two files of the same folder, whatever the files are called."""
    (tmp_path / "a.yaml").write_text(OWN, "utf-8")
    (tmp_path / "b.yaml").write_text(
        "standard: more\nfields:\n  colour: {label: {ar: ل, en: c}, kind: text}\n", "utf-8"
    )
    (finding,) = check(tmp_path)
    assert (finding.file, finding.line) == (str(tmp_path / "b.yaml"), 3)
    assert finding.what == "There are two standard fields “colour”."
    assert finding.mend.endswith(f"{tmp_path / 'a.yaml'}:3.")


def test_an_unknown_group_of_parts(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("standard: more\nsection: {}\n", "utf-8")
    (finding,) = check(tmp_path)
    assert (finding.line, finding.mend) == (2, "Did you mean “sections”?")
