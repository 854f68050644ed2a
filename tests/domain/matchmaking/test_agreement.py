"""Both sides say yes, in any order of clicks."""

from datetime import UTC, datetime

import pytest

from domain.actors import CLOCK, PARENT, Actor, Role
from domain.matchmaking import agreement, deadlines, proposals, requests
from domain.refused import Refused
from store.database import Database
from store.models import Buddy, JournalLine, Match, Proposal
from store.states import MatchState, ProposalState, RequestState
from tests import make
from tests.domain.matchmaking.agreeing import DAY, agreed, kinds, sent


def test_a_yes_of_the_buddy_asks_the_parent_and_starts_nothing_yet(database: Database, now: datetime) -> None:
    proposal_id, by = agreed(database, now)
    with database.writing() as session:
        agreement.accept_for_buddy(session, proposal_id, by=by, now=now + DAY)

    with database.reading() as session:
        row = session.get_one(Proposal, proposal_id)
        assert (row.state, row.agreed_at, row.answer_by) == (ProposalState.AGREED, now, now + 2 * DAY)
        assert (row.request.state, session.query(Match).count()) == (RequestState.PROPOSED, 0)
    assert kinds(database) == ["proposal.sent", "proposal.agreed"]


def test_a_parent_need_not_answer_in_the_night(sqlite: Database) -> None:
    evening = datetime(2026, 11, 24, 21, 30, tzinfo=UTC)
    proposal_id, _by = agreed(sqlite, evening)

    with sqlite.reading() as session:
        assert session.get_one(Proposal, proposal_id).answer_by == datetime(2026, 11, 27, 8, tzinfo=UTC)


def test_the_yes_of_the_parent_starts_the_match_once(database: Database, now: datetime) -> None:
    proposal_id, by = agreed(database, now)
    with database.writing() as session:
        first = agreement.accept_for_parent(session, proposal_id, by=PARENT, now=now)
        again = agreement.accept_for_parent(session, proposal_id, by=PARENT, now=now + DAY)

    with database.reading() as session:
        match = session.query(Match).one()
        assert (match.id, match.state, match.buddy_id, match.started_at) == (
            first,
            MatchState.RUNNING,
            by.buddy_id,
            now,
        )
        assert (again, match.request.state) == (first, RequestState.MATCHED)
    assert kinds(database) == ["proposal.sent", "proposal.agreed", "proposal.accepted", "match.started"]


def test_staff_may_answer_for_a_parent_on_the_phone_and_the_journal_says_who(sqlite: Database, now: datetime) -> None:
    proposal_id, _by = agreed(sqlite, now)
    with sqlite.writing() as session:
        agreement.accept_for_parent(session, proposal_id, by=make.COORDINATOR, now=now)

        line = session.query(JournalLine).filter_by(kind="proposal.accepted").one()
        assert line.actor == "account:1"


def test_a_parent_says_yes_to_nobody_who_did_not_say_yes(sqlite: Database, now: datetime) -> None:
    proposal_id, _by = sent(sqlite, now)
    with sqlite.writing() as session, pytest.raises(Refused, match=r"^proposal.not_agreed$"):
        agreement.accept_for_parent(session, proposal_id, by=PARENT, now=now)


def test_a_no_of_the_parent_opens_the_request_for_the_next(database: Database, now: datetime) -> None:
    proposal_id, _by = agreed(database, now)
    with database.writing() as session:
        for _twice in range(2):
            agreement.decline_for_parent(session, proposal_id, "contact", by=PARENT, now=now)

    with database.reading() as session:
        row = session.get_one(Proposal, proposal_id)
        assert (row.state, row.declined_by, row.decline_reason) == (ProposalState.DECLINED, "parent", "contact")
        assert row.request.state is RequestState.OPEN
    assert kinds(database) == ["proposal.sent", "proposal.agreed", "proposal.parent_declined"]


def test_a_reason_of_a_parent_comes_from_the_list_of_parents(sqlite: Database, now: datetime) -> None:
    proposal_id, _by = agreed(sqlite, now)
    with sqlite.writing() as session, pytest.raises(Refused, match=r"^catalogue.unknown$"):
        agreement.decline_for_parent(session, proposal_id, "rest", by=PARENT, now=now)


def test_a_buddy_may_take_a_yes_back_while_the_parent_thinks(sqlite: Database, now: datetime) -> None:
    proposal_id, by = agreed(sqlite, now)
    with sqlite.writing() as session:
        proposals.decline(session, proposal_id, "rest", by=by, now=now + 3 * DAY)

        row = session.get_one(Proposal, proposal_id)
        assert (row.state, row.declined_by, row.request.state) == (ProposalState.DECLINED, "buddy", RequestState.OPEN)
        with pytest.raises(Refused, match=r"^proposal.answered$"):
            agreement.accept_for_parent(session, proposal_id, by=PARENT, now=now + 3 * DAY)


def test_a_late_yes_of_a_parent_still_counts(sqlite: Database, now: datetime) -> None:
    proposal_id, _by = agreed(sqlite, now)
    with sqlite.writing() as session:
        deadlines.tend(session, by=CLOCK, now=now + 4 * DAY)

        assert agreement.accept_for_parent(session, proposal_id, by=PARENT, now=now + 5 * DAY)


def test_a_late_yes_of_a_buddy_is_thanked(sqlite: Database, now: datetime) -> None:
    proposal_id, by = sent(sqlite, now)
    with sqlite.writing() as session, pytest.raises(Refused, match=r"^proposal.expired$"):
        agreement.accept_for_buddy(session, proposal_id, by=by, now=now + DAY)


def test_when_the_buddy_can_not_after_all_the_parent_keeps_the_place_in_the_queue(
    database: Database, now: datetime
) -> None:
    proposal_id, by = agreed(database, now)
    with database.writing() as session:
        session.get_one(Buddy, by.buddy_id).certificate_seen_on = None
    with database.writing() as session, pytest.raises(Refused, match=r"^proposal.no_room_left$"):
        agreement.accept_for_parent(session, proposal_id, by=PARENT, now=now)
    with database.writing() as session:
        for _twice in range(2):
            agreement.fall_through(session, proposal_id, by=PARENT, now=now)

    with database.reading() as session:
        row = session.get_one(Proposal, proposal_id)
        assert (row.state, row.request.state, row.request.created_at) == (
            ProposalState.WITHDRAWN, RequestState.OPEN, now,
        )  # fmt: skip
    assert kinds(database)[2:] == ["proposal.fell_through"]


def test_nothing_falls_through_while_the_buddy_can(sqlite: Database, now: datetime) -> None:
    proposal_id, _by = agreed(sqlite, now)
    with sqlite.writing() as session:
        agreement.fall_through(session, proposal_id, by=PARENT, now=now)

        assert session.get_one(Proposal, proposal_id).state is ProposalState.AGREED


@pytest.mark.parametrize("by", [make.buddy_actor(1), Actor(roles=frozenset({Role.POLICY}))])
def test_nobody_but_the_parent_or_staff_answers_for_a_parent(sqlite: Database, now: datetime, by: Actor) -> None:
    proposal_id, _by = agreed(sqlite, now)
    with sqlite.writing() as session:
        for verb in (agreement.accept_for_parent, agreement.decline_for_parent, agreement.fall_through):
            with pytest.raises(Refused, match=r"^not_allowed$"):
                verb(session, proposal_id, by=by, now=now)


def test_a_withdrawn_request_takes_the_question_back_also_after_the_yes_of_the_buddy(
    sqlite: Database, now: datetime
) -> None:
    proposal_id, _by = agreed(sqlite, now)
    with sqlite.writing() as session:
        row = session.get_one(Proposal, proposal_id)
        requests.withdraw(session, row.request_id, by=PARENT, now=now)

        assert row.state is ProposalState.WITHDRAWN
