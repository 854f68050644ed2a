"""Plans for everybody that are put ready and sent: what no longer holds is left out and told."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from sqlalchemy.orm import Session

from domain.buddying import buddies
from domain.matchmaking import plans, prepared, proposals, requests
from domain.refused import Refused
from store.database import Database
from store.models import PreparedProposal, Proposal, Request
from store.queries.matchmaking import plans as found
from store.states import RequestState
from tests import make
from tests.domain.matchmaking.village import BY, Village, lines, pairs, village

__all__ = ["village"]


def ready(session: Session) -> dict[int, int]:
    return {one.request_id: one.buddy_id for one in found.prepared(session)}


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
