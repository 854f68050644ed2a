"""Gatherings that repeat: made by a rule, left out one by one, opened together."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from domain.gatherings import events, left_out, series
from domain.gatherings.recurrence import Every, Rule
from domain.local_time import instant, wall
from domain.refused import Refused
from domain.taking_part import sign_ups
from domain.texts import say
from store.database import Database
from store.models import Event
from store.models import Series as SeriesRow
from store.states import EventState
from tests import make
from tests.domain.gatherings.weekly import TUESDAY, evening, rows, told, weekly
from tests.make import COORDINATOR


def test_every_date_is_a_draft_of_its_own(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = weekly(session, now, 3)
        found = rows(session)

    assert [row.id for row in found] == list(made)
    assert (len({row.uid for row in found}), {row.state for row in found}) == (3, {EventState.DRAFT})
    assert [(row.series_id, row.series_date) for row in found] == [
        (1, TUESDAY + timedelta(weeks=week)) for week in range(3)
    ]
    with database.reading() as session:
        kept = session.get_one(SeriesRow, 1)
        assert (Rule.read(kept.rule), told(session, "event.added")) == (Rule(TUESDAY, count=3), list(made))


def test_a_series_keeps_its_hours_on_the_clock_in_march_and_october(sqlite: Database, now: datetime) -> None:
    for first in (date(2027, 3, 23), date(2027, 10, 26)):
        with sqlite.writing() as session:
            rule = Rule(first, count=2)
            before, after = series.add(session, evening(first), rule, skips_closed=False, by=COORDINATOR, now=now)
            shown = [wall(session.get_one(Event, number).starts_at)[1] for number in (before, after)]

        assert shown == [time(19, 30), time(19, 30)]


def test_closed_days_are_left_out_with_their_reason(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = weekly(session, now, 6, skips=True)
        found = [(row.series_date, row.state, row.reason) for row in rows(session)]

    assert (len(made), found[3:]) == (
        4,
        [
            (date(2026, 12, 22), EventState.SKIPPED, "Kerstvakantie"),
            (date(2026, 12, 29), EventState.SKIPPED, "Kerstvakantie"),
            (date(2027, 1, 5), EventState.DRAFT, ""),
        ],
    )


@pytest.mark.parametrize(
    ("first", "at", "rule", "skips", "sentence"),
    [
        (TUESDAY, time(19, 30), {"count": 0}, False, "Zo komt er geen enkele datum uit."),
        (TUESDAY, time(19, 30), {"count": 400}, False, "Dit worden meer dan 366 datums."),
        (date(2026, 11, 17), time(19, 30), {"count": 3}, False, "dinsdag 17 november: Deze dag en tijd zijn al"),
        (date(2027, 3, 21), time(2, 30), {"count": 2}, False, "Op zondag 28 maart bestaat 02:30 niet"),
        (date(2026, 12, 22), time(19, 30), {"count": 2}, True, "Al deze dagen zijn gesloten."),
    ],
)
def test_what_cannot_be_is_refused_as_a_whole_and_names_the_day(
    sqlite: Database, now: datetime, first: date, at: time, rule: dict[str, Any], skips: bool, sentence: str
) -> None:
    begins = instant(first, at)
    plan = make.event_plan(now=now, starts_at=begins, ends_at=begins + timedelta(hours=2))

    with pytest.raises(Refused) as refused, sqlite.writing() as session:
        series.add(session, plan, Rule(first, **rule), skips_closed=skips, by=COORDINATOR, now=now)

    assert say(refused.value).startswith(sentence)
    with sqlite.reading() as session:
        assert rows(session) == []


def test_a_date_is_left_out_with_a_reason_and_comes_back(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = weekly(session, now)
        left_out.skip(session, made[1], "Sinterklaas", by=COORDINATOR, now=now)
        left_out.skip(session, made[1], "Nog eens", by=COORDINATOR, now=now)
        row = session.get_one(Event, made[1])
        skipped = (row.state, row.reason)
        left_out.bring_back(session, made[1], by=COORDINATOR, now=now)
        back = (row.state, row.reason)
        lines = told(session, "event.skipped") + told(session, "event.brought_back")

    assert (skipped, back) == ((EventState.SKIPPED, "Sinterklaas"), (EventState.DRAFT, ""))
    assert lines == [made[1], made[1]]


def test_leaving_out_wants_a_reason_a_series_and_nobody_signed_up(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        made = weekly(session, now)
        alone = make.cafe(session, now=now)
        events.open_up(session, made[0], by=COORDINATOR, now=now)
        sign_ups.sign_up(session, made[0], make.party(), by=COORDINATOR, now=now)
        asked = [(made[0], "Ziek", "event.people_come"), (made[1], " ", "series.reason_needed"),
                 (alone, "Ziek", "event.not_in_series")]  # fmt: skip

        for number, reason, key in asked:
            with pytest.raises(Refused, match=key):
                left_out.skip(session, number, reason, by=COORDINATOR, now=now)


def test_a_date_that_is_called_off_keeps_why(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = weekly(session, now)
        events.cancel(session, made[1], by=COORDINATOR, now=now, reason="De gastvrouw is ziek.")

    with database.reading() as session:
        row = session.get_one(Event, made[1])
        assert (row.state, row.reason) == (EventState.CANCELLED, "De gastvrouw is ziek.")


def test_a_year_of_dates_is_made_at_once(sqlite: Database, now: datetime) -> None:
    rule = Rule(TUESDAY, Every.MONTH_LAST, count=12)

    with sqlite.writing() as session:
        made = series.add(session, evening(), rule, skips_closed=False, by=COORDINATOR, now=now)

    assert len(made) == 12


def test_all_drafts_still_to_come_are_opened_at_once_with_a_line_each(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = weekly(session, now, 6, skips=True)
        events.cancel(session, made[2], by=COORDINATOR, now=now, reason="Ziek")
    later = now + timedelta(days=8)

    with database.writing() as session:
        opened = series.open_drafts(session, made[3], by=COORDINATOR, now=later)
        again = series.open_drafts(session, made[3], by=COORDINATOR, now=later)

    with database.reading() as session:
        assert (opened, again, told(session, "event.opened")) == ((made[1], made[3]), (), [made[1], made[3]])
        assert [row.state.value for row in rows(session)] == [
            "draft", "open", "cancelled", "skipped", "skipped", "open",
        ]  # fmt: skip


def test_opening_a_series_wants_a_series(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        alone = make.cafe(session, now=now)

        with pytest.raises(Refused, match=r"series.none"):
            series.open_drafts(session, alone, by=COORDINATOR, now=now)
