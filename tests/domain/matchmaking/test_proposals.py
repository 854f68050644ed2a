"""One request, one buddy: yes, no, too late, and never more than there is room for."""

from datetime import datetime, timedelta

import pytest

from domain import links
from domain.actors import PARENT, Actor, Role
from domain.buddying import buddies
from domain.matchmaking import agreement, proposals
from domain.refused import Refused
from matching.rank import from_json
from store.database import Database
from store.models import JournalLine, Proposal, Request
from store.states import LinkPurpose, ProposalState, RequestState
from tests import make
from tests.racing import race

DAY = timedelta(days=1)


@pytest.fixture
def asked(database: Database, now: datetime) -> tuple[int, int]:
    """A request and the buddy whom it is put to, on both databases."""
    with database.writing() as session:
        return make.request(session, now=now), make.buddy(session, now=now)


def propose(database: Database, asked: tuple[int, int], now: datetime) -> int:
    with database.writing() as session:
        return make.proposal(session, *asked, now=now)


def kinds(database: Database) -> list[str]:
    with database.reading() as session:
        lines = session.query(JournalLine).order_by(JournalLine.id)
        return [line.kind for line in lines if line.kind.startswith(("proposal", "match"))]


def test_a_proposal_keeps_its_score_and_reasons_and_ends_in_a_day(
    database: Database, now: datetime, asked: tuple[int, int]
) -> None:
    proposal_id = propose(database, asked, now)

    with database.reading() as session:
        row = session.get_one(Proposal, proposal_id)
        stored = from_json(row.reasons)
        assert (row.state, row.answer_by, row.score) == (ProposalState.SENT, now + DAY, stored.score)
        assert row.request.state is RequestState.PROPOSED
        assert sum(part.points for part in stored.parts) == row.score
    assert kinds(database) == ["proposal.sent"]


def test_the_same_proposal_twice_is_one(database: Database, now: datetime, asked: tuple[int, int]) -> None:
    assert propose(database, asked, now) == propose(database, asked, now)
    assert kinds(database) == ["proposal.sent"]


def test_one_buddy_is_asked_at_a_time(database: Database, now: datetime, asked: tuple[int, int]) -> None:
    propose(database, asked, now)
    with database.writing() as session:
        other = make.buddy(session, now=now, email="b@example.nl")

        with pytest.raises(Refused, match=r"^proposal.not_open$"):
            make.proposal(session, asked[0], other, now=now)


def test_a_hard_rule_is_checked_again_when_the_proposal_goes_out(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id, buddy_id = make.request(session, now=now), make.buddy(session, now=now)
        buddies.pause(session, buddy_id, by=make.buddy_actor(buddy_id), now=now)

        with pytest.raises(Refused) as refusal:
            make.proposal(session, request_id, buddy_id, now=now)

    assert (refusal.value.key, refusal.value.values) == ("proposal.does_not_fit", {"why": "is even met pauze"})


def test_a_buddy_who_stopped_cannot_be_asked(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id, buddy_id = make.request(session, now=now), make.buddy(session, now=now)
        buddies.stop(session, buddy_id, by=make.COORDINATOR, now=now)

        with pytest.raises(Refused, match=r"^not_found$"):
            make.proposal(session, request_id, buddy_id, now=now)


def test_a_no_with_a_reason_opens_the_request_for_the_next(
    database: Database, now: datetime, asked: tuple[int, int]
) -> None:
    proposal_id = propose(database, asked, now)
    with database.writing() as session:
        for _twice in range(2):
            proposals.decline(session, proposal_id, "known", by=make.buddy_actor(asked[1]), now=now)

    with database.reading() as session:
        row = session.get_one(Proposal, proposal_id)
        assert (row.state, row.decline_reason) == (ProposalState.DECLINED, "known")
        assert row.request.state is RequestState.OPEN
    assert kinds(database) == ["proposal.sent", "proposal.declined"]


def test_a_reason_that_is_not_on_the_list_is_refused(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
        proposal_id = make.proposal(session, make.request(session, now=now), buddy_id, now=now)

        with pytest.raises(Refused, match=r"^catalogue.unknown$"):
            proposals.decline(session, proposal_id, "ik heb geen zin", by=make.buddy_actor(buddy_id), now=now)


def test_a_proposal_that_was_taken_back_is_answered_kindly(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
        proposal_id = make.proposal(session, make.request(session, now=now), buddy_id, now=now)
        for _twice in range(2):
            proposals.withdraw(session, proposal_id, by=make.COORDINATOR, now=now)

        with pytest.raises(Refused, match=r"^proposal.withdrawn$"):
            agreement.accept_for_buddy(session, proposal_id, by=make.buddy_actor(buddy_id), now=now)
        assert session.query(Request).one().state is RequestState.OPEN


def test_what_was_answered_is_not_taken_back(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.match(session, now=now)
        (row,) = session.query(Proposal)

        with pytest.raises(Refused, match=r"^proposal.answered$"):
            proposals.withdraw(session, row.id, by=make.COORDINATOR, now=now)
        with pytest.raises(Refused, match=r"^proposal.answered$"):
            proposals.decline(session, row.id, by=make.buddy_actor(row.buddy_id), now=now)


@pytest.mark.parametrize("by", [PARENT, make.buddy_actor(99), Actor(roles=frozenset({Role.POLICY}), buddy_id=1)])
def test_nobody_answers_for_another_buddy(sqlite: Database, now: datetime, by: Actor) -> None:
    with sqlite.writing() as session:
        proposal_id = make.proposal(session, make.request(session, now=now), make.buddy(session, now=now), now=now)

        for verb in (agreement.accept_for_buddy, proposals.decline, proposals.withdraw):
            with pytest.raises(Refused, match=r"^not_allowed$"):
                verb(session, proposal_id, by=by, now=now)


def test_a_buddy_proposes_nothing(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id, buddy_id = make.request(session, now=now), make.buddy(session, now=now)

        with pytest.raises(Refused, match=r"^not_allowed$"):
            proposals.propose(session, request_id, buddy_id, by=make.buddy_actor(buddy_id), now=now)


def test_the_link_acts_as_the_buddy_who_was_asked(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
        proposal_id = make.proposal(session, make.request(session, now=now), buddy_id, now=now)

        token = proposals.link(session, proposal_id, now=now)

        assert links.find(session, token, now=now + DAY) == (LinkPurpose.PROPOSAL, proposal_id)
        assert proposals.answering(session, proposal_id).buddy_id == buddy_id


def test_proposals_sent_at_once_never_exceed_what_a_buddy_can_carry(database: Database, now: datetime) -> None:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now, max_load=1)
        waiting = [make.request(session, now=now, email=f"{n}@example.nl") for n in range(3)]

    def ask(number: int) -> str:
        with database.writing() as session:
            make.proposal(session, waiting[number], buddy_id, now=now)
            return "sent"

    assert sorted(map(str, race(3, ask))) == ["proposal.does_not_fit", "proposal.does_not_fit", "sent"]
