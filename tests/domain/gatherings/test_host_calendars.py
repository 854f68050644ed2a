"""What arrives in the calendar of a buddy who hosts, read by a parser that shares nothing with the writer."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
import vobject

from automations.run import run
from domain.buddying import buddies
from domain.gatherings import events, hosts, left_out, series
from domain.gatherings.event_plans import VenuePlan
from domain.gatherings.recurrence import Rule
from store.database import Database
from store.models import Letter
from store.states import LetterState
from tests import make
from tests.make import COORDINATOR

HERE, THERE = VenuePlan("De Wilg", "GM0361", "Kerkstraat 1"), VenuePlan("De Kern", "GM0361")


@pytest.fixture
def evening(now: datetime) -> datetime:
    """Tuesday 1 December 2026, 20:00 in Amsterdam, when a buddy has time."""
    return now + timedelta(days=7, hours=9)


@pytest.fixture
def asked(database: Database, now: datetime, evening: datetime) -> tuple[int, int]:
    with database.writing() as session:
        event_id = make.cafe(session, now=now, starts_at=evening)
        buddy_id = make.buddy(session, now=now)
        hosts.ask(session, event_id, buddy_id, by=COORDINATOR, now=now)
    return event_id, buddy_id


def answer(database: Database, asked: tuple[int, int], yes: bool, now: datetime) -> None:
    with database.writing() as session:
        hosts.answer(session, *asked, yes=yes, by=make.buddy_actor(asked[1]), now=now)


def change(database: Database, event_id: int, starts_at: datetime, venue: VenuePlan, now: datetime) -> None:
    with database.writing() as session:
        plan = make.event_plan(now=now, starts_at=starts_at, venue=venue)
        events.change(session, event_id, plan, by=COORDINATOR, now=now)


def posted(database: Database, now: datetime, address: str = "anna@example.nl") -> list[tuple[str, str | None]]:
    """The kinds of letters that reached this address up to now, each with its calendar file."""
    run(database, now, make.LETTERHEAD)
    with database.writing() as session:
        make.post(session, now=now)
        letters = session.query(Letter).where(Letter.state == LetterState.SENT).order_by(Letter.id).all()
        return [(one.kind, one.calendar) for one in letters if one.address == address]


def received(database: Database, now: datetime) -> list[vobject.base.Component]:
    return [vobject.readOne(file) for _kind, file in posted(database, now) if file]


def said(files: list[vobject.base.Component]) -> list[tuple[str, str]]:
    return [(one.method.value, one.vevent.status.value) for one in files]


def test_a_host_has_it_in_the_calendar_from_the_yes_to_the_end_under_one_name(
    database: Database, asked: tuple[int, int], now: datetime, evening: datetime
) -> None:
    event_id = asked[0]
    posted(database, now)
    answer(database, asked, True, now)
    received(database, now)
    change(database, event_id, evening, THERE, now)
    received(database, now)
    later = evening + timedelta(days=7)
    change(database, event_id, later, THERE, now + timedelta(minutes=5))
    received(database, now + timedelta(minutes=5))
    answer(database, asked, True, now + timedelta(minutes=6))
    received(database, now + timedelta(minutes=6))
    with database.writing() as session:
        events.cancel(session, event_id, by=COORDINATOR, now=now + timedelta(minutes=7))

    files = received(database, now + timedelta(minutes=7))
    numbers = [int(one.vevent.sequence.value) for one in files]
    assert said(files) == [
        ("REQUEST", "CONFIRMED"),
        ("REQUEST", "CONFIRMED"),
        ("REQUEST", "TENTATIVE"),
        ("REQUEST", "CONFIRMED"),
        ("CANCEL", "CANCELLED"),
    ]
    assert len({one.vevent.uid.value for one in files}) == 1
    assert all(before < after for before, after in pairwise(numbers))
    assert [one.vevent.dtstart.value for one in files] == [evening, evening, later, later, later]
    assert [one.vevent.location.value for one in files[:2]] == ["De Wilg, Kerkstraat 1, Alkmaar", "De Kern, Alkmaar"]


def test_a_yes_to_another_time_is_awaited_again(
    database: Database, asked: tuple[int, int], now: datetime, evening: datetime
) -> None:
    answer(database, asked, True, now)
    received(database, now)
    change(database, asked[0], evening + timedelta(days=7), HERE, now + timedelta(minutes=5))

    before, after = (one.vevent for one in received(database, now + timedelta(minutes=5)))
    answers = [one.attendee.params["PARTSTAT"] for one in (before, after)]
    assert (answers, after.summary.value) == ([["ACCEPTED"], ["NEEDS-ACTION"]], "Gevraagd: Oudercafé")


def test_another_time_and_another_place_are_one_letter(
    database: Database, asked: tuple[int, int], now: datetime, evening: datetime
) -> None:
    answer(database, asked, True, now)
    posted(database, now)
    change(database, asked[0], evening + timedelta(days=7), THERE, now + timedelta(minutes=5))

    kinds = [kind for kind, _file in posted(database, now + timedelta(minutes=5))]
    assert kinds == ["host_confirmed", "host_asked_again"]


@pytest.mark.parametrize("ends", ["taken back", "withdrawn", "stopped"])
def test_who_hosts_no_more_has_it_taken_out(
    database: Database, asked: tuple[int, int], now: datetime, ends: str
) -> None:
    answer(database, asked, True, now)
    received(database, now)
    with database.writing() as session:
        if ends == "taken back":
            hosts.take_back(session, *asked, by=COORDINATOR, now=now)
        elif ends == "withdrawn":
            hosts.answer(session, *asked, yes=False, by=make.buddy_actor(asked[1]), now=now)
        else:
            buddies.stop(session, asked[1], by=COORDINATOR, now=now)

    first, last = received(database, now)
    assert said([first, last]) == [("REQUEST", "CONFIRMED"), ("CANCEL", "CANCELLED")]
    assert first.vevent.uid.value == last.vevent.uid.value
    assert int(first.vevent.sequence.value) < int(last.vevent.sequence.value)


@pytest.mark.parametrize("yes", [None, False])
def test_who_never_said_yes_gets_nothing_in_or_out_of_the_calendar(
    database: Database, asked: tuple[int, int], now: datetime, evening: datetime, yes: bool | None
) -> None:
    posted(database, now)
    if yes is not None:
        answer(database, asked, yes, now)
    change(database, asked[0], evening + timedelta(days=7), HERE, now)
    posted(database, now)
    with database.writing() as session:
        events.cancel(session, asked[0], by=COORDINATOR, now=now)

    assert received(database, now) == []


def test_a_yes_that_was_taken_back_before_any_letter_left_takes_nothing_out(
    database: Database, asked: tuple[int, int], now: datetime
) -> None:
    answer(database, asked, True, now)
    run(database, now, make.LETTERHEAD)
    answer(database, asked, False, now)

    assert [(kind, bool(file)) for kind, file in posted(database, now)] == [("host_withdrawn", False)]


def test_a_date_that_is_left_out_leaves_the_calendar_and_comes_back_with_the_next_yes(
    sqlite: Database, now: datetime, evening: datetime
) -> None:
    with sqlite.writing() as session:
        plan, rule = make.event_plan(now=now, starts_at=evening), Rule(evening.date(), count=2)
        first, _other = series.add(session, plan, rule, skips_closed=False, by=COORDINATOR, now=now)
        asked = first, make.buddy(session, now=now)
        hosts.ask(session, *asked, by=COORDINATOR, now=now)
    answer(sqlite, asked, True, now)
    received(sqlite, now)
    with sqlite.writing() as session:
        left_out.skip(session, first, "Sinterklaas", by=COORDINATOR, now=now)
    received(sqlite, now)
    with sqlite.writing() as session:
        left_out.bring_back(session, first, by=COORDINATOR, now=now + timedelta(minutes=5))
    received(sqlite, now + timedelta(minutes=5))
    answer(sqlite, asked, True, now + timedelta(minutes=6))

    files = received(sqlite, now + timedelta(minutes=6))
    numbers = [int(one.vevent.sequence.value) for one in files]
    assert [method for method, _status in said(files)] == ["REQUEST", "CANCEL", "REQUEST"]
    assert all(before < after for before, after in pairwise(numbers))


def test_the_file_of_a_host_holds_no_parent_and_not_the_name_of_a_guest(
    sqlite: Database, now: datetime, evening: datetime
) -> None:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now, starts_at=evening)
        make.signed_up(session, event_id, now=now)
        make.signed_up(session, event_id, "Anna", now=now)
        asked = event_id, make.buddy(session, now=now)
        hosts.ask(session, *asked, by=COORDINATOR, now=now)
    answer(sqlite, asked, True, now)

    guest, host = received(sqlite, now)
    assert guest.vevent.uid.value != host.vevent.uid.value
    assert [one.value for one in host.vevent.contents["attendee"]] == ["mailto:anna@example.nl"]
    assert "farida" not in host.serialize().lower()
