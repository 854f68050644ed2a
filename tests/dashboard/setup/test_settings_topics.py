"""Topics, regions and villages in the settings, over HTTP."""

from datetime import date, datetime

import pytest

from dashboard.pages.settings.regions import FORGET
from store.database import Database
from store.queries import choices, setup
from tests.dashboard.setup.settings_form import fields, send, staff
from tests.doors import Visitor, many, prop_id

TOPIC = {
    "name_nl": "Autisme (ass)",
    "name_en": "Autism",
    "synonyms": "",
    "favourite": [],
    "sensitive": ["yes"],
    "until": None,
    "neighbours": ["F9"],
}


def save_topic(visitor: Visitor, about: dict[str, str], **facts: object) -> str:
    return send(
        visitor, '"form":"topic"', "topic-save", fields("topic", **{**TOPIC, **facts}), ("topic-about", "data", about)
    )


def topic(database: Database, code: str) -> setup.TopicRow:
    with database.reading() as session:
        return next(one for one in setup.topics(session) if one.code == code)


def test_a_topic_is_changed(sqlite: Database, now: datetime) -> None:
    save_topic(staff(sqlite, now), {"code": "F6"})

    assert topic(sqlite, "F6") == setup.TopicRow("F6", "F", "Autisme (ass)", "Autism", False, True, ("F9",))


def test_a_topic_goes_out_of_use(sqlite: Database, now: datetime) -> None:
    save_topic(staff(sqlite, now), {"code": "F6"}, until="2026-11-24")

    assert topic(sqlite, "F6").until == date(2026, 11, 24)


def test_a_topic_is_added(sqlite: Database, now: datetime) -> None:
    save_topic(staff(sqlite, now), {"group": "F"}, name_nl="Tics")

    assert topic(sqlite, "F13").name_nl == "Tics"


def test_a_group_is_renamed(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    send(
        visitor,
        '"form":"topic"',
        "topic-save",
        fields("topic", name_nl="Thuis", name_en="Home"),
        ("topic-about", "data", {"code": "G"}),
    )

    assert topic(sqlite, "G").name_nl == "Thuis"


@pytest.mark.parametrize(
    ("about", "facts", "sentence"),
    [
        ({"code": "F6"}, {"name_nl": "Dyslexie"}, "Er is al een onderwerp met deze naam."),
        ({"code": "F6"}, {"name_nl": ""}, "Vul in: Naam"),
        ({"code": "F6"}, {"neighbours": ["Z9"]}, "Kies uit de lijst: Lijkt op"),
        ({"code": "Z9"}, {}, "Dit bestaat niet (meer)."),
        ({"group": "Z"}, {}, "Dit bestaat niet (meer)."),
    ],
)
def test_a_topic_that_can_not_be_is_refused(
    sqlite: Database, now: datetime, about: dict[str, str], facts: dict[str, object], sentence: str
) -> None:
    assert sentence in save_topic(staff(sqlite, now), about, **facts)


def test_a_region_gets_other_municipalities(sqlite: Database, now: datetime) -> None:
    typed = fields("region", name="Kop", municipalities=["GM0361"])
    send(staff(sqlite, now), '"form":"region"', "region-save", typed, ("region-number", "data", 1))

    with sqlite.reading() as session:
        assert [one.municipalities for one in setup.regions(session) if one.id == 1] == [("GM0361",)]


def test_a_village_is_added_and_taken_away(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    send(visitor, '"form":"place"', "place-add", fields("place", place="Aartswoud", municipality="GM0361"))
    with sqlite.reading() as session:
        known = choices.place_names(session).get("aartswoud")
    button = {"type": FORGET, "place": "Aartswoud"}
    output = next(key for key in visitor.doors.dashboard.callback_map if key.startswith("place-changed.data@"))
    visitor.call(output, [(..., "", many((button, "n_clicks", 1)))], (), [prop_id(button, "n_clicks")])

    with sqlite.reading() as session:
        assert (known, "aartswoud" in choices.place_names(session)) == ("GM0361", False)


def test_a_village_of_another_municipality_is_refused(sqlite: Database, now: datetime) -> None:
    typed = fields("place", place="Heerhugowaard", municipality="GM0361")

    page = send(staff(sqlite, now), '"form":"place"', "place-add", typed)

    assert "Heerhugowaard hoort al bij Dijk en Waard." in page
