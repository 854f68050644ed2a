"""When who is asked how a match goes: weeks after the start, never in a holiday, nobody twice on one day."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain import catalogue
from domain.care import care, matches
from domain.care.care import Kind
from domain.gatherings import closed_days
from domain.matchmaking import requests
from store.database import Database
from store.models import CheckIn, Match, Request
from tests import make

WEEK = timedelta(weeks=1)


def planned(database: Database, who: str | None = None) -> list[tuple[str, date]]:
    with database.reading() as session:
        rows = session.query(CheckIn).order_by(CheckIn.due_on, CheckIn.id)
        return [(row.moment, row.due_on) for row in rows if who in (None, row.who)]


def test_a_match_that_starts_knows_when_both_are_asked(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.match(session, now=now)

    assert planned(database, "parent") == [
        ("parent_1", date(2026, 12, 1)),
        ("parent_2", date(2026, 12, 8)),
        ("parent_4", date(2027, 1, 4)),  # the Christmas holidays last until Sunday 3 January
        ("parent_8", date(2027, 1, 19)),
    ]
    assert planned(database, "buddy") == [
        ("buddy_2", date(2026, 12, 8)),
        ("buddy_6", date(2027, 1, 5)),
        ("closing", date(2027, 1, 19)),
    ]


def test_after_a_long_holiday_only_the_last_of_several_moments_stays(sqlite: Database) -> None:
    start = datetime(2026, 7, 10, 9, 0, tzinfo=UTC)  # the summer holidays in the north: 4 July to 16 August
    with sqlite.writing() as session:
        make.match(session, now=start)

    assert planned(sqlite, "parent") == [("parent_4", date(2026, 8, 17)), ("parent_8", date(2026, 9, 4))]


def test_planning_again_changes_nothing(sqlite: Database) -> None:
    start = datetime(2026, 7, 10, 9, 0, tzinfo=UTC)
    with sqlite.writing() as session:
        match = session.get_one(Match, make.match(session, now=start))
        before = session.query(CheckIn).count()

        assert care.plan(session, match, now=start) == 0
        assert session.query(CheckIn).count() == before


def test_days_on_which_we_are_closed_ourselves_are_left_out_too(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        shut = (date(2026, 12, 1), date(2026, 12, 4))
        closed_days.add(session, "Verhuizing", *shut, by=make.COORDINATOR, now=now)
        make.match(session, now=now)

    assert planned(sqlite, "parent")[0] == ("parent_1", date(2026, 12, 7))


@pytest.mark.parametrize(
    ("start", "due"),
    [
        (datetime(2026, 3, 23, 22, 30, tzinfo=UTC), date(2026, 3, 30)),  # 23:30 on the wall; the clock goes forward
        (datetime(2026, 3, 23, 23, 30, tzinfo=UTC), date(2026, 3, 31)),  # half past midnight, a day later
        (datetime(2026, 10, 19, 21, 30, tzinfo=UTC), date(2026, 10, 26)),  # 23:30 on the wall; the clock goes back
        (datetime(2026, 10, 19, 22, 30, tzinfo=UTC), date(2026, 10, 27)),
    ],
)
def test_weeks_are_counted_on_the_local_calendar_through_both_clock_changes(
    sqlite: Database, start: datetime, due: date
) -> None:
    with sqlite.writing() as session:
        make.match(session, now=start, certificate_seen_on=date(2025, 9, 1))

    assert planned(sqlite, "parent")[0] == ("parent_1", due)


def test_what_staff_switched_off_or_moved_counts_for_the_next_match(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        for key in ("parent_2", "parent_4", "parent_8"):
            catalogue.switch(session, "care", key, active=False, by=make.COORDINATOR, now=now)
        data = {"kind": "check_in", "who": "parent", "weeks": 2}
        catalogue.change(session, "care", "parent_1", data, by=make.COORDINATOR, now=now)
        make.match(session, now=now)

    assert planned(sqlite, "parent") == [("parent_1", date(2026, 12, 8))]


def test_after_the_end_only_after_care_remains_four_weeks_later(database: Database, now: datetime) -> None:
    with database.writing() as session:
        matches.end(session, make.match(session, now=now), "agreed", by=make.COORDINATOR, now=now + 6 * WEEK)

    assert planned(database) == [("after_care", date(2027, 2, 2))]


def test_who_looks_for_another_buddy_gets_no_after_care(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        matches.end(session, make.match(session, now=now), "no_click", by=make.COORDINATOR, now=now + WEEK)

    assert planned(sqlite) == []


def test_withdrawing_erases_what_was_said_and_what_was_to_come(database: Database, now: datetime) -> None:
    with database.writing() as session:
        match_id = make.match(session, now=now)
        row = session.query(CheckIn).filter_by(moment="parent_1").one()
        row.asked_at, row.answer, row.remark = now, "so_so", "Het lukt niet met afspreken"
        requests.withdraw(session, session.get_one(Match, match_id).request_id, by=make.COORDINATOR, now=now)

    with database.reading() as session:
        assert [(row.answer, row.remark) for row in session.query(CheckIn)] == [("so_so", None)]
        assert session.query(Request).one().contact_index is None


def test_every_moment_of_the_catalogue_is_understood(sqlite: Database) -> None:
    with sqlite.reading() as session:
        found = care.moments(session)

    assert {one.kind for one in found.values()} == set(Kind)
    assert (found["closing"].conversations, found["closing"].again) == (4, 4 * WEEK)
