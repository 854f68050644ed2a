"""What follows from asking a buddy to host: who gets which letter, and that nobody reads what no longer holds."""

from datetime import datetime, timedelta

import pytest

from automations.run import run
from domain import links
from domain.actors import Role
from domain.buddying import buddies
from domain.gatherings import events, hosts, left_out, series
from domain.gatherings.event_plans import VenuePlan
from domain.gatherings.recurrence import Rule
from store.database import Database
from store.models import Letter
from store.states import LinkPurpose
from tests import make


@pytest.fixture
def evening(now: datetime) -> datetime:
    """Tuesday 1 December 2026, 20:00 in Amsterdam, when a buddy has time."""
    return now + timedelta(days=7, hours=9)


@pytest.fixture
def asked(sqlite: Database, now: datetime, evening: datetime) -> tuple[int, int]:
    with sqlite.writing() as session:
        event_id = make.cafe(session, now=now, starts_at=evening, topics=("F1",))
        buddy_id = make.buddy(session, now=now)
        hosts.ask(session, event_id, buddy_id, by=make.COORDINATOR, now=now)
    return event_id, buddy_id


def letters(database: Database, now: datetime) -> list[Letter]:
    run(database, now, make.LETTERHEAD)
    with database.reading() as session:
        return session.query(Letter).order_by(Letter.id).all()


def answer(database: Database, asked: tuple[int, int], yes: bool, now: datetime) -> None:
    with database.writing() as session:
        hosts.answer(session, *asked, yes=yes, by=make.buddy_actor(asked[1]), now=now)


def test_a_buddy_reads_when_and_where_with_a_link_to_answer(
    sqlite: Database, asked: tuple[int, int], now: datetime
) -> None:
    (letter,) = letters(sqlite, now)
    body = letter.body or ""

    assert (letter.kind, letter.address, letter.recipient) == ("host_asked", "anna@example.nl", "Anna")
    assert "Wanneer: dinsdag 1 december, 20:00–22:00\nWaar: De Wilg, Kerkstraat 1, Alkmaar\n" in body
    secret = body.partition("/link/")[2].split()[0]
    with sqlite.reading() as session:
        purpose, line_id = links.find(session, secret, now=now)
        assert (purpose, hosts.question(session, line_id)) == (LinkPurpose.HOST, asked)


def test_of_two_buddies_each_gets_one_letter(sqlite: Database, asked: tuple[int, int], now: datetime) -> None:
    letters(sqlite, now)
    with sqlite.writing() as session:
        other = make.buddy(session, now=now, email="b@example.nl")
        hosts.ask(session, asked[0], other, by=make.COORDINATOR, now=now)

    assert [one.address for one in letters(sqlite, now)] == ["anna@example.nl", "b@example.nl"]


def test_a_no_is_told_to_the_coordinators(sqlite: Database, asked: tuple[int, int], now: datetime) -> None:
    with sqlite.writing() as session:
        make.account(session, Role.COORDINATOR, now=now)
    answer(sqlite, asked, False, now)

    (letter,) = letters(sqlite, now)
    assert (letter.kind, letter.address) == ("host_declined", "tess@punt.example.nl")
    assert "Buddy: Anna de Vries\nOudercafé\n" in (letter.body or "")
    assert f"https://punt.example.nl/werk/kalender/{asked[0]}" in (letter.body or "")


def test_another_time_is_asked_anew_and_the_old_question_is_not_sent_any_more(
    sqlite: Database, asked: tuple[int, int], now: datetime, evening: datetime
) -> None:
    later = now + timedelta(minutes=5)
    with sqlite.writing() as session:
        moved = make.event_plan(now=now, starts_at=evening + timedelta(days=7), topics=("F1",))
        events.change(session, asked[0], moved, by=make.COORDINATOR, now=later)

    (letter,) = letters(sqlite, later)
    assert (letter.kind, "dinsdag 8 december, 20:00" in (letter.body or "")) == ("host_asked_again", True)


def test_who_is_not_needed_any_more_hears_so_and_hears_nothing_else(
    sqlite: Database, asked: tuple[int, int], now: datetime
) -> None:
    with sqlite.writing() as session:
        hosts.take_back(session, *asked, by=make.COORDINATOR, now=now)

    assert [one.kind for one in letters(sqlite, now)] == ["host_taken_back"]


@pytest.mark.parametrize(("yes", "kinds"), [(True, ["host_called_off"]), (False, [])])
def test_who_hosts_hears_that_it_is_called_off(
    sqlite: Database, asked: tuple[int, int], now: datetime, yes: bool, kinds: list[str]
) -> None:
    answer(sqlite, asked, yes, now)
    with sqlite.writing() as session:
        events.cancel(session, asked[0], by=make.COORDINATOR, now=now)

    assert [one.kind for one in letters(sqlite, now)] == kinds


def test_a_question_that_waited_until_the_start_is_not_sent(
    sqlite: Database, asked: tuple[int, int], evening: datetime
) -> None:
    assert letters(sqlite, evening) == []


def test_a_date_that_is_left_out_and_goes_on_after_all_is_told_and_asked_anew(
    sqlite: Database, now: datetime, evening: datetime
) -> None:
    with sqlite.writing() as session:
        plan = make.event_plan(now=now, starts_at=evening)
        first, *_others = series.add(
            session, plan, Rule(evening.date(), count=2), skips_closed=False, by=make.COORDINATOR, now=now
        )
        buddy_id = make.buddy(session, now=now)
        hosts.ask(session, first, buddy_id, by=make.COORDINATOR, now=now)
        left_out.skip(session, first, "Sinterklaas", by=make.COORDINATOR, now=now)
    told = [one.kind for one in letters(sqlite, now)]
    later = now + timedelta(minutes=5)
    with sqlite.writing() as session:
        left_out.bring_back(session, first, by=make.COORDINATOR, now=later)

    assert (told, [one.kind for one in letters(sqlite, later)][1:]) == (["host_called_off"], ["host_asked_again"])


def test_another_place_is_told_and_the_answer_still_holds(
    sqlite: Database, asked: tuple[int, int], now: datetime, evening: datetime
) -> None:
    answer(sqlite, asked, True, now)
    letters(sqlite, now)
    with sqlite.writing() as session:
        there = make.event_plan(now=now, starts_at=evening, topics=("F1",), venue=VenuePlan("De Kern", "GM0361"))
        events.change(session, asked[0], there, by=make.COORDINATOR, now=now)

    _confirmed, letter = letters(sqlite, now)
    assert (letter.kind, "Waar: De Kern, Alkmaar" in (letter.body or "")) == ("host_place", True)


def test_a_yes_is_confirmed_with_a_link_to_withdraw(sqlite: Database, asked: tuple[int, int], now: datetime) -> None:
    answer(sqlite, asked, True, now)

    (letter,) = letters(sqlite, now)
    assert (letter.kind, letter.calendar_method, "/link/" in (letter.body or "")) == ("host_confirmed", "REQUEST", True)


@pytest.mark.parametrize(("yes", "kinds"), [(True, ["host_declined", "host_withdrawn"]), (None, ["host_declined"])])
def test_who_stops_as_a_buddy_is_looked_for_by_the_coordinators(
    sqlite: Database, asked: tuple[int, int], now: datetime, yes: bool | None, kinds: list[str]
) -> None:
    if yes:
        answer(sqlite, asked, yes, now)
    with sqlite.writing() as session:
        make.account(session, Role.COORDINATOR, now=now)
        buddies.stop(session, asked[1], by=make.COORDINATOR, now=now)

    assert sorted(one.kind for one in letters(sqlite, now)) == kinds
