"""Saving a form that others may have open."""

from typing import Any

import pytest
from dash import html, no_update

from dashboard.parts.meanwhile import Opened
from dashboard.parts.saving import Newer, Tried, try_to_save
from domain.forms import Field, FieldKind, Form
from domain.refused import Refused

FORM = Form("drawer", (Field("name", FieldKind.TEXT, "Naam", required=True), Field("note", FieldKind.TEXT, "Notitie")))
SAID = html.P("Iemand anders was eerder.")


def newer() -> Newer:
    return ["hun naam", no_update], SAID, {"mark": "2"}


def refusing(key: str) -> Any:
    def write(_checked: object) -> None:
        raise Refused(key)

    return write


def test_what_is_saved_leaves_the_fields_and_clears_the_words_above_them() -> None:
    written: list[object] = []

    tried = try_to_save(FORM, {"name": "Fatma"}, lambda checked: written.append(checked.text("name")), newer)

    assert (tried, written) == (Tried(True, [None, None], [no_update] * 2, None, no_update), ["Fatma"])


def test_what_is_wrong_is_said_at_its_field_and_nothing_else_moves() -> None:
    tried = try_to_save(FORM, {"name": ""}, refusing("not_found"), newer)

    assert tried == Tried(False, ["Vul in: Naam", None], [no_update] * 2, no_update, no_update)


def test_who_saves_second_gets_what_the_other_one_saved() -> None:
    tried = try_to_save(FORM, {"name": "Fatma"}, refusing("drawer.changed_meanwhile"), newer)

    assert tried == Tried(False, [None, None], ["hun naam", no_update], SAID, {"mark": "2"})


@pytest.mark.parametrize(("key", "asked"), [("not_found", newer), ("drawer.changed_meanwhile", None)])
def test_any_other_refusal_is_raised_on(key: str, asked: Any) -> None:
    with pytest.raises(Refused, match=key):
        try_to_save(FORM, {"name": "Fatma"}, refusing(key), asked)


@pytest.mark.parametrize(
    "data", [None, "x", {}, {"at": "gisteren", "values": {}}, {"at": "2026-11-24T10:00", "values": 1}]
)
def test_what_was_opened_and_makes_no_sense_is_refused(data: object) -> None:
    with pytest.raises(Refused, match="not_found"):
        Opened.read(data)
