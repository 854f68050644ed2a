"""Form fields as plain HTML: each kind has its control, its label, its help and its error."""

import pytest
from flask import Flask, render_template_string
from playwright.sync_api import expect

from domain.forms import Field, FieldKind, Option
from tests.browser.chromium import OpenPage, serving
from tests.browser.looks import wrong_in_every_look

FEW = (Option("po", "Basisschool"), Option("vo", "Voortgezet"))
MANY = tuple(Option(str(n), f"Plaats {n}", "Noord" if n < 5 else "Zuid") for n in range(9))
FIELDS = (
    Field(
        "name", FieldKind.TEXT, "Uw voornaam", "Een bijnaam mag ook.", required=True, most=40, autocomplete="given-name"
    ),
    Field("mail", FieldKind.MAIL, "Uw e-mailadres", required=True),
    Field("phone", FieldKind.PHONE, "Uw telefoonnummer"),
    Field("party", FieldKind.NUMBER, "Met hoeveel komt u?", least=1, most=4),
    Field("day", FieldKind.DATE, "Welke dag?"),
    Field("hour", FieldKind.TIME, "Hoe laat?"),
    Field("sector", FieldKind.CHOICE, "Welke school?", options=FEW, required=True),
    Field("place", FieldKind.CHOICE, "Waar woont u?", options=MANY),
    Field("topics", FieldKind.CHOICES, "Waarover?", options=MANY),
    Field("story", FieldKind.LONG_TEXT, "Wat wilt u vertellen?", placeholder="Bijvoorbeeld"),
    Field("lift", FieldKind.YES_NO, "Ik wil meerijden"),
    Field("agreed", FieldKind.CONSENT, "U mag mij mailen", "Alleen over dit café.", required=True),
)
PAGE = """{% extends "base.html" %}{% import "fields.html" as fields with context %}
{% block content %}<h1>Aanmelden</h1>{{ fields.summary(all, errors) }}
<form method="post" novalidate>{{ form_token() }}{{ fields.form_fields(all, values, errors) }}<button>Verstuur</button>
</form>
{% endblock %}"""
VALUES = {
    "name": "<Ann>",
    "party": 2,
    "sector": "vo",
    "place": "3",
    "topics": ("1", "8"),
    "story": "Er was",
    "lift": True,
}
ERRORS = {"mail": "Vul in: Uw e-mailadres", "sector": "Kies uit de lijst", "agreed": "Zet een vinkje"}


def page(server: Flask, errors: dict[str, str] | None = None) -> str:
    with server.test_request_context("/"):
        return render_template_string(PAGE, all=FIELDS, values=VALUES, errors=errors or {})


@pytest.mark.parametrize(
    "drawn",
    [
        '<input id="f-name" name="name" value="&lt;Ann&gt;" type="text" autocomplete="given-name"',
        'aria-describedby="h-name" required maxlength="40">',
        'type="email" autocomplete="email"',
        'type="tel" autocomplete="tel"',
        'type="number" min="1" max="4"',
        'type="date"',
        'type="time"',
        '<input type="radio" id="f-sector-vo" name="sector" value="vo" checked required>',
        '<option value="3" selected>Plaats 3</option>',
        '<optgroup label="Noord">',
        '<input type="checkbox" id="f-topics-8" name="topics" value="8" checked>',
        'placeholder="Bijvoorbeeld">Er was</textarea>',
        '<input type="checkbox" id="f-lift" name="lift" value="yes" checked>',
        "(mag leeg blijven)",
    ],
)
def test_each_kind_is_drawn_with_what_it_needs(server: Flask, drawn: str) -> None:
    assert drawn in " ".join(page(server).split()).replace(' "', '"')


def test_an_error_belongs_to_its_field(server: Flask) -> None:
    drawn = page(server, ERRORS)

    assert ('aria-describedby="e-mail" aria-invalid="true"' in drawn, 'id="e-mail"' in drawn) == (True, True)


def test_the_summary_counts_and_leads_to_the_fields(server: Flask) -> None:
    drawn = page(server, ERRORS)

    assert [f'href="#{target}"' in drawn for target in ("f-mail", "f-sector-po", "f-agreed")] == [True, True, True]


@pytest.mark.browser
@pytest.mark.parametrize("errors", [{}, ERRORS], ids=["clean", "wrong"])
def test_a_form_is_accessible(server: Flask, open_page: OpenPage, errors: dict[str, str]) -> None:
    server.add_url_rule("/try", "try", lambda: render_template_string(PAGE, all=FIELDS, values=VALUES, errors=errors))
    with serving(server) as url:
        opened = open_page(f"{url}/try")

        assert wrong_in_every_look(opened) == []


@pytest.mark.browser
def test_the_summary_takes_the_focus_and_a_link_reaches_the_field(server: Flask, open_page: OpenPage) -> None:
    server.add_url_rule("/try", "try", lambda: render_template_string(PAGE, all=FIELDS, values=VALUES, errors=ERRORS))
    with serving(server) as url:
        opened = open_page(f"{url}/try", scripts=False)
        expect(opened.get_by_role("alert")).to_be_focused()

        opened.get_by_role("link", name="Uw e-mailadres").press("Enter")

        expect(opened.get_by_label("Uw e-mailadres")).to_be_focused()


@pytest.mark.browser
def test_a_page_never_scrolls_sideways_on_a_phone(server: Flask, open_page: OpenPage) -> None:
    server.add_url_rule("/try", "try", lambda: render_template_string(PAGE, all=FIELDS, values=VALUES, errors=ERRORS))
    with serving(server) as url:
        opened = open_page(f"{url}/try", size=(320, 640))

        assert opened.evaluate("document.documentElement.scrollWidth") == 320
