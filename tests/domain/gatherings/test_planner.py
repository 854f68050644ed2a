"""The planner on the support point's own rows: what is asked, who can host, and one click to a draft."""

from datetime import date, datetime, timedelta

import pytest

from domain.actors import Actor, Role
from domain.gatherings import closed_days, events, hosts, planner
from domain.gatherings.event_plans import VenuePlan
from domain.gatherings.planner import Advice, Suggestion
from domain.local_time import wall
from domain.refused import Refused
from domain.register import counts
from matching.planner_facts import Reason
from store.database import Database
from store.models import Event
from store.sessions import Session
from store.states import EventState
from tests import make
from tests.counting import counted

BERGEN = VenuePlan("De Blinkerd", "GM0373")


def asked(session: Session, now: datetime, topic: str, times: int, municipality: str = "GM0361") -> None:
    for _each in range(times):
        make.question(session, now=now, topics=(topic,), municipality=municipality)
    counts.refresh(session, now=now)


def advise(database: Database, now: datetime) -> Advice:
    with database.reading() as session:
        return planner.advise(session, by=make.COORDINATOR, now=now)


def what(one: Suggestion) -> tuple[str, str]:
    return one.candidate.moment.municipality, one.candidate.group


def reason(one: Suggestion, key: str) -> Reason | None:
    return next((each for each in one.candidate.reasons if each.key == key), None)


def past(session: Session, now: datetime, days: int, **facts: object) -> int:
    """A café that was held."""
    return make.cafe(session, now=now - timedelta(days=days + 7), starts_at=now - timedelta(days=days), **facts)


def test_where_and_about_what_follows_from_what_is_asked(database: Database, now: datetime) -> None:
    with database.writing() as session:
        past(session, now, 100)
        past(session, now, 100, venue=BERGEN)
        asked(session, now, "D2", 20)
        asked(session, now, "F1", 9, "GM0373")
        asked(session, now, "A1", 4)

    first, second = advise(database, now).suggestions

    assert (what(first), what(second)) == (("GM0361", "D"), ("GM0373", "F"))
    assert (first.topics, first.venue.name, second.venue.name) == (("D2",), "De Wilg", "De Blinkerd")


def test_what_a_café_covered_and_what_is_planned_is_asked_no_more(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        asked(session, now, "D2", 20)
        held = past(session, now, 30, topics=("D1",))
        session.get_one(Event, held).head_count = 7
    (before,) = advise(sqlite, now).suggestions
    with sqlite.writing() as session:
        make.cafe(session, now=now, topics=("D2",), seats=9)

    assert reason(before, "demand") == Reason("demand", {"questions": 20, "covered": 7})
    assert advise(sqlite, now).suggestions == ()


def test_a_buddy_who_knows_and_has_time_draws_the_evening(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        past(session, now, 100)
        asked(session, now, "F1", 12)
        make.buddy(session, now=now)

    (one,) = advise(sqlite, now).suggestions

    assert f"{one.candidate.moment.start:%A %H:%M}" == "Tuesday 19:30"
    assert reason(one, "hosts_know") == Reason("hosts_know", {"n": 1})


def test_a_buddy_who_hosts_elsewhere_then_is_not_counted(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        past(session, now, 100)
        asked(session, now, "F1", 12)
        buddy_id = make.buddy(session, now=now)
    (before,) = advise(sqlite, now).suggestions
    start = before.candidate.moment.start
    evening = now.replace(year=start.year, month=start.month, day=start.day, hour=18, minute=30)
    with sqlite.writing() as session:
        there = make.cafe(session, now=now, starts_at=evening)
        hosts.ask(session, there, buddy_id, by=make.COORDINATOR, now=now)

    (after,) = advise(sqlite, now).suggestions
    assert after.candidate.moment.start > start


def test_no_day_on_which_the_point_is_closed_or_that_is_a_holiday(sqlite: Database, now: datetime) -> None:
    today = wall(now)[0]
    with sqlite.writing() as session:
        past(session, now, 100)
        asked(session, now, "F1", 12)
        make.buddy(session, now=now)
        closed_days.add(session, "Verhuizing", today, today + timedelta(days=24), by=make.COORDINATOR, now=now)

    (one,) = advise(sqlite, now).suggestions

    assert one.candidate.moment.start.date() == date(2027, 1, 5)  # 22 and 29 December lie in the Christmas holidays


def test_where_no_venue_is_known_is_said(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        asked(session, now, "D2", 11, "GM0373")

    found = advise(sqlite, now)

    assert (found.suggestions, found.homeless) == ((), (("Bergen (NH.)", 11),))


def test_one_click_makes_a_draft_with_what_the_kind_starts_with(database: Database, now: datetime) -> None:
    with database.writing() as session:
        past(session, now, 100)
        asked(session, now, "D2", 12)
    (one,) = advise(database, now).suggestions
    with database.writing() as session:
        number = planner.draft(session, one.key, by=make.COORDINATOR, now=now)

    with database.reading() as session:
        row = session.get_one(Event, number)
        assert (row.state, row.kind, row.seats, row.title) == (
            EventState.DRAFT, "cafe", 12, "Oudercafé: Thuiszitten en verzuim",
        )  # fmt: skip
        assert (wall(row.starts_at), row.ends_at - row.starts_at) == (
            (one.candidate.moment.start.date(), one.candidate.moment.start.time()), timedelta(hours=2),
        )  # fmt: skip
        assert ([topic.code for topic in row.topics], row.venue.name) == (["D2"], "De Wilg")


def test_the_same_click_twice_makes_one_draft(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        past(session, now, 100)
        asked(session, now, "D2", 12)
    (one,) = advise(sqlite, now).suggestions
    with sqlite.writing() as session:
        planner.draft(session, one.key, by=make.COORDINATOR, now=now)

        with pytest.raises(Refused, match=r"^planner.gone$"):
            planner.draft(session, one.key, by=make.COORDINATOR, now=now)


def test_what_is_called_off_is_neither_in_the_way_nor_counted(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        past(session, now, 100)
        asked(session, now, "D2", 12)
        gone = make.cafe(session, now=now, topics=("D2",))
        events.cancel(session, gone, by=make.COORDINATOR, now=now)

    (one,) = advise(sqlite, now).suggestions
    assert reason(one, "demand") == Reason("demand", {"questions": 12, "covered": 0})


@pytest.mark.parametrize("role", [Role.BUDDY, Role.POLICY, Role.ADMINISTRATOR])
def test_only_coordinators_see_exact_counts(sqlite: Database, now: datetime, role: Role) -> None:
    by = Actor("Bo", frozenset({role}), 9)
    with sqlite.reading() as session, pytest.raises(Refused, match=r"^not_allowed$"):
        planner.advise(session, by=by, now=now)


def test_thirty_cafés_and_buddies_ask_no_more_of_the_database_than_one(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        past(session, now, 100)
        asked(session, now, "D2", 12)
        make.buddy(session, now=now)
    one = counted(sqlite, lambda session: planner.advise(session, by=make.COORDINATOR, now=now))
    with sqlite.writing() as session:
        asked(session, now, "A1", 30)
        for each in range(29):
            past(session, now, 101 + each, topics=("F1",))
            make.buddy(session, now=now, email=f"b{each}@example.nl")

    assert counted(sqlite, lambda session: planner.advise(session, by=make.COORDINATOR, now=now)) == one
