"""What goes away at once when a parent withdraws: letters to them and about them, and what was ready to be sent."""

from datetime import datetime

import pytest

from domain.actors import PARENT
from domain.matchmaking import plans, prepared, requests
from store.database import Database
from store.models import Letter, Match, PreparedProposal
from store.sessions import Session
from store.states import LetterState
from tests import make


def written(session: Session, match: Match, reader: str, state: LetterState, now: datetime) -> Letter:
    """A letter about a match in which the parent's number stands."""
    letter_id = make.letter(
        session,
        match.id,
        now=now,
        dedupe_key=f"match_made/{reader}",
        kind="match_made_buddy",
        subject=("match", match.id),
        body="Telefoon: 06 12345678\n",
    )
    row = session.get_one(Letter, letter_id)
    row.state = state
    session.flush()
    return row


@pytest.mark.parametrize(
    ("reader", "before", "after"),
    [
        ("buddy:1", LetterState.SENT, LetterState.SENT),
        ("request:1", LetterState.TO_CALL, LetterState.DROPPED),
        ("request:1", LetterState.QUEUED, LetterState.DROPPED),
        ("request:1", LetterState.FAILED, LetterState.DROPPED),
    ],
)
def test_of_letters_about_who_withdrew_stays_only_that_they_were_sent(
    database: Database, now: datetime, reader: str, before: LetterState, after: LetterState
) -> None:
    with database.writing() as session:
        match = session.get_one(Match, make.match(session, now=now))
        written(session, match, reader, before, now)
        requests.withdraw(session, match.request_id, by=PARENT, now=now)

    with database.reading() as session:
        row = session.query(Letter).one()
        assert (row.state, row.recipient, row.address, row.title, row.body) == (after, None, None, None, None)


def test_a_letter_that_is_on_its_way_to_somebody_else_still_goes(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        match = session.get_one(Match, make.match(session, now=now))
        written(session, match, "buddy:1", LetterState.QUEUED, now)
        requests.withdraw(session, match.request_id, by=PARENT, now=now)

    with sqlite.reading() as session:
        row = session.query(Letter).one()
        assert (row.state, row.address) == (LetterState.QUEUED, "farida@example.nl")


def test_letters_about_another_parent_stay(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        match = session.get_one(Match, make.match(session, now=now))
        written(session, match, "request:1", LetterState.SENT, now)
        requests.withdraw(session, make.request(session, now=now, email="joris@example.nl"), by=PARENT, now=now)

    with sqlite.reading() as session:
        assert session.query(Letter).one().body == "Telefoon: 06 12345678\n"


def test_nothing_stays_ready_for_who_withdrew(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)
        make.buddy(session, now=now)
        plan_id = plans.make(session, by=make.COORDINATOR, now=now)
        prepared.apply(session, plan_id, by=make.COORDINATOR, now=now)
        requests.withdraw(session, request_id, by=PARENT, now=now)

        assert session.query(PreparedProposal).all() == []
