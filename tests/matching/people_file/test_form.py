"""The form of a file with people, as a reader and as a schema: they agree on every file."""

from typing import Any

import pytest

from matching.people_file.fields import BadPeople
from matching.people_file.form import PEOPLE, schema
from tests.matching.people_file.sample import GOOD, with_
from tests.matching.people_file.schemas import fits


def read(document: object) -> str:
    """What the form says of it; nothing when it is good."""
    try:
        PEOPLE.read(document, ())
    except BadPeople as wrong:
        return str(wrong)
    return ""


def test_a_good_file_fits_the_form_and_its_schema() -> None:
    assert (read(GOOD), fits(GOOD, schema())) == ("", True)


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ([], "het bestand: moet een object zijn"),
        (with_("format", "rodedraad-match/1"), "format: moet één van deze zijn: rodedraad-people/1"),
        (with_("colour", "red"), "het bestand: het veld “colour” kennen we niet"),
        (with_("buddies", "-"), "het bestand: het veld “buddies” ontbreekt"),
        (with_("parents", []), "parents: moet een lijst zijn van 1 tot 20000"),
        (with_("parents.1", 3), "parents[1]: moet een object zijn"),
        (with_("parents.0.id", " p1"), "parents[0].id: moet een tekst zijn van 1 tot 120 tekens"),
        (with_("parents.0.id", "p" * 121), "parents[0].id: moet een tekst zijn"),
        (with_("parents.0.topics", ["F1", "F1"]), "parents[0].topics[1]: staat er twee keer"),
        (with_("parents.0.moments", ["tue night"]), "parents[0].moments[0]: moet één van deze zijn: mon morning"),
        (with_("parents.0.waiting_days", True), "parents[0].waiting_days: moet een heel getal zijn van 0 tot 20000"),
        (with_("parents.0.waiting_days", 1.5), "parents[0].waiting_days: moet een heel getal zijn"),
        (with_("parents.0.urgency", 3), "parents[0].urgency: moet een heel getal zijn van 0 tot 2"),
        (with_("parents.0.consent", 1), "parents[0].consent: moet true of false zijn"),
        (with_("parents.1.waiting_since", "20-11-2026"), "parents[1].waiting_since: moet een dag zijn"),
        (with_("buddies.0.max_load", -1), "buddies[0].max_load: moet een heel getal zijn van 0 tot 100"),
        (with_("municipalities", [{"code": "a", "latitude": 91, "longitude": 4}]), "municipalities[0].latitude"),
    ],
)
def test_what_the_form_refuses_the_schema_refuses_too(document: Any, said: str) -> None:
    assert read(document).startswith(said)
    assert not fits(document, schema())


def test_a_day_that_does_not_exist_is_refused() -> None:
    assert read(with_("parents.1.waiting_since", "2026-02-30")).startswith("parents[1].waiting_since")
