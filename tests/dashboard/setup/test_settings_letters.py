"""The words of letters in the settings, over HTTP."""

from datetime import datetime
from typing import Any

import pytest

from dashboard.parts.dialog import DIALOG
from dashboard.parts.setup.letter_samples import sample_values
from domain import catalogue
from domain.post import letter_texts
from mail.templates import standard
from store.database import Database
from tests.dashboard.setup.settings_form import send, staff
from tests.doors import Visitor, prop_id


def about_letter(key: str = "sign_up_confirmed", language: str = "nl") -> tuple[Any, ...]:
    return ("letter-key", "data", key), ("letter-language", "value", language)


def save_letter(visitor: Visitor, title: str, body: str, language: str = "nl") -> str:
    words = ("letter-title", "value", title), ("letter-body", "value", body)
    return send(visitor, "letter-title.error", "letter-save", *words, *about_letter(language=language))


def test_a_letter_gets_other_words(sqlite: Database, now: datetime) -> None:
    save_letter(staff(sqlite, now), "Tot dan", "Dag {naam}. {wanneer} {link}", "en")

    with sqlite.reading() as session:
        assert letter_texts.load(session, "sign_up_confirmed").wording("en").title == "Tot dan"


@pytest.mark.parametrize(
    ("title", "body", "sentence"),
    [
        ("Dag {voornaam}", "{wanneer} {link}", "Dit veld kent dit bericht niet: {voornaam}."),
        ("Dag", "{wanneer}", "In dit bericht moet ook staan: {link}."),
        ("Dag", "", "Er staat nog geen tekst."),
        ("Dag", "{wanneer} {link} {", "Er staat een losse accolade in de tekst."),
    ],
)
def test_words_that_can_not_be_sent_are_refused_with_the_reason(
    sqlite: Database, now: datetime, title: str, body: str, sentence: str
) -> None:
    assert sentence in save_letter(staff(sqlite, now), title, body)


def previewed(visitor: Visitor, title: str | None, body: str | None) -> str:
    inputs = [("letter-title", "value", title), ("letter-body", "value", body)]
    return visitor.call("letter-preview.children", inputs, about_letter()).get_data(as_text=True)


def test_the_preview_fills_in_samples_and_names_what_is_wrong(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)

    assert "Dag Farida" in previewed(visitor, "Dag {naam}", "{wanneer} {link}")
    assert "Dit veld kent dit bericht niet: {wie}." in previewed(visitor, "Dag {wie}", "{wanneer} {link}")
    assert "Er staat nog geen tekst." in previewed(visitor, None, None)


def test_the_standard_words_come_back(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    save_letter(visitor, "Tot dan", "Dag {naam}. {wanneer} {link}")
    button = {"type": DIALOG, "name": "letter-reset", "part": "yes"}
    inputs = [("letter-language", "value", "nl"), (button, "n_clicks", 1)]
    output = visitor.doors.output_of("letter-title.value")

    visitor.call(output, inputs, about_letter()[:1], [prop_id(button, "n_clicks")])

    with sqlite.reading() as session:
        entry = catalogue.entry(session, "letter", "sign_up_confirmed")
    assert entry.data == entry.standard


def test_every_placeholder_has_a_sample() -> None:
    assert {name for letter in standard() for name in letter.fields} <= set(sample_values())
