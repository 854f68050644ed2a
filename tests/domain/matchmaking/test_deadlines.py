"""Time that runs out: reminders by daylight, an end, and a parent who is late and loses nothing."""

from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
from sqlalchemy import update

from domain import catalogue
from domain.actors import CLOCK
from domain.matchmaking import agreement, deadlines, requests
from store.database import Database
from store.models import JournalLine, Proposal
from store.states import ProposalState, RequestState
from tests import make
from tests.racing import race

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def proposal_id(database: Database, now: datetime) -> int:
    """A proposal that waits for its buddy since eleven in the morning."""
    with database.writing() as session:
        return make.proposal(session, make.request(session, now=now), make.buddy(session, now=now), now=now)


def agree(database: Database, proposal_id: int, now: datetime) -> None:
    with database.writing() as session:
        agreement.accept_for_buddy(session, proposal_id, by=make.COORDINATOR, now=now)


def tended(database: Database, *moments: datetime) -> list[int]:
    found = []
    for moment in moments:
        with database.writing() as session:
            found.append(deadlines.tend(session, by=CLOCK, now=moment))
    return found


def kinds(database: Database) -> list[str]:
    with database.reading() as session:
        lines = session.query(JournalLine).filter(JournalLine.kind.like("proposal.%")).order_by(JournalLine.id)
        return [line.kind for line in lines][1:]


def test_silence_ends_once_and_opens_the_request(database: Database, now: datetime, proposal_id: int) -> None:
    with database.writing() as session:
        session.get_one(Proposal, proposal_id).reminded_at = now

    assert tended(database, now + DAY - timedelta(seconds=1), now + DAY, now + DAY) == [0, 1, 0]
    with database.reading() as session:
        row = session.get_one(Proposal, proposal_id)
        assert (row.state, row.request.state) == (ProposalState.EXPIRED, RequestState.OPEN)
    assert kinds(database) == ["proposal.expired"]


def test_a_buddy_is_reminded_once_on_the_evening_before(database: Database, now: datetime, proposal_id: int) -> None:
    evening = now.replace(hour=18, minute=45)

    assert tended(database, evening - timedelta(seconds=1), evening, evening + HOUR, now + 23 * HOUR) == [0, 1, 0, 0]
    assert kinds(database) == ["proposal.reminded"]


def test_a_parent_is_reminded_once_and_a_late_one_is_handed_to_the_coordinator(
    database: Database, now: datetime, proposal_id: int
) -> None:
    agree(database, proposal_id, now)

    assert tended(database, now + DAY, now + 2 * DAY - 2 * HOUR, now + 2 * DAY, now + 3 * DAY) == [0, 1, 1, 0]
    with database.reading() as session:
        row = session.get_one(Proposal, proposal_id)
        assert (row.state, row.request.state) == (ProposalState.AGREED, RequestState.PROPOSED)
    assert kinds(database) == ["proposal.agreed", "proposal.parent_reminded", "proposal.parent_silent"]


def test_two_clocks_at_once_end_a_proposal_once(database: Database, now: datetime, proposal_id: int) -> None:
    def tick(_number: int) -> int:
        with database.writing() as session:
            return deadlines.tend(session, by=CLOCK, now=now + DAY)

    assert sorted(map(str, race(2, tick))) == ["0", "1"]
    assert kinds(database) == ["proposal.expired"]


def test_two_clocks_at_once_hand_a_silent_parent_over_once(database: Database, now: datetime, proposal_id: int) -> None:
    agree(database, proposal_id, now)

    def tick(_number: int) -> int:
        with database.writing() as session:
            return deadlines.tend(session, by=CLOCK, now=now + 3 * DAY)

    assert sorted(map(str, race(2, tick))) == ["0", "1"]


def test_the_time_to_answer_is_what_staff_set(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        changed = {"hours": 12, "remind_hours": 2}
        catalogue.change(session, "time_limit", "buddy_answer", changed, by=make.COORDINATOR, now=now)
        made = make.proposal(session, make.request(session, now=now), make.buddy(session, now=now), now=now)

        assert session.get_one(Proposal, made).answer_by == now + 12 * HOUR


def local(day: int, hour: int, minute: int = 0, month: int = 11, *, ahead: int = 1) -> datetime:
    """A moment on the wall in 2026, `ahead` hours before UTC."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC) - ahead * HOUR


@pytest.mark.parametrize(
    ("asked_at", "answer_by", "expected"),
    [
        (local(24, 18), local(25, 18), local(25, 10)),
        (local(24, 11), local(25, 11), local(24, 19, 45)),
        (local(24, 3), local(25, 3), local(24, 19)),
        (local(24, 6), local(25, 6), local(24, 19, 45)),
        # asked in the evening for the morning after: there was no evening before
        (local(24, 19, 50), local(25, 11), local(25, 8)),
        # on the night that has an hour twice, and on the one that lacks one
        (local(24, 12, month=10, ahead=2), local(25, 11, month=10), local(24, 19, 45, month=10, ahead=2)),
        (local(28, 11, month=3), local(29, 12, month=3, ahead=2), local(28, 19, 45, month=3)),
    ],
)
def test_a_reminder_never_comes_in_the_night(asked_at: datetime, answer_by: datetime, expected: datetime) -> None:
    assert deadlines.remind_at(asked_at, answer_by, 8 * HOUR) == expected


def test_who_holds_one_request_and_wants_another_never_meets_the_job_halfway(database: Database, now: datetime) -> None:
    """As when a plan is sent: the first request is only reminded of, the second one is over."""
    later = now + 23 * HOUR
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now, max_load=3)
        first, second = (make.request(session, now=now, email=f"{one}@example.nl") for one in ("a", "b"))
        make.proposal(session, first, buddy_id, now=now + 2 * HOUR)
        make.proposal(session, second, buddy_id, now=now)
        session.execute(update(Proposal).where(Proposal.request_id == second).values(answer_by=later))
    holds, goes_on = Event(), Event()

    def work(number: int) -> object:
        if number:
            holds.wait(10)
            return tended(database, later)
        with database.writing() as session:
            requests.locked(session, first)
            holds.set()
            goes_on.wait(1)
            return requests.locked(session, second).id

    assert race(2, work) == [second, [2]]
