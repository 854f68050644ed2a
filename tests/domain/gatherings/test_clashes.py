"""What a planned moment runs into."""

from datetime import date, datetime, time, timedelta

from domain.gatherings import closed_days, events, hosts
from domain.gatherings.clashes import Runs, clashes, clashes_of_each
from domain.gatherings.event_plans import VenuePlan
from domain.local_time import instant
from store.database import Database
from store.sessions import Session
from tests import make
from tests.counting import counted
from tests.make import COORDINATOR

EVENING = instant(date(2026, 12, 1), time(19, 30))
TWO_HOURS = timedelta(hours=2)


def runs_into(session: Session, start: datetime = EVENING, besides: int | None = None) -> list[tuple[Runs, str]]:
    found = clashes(session, start, start + TWO_HOURS, venue="de  wilg", municipality_code="GM0361", besides=besides)
    return [(one.runs, one.what) for one in found]


def gathering(session: Session, now: datetime, start: datetime, venue: str, municipality: str = "GM0361") -> int:
    plan = make.event_plan(now=now, starts_at=start, venue=VenuePlan(venue, municipality))
    return events.add(session, plan, by=COORDINATOR, now=now)


def test_the_same_venue_and_the_same_region_in_the_same_hours(database: Database, now: datetime) -> None:
    with database.writing() as session:
        gathering(session, now, EVENING, "De Bron", "GM0383")
        gathering(session, now, EVENING + timedelta(hours=1), "De Wilg")

    with database.reading() as session:
        assert runs_into(session) == [(Runs.VENUE, "De Wilg"), (Runs.REGION, "Castricum")]


def test_what_only_touches_is_no_clash_nor_is_the_gathering_itself(database: Database, now: datetime) -> None:
    with database.writing() as session:
        gathering(session, now, EVENING - TWO_HOURS, "De Wilg")
        gathering(session, now, EVENING + TWO_HOURS, "De Wilg")
        own = gathering(session, now, EVENING, "De Wilg")

    with database.reading() as session:
        assert runs_into(session, besides=own) == []


def test_what_is_called_off_is_in_nobodys_way(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = gathering(session, now, EVENING, "De Wilg")
        events.cancel(session, number, by=COORDINATOR, now=now)

        assert runs_into(session) == []


def test_holidays_and_own_closed_days(sqlite: Database, now: datetime) -> None:
    christmas = instant(date(2026, 12, 25), time(19, 30))
    with sqlite.writing() as session:
        closed_days.add(session, "Studiedag", date(2026, 12, 1), date(2026, 12, 1), by=COORDINATOR, now=now)

        assert runs_into(session) == [(Runs.CLOSED, "Studiedag")]
        assert runs_into(session, christmas) == [(Runs.CLOSED, "Eerste kerstdag")]


def test_a_buddy_who_hosts_elsewhere_is_busy(database: Database, now: datetime) -> None:
    with database.writing() as session:
        other = gathering(session, now, EVENING, "De Bron", "GM0383")
        buddy_id = make.buddy(session, now=now)
        hosts.ask(session, other, buddy_id, by=COORDINATOR, now=now)
        asked = runs_into(session)
        hosts.answer(session, other, buddy_id, yes=True, by=make.buddy_actor(buddy_id), now=now)
        accepted = runs_into(session)

    assert asked == [(Runs.REGION, "Castricum")]
    assert accepted == [(Runs.HOST, "Anna de Vries"), (Runs.REGION, "Castricum")]


def test_every_moment_of_many_has_its_own_clashes(database: Database, now: datetime) -> None:
    moments = [(EVENING + timedelta(weeks=week), EVENING + timedelta(weeks=week) + TWO_HOURS) for week in range(4)]
    with database.writing() as session:
        gathering(session, now, moments[1][0], "De Wilg")
        gathering(session, now, moments[2][0] + TWO_HOURS, "De Wilg")

    with database.reading() as session:
        found = clashes_of_each(session, moments, where=VenuePlan("De Wilg", "GM0361"))

    assert [[one.runs for one in each] for each in found] == [[], [Runs.VENUE], [], [Runs.CLOSED]]


def test_many_moments_ask_the_store_as_often_as_one(sqlite: Database, now: datetime) -> None:
    weeks = [EVENING + timedelta(weeks=week) for week in range(52)]
    where = VenuePlan("De Wilg", "GM0361")
    with sqlite.writing() as session:
        for start in weeks:
            gathering(session, now, start, "De Wilg")

    year = [(at, at + TWO_HOURS) for at in weeks]
    one = counted(sqlite, lambda session: clashes_of_each(session, year[:1], where=where))
    all_ = counted(sqlite, lambda session: clashes_of_each(session, year, where=where))

    assert one == all_
