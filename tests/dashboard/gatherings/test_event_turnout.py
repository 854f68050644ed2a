"""How many usually come, beside the seats while somebody plans; over HTTP."""

from datetime import datetime, timedelta

import pytest

from domain.taking_part import attendance
from store.database import Database
from tests import make
from tests.doors import Doors

HELD = timedelta(days=7)


def held(database: Database, now: datetime, times: int) -> None:
    """Cafés with five sign-ups each, of whom four came."""
    with database.writing() as session:
        for _ in range(times):
            event_id = make.cafe(session, now=now)
            for number in range(5):
                row = make.signed_up(session, event_id, f"Ouder{number}", now=now)
                attendance.mark(session, event_id, row, number < 4, at=now + HELD, by=make.COORDINATOR, now=now + HELD)


def planning(database: Database, now: datetime, kind: object, seats: object, number: object = None) -> str:
    visitor = Doors(database, now + HELD).visitor(make.COORDINATOR)
    typed = [({"type": "field", "form": "event", "key": key}, "value", value)
             for key, value in (("kind", kind), ("seats", seats))]  # fmt: skip
    answer = visitor.call("event-turnout.children", typed, [("event-number", "data", number)])
    return str(answer.get_json()["response"]["event-turnout"]["children"])


def test_what_is_usual_stands_beside_the_seats(database: Database, now: datetime) -> None:
    held(database, now, times=3)

    said = planning(database, now, "cafe", 20, number=1)

    assert "komen er meestal 8. Op basis van 3 keer." in said
    assert "Zijn alle plaatsen bezet, dan komen er ongeveer 16 mensen." in said


@pytest.mark.parametrize("seats", [None, "", 0, -4, "20"])
def test_without_a_number_of_seats_it_says_only_what_is_usual(sqlite: Database, now: datetime, seats: object) -> None:
    held(sqlite, now, times=3)

    said = planning(sqlite, now, "cafe", seats)

    assert ("Op basis van 3 keer." in said, "ongeveer" in said) == (True, False)


@pytest.mark.parametrize(("times", "kind"), [(2, "cafe"), (3, "training"), (3, None)])
def test_nothing_is_said_when_too_little_is_known(sqlite: Database, now: datetime, times: int, kind: object) -> None:
    held(sqlite, now, times)

    assert planning(sqlite, now, kind, 20) == "[]"
