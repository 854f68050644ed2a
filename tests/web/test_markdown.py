"""Texts that staff write, as HTML that can do no harm."""

import pytest

from domain.information.words import Word
from web.explained import explaining
from web.markdown import Heading, render

PLAN = Word("opp", "OPP", "Het plan voor een kind dat hulp krijgt.", ("ontwikkelingsperspectief",))


@pytest.mark.parametrize(
    "harm",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,hoi)",
        "[x](vbscript:x)",
        "[x](//elders.example)",
        "![x](https://elders.example/x.png)",
        "```\n<script>\n```",
        "[x]: javascript:alert(1)\n\n[x]",
        "<details open ontoggle=alert(1)>",
    ],
)
def test_what_could_do_harm_is_only_text(harm: str) -> None:
    html = str(render(harm).html)

    assert [
        sign for sign in ("<script", "<img", "<details", 'href="j', 'href="J', 'href="d', 'href="//') if sign in html
    ] == []


@pytest.mark.parametrize(
    "address", ["https://www.rijksoverheid.nl", "/agenda", "mailto:a@b.nl", "tel:0721234567", "#kop"]
)
def test_a_link_may_go_to_pages_mail_and_phone(address: str) -> None:
    assert f'href="{address}"' in render(f"[hier]({address})").html


def test_headings_begin_below_the_title_and_can_be_jumped_to() -> None:
    found = render("# Een\n\n## Twee\n\n# Een")

    assert (found.headings, "<h1" in found.html, '<h3 id="twee">' in found.html) == (
        (Heading("een", "Een"), Heading("een-2", "Een")), False, True
    )  # fmt: skip


def test_a_word_is_explained_right_below_its_first_sentence() -> None:
    html = render("Het OPP is een plan.\n\nIn het OPP staat hulp.", explaining([PLAN])).html

    assert html == (
        '<p>Het <a class="word" href="#w-opp">OPP</a> is een plan.</p>\n'
        '<details class="meaning" id="w-opp"><summary>Uitleg: OPP</summary>'
        "<p>Het plan voor een kind dat hulp krijgt.</p></details>\n"
        "<p>In het OPP staat hulp.</p>\n"
    )


def test_another_way_of_writing_is_the_same_word() -> None:
    html = render("Een ontwikkelingsperspectief of OPP.", explaining([PLAN])).html

    assert html.count("<details") == 1


@pytest.mark.parametrize("text", ["## Het OPP", "[het OPP](/informatie)", "stOPPen", "een OPP-plan"])
def test_headings_links_and_parts_of_words_are_left_alone(text: str) -> None:
    assert "<details" not in render(text, explaining([PLAN])).html


def test_a_meaning_is_text_too() -> None:
    html = render("Een OPP.", explaining([Word("x", "OPP", "<b>vet</b>")])).html

    assert "&lt;b&gt;vet" in html
