"""Why a gathering changed or doesn't go on is read by everybody who comes."""

from datetime import datetime, timedelta

import pytest

from automations.run import run
from domain.gatherings import events
from store.database import Database
from store.models import Letter
from tests import make


def letters(database: Database, now: datetime) -> list[str]:
    run(database, now, make.LETTERHEAD)
    with database.reading() as session:
        return [letter.body or "" for letter in session.query(Letter).order_by(Letter.id)]


@pytest.mark.parametrize(("reason", "line"), [("De zaal is bezet.", "Reden: De zaal is bezet."), ("", "")])
def test_a_new_time_says_why_when_there_is_a_reason(sqlite: Database, now: datetime, reason: str, line: str) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now)
        make.signed_up(session, number, now=now)
        plan = make.event_plan(now=now, starts_at=now + timedelta(days=8))
        events.change(session, number, plan, by=make.COORDINATOR, now=now, reason=reason)

    told = letters(sqlite, now)[-1]

    assert [one for one in told.splitlines() if one.startswith("Reden")] == ([line] if line else [])


def test_calling_off_says_why(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now)
        make.signed_up(session, number, now=now)
        events.cancel(session, number, by=make.COORDINATOR, now=now, reason="De gastvrouw is ziek.")

    assert "Reden: De gastvrouw is ziek." in letters(sqlite, now)[-1].splitlines()


def test_the_reason_of_an_earlier_change_is_not_said_again(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now)
        for days, reason in ((8, "De zaal is bezet."), (9, "")):
            plan = make.event_plan(now=now, starts_at=now + timedelta(days=days))
            events.change(session, number, plan, by=make.COORDINATOR, now=now, reason=reason)
        make.signed_up(session, number, now=now)

    assert not any("Reden:" in one for one in letters(sqlite, now))
