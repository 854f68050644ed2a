"""The question before a move, over HTTP: what it says, and that only its yes moves."""

from datetime import date, datetime, time
from typing import Any

import pytest

from dashboard.parts.gatherings.move_button import MOVE
from domain.gatherings import hosts
from domain.local_time import instant
from store.database import Database
from store.queries.gatherings import events
from tests import make
from tests.doors import Doors, Visitor, many

ASKED = {"event": 1, "at": "now"}
NIGHT = (date(2027, 3, 28).isoformat(), "02:30")


@pytest.fixture
def visitor(sqlite: Database, now: datetime) -> Visitor:
    with sqlite.writing() as session:
        cafe = make.cafe(session, now=now, seats=3, starts_at=instant(date(2026, 12, 8), time(19, 30)))
        make.signed_up(session, cafe, "Farida", now=now, people=2)
        make.signed_up(session, cafe, "Wendy", now=now, email="", phone="06 12345678")
        make.signed_up(session, cafe, "Joris", now=now)
        hosts.ask(session, cafe, make.buddy(session, now=now), by=make.COORDINATOR, now=now)
    return Doors(sqlite, now).visitor(make.COORDINATOR)


def asks(visitor: Visitor, drop: object, clicks: int | None = None) -> Any:
    buttons = many(({"type": MOVE, "event": 1}, "n_clicks", clicks))
    changed = ["move-drop.data"] if drop else ['{"event":1,"type":"event-move"}.n_clicks']
    inputs = [("move-drop", "data", drop), (..., "", buttons)]
    return visitor.call(visitor.doors.output_of("move-asked.data"), inputs, triggered=changed)


def means(visitor: Visitor, day: object, at: object, asked: object = ASKED) -> Any:
    inputs = [("move-asked", "data", asked), ("move-day", "value", day), ("move-time", "value", at)]
    return visitor.call(visitor.doors.output_of("move-means.children"), inputs).get_json()["response"]


def start(visitor: Visitor) -> datetime:
    with visitor.doors.database.reading() as session:
        found = events.event(session, 1)
    assert found
    return found.starts_at


def test_a_drop_and_a_button_open_the_question_and_move_nothing(visitor: Visitor) -> None:
    before = start(visitor)
    dropped = asks(visitor, {"event": 1, "day": "2026-12-10", "time": "14:15"}).get_json()["response"]
    pressed = asks(visitor, None, clicks=1).get_json()["response"]

    assert [(one["move-day"]["value"], one["move-time"]["value"]) for one in (dropped, pressed)] == [
        ("2026-12-10", "14:15"),
        ("2026-12-08", "19:30"),
    ]
    assert start(visitor) == before


def test_the_question_says_who_is_told(visitor: Visitor) -> None:
    found = means(visitor, "2026-12-15", "19:30")

    said = str(found["move-means"])
    assert found["move-yes"]["disabled"] is False
    assert "1 ouder die komt krijgt een mail, samen 2 mensen." in said
    assert "1 ouder op de wachtlijst krijgt een mail." in said
    assert "1 ouder heeft geen e-mailadres, bel zelf: Wendy." in said
    assert "Anna de Vries wordt opnieuw gevraagd." in said
    assert "dinsdag 15 december, 19:30–21:30" in said


@pytest.mark.parametrize(
    ("day", "at", "sentence"),
    [
        (*NIGHT, "bestaat 02:30 niet"),
        ("2026-11-01", "19:30", "zijn al voorbij"),
        ("", None, "Controleer de velden"),
        ("2026-12-08", "19:30", "staat de bijeenkomst al"),
    ],
)
def test_a_moment_that_cannot_be_is_said_in_the_question(
    visitor: Visitor, day: object, at: object, sentence: str
) -> None:
    found = means(visitor, day, at)

    assert (sentence in str(found["move-means"]), found["move-yes"]["disabled"]) == (True, True)


@pytest.mark.parametrize("asked", [None, {}, {"event": "1"}, {"event": 99}, "x"])
def test_a_forged_question_is_no_more_than_refused(visitor: Visitor, asked: object) -> None:
    assert means(visitor, "2026-12-15", "19:30", asked)["move-yes"]["disabled"] is True


def test_the_yes_moves(visitor: Visitor, now: datetime) -> None:
    seen = means(visitor, "2026-12-15", "20:00")["move-seen"]["data"]
    states = [
        ("move-asked", "data", ASKED),
        ("move-day", "value", "2026-12-15"),
        ("move-time", "value", "20:00"),
        ("move-reason", "value", None),
        ("move-seen", "data", seen),
    ]

    visitor.call(visitor.doors.output_of("move-done.data"), [("move-yes", "n_clicks", 1)], states)

    assert start(visitor) == instant(date(2026, 12, 15), time(20))
