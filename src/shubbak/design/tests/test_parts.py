"""The parts, rendered: what assistive technology and a browser without scripts rely on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django import forms
from django.shortcuts import render
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from shubbak.design.bound import faults
from shubbak.design.shapes import Choice, Question
from shubbak.kernel.refusal import Fault, Invalid

from .gallery import parts

PACKAGE = Path(__file__).parent.parent.parent
OWNED = {"D", "E", "F", "B", "H", "S", "T", "V"}


def drawn(source: str, **given: object) -> str:
    return Template("{% load i18n design %}" + source).render(Context(given))


def test_a_wrong_field_says_so_to_everybody() -> None:
    html = drawn("{% question q %}", q=Question("area", "المساحة", "number", "٤٨", hint="بالمتر", error="اكتب رقمًا"))
    assert 'id="f-area"' in html
    assert 'aria-describedby="f-area-hint f-area-error"' in html
    assert 'aria-invalid="true"' in html
    assert 'inputmode="decimal"' in html
    assert re.search(r'<label for="f-area">', html)


def test_a_closed_question_is_a_group_with_a_name() -> None:
    choices = (Choice("a", "أول"), Choice("b", "ثان"))
    html = drawn("{% question q %}", q=Question("kind", "النوع", "choice", "b", choices=choices))
    assert html.count('type="radio"') == 2
    assert "<legend>النوع" in html
    assert re.search(r'value="b" checked', html)
    many = Question("kind", "النوع", "choice", "b", choices=choices, style="select")
    assert '<option value="b" selected>' in drawn("{% question q %}", q=many)


def test_what_was_typed_stays_and_stays_text() -> None:
    html = drawn("{% question q %}", q=Question("n", "الاسم", value='"><script>'))
    assert "<script>" not in html
    assert "&quot;&gt;&lt;script&gt;" in html


def test_a_password_is_never_shown_again() -> None:
    class SignIn(forms.Form):
        password = forms.CharField(widget=forms.PasswordInput)

    html = drawn("{% form_field form.password %}", form=SignIn({"password": "secret"}))
    assert 'type="password"' in html
    assert "secret" not in html


def test_the_summary_links_to_the_fields() -> None:
    refusal = Invalid("answers", "x", faults=[Fault("answers.area", "number", "اكتب رقمًا"), Fault("", "x", "عام")])
    assert faults(refusal) == [("f-area", "اكتب رقمًا"), ("", "عام")]
    assert faults(Invalid("x", "جملة")) == [("", "جملة")]
    html = drawn("{% errors found %}", found=refusal)
    assert 'href="#f-area"' in html
    assert 'role="alert"' in html
    assert drawn("{% errors found %}", found=[]).strip() == ""


def test_the_line_says_where_it_stands() -> None:
    with override("ar"):
        html = drawn("{% line stops %}", stops=parts()["stops"])
    assert html.count('aria-current="step"') == 1
    assert html.count('class="done"') == 2
    assert "أنت هنا" in html


def test_a_tag_is_never_colour_alone() -> None:
    assert drawn("{% tag 'sun' 'بانتظارك' %}") == '<span class="tag sun">بانتظارك</span>'


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_gallery_and_the_fault_page_render(language: str, settings: object) -> None:
    with override(language):
        request = RequestFactory().get("/")
        html = render(request, "design/gallery.html", parts()).content.decode()
        assert f'lang="{language}"' in html
        for status in (400, 403, 404, 500):
            assert str(status) in render(request, "design/fault.html", {"status": status}).content.decode()


def test_no_template_takes_a_key_that_a_browser_owns() -> None:
    wrong = []
    for path in PACKAGE.glob("*/templates/**/*.html"):
        text = path.read_text("utf-8")
        for name in re.findall(r'data-key="([^"{]+)"|\bkey="([^"{]+)"|{% key "([^"{]+)"', text):
            key = "".join(name)
            if key.upper() in OWNED or not re.fullmatch(r"[A-Za-z0-9]|Enter", key):
                wrong.append(f"{path.relative_to(PACKAGE)}: Alt+{key}")
    assert wrong == []
