"""How urgent staff find a request."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from domain.matchmaking import plans, requests, urgency
from domain.refused import Refused
from matching.crowd_text import read_outcome
from store.database import Database
from store.models import JournalLine, MatchPlan, Request
from tests import make

BY = make.COORDINATOR


def test_who_is_in_a_hurry_goes_before_who_waits_a_little_longer(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make.request(session, now=now - timedelta(weeks=3))
        urgent = make.request(session, now=now, name="Joris", email="j@example.nl")
        make.buddy(session, now=now, max_load=1)
        urgency.change(session, urgent, urgency.HURRY, by=BY, now=now)
        plan = session.get_one(MatchPlan, plans.make(session, by=BY, now=now))

        assert set(read_outcome(plan.result or "").pairs) == {urgent}


def test_each_change_is_one_line_in_the_journal(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)
        for level in (urgency.URGENT, urgency.URGENT, urgency.USUAL):
            urgency.change(session, request_id, level, by=BY, now=now)

        lines = session.scalars(select(JournalLine).where(JournalLine.kind == "request.urgency")).all()
        assert [line.facts for line in lines] == [{"before": 0, "after": 2}, {"before": 2, "after": 0}]


def test_only_three_levels_exist_and_only_for_who_waits(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)

        with pytest.raises(Refused, match=r"request\.urgency"):
            urgency.change(session, request_id, 3, by=BY, now=now)
        requests.close(session, request_id, by=BY, now=now)
        with pytest.raises(Refused, match=r"request\.over"):
            urgency.change(session, request_id, urgency.HURRY, by=BY, now=now)
        assert session.get_one(Request, request_id).urgency == urgency.USUAL


def test_only_staff_say_how_urgent_it_is(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)

        with pytest.raises(Refused, match="not_allowed"):
            urgency.change(session, request_id, urgency.URGENT, by=make.buddy_actor(1), now=now)
