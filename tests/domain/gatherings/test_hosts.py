"""Asking a buddy to host: one place at a time, and anew when the gathering moves."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest

from domain.actors import PARENT, Actor, Role
from domain.buddying import buddies
from domain.gatherings import events, hosts
from domain.refused import Refused
from store.database import Database
from store.models import JournalLine
from store.states import HostState
from tests import make
from tests.domain.gatherings.hosting import asked, evening, refusal, say, states

__all__ = ["evening"]


def lines(database: Database) -> list[tuple[str, int, dict[str, object]]]:
    with database.reading() as session:
        found = session.query(JournalLine).order_by(JournalLine.id)
        return [(one.kind, one.subject_id, dict(one.facts)) for one in found if one.kind.startswith("host")]


def test_a_free_buddy_is_asked_once_and_says_yes_once(database: Database, now: datetime, evening: datetime) -> None:
    with database.writing() as session:
        event_id, buddy_id = asked(session, evening, now)
        hosts.ask(session, event_id, buddy_id, by=make.COORDINATOR, now=now)
        for _twice in range(2):
            say(session, event_id, buddy_id, True, now)

    facts = {"buddy": buddy_id}
    assert states(database) == [HostState.ACCEPTED]
    assert lines(database) == [("host.asked", event_id, facts), ("host.accepted", event_id, facts)]


def test_a_no_becomes_a_yes_until_the_start(database: Database, now: datetime, evening: datetime) -> None:
    with database.writing() as session:
        event_id, buddy_id = asked(session, evening, now)
        say(session, event_id, buddy_id, False, now)
        say(session, event_id, buddy_id, True, evening - timedelta(minutes=1))

        with pytest.raises(Refused, match=r"^host.too_late$"):
            say(session, event_id, buddy_id, False, evening)

    assert states(database) == [HostState.ACCEPTED]


def test_who_said_no_may_be_asked_once_more(sqlite: Database, now: datetime, evening: datetime) -> None:
    with sqlite.writing() as session:
        event_id, buddy_id = asked(session, evening, now)
        say(session, event_id, buddy_id, False, now)
        hosts.ask(session, event_id, buddy_id, by=make.COORDINATOR, now=now)

    assert states(sqlite) == [HostState.ASKED]


def test_taking_back_twice_is_harmless_and_an_answer_comes_too_late(
    database: Database, now: datetime, evening: datetime
) -> None:
    with database.writing() as session:
        event_id, buddy_id = asked(session, evening, now)
        for _twice in range(2):
            hosts.take_back(session, event_id, buddy_id, by=make.COORDINATOR, now=now)

        with pytest.raises(Refused, match=r"^host.not_asked$"):
            say(session, event_id, buddy_id, True, now)

    assert (states(database), [kind for kind, *_rest in lines(database)]) == ([], ["host.asked", "host.taken_back"])


def test_whoever_hosts_is_asked_anew_when_the_time_changes(
    database: Database, now: datetime, evening: datetime
) -> None:
    with database.writing() as session:
        event_id, buddy_id = asked(session, evening, now)
        say(session, event_id, buddy_id, True, now)
        declined = make.buddy(session, now=now, email="b@example.nl")
        hosts.ask(session, event_id, declined, by=make.COORDINATOR, now=now)
        say(session, event_id, declined, False, now)
        moved = make.event_plan(now=now, starts_at=evening + timedelta(days=7))
        for _twice in range(2):
            events.change(session, event_id, moved, by=make.COORDINATOR, now=now)

    assert states(database) == [HostState.ASKED, HostState.DECLINED]
    again = [one for one in lines(database) if one[2].get("again")]
    assert again == [("host.asked", event_id, {"buddy": buddy_id, "again": True})]


def test_another_title_asks_nobody_anew(sqlite: Database, now: datetime, evening: datetime) -> None:
    with sqlite.writing() as session:
        event_id, buddy_id = asked(session, evening, now)
        say(session, event_id, buddy_id, True, now)
        plan = make.event_plan(now=now, starts_at=evening, title="Koffie")
        events.change(session, event_id, plan, by=make.COORDINATOR, now=now)

    assert states(sqlite) == [HostState.ACCEPTED]


def test_nothing_is_asked_or_answered_once_it_is_called_off(sqlite: Database, now: datetime, evening: datetime) -> None:
    with sqlite.writing() as session:
        event_id, buddy_id = asked(session, evening, now)
        events.cancel(session, event_id, by=make.COORDINATOR, now=now)

        with pytest.raises(Refused, match=r"^host.called_off$"):
            say(session, event_id, buddy_id, True, now)
        assert refusal(session, event_id, buddy_id, now) == "host.called_off"


@pytest.mark.parametrize("by", [PARENT, make.buddy_actor(999), Actor("Bo", frozenset({Role.POLICY}), 9)])
def test_only_the_buddy_and_staff_answer_and_only_staff_ask(
    sqlite: Database, now: datetime, evening: datetime, by: Actor
) -> None:
    with sqlite.writing() as session:
        event_id, buddy_id = asked(session, evening, now)

        assert refusal(session, event_id, buddy_id, now, by) == "not_allowed"
        with pytest.raises(Refused, match=r"^not_allowed$"):
            hosts.answer(session, event_id, buddy_id, yes=True, by=by, now=now)
        with pytest.raises(Refused, match=r"^not_allowed$"):
            hosts.take_back(session, event_id, buddy_id, by=by, now=now)

    assert states(sqlite) == [HostState.ASKED]


def test_two_coordinators_ask_the_same_buddy_for_the_same_moment_and_one_gets_it(
    database: Database, now: datetime, evening: datetime
) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        cafes = [make.cafe(session, now=now, starts_at=evening) for _two in range(2)]
    together = Barrier(2)

    def one(event_id: int) -> str:
        together.wait()
        try:
            with database.writing() as session:
                hosts.ask(session, event_id, buddy_id, by=make.COORDINATOR, now=now)
        except Refused as refused:
            return refused.key
        return "asked"

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(one, cafes))

    assert said == ["asked", "host.elsewhere"]


def test_who_stops_hosts_nothing_that_is_to_come_and_did_host_what_was(
    database: Database, now: datetime, evening: datetime
) -> None:
    with database.writing() as session:
        event_id, buddy_id = asked(session, evening, now)
        say(session, event_id, buddy_id, True, now)
        for weeks in (1, 2):
            coming = make.cafe(session, now=now, starts_at=evening + timedelta(weeks=weeks))
            hosts.ask(session, coming, buddy_id, by=make.COORDINATOR, now=now)
        say(session, coming, buddy_id, True, now)
    over = evening + timedelta(days=1)
    with database.writing() as session:
        for _twice in range(2):
            buddies.stop(session, buddy_id, by=make.COORDINATOR, now=over)

    with database.reading() as session:
        told = session.query(JournalLine).filter_by(kind="host.stopped").order_by(JournalLine.id)
        stopped = [(one.subject_id, one.facts) for one in told]
    assert states(database) == [HostState.ACCEPTED, HostState.DECLINED, HostState.DECLINED]
    assert stopped == [(coming - 1, {"buddy": buddy_id}), (coming, {"buddy": buddy_id, "after_yes": True})]
