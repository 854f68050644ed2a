"""What the page of a gathering says of how it went, and of how many usually come."""

from datetime import date, datetime, timedelta

import pytest

from domain.taking_part import attendance
from store.database import Database
from store.models import Feedback
from store.sessions import Session
from tests import make
from tests.doors import Doors

OVER = timedelta(days=8)


def page(database: Database, event_id: int, at: datetime) -> str:
    visitor = Doors(database, at).visitor(make.COORDINATOR)
    inputs = [("event-number", "data", event_id), ("event-changed", "data", None), ("sign-up-added", "data", None)]
    return str(visitor.call(visitor.doors.output_of("event.children"), inputs).get_json())


def said(session: Session, event_id: int, *answers: tuple[int, str]) -> None:
    rows = [
        Feedback(event_id=event_id, helped=helped, remark=remark or None, given_on=date(2026, 12, 2))
        for helped, remark in answers
    ]
    session.add_all(rows)


def test_from_three_answers_on_there_is_an_average_with_its_spread(database: Database, now: datetime) -> None:
    with database.writing() as session:
        event_id = make.cafe(session, now=now)
        said(session, event_id, (5, "Zeer welkom"), (4, "Aardig"), (4, ""))

    shown = page(database, event_id, now + OVER)

    assert ("Gemiddeld 4,3 van 5, uit 3 antwoorden." in shown, "Ja, heel veel" in shown) == (True, True)
    assert 0 < shown.index("Aardig") < shown.index("Zeer welkom")


def test_of_fewer_answers_no_average_is_shown(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now)
        said(session, event_id, (1, ""), (1, ""))

    shown = page(sqlite, event_id, now + OVER)

    assert ("2 antwoorden. Vanaf 3 antwoorden" in shown, "Gemiddeld" in shown) == (True, False)


@pytest.mark.parametrize(("at", "says"), [(timedelta(), False), (OVER, True)], ids=["to come", "over"])
def test_before_the_end_nothing_is_said_of_it(sqlite: Database, now: datetime, at: timedelta, says: bool) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now)

    assert ("Wat mensen ervan vonden" in page(sqlite, event_id, now + at)) is says


def test_how_many_usually_come_is_said_when_planning_and_takes_no_seats(database: Database, now: datetime) -> None:
    with database.writing() as session:
        for _ in range(3):
            event_id = make.cafe(session, now=now)
            at = now + timedelta(days=7)
            for number in range(5):
                row = make.signed_up(session, event_id, f"Ouder{number}", now=now)
                attendance.mark(session, event_id, row, number < 4, at=at, by=make.COORDINATOR, now=at)
        planned = make.cafe(session, now=now, starts_at=now + timedelta(days=20))

    shown = page(database, planned, now + OVER)

    assert "Van elke 10 mensen die zich aanmelden, komen er meestal 8. Op basis van 3 keer." in shown
    assert "0 van 12 plaatsen bezet" in shown


def test_the_way_to_the_door_is_there_from_an_hour_before(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now)

    found = [f"{event_id}/aanwezig" in page(sqlite, event_id, now + timedelta(days=7, hours=-h)) for h in (2, 1)]

    assert found == [False, True]
