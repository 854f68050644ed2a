"""The card about one's own calendar: linking, how it goes in words, taking away; never the link itself."""

from datetime import datetime, timedelta

import pytest

from domain.availability import own_calendar
from outside.occurrences import Interval
from outside.unreadable import Why
from store.database import Database
from store.models import Buddy
from tests import make
from tests.dashboard.availability.own_time import buddy, visitor
from tests.doors import Visitor

__all__ = ["buddy", "visitor"]

LINK = "https://agenda.example.nl/geheim/123.ics"


def shown(visitor: Visitor, number: int) -> str:
    output = visitor.doors.output_of("own-calendar-said.children")
    inputs = [("own-calendar-of", "data", number), ("own-calendar-url", "error", "")]
    return visitor.call(output, inputs).get_data(as_text=True)


def save(visitor: Visitor, number: int, url: str) -> str:
    output = visitor.doors.output_of("own-calendar-url.error", "own-calendar-url.value")
    states = [("own-calendar-url", "value", url), ("own-calendar-of", "data", number)]
    return visitor.call(output, [("own-calendar-save", "n_clicks", 1)], states).get_data(as_text=True)


def remove(visitor: Visitor, number: int) -> str:
    (output,) = [
        key
        for key in visitor.doors.dashboard.callback_map
        if key.startswith("own-calendar-url.error") and ".value" not in key
    ]
    answer = visitor.call(output, [("own-calendar-remove", "n_clicks", 1)], [("own-calendar-of", "data", number)])
    return answer.get_data(as_text=True)


def link(database: Database, number: int) -> str | None:
    with database.reading() as session:
        return session.get_one(Buddy, number).calendar_url


def test_a_link_is_saved_and_never_shown_again(sqlite: Database, visitor: Visitor, buddy: int) -> None:
    answer = save(visitor, buddy, LINK)

    said = shown(visitor, buddy)
    assert "Gekoppeld. Binnen een paar minuten lezen wij uw agenda." in answer
    assert "Gekoppeld met agenda.example.nl. Wij lezen uw agenda zo." in said
    assert "geheim" not in answer + said
    assert link(sqlite, buddy) == LINK


def test_the_buddy_reads_that_it_goes_well(sqlite: Database, visitor: Visitor, buddy: int, now: datetime) -> None:
    save(visitor, buddy, LINK)
    with sqlite.writing() as session:
        one = own_calendar.claim(session, now=now)
        assert one is not None
        own_calendar.store_busy(session, one, [Interval(now, now + timedelta(hours=1))])

    assert "Gelezen op dinsdag 24 november, 11:00. U bent 1 keer bezet." in shown(visitor, buddy)


@pytest.mark.parametrize("why", list(Why))
def test_the_buddy_reads_why_it_does_not_go_well(
    sqlite: Database, visitor: Visitor, buddy: int, now: datetime, why: Why
) -> None:
    save(visitor, buddy, LINK)
    with sqlite.writing() as session:
        one = own_calendar.claim(session, now=now)
        assert one is not None
        own_calendar.failed(session, one, why)

    said = shown(visitor, buddy)
    assert "Wij konden uw agenda niet lezen: " in said
    assert "geheim/" not in said


def test_what_is_no_link_is_said_at_the_field(sqlite: Database, visitor: Visitor, buddy: int) -> None:
    assert "Dit is geen link naar een agenda." in save(visitor, buddy, "mijn agenda")
    assert link(sqlite, buddy) is None


def test_a_link_is_taken_away(sqlite: Database, visitor: Visitor, buddy: int) -> None:
    save(visitor, buddy, LINK)

    assert "Losgemaakt." in remove(visitor, buddy)
    assert link(sqlite, buddy) is None


def test_another_buddy_sees_and_changes_nothing(sqlite: Database, visitor: Visitor, buddy: int, now: datetime) -> None:
    save(visitor, buddy, LINK)
    other = visitor.doors.visitor(make.buddy_actor(buddy + 1))

    answers = shown(other, buddy) + save(other, buddy, "https://elders.nl/a.ics") + remove(other, buddy)

    assert "agenda.example.nl" not in answers
    assert link(sqlite, buddy) == LINK


def test_a_coordinator_helps(sqlite: Database, visitor: Visitor, buddy: int) -> None:
    save(visitor.doors.visitor(make.COORDINATOR), buddy, LINK)

    assert link(sqlite, buddy) == LINK
