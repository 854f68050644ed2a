"""Plans for everybody: looked at, adjusted, applied, sent, and reckoned again."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from domain import catalogue
from domain.actors import PARENT
from domain.buddying import buddies
from domain.matchmaking import plans, prepared, proposals, requests, still_wanted
from domain.refused import Refused
from matching.crowd_text import read_outcome
from store.database import Database
from store.models import JournalLine, MatchPlan, PreparedProposal, Proposal, Request
from store.queries import plans as found
from store.states import PlanState, RequestState
from tests import make

BY = make.COORDINATOR
WEEKS = timedelta(days=27)


@dataclass(frozen=True)
class Village:
    """Two parents whom two buddies fit; Bart knows another age."""

    farida: int
    joris: int
    anna: int
    bart: int


@pytest.fixture
def village(database: Database, now: datetime) -> Village:
    with database.writing() as session:
        return Village(
            make.request(session, now=now - WEEKS),
            make.request(session, now=now, name="Joris", email="joris@example.nl", phone="06 87654321"),
            make.buddy(session, now=now, max_load=1),
            make.buddy(session, now=now, name="Bart", email="bart@example.nl", age_bands=("16-18",), max_load=1),
        )


def pairs(session: Session, plan_id: int) -> dict[int, int]:
    outcome = read_outcome(session.get_one(MatchPlan, plan_id).result or "")
    return {request_id: one.buddy_id for request_id, one in outcome.pairs.items()}


def ready(session: Session) -> dict[int, int]:
    return {one.request_id: one.buddy_id for one in found.prepared(session)}


def lines(session: Session) -> list[str]:
    kinds = session.scalars(select(JournalLine.kind).order_by(JournalLine.id))
    return [kind for kind in kinds if kind.startswith(("plan.", "proposal."))]


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


def test_applying_puts_the_pairs_ready_and_still_asks_nobody(
    database: Database, now: datetime, village: Village
) -> None:
    with database.writing() as session:
        plan_id = plans.make(session, by=BY, now=now)
        applied = prepared.apply(session, plan_id, by=BY, now=now)
        twice = prepared.apply(session, plan_id, by=BY, now=now)

        assert (applied, twice) == (prepared.Applied(2), prepared.Applied(2))
        assert ready(session) == pairs(session, plan_id)
        assert lines(session) == ["plan.made", "plan.applied"]


def test_a_pair_that_no_longer_holds_is_left_out_and_told(database: Database, now: datetime, village: Village) -> None:
    with database.writing() as session:
        plan_id = plans.make(session, by=BY, now=now)
        requests.close(session, village.farida, by=BY, now=now)
        buddy_id = pairs(session, plan_id)[village.joris]
        buddies.pause(session, buddy_id, by=BY, now=now)

        applied = prepared.apply(session, plan_id, by=BY, now=now)

        fell = {village.farida: (pairs(session, plan_id)[village.farida], ()), village.joris: (buddy_id, ("paused",))}
        assert (applied.ready, dict(applied.fell), ready(session)) == (0, fell, {})


def test_a_newer_plan_keeps_what_was_ready_although_another_fits_a_little_better(
    database: Database, now: datetime, village: Village
) -> None:
    with database.writing() as session:
        first = plans.make(session, by=BY, now=now)
        prepared.apply(session, first, by=BY, now=now)
        make.buddy(session, now=now, name="Cora", email="cora@example.nl", max_load=1)
        second = plans.make(session, by=BY, now=now)
        kept = pairs(session, second)

    with database.writing() as session:
        session.query(PreparedProposal).delete()
        fresh = pairs(session, plans.make(session, by=BY, now=now))
        assert (kept == pairs(session, first), fresh == kept) == (True, False)


def test_sending_puts_the_pair_to_the_buddy_and_nothing_stays_ready(
    database: Database, now: datetime, village: Village
) -> None:
    with database.writing() as session:
        plan_id = plans.make(session, by=BY, now=now)
        prepared.apply(session, plan_id, by=BY, now=now)
        proposal_id = prepared.send(session, village.farida, by=BY, now=now)

        row = session.get_one(Proposal, proposal_id)
        assert (row.plan_id, row.buddy_id) == (plan_id, pairs(session, plan_id)[village.farida])
        assert set(ready(session)) == {village.joris}
        assert session.get_one(Request, village.farida).state is RequestState.PROPOSED
        with pytest.raises(Refused, match=r"plan\.not_ready"):
            prepared.send(session, village.farida, by=BY, now=now)


def test_sending_all_sends_what_still_holds_and_tells_why_not_of_the_rest(
    database: Database, now: datetime, village: Village
) -> None:
    with database.writing() as session:
        plan_id = plans.make(session, by=BY, now=now)
        prepared.apply(session, plan_id, by=BY, now=now)
        buddies.pause(session, pairs(session, plan_id)[village.joris], by=BY, now=now)

        sent = prepared.send_all(session, [village.farida, village.joris, 999], by=BY, now=now)
        again = prepared.send_all(session, [village.farida, village.joris], by=BY, now=now)

        refused = sent[village.joris]
        assert (sent[village.farida], refused.key if refused else None) == (None, "proposal.does_not_fit")
        assert (set(again), set(ready(session))) == ({village.joris}, {village.joris})


def test_who_was_asked_is_outside_the_next_plan_with_the_place(
    database: Database, now: datetime, village: Village
) -> None:
    with database.writing() as session:
        plan_id = plans.make(session, by=BY, now=now)
        buddy_id = pairs(session, plan_id)[village.farida]
        proposals.propose(session, village.farida, buddy_id, by=BY, now=now)
        again = pairs(session, plans.make(session, by=BY, now=now))

        assert set(again) == {village.joris}
        assert buddy_id not in again.values()


def test_what_is_ready_can_be_put_away(database: Database, now: datetime, village: Village) -> None:
    with database.writing() as session:
        prepared.apply(session, plans.make(session, by=BY, now=now), by=BY, now=now)
        prepared.put_away(session, village.farida, by=BY, now=now)
        prepared.put_away(session, village.farida, by=BY, now=now)

        assert (set(ready(session)), lines(session).count("plan.put_away")) == ({village.joris}, 1)


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


def test_sending_all_waits_for_who_is_earlier_and_holds_nobody_up(database: Database, now: datetime) -> None:
    """Somebody holds the second parent and wants the buddy whom the first parent gets: without an order both wait."""
    with database.writing() as session:
        parents = [make.request(session, now=now, email=f"{n}@example.nl") for n in range(2)]
        buddy_id = make.buddy(session, now=now)
        prepared.apply(session, plans.make(session, by=BY, now=now), by=BY, now=now)

    with ThreadPoolExecutor(1) as other, database.writing() as session:
        requests.locked(session, parents[1])
        sent = other.submit(_send_all, database, parents, now)
        with pytest.raises(TimeoutError):
            sent.result(timeout=0.5)
        buddies.locked(session, buddy_id)
        session.commit()

    assert sent.result() == dict.fromkeys(parents)


def _send_all(database: Database, wanted: list[int], now: datetime) -> dict[int, Refused | None]:
    with database.writing() as session:
        return prepared.send_all(session, wanted, by=BY, now=now)
