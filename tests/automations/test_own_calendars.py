"""Reading buddies' own calendars from a real server, one process for each link."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest

from automations.own_calendars import read_own_calendars
from domain.availability import own_calendar
from outside.guarded import Allowed
from store.database import Database
from store.models import Buddy, BusyTime
from tests import make
from tests.outside.web_server import Neighbour, neighbour

HOUR = timedelta(hours=1)
AGENDA = (
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Tandarts\r\nDTSTART:20261124T130000Z\r\nDURATION:PT1H\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture
def web() -> Iterator[Neighbour]:
    with neighbour() as found:
        yield found


def linked(database: Database, url: str, now: datetime, name: str = "anna") -> int:
    with database.writing() as session:
        number = make.buddy(session, now=now, email=f"{name}@example.nl")
        own_calendar.set_link(session, number, url, by=make.COORDINATOR, now=now)
        return number


def read(database: Database, web: Neighbour, now: datetime) -> int:
    return read_own_calendars(database, lambda: now, web.allowed(seconds=1.0))


def busy(database: Database) -> list[tuple[int, datetime, datetime]]:
    with database.reading() as session:
        return [(row.buddy_id, row.starts_at, row.ends_at) for row in session.query(BusyTime)]


def error(database: Database, buddy_id: int) -> str | None:
    with database.reading() as session:
        return session.get_one(Buddy, buddy_id).calendar_error


def test_what_a_calendar_says_is_kept(database: Database, web: Neighbour, now: datetime) -> None:
    anna = linked(database, web.serves("/anna.ics", AGENDA), now)

    counted = [read(database, web, now) for _twice in range(2)]

    assert counted == [1, 0]
    assert busy(database) == [(anna, now + 3 * HOUR, now + 4 * HOUR)]
    assert len(web.server.seen) == 1


def test_one_bad_link_does_not_hold_up_the_others(database: Database, web: Neighbour, now: datetime) -> None:
    numbers = {
        why: linked(database, url, now, why)
        for why, url in {
            "gone": web.url + "/weg.ics",
            "closed": web.serves("/dicht.ics", "", 403),
            "no_calendar": web.serves("/inloggen", "<html>Log in</html>"),
            "not_allowed": "http://169.254.169.254/latest/",
            "fine": web.serves("/anna.ics", AGENDA),
        }.items()
    }
    web.serves("/weg.ics", "", 404)

    assert read(database, web, now) == 1
    assert {error(database, number) or "fine" for number in numbers.values()} == set(numbers)
    assert [number for number, _start, _end in busy(database)] == [numbers["fine"]]


def test_a_private_place_is_not_visited_unless_it_was_allowed(sqlite: Database, web: Neighbour, now: datetime) -> None:
    anna = linked(sqlite, web.serves("/anna.ics", AGENDA), now)

    assert read_own_calendars(sqlite, lambda: now, Allowed()) == 0
    assert (error(sqlite, anna), web.server.seen) == ("not_allowed", [])


def test_two_processes_at_once_read_each_link_once(database: Database, web: Neighbour, now: datetime) -> None:
    for n in range(4):
        linked(database, web.serves(f"/{n}.ics", AGENDA), now, f"buddy{n}")
    start = Barrier(2)

    def go(_number: int) -> int:
        start.wait()
        return read(database, web, now)

    with ThreadPoolExecutor(2) as pool:
        counted = list(pool.map(go, range(2)))

    assert sum(counted) == 4
    assert sorted(path for path, _headers in web.server.seen) == ["/0.ics", "/1.ics", "/2.ics", "/3.ics"]


def test_who_dies_while_reading_leaves_it_to_the_next_hour(database: Database, web: Neighbour, now: datetime) -> None:
    anna = linked(database, web.serves("/anna.ics", AGENDA), now)
    with database.writing() as session:
        own_calendar.claim(session, now=now)

    assert read(database, web, now + HOUR - timedelta(minutes=1)) == 0
    assert read(database, web, now + HOUR) == 1
    assert [number for number, _start, _end in busy(database)] == [anna]


def test_nobody_waits_for_a_slow_calendar_to_write(sqlite: Database, web: Neighbour, now: datetime) -> None:
    written: list[int] = []

    def slowly(visit: object) -> None:
        with sqlite.writing() as session:
            written.append(make.buddy(session, now=now, email="tijdens@example.nl"))

    linked(sqlite, web.on("/traag.ics", slowly), now)

    read(sqlite, web, now)

    assert len(written) == 1
