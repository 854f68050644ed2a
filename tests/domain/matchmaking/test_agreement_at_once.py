"""Two who answer at the same moment: one match, one truth, and never more than there is room for."""

from datetime import datetime

from domain.actors import CLOCK, PARENT, Actor
from domain.matchmaking import agreement, deadlines, proposals, requests
from store.database import Database
from store.models import Buddy, Match, Proposal
from store.states import MatchState, ProposalState, RequestState
from tests import make
from tests.domain.matchmaking.agreeing import DAY, agreed, kinds, sent
from tests.racing import race


def test_double_clicks_on_both_sides_make_one_match(database: Database, now: datetime) -> None:
    proposal_id, by = agreed(database, now)

    def click(number: int) -> object:
        with database.writing() as session:
            if number % 2:
                return agreement.accept_for_parent(session, proposal_id, by=PARENT, now=now)
            agreement.accept_for_buddy(session, proposal_id, by=by, now=now)
            return None

    assert len(set(race(6, click)) - {None}) == 1
    assert kinds(database).count("match.started") == 1


def test_two_yeses_at_once_never_exceed_what_a_buddy_can_carry(database: Database, now: datetime) -> None:
    waiting, by = _three_asked(database, now)
    with database.writing() as session:
        session.get_one(Buddy, by.buddy_id).max_load = 1

    def answer(number: int) -> str:
        with database.writing() as session:
            agreement.accept_for_buddy(session, waiting[number], by=by, now=now)
            return "yes"

    assert sorted(map(str, race(3, answer))) == ["proposal.full", "proposal.full", "yes"]


def test_parents_who_say_yes_at_once_never_exceed_what_a_buddy_can_carry(database: Database, now: datetime) -> None:
    waiting, by = _three_asked(database, now)
    with database.writing() as session:
        for each in waiting:
            agreement.accept_for_buddy(session, each, by=by, now=now)
        session.get_one(Buddy, by.buddy_id).max_load = 1

    def answer(number: int) -> str:
        with database.writing() as session:
            agreement.accept_for_parent(session, waiting[number], by=PARENT, now=now)
            return "yes"

    assert sorted(map(str, race(3, answer))) == ["proposal.no_room_left", "proposal.no_room_left", "yes"]


def test_a_yes_and_the_end_of_time_together_leave_one_truth(database: Database, now: datetime) -> None:
    proposal_id, by = sent(database, now)

    def either(number: int) -> object:
        with database.writing() as session:
            if number:
                return deadlines.expire(session, by=CLOCK, now=now + DAY)
            agreement.accept_for_buddy(session, proposal_id, by=by, now=now + DAY / 2)
            return "yes"

    outcome = race(2, either)

    assert outcome in (["yes", 0], ["proposal.expired", 1])
    assert kinds(database).count("proposal.agreed") == outcome.count("yes")


def test_a_yes_a_no_a_withdrawal_and_the_end_of_a_request_together_leave_one_truth(
    database: Database, now: datetime
) -> None:
    proposal_id, by = agreed(database, now)

    def one_of(number: int) -> object:
        with database.writing() as session:
            if number == 0:
                agreement.accept_for_parent(session, proposal_id, by=PARENT, now=now)
            elif number == 1:
                proposals.decline(session, proposal_id, by=by, now=now)
            elif number == 2:
                proposals.withdraw(session, proposal_id, by=make.COORDINATOR, now=now)
            else:
                requests.withdraw(session, session.get_one(Proposal, proposal_id).request_id, by=PARENT, now=now)
        return "done"

    race(4, one_of)

    with database.reading() as session:
        row = session.get_one(Proposal, proposal_id)
        running = session.query(Match).filter_by(state=MatchState.RUNNING).count()
        assert (row.request.state, running, row.state in (ProposalState.SENT, ProposalState.AGREED)) == (
            RequestState.WITHDRAWN, 0, False,
        )  # fmt: skip
    ended = [one for one in kinds(database) if one in ("proposal.accepted", "proposal.declined", "proposal.withdrawn")]
    assert len(ended) == 1


def _three_asked(database: Database, now: datetime) -> tuple[list[int], Actor]:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now, max_load=3)
        waiting = [
            make.proposal(session, make.request(session, now=now, email=f"{n}@example.nl"), buddy_id, now=now)
            for n in range(3)
        ]
        return waiting, make.buddy_actor(buddy_id)
