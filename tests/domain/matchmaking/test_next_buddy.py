"""The next buddy: whom a plan prepared, or who fits best of those who remain."""

from datetime import datetime

from domain.actors import CLOCK
from domain.matchmaking import next_buddy, plans, prepared, proposals
from store.database import Database
from store.models import Proposal
from tests import make


def asked_next(database: Database, request_id: int, now: datetime) -> int | None:
    """Which buddy was asked, if any."""
    with database.writing() as session:
        number = next_buddy.propose(session, request_id, by=CLOCK, now=now)
        return session.get_one(Proposal, number).buddy_id if number else None


def test_who_fits_best_is_asked_and_the_next_one_after_a_no(database: Database, now: datetime) -> None:
    with database.writing() as session:
        request_id = make.request(session, now=now)
        best = make.buddy(session, now=now)
        second = make.buddy(session, now=now, email="b@example.nl", sectors=())

    assert asked_next(database, request_id, now) == best
    with database.writing() as session:
        waiting = session.query(Proposal).one().id
        proposals.decline(session, waiting, by=make.buddy_actor(best), now=now)
    assert asked_next(database, request_id, now) == second


def test_whom_a_plan_had_prepared_goes_first(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)
        make.buddy(session, now=now)
        chosen = make.buddy(session, now=now, email="b@example.nl", sectors=())
        plan_id = plans.make(session, by=make.COORDINATOR, now=now)
        plan_id = plans.pin(session, plan_id, request_id, chosen, by=make.COORDINATOR, now=now)
        prepared.apply(session, plan_id, by=make.COORDINATOR, now=now)

    assert asked_next(sqlite, request_id, now) == chosen


def test_while_somebody_is_asked_nobody_else_is(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)
        make.buddy(session, now=now)

    assert asked_next(sqlite, request_id, now) is not None
    assert asked_next(sqlite, request_id, now) is None


def test_when_nobody_fits_nobody_is_asked(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)
        make.buddy(session, now=now, languages=("pl",))

    assert asked_next(sqlite, request_id, now) is None


def test_the_request_of_a_proposal_or_a_match_is_found(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        match_id = make.match(session, now=now)
        proposal = session.query(Proposal).one()

        found = [
            next_buddy.request_of(session, noun, number)
            for noun, number in (("request", 7), ("proposal", proposal.id), ("match", match_id), ("letter", 1))
        ]
    assert found == [7, proposal.request_id, proposal.request_id, None]
