"""What a new gathering of a kind starts with."""

from datetime import time

from domain.gatherings.event_kinds import EventKind, kinds
from store.database import Database

EVENING = EventKind("cafe", "Oudercafé", 12, 120, time(19, 30), 0, public=True)


def test_the_kinds_come_from_the_catalogue_in_their_order(sqlite: Database) -> None:
    with sqlite.reading() as session:
        found = kinds(session)

    assert [(one.key, one.seats, one.public) for one in found] == [
        ("cafe", 12, True),
        ("theme", 25, True),
        ("training", 10, False),
        ("supervision", 10, False),
    ]


def test_it_ends_after_its_usual_time_and_on_the_same_day() -> None:
    assert [EVENING.end(start) for start in (time(19, 30), time(22, 30))] == [time(21, 30), time(23, 59)]
