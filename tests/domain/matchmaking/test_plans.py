"""Plans for everybody: looked at, adjusted and reckoned again."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from domain import catalogue
from domain.actors import PARENT
from domain.matchmaking import plans, prepared, still_wanted
from domain.refused import Refused
from store.database import Database
from store.models import MatchPlan, Proposal
from store.queries.matchmaking import plans as found
from store.states import PlanState
from tests import make
from tests.domain.matchmaking.village import BY, Village, lines, pairs, village

__all__ = ["village"]


def test_a_plan_gives_everybody_a_buddy_and_asks_nobody(database: Database, now: datetime, village: Village) -> None:
    with database.writing() as session:
        plan_id = plans.make(session, by=BY, now=now)

        row = session.get_one(MatchPlan, plan_id)
        assert set(pairs(session, plan_id)) == {village.farida, village.joris}
        assert (row.state, row.asked, row.served) == (PlanState.PREVIEW, 2, 2)
        assert (session.scalars(select(Proposal)).all(), lines(session)) == ([], ["plan.made"])


def test_a_plan_is_reckoned_again_to_the_same_after_the_weights_changed(
    database: Database, now: datetime, village: Village
) -> None:
    with database.writing() as session:
        plan_id = plans.make(session, by=BY, now=now)
        catalogue.change(session, "rule", "topic", {"weight": 3}, by=BY, now=now)
        make.buddy(session, now=now, name="Cora", email="cora@example.nl")

    with database.reading() as session:
        plan = found.one(session, plan_id)
        assert plan is not None
        assert plans.replay(plan)[1]


def test_a_pin_gives_a_new_plan_in_which_it_holds_until_it_is_taken_back(
    database: Database, now: datetime, village: Village
) -> None:
    with database.writing() as session:
        first = plans.make(session, by=BY, now=now)
        other = village.bart if pairs(session, first)[village.farida] == village.anna else village.anna
        pinned = plans.pin(session, first, village.farida, other, by=BY, now=now)
        back = plans.take_back(session, pinned, village.farida, other, by=BY, now=now)

        assert pairs(session, pinned)[village.farida] == other
        assert pairs(session, back) == pairs(session, first)
        states = [session.get_one(MatchPlan, one).state for one in (first, pinned, back)]
        assert states == [PlanState.DROPPED, PlanState.DROPPED, PlanState.PREVIEW]


def test_a_forbidden_pair_stays_away_in_the_next_plan_too(database: Database, now: datetime, village: Village) -> None:
    with database.writing() as session:
        first = plans.make(session, by=BY, now=now)
        buddy_id = pairs(session, first)[village.farida]
        forbidden = plans.forbid(session, first, village.farida, buddy_id, by=BY, now=now)
        prepared.apply(session, forbidden, by=BY, now=now)
        again = plans.make(session, by=BY, now=now)

        assert pairs(session, forbidden)[village.farida] != buddy_id
        assert pairs(session, again)[village.farida] != buddy_id


def test_what_was_decided_in_a_plan_that_was_put_aside_is_forgotten(
    database: Database, now: datetime, village: Village
) -> None:
    with database.writing() as session:
        first = plans.make(session, by=BY, now=now)
        buddy_id = pairs(session, first)[village.farida]
        second = plans.forbid(session, first, village.farida, buddy_id, by=BY, now=now)
        plans.drop(session, second, by=BY, now=now)
        plans.drop(session, second, by=BY, now=now)
        again = plans.make(session, by=BY, now=now)

        assert pairs(session, again) == pairs(session, first)
        assert lines(session) == ["plan.made", "plan.adjusted", "plan.dropped", "plan.made"]


@pytest.mark.parametrize("verb", [plans.pin, plans.forbid, plans.take_back])
def test_a_plan_that_was_replaced_can_not_be_adjusted(
    database: Database, now: datetime, village: Village, verb: Callable[..., int]
) -> None:
    with database.writing() as session:
        first = plans.make(session, by=BY, now=now)
        plans.make(session, by=BY, now=now)

        with pytest.raises(Refused, match=r"plan\.replaced"):
            verb(session, first, village.farida, village.anna, by=BY, now=now)


def test_only_staff_make_apply_and_send(database: Database, now: datetime, village: Village) -> None:
    buddy = make.buddy_actor(village.anna)
    with database.writing() as session:
        plan_id = plans.make(session, by=BY, now=now)
        for verb in (
            lambda: plans.make(session, by=buddy, now=now),
            lambda: plans.pin(session, plan_id, village.farida, village.anna, by=buddy, now=now),
            lambda: prepared.apply(session, plan_id, by=buddy, now=now),
            lambda: prepared.send(session, village.farida, by=buddy, now=now),
            lambda: prepared.send_all(session, [village.farida], by=buddy, now=now),
        ):
            with pytest.raises(Refused, match="not_allowed"):
                verb()


def test_who_must_first_say_that_a_buddy_is_still_wanted_is_outside(sqlite: Database, now: datetime) -> None:
    later = now + timedelta(days=29)
    with sqlite.writing() as session:
        make.buddy(session, now=now)
        old = make.request(session, now=now)
        fresh = make.request(session, now=later, email="fresh@example.nl")

        before = plans.crowd_now(session, later)
        still_wanted.confirm(session, old, by=PARENT, now=later)
        after = plans.crowd_now(session, later)

    assert ([*before.asker], sorted(after.asker)) == ([fresh], [old, fresh])
