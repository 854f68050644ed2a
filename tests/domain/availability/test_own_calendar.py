"""A buddy's own calendar: a secret link, and only when it says busy."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from domain.availability import own_calendar
from domain.buddying import buddies
from domain.refused import Refused
from outside.occurrences import Interval
from outside.unreadable import Why
from store.database import Database
from store.models import Buddy, BusyTime, JournalLine
from tests import make

HOUR = timedelta(hours=1)
LINK = "webcal://agenda.example.nl/geheim/123.ics"


@pytest.fixture
def buddy(database: Database, now: datetime) -> int:
    with database.writing() as session:
        number = make.buddy(session, now=now)
        own_calendar.set_link(session, number, LINK, by=make.buddy_actor(number), now=now)
    return number


def claim(database: Database, now: datetime) -> own_calendar.Claimed | None:
    with database.writing() as session:
        return own_calendar.claim(session, now=now)


def claimed(database: Database, now: datetime) -> own_calendar.Claimed:
    found = claim(database, now)
    assert found is not None
    return found


def store(database: Database, one: own_calendar.Claimed, *starts: datetime) -> bool:
    with database.writing() as session:
        return own_calendar.store_busy(session, one, [Interval(start, start + HOUR) for start in starts])


def busy(database: Database) -> list[datetime]:
    with database.reading() as session:
        return [row.starts_at for row in session.query(BusyTime).order_by(BusyTime.starts_at)]


def test_a_link_is_kept_as_an_address_of_the_web(database: Database, now: datetime, buddy: int) -> None:
    with database.reading() as session:
        assert session.get_one(Buddy, buddy).calendar_url == "https://agenda.example.nl/geheim/123.ics"


def test_a_link_is_a_secret(database: Database, now: datetime, buddy: int) -> None:
    with database.reading() as session:
        stored = session.execute(text("SELECT calendar_url FROM buddy")).scalar_one()
        lines = session.query(JournalLine).filter(JournalLine.kind.startswith("own_calendar")).all()

    assert b"example" not in bytes(stored)
    assert [(line.kind, line.subject_id, line.facts) for line in lines] == [("own_calendar.linked", buddy, {})]


def test_the_same_link_again_changes_nothing(database: Database, now: datetime, buddy: int) -> None:
    store(database, claimed(database, now), now + HOUR)

    with database.writing() as session:
        own_calendar.set_link(session, buddy, LINK, by=make.buddy_actor(buddy), now=now)

    assert busy(database) == [now + HOUR]


def test_another_link_forgets_what_the_first_one_said(database: Database, now: datetime, buddy: int) -> None:
    store(database, claimed(database, now), now + HOUR)

    with database.writing() as session:
        own_calendar.set_link(session, buddy, "https://elders.nl/a.ics", by=make.buddy_actor(buddy), now=now)

    assert busy(database) == []
    assert claimed(database, now).url == "https://elders.nl/a.ics"


def test_a_link_that_is_taken_away_leaves_nothing(database: Database, now: datetime, buddy: int) -> None:
    store(database, claimed(database, now), now + HOUR)

    with database.writing() as session:
        for _twice in range(2):
            own_calendar.remove_link(session, buddy, by=make.buddy_actor(buddy), now=now)

    assert busy(database) == []
    assert claim(database, now + 2 * HOUR) is None
    with database.reading() as session:
        assert session.query(JournalLine).filter_by(kind="own_calendar.removed").count() == 1


@pytest.mark.parametrize("url", ["", "mijn agenda", "file:///etc/passwd", "https://naam:geheim@example.nl/a"])
def test_what_is_no_link_is_refused(sqlite: Database, now: datetime, url: str) -> None:
    with sqlite.writing() as session:
        number = make.buddy(session, now=now)
        with pytest.raises(Refused) as refusal:
            own_calendar.set_link(session, number, url, by=make.buddy_actor(number), now=now)

    assert (refusal.value.key, refusal.value.field) == ("own_calendar.no_address", "calendar_url")


def test_nobody_tries_links_all_day(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.buddy(session, now=now)
        for n in range(own_calendar.MOST):
            own_calendar.set_link(session, number, f"https://a.nl/{n}", by=make.buddy_actor(number), now=now)
        with pytest.raises(Refused, match=r"^limit.reached$"):
            own_calendar.set_link(session, number, "https://a.nl/meer", by=make.buddy_actor(number), now=now)


def test_only_the_buddy_and_staff_touch_a_link(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.buddy(session, now=now)
        with pytest.raises(Refused, match=r"^not_allowed$"):
            own_calendar.set_link(session, number, LINK, by=make.buddy_actor(number + 1), now=now)
        own_calendar.set_link(session, number, LINK, by=make.COORDINATOR, now=now)
        with pytest.raises(Refused, match=r"^not_allowed$"):
            own_calendar.remove_link(session, number, by=make.buddy_actor(number + 1), now=now)


def test_a_link_is_read_once_an_hour(database: Database, now: datetime, buddy: int) -> None:
    moments = [now, now, now + HOUR - timedelta(seconds=1), now + HOUR]

    assert [claim(database, moment) is not None for moment in moments] == [True, False, False, True]


def test_the_link_that_waits_longest_comes_first(database: Database, now: datetime, buddy: int) -> None:
    claimed(database, now)
    with database.writing() as session:
        second = make.buddy(session, now=now, email="b@example.nl")
        own_calendar.set_link(session, second, LINK, by=make.COORDINATOR, now=now)

    order = [claimed(database, now + 2 * HOUR).buddy_id for _each in range(2)]

    assert order == [second, buddy]


def test_of_who_stopped_nothing_is_known_any_more(database: Database, now: datetime, buddy: int) -> None:
    store(database, claimed(database, now), now + HOUR)
    with database.writing() as session:
        buddies.stop(session, buddy, by=make.COORDINATOR, now=now)

    with database.reading() as session:
        assert session.get_one(Buddy, buddy).calendar_url is None
    assert (busy(database), claim(database, now + 2 * HOUR)) == ([], None)


def test_each_reading_comes_in_place_of_the_one_before(database: Database, now: datetime, buddy: int) -> None:
    store(database, claimed(database, now), now + HOUR, now + 3 * HOUR)
    one = claimed(database, now + HOUR)

    for _twice in range(2):
        store(database, one, now + 5 * HOUR)

    assert busy(database) == [now + 5 * HOUR]


def test_a_reading_that_failed_keeps_what_was_known(database: Database, now: datetime, buddy: int) -> None:
    store(database, claimed(database, now), now + 3 * HOUR)
    one = claimed(database, now + HOUR)
    with database.writing() as session:
        own_calendar.failed(session, one, Why.GONE)

    with database.reading() as session:
        assert session.get_one(Buddy, buddy).calendar_error == "gone"
    assert busy(database) == [now + 3 * HOUR]
    store(database, claimed(database, now + 2 * HOUR))
    with database.reading() as session:
        assert session.get_one(Buddy, buddy).calendar_error is None


def test_a_link_that_was_changed_meanwhile_is_not_overwritten(database: Database, now: datetime, buddy: int) -> None:
    one = claimed(database, now)
    with database.writing() as session:
        own_calendar.remove_link(session, buddy, by=make.buddy_actor(buddy), now=now)

    assert not store(database, one, now + HOUR)
    with database.writing() as session:
        assert not own_calendar.failed(session, one, Why.GONE)
        assert session.get_one(Buddy, buddy).calendar_error is None
    assert busy(database) == []
