"""Gatherings that repeat, changed together: one date, the later ones or all."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.gatherings import events, left_out, series
from domain.gatherings.event_plans import VenuePlan
from domain.gatherings.other_dates import plan_of
from domain.gatherings.recurrence import Rule
from domain.gatherings.series import Scope
from domain.local_time import instant, wall
from domain.refused import Refused
from domain.taking_part import sign_ups
from domain.texts import say
from store.database import Database
from store.models import Event, JournalLine
from tests import make
from tests.domain.gatherings.weekly import evening, rows, told, weekly
from tests.make import COORDINATOR


def hours(session: Session) -> list[str]:
    return [f"{day:%d-%m} {at:%H:%M}" for day, at in (wall(row.starts_at) for row in rows(session))]


def edit(session: Session, number: int, scope: Scope, now: datetime, **facts: Any) -> tuple[int, ...]:
    plan = replace(plan_of(session.get_one(Event, number)), **facts)
    return series.change(session, number, plan, scope, by=COORDINATOR, now=now)


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
