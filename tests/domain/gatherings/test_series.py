"""Gatherings that repeat: made by a rule, changed together, left out one by one."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.gatherings import events, left_out, series
from domain.gatherings.event_plans import EventPlan, VenuePlan
from domain.gatherings.other_dates import plan_of
from domain.gatherings.recurrence import Every, Rule
from domain.gatherings.series import Scope
from domain.local_time import instant, wall
from domain.refused import Refused
from domain.taking_part import sign_ups
from domain.texts import say
from store.database import Database
from store.models import Event, JournalLine
from store.models import Series as SeriesRow
from store.states import EventState
from tests import make
from tests.make import COORDINATOR

TUESDAY = date(2026, 12, 1)


def evening(day: date = TUESDAY, **facts: Any) -> EventPlan:
    """A café from half past seven to half past nine."""
    begins, ends = instant(day, time(19, 30)), instant(day, time(21, 30))
    return make.event_plan(now=begins, **{"starts_at": begins, "ends_at": ends, **facts})


def weekly(session: Session, now: datetime, count: int = 4, *, skips: bool = False, **facts: Any) -> tuple[int, ...]:
    rule = Rule(TUESDAY, count=count)
    return series.add(session, evening(**facts), rule, skips_closed=skips, by=COORDINATOR, now=now)


def rows(session: Session) -> list[Event]:
    return list(session.scalars(select(Event).order_by(Event.series_date)))


def hours(session: Session) -> list[str]:
    return [f"{day:%d-%m} {at:%H:%M}" for day, at in (wall(row.starts_at) for row in rows(session))]


def told(session: Session, kind: str) -> list[int]:
    query = select(JournalLine.subject_id).where(JournalLine.kind == kind).order_by(JournalLine.id)
    return list(session.scalars(query))


def edit(session: Session, number: int, scope: Scope, now: datetime, **facts: Any) -> tuple[int, ...]:
    plan = replace(plan_of(session.get_one(Event, number)), **facts)
    return series.change(session, number, plan, scope, by=COORDINATOR, now=now)


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


def test_one_date_moves_alone_and_stays_in_its_series(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = weekly(session, now)
        moved = instant(date(2026, 12, 9), time(20, 0))
        plan = evening(starts_at=moved, ends_at=moved + timedelta(hours=2))
        touched = series.change(
            session, made[1], plan, Scope.THIS, by=COORDINATOR, now=now, reason=" De zaal  is bezet "
        )
        row = session.get_one(Event, made[1])
        kept = (row.series_date, row.reason)

        assert (touched, kept) == ((made[1],), (date(2026, 12, 8), "De zaal is bezet"))
        assert hours(session) == ["01-12 19:30", "09-12 20:00", "15-12 19:30", "22-12 19:30"]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope.THIS, ["01-12 19:30", "09-12 20:00", "15-12 19:30", "22-12 19:30"]),
        (Scope.LATER, ["01-12 19:30", "09-12 20:00", "16-12 20:00", "23-12 20:00"]),
        (Scope.ALL, ["02-12 20:00", "09-12 20:00", "16-12 20:00", "23-12 20:00"]),
    ],
)
def test_another_hour_and_weekday_move_each_by_as_much(
    database: Database, now: datetime, scope: Scope, expected: list[str]
) -> None:
    with database.writing() as session:
        made = weekly(session, now)
        begins = instant(date(2026, 12, 9), time(20, 0))
        edit(session, made[1], scope, now, starts_at=begins, ends_at=begins + timedelta(hours=2))

        assert hours(session) == expected


def test_a_shift_over_the_march_night_is_a_shift_on_the_clock(sqlite: Database, now: datetime) -> None:
    first = date(2027, 3, 23)
    with sqlite.writing() as session:
        rule = Rule(first, count=2)
        made = series.add(session, evening(first), rule, skips_closed=False, by=COORDINATOR, now=now)
        begins = instant(first, time(20, 15))
        edit(session, made[0], Scope.ALL, now, starts_at=begins, ends_at=begins + timedelta(hours=2))

        assert hours(session) == ["23-03 20:15", "30-03 20:15"]


def test_only_what_differs_goes_to_the_others(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = weekly(session, now, answers={"audience": "po", "notes": "a"})
        own = {"title": "Kerstcafé", "seats": 30, "venue": VenuePlan("De Bron", "GM0383"), "topics": ("F1",)}
        edit(session, made[2], Scope.THIS, now, **own)
        answers = {"audience": "vo", "notes": "a"}
        edit(session, made[0], Scope.ALL, now, description="Met taart.", seats=20, answers=answers)
        kept = plan_of(session.get_one(Event, made[2]))

    assert (kept.title, kept.venue.name, kept.topics) == ("Kerstcafé", "De Bron", ("F1",))
    assert (kept.description, kept.seats, kept.answers) == ("Met taart.", 20, answers)


def test_past_dates_and_those_called_off_or_left_out_are_never_touched(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = weekly(session, now, 5)
        events.cancel(session, made[1], by=COORDINATOR, now=now, reason="Ziek")
        left_out.skip(session, made[2], "Sinterklaas", by=COORDINATOR, now=now)
    later = now + timedelta(days=8)

    with database.writing() as session:
        touched = edit(session, made[3], Scope.ALL, later, title="Slaapcafé")

        assert (touched, told(session, "event.changed")) == (made[3:], list(made[3:]))
        assert [row.title for row in rows(session)] == ["Oudercafé"] * 3 + ["Slaapcafé"] * 2


def test_a_change_for_all_does_not_begin_at_a_date_that_is_over(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        made = weekly(session, now)

    with sqlite.writing() as session, pytest.raises(Refused, match=r"series.past"):
        edit(session, made[0], Scope.ALL, now + timedelta(days=8), title="Slaapcafé")


def test_a_date_that_cannot_follow_refuses_the_whole_and_is_named(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = weekly(session, now)
        events.open_up(session, made[2], by=COORDINATOR, now=now)
        sign_ups.sign_up(session, made[2], make.party(people=5), by=COORDINATOR, now=now)

    with pytest.raises(Refused) as refused, database.writing() as session:
        edit(session, made[0], Scope.ALL, now, seats=4)

    sentence = "dinsdag 15 december: Er zijn al 5 plaatsen bezet. Kies 5 plaatsen of meer."
    assert (say(refused.value), refused.value.field) == (sentence, "seats")
    with database.reading() as session:
        assert {row.seats for row in rows(session)} == {12}


def test_no_date_moves_into_the_past(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        made = weekly(session, now)
        begins = instant(date(2026, 11, 30), time(19, 30))

        with pytest.raises(Refused) as refused:
            edit(session, made[1], Scope.ALL, now, starts_at=begins, ends_at=begins + timedelta(hours=2))

    assert say(refused.value).startswith("dinsdag 1 december: Deze dag en tijd zijn al voorbij.")


def test_everybody_affected_hears_of_it_by_a_line_of_their_own(database: Database, now: datetime) -> None:
    with database.writing() as session:
        made = weekly(session, now, 3)
        later = evening().ends_at + timedelta(minutes=30)
        edit(session, made[0], Scope.ALL, now, ends_at=later)
        lines = session.scalars(select(JournalLine).where(JournalLine.kind == "event.changed")).all()

    assert [(line.subject_id, line.facts) for line in lines] == [(number, {"changed": ["time"]}) for number in made]


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
