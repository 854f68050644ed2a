"""Published numbers become signals, and policy staff hear of them once a week."""

from datetime import date, datetime, timedelta

import pytest

from automations.run import run
from domain.actors import Role
from domain.improving import signals
from domain.improving.signals import SignalPlan
from domain.register import counts
from store.database import Database
from store.models import Letter
from store.queries.improving import quality
from tests import make
from trends.periods import month_of

MONTH = month_of(date(2026, 9, 1))


@pytest.fixture
def staffed(sqlite: Database, now: datetime) -> Database:
    with sqlite.writing() as session:
        make.account(session, Role.POLICY, now=now, name="Bas")
        make.account(session, Role.ADMINISTRATOR, now=now, name="Ada")
    return sqlite


def by_hand(database: Database, topic: str, now: datetime) -> None:
    with database.writing() as session:
        signals.raise_by_hand(session, SignalPlan(topic, MONTH, MONTH, "Vaak gehoord"), by=make.COORDINATOR, now=now)


def letters(database: Database, now: datetime) -> list[tuple[str | None, str]]:
    run(database, now, make.LETTERHEAD)
    with database.reading() as session:
        return [(one.address, one.body or "") for one in session.query(Letter).order_by(Letter.id)]


def test_numbers_that_come_out_become_a_signal_and_one_letter(staffed: Database, now: datetime) -> None:
    with staffed.writing() as session:
        for day, n in ((date(2025, 9, 10), 10), (date(2026, 9, 10), 47)):
            for topic in ("D2", "F6"):
                for _ in range(n):
                    make.question(session, now=now, asked_on=day, topics=(topic,))
        counts.publish(session, now=now)

    ((address, body),) = letters(staffed, now)

    with staffed.reading() as session:
        assert sorted(one.topic_code for one in quality.signals(session)) == ["D", "F"]
    assert address == "bas@punt.example.nl"
    assert "Thuiszitten en verzuim" in body
    assert "47" not in body


def test_a_second_signal_in_the_same_week_is_no_second_letter(staffed: Database, now: datetime) -> None:
    by_hand(staffed, "D2", now)
    letters(staffed, now)
    by_hand(staffed, "A1", now + timedelta(days=1))
    same_week = letters(staffed, now + timedelta(days=1))
    by_hand(staffed, "B2", now + timedelta(days=7))

    assert (len(same_week), len(letters(staffed, now + timedelta(days=7)))) == (1, 2)


def test_who_already_decided_needs_no_letter(staffed: Database, now: datetime) -> None:
    by_hand(staffed, "D2", now)
    with staffed.writing() as session:
        signals.watch(session, 1, by=make.COORDINATOR, now=now)

    assert letters(staffed, now) == []
