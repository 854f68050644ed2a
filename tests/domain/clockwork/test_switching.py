"""Automations on and off."""

from datetime import datetime

import pytest

from automations.automation import active
from automations.run import run
from domain.clockwork import switching
from domain.refused import Refused
from store.database import Database
from store.models import JournalLine, Letter, Proposal
from tests import make


def switch(database: Database, key: str, now: datetime, *, on: bool) -> None:
    with database.writing() as session:
        switching.switch(session, key, active=on, by=make.COORDINATOR, now=now)


def test_what_is_switched_off_does_not_follow(sqlite: Database, now: datetime) -> None:
    switch(sqlite, "request_received", now, on=False)
    with sqlite.writing() as session:
        make.request(session, now=now)

    run(sqlite, now, make.LETTERHEAD)

    with sqlite.reading() as session:
        assert session.query(Letter).filter_by(kind="request_received").count() == 0


def test_switched_on_the_next_buddy_is_asked_by_itself(sqlite: Database, now: datetime) -> None:
    switch(sqlite, "next_after_wanted", now, on=True)
    switch(sqlite, "next_after_no", now, on=True)
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)
        first, second = make.buddy(session, now=now), make.buddy(session, now=now, email="b@example.nl")
        proposal_id = make.proposal(session, request_id, first, now=now)
        make.declined(session, proposal_id, now=now)

    run(sqlite, now, make.LETTERHEAD)

    with sqlite.reading() as session:
        assert [row.buddy_id for row in session.query(Proposal).order_by(Proposal.id)] == [first, second]


def test_the_same_switch_again_is_not_written_down(sqlite: Database, now: datetime) -> None:
    for _twice in range(2):
        switch(sqlite, "next_after_no", now, on=True)

    with sqlite.reading() as session:
        assert "next_after_no" in {one.key for one in active(session)}
        assert session.query(JournalLine).filter_by(kind="catalogue.changed").count() == 1


def test_a_buddy_switches_nothing(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match=r"^not_allowed$"):
        switching.switch(session, "next_after_no", active=True, by=make.buddy_actor(1), now=now)
