"""The parent's own page: a buddy who said yes, a request that waited long, and forged input."""

from datetime import datetime, timedelta

import pytest

from domain.actors import CLOCK
from domain.matchmaking import agreement, requests, still_wanted
from store.database import Database
from store.models import Match, Proposal, Request
from store.states import ProposalState, RequestState
from tests import make
from tests.doors import Doors, Visitor, text_of


@pytest.fixture
def offered(database: Database, now: datetime) -> tuple[Visitor, str, int]:
    """A parent's browser, the address of their page, and the proposal to which a buddy said yes."""
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        request_id = make.request(session, now=now)
        proposal_id = make.proposal(session, request_id, buddy_id, now=now)
        agreement.accept_for_buddy(session, proposal_id, by=make.buddy_actor(buddy_id), now=now)
        token = requests.link(session, request_id, now=now)
    return Doors(database, now).visitor(), f"/link/{token}", proposal_id


def test_the_buddy_has_a_first_name_and_no_number(offered: tuple[Visitor, str, int]) -> None:
    visitor, page, _proposal = offered

    shown = text_of(visitor.get(page))

    assert "Anna wil u helpen. Past dat?" in shown
    assert "Hoogbegaafdheid" in shown
    assert [secret for secret in ("de Vries", "anna@example.nl") if secret in shown] == []


def test_a_yes_starts_the_match_and_a_second_click_changes_nothing(
    database: Database, offered: tuple[Visitor, str, int]
) -> None:
    visitor, page, proposal_id = offered

    answers = [visitor.post(page, do="yes", proposal=str(proposal_id)).status_code for _twice in range(2)]

    assert answers == [303, 303]
    assert "Anna is uw buddy" in text_of(visitor.get(page))
    with database.reading() as session:
        assert session.query(Match).count() == 1


def test_a_no_keeps_the_place_and_tells_the_reason(database: Database, offered: tuple[Visitor, str, int]) -> None:
    visitor, page, proposal_id = offered

    visitor.post(page, do="no", proposal=str(proposal_id), reason="known")

    assert "Wij zoeken een buddy die bij u past." in text_of(visitor.get(page))
    with database.reading() as session:
        row = session.get_one(Proposal, proposal_id)
        assert (row.state, row.declined_by, row.decline_reason) == (ProposalState.DECLINED, "parent", "known")


def test_a_buddy_without_a_place_left_is_said_kindly_and_the_search_goes_on(
    database: Database, offered: tuple[Visitor, str, int]
) -> None:
    visitor, page, proposal_id = offered
    with database.writing() as session:
        session.get_one(Proposal, proposal_id).buddy.max_load = 0

    answer = visitor.post(page, do="yes", proposal=str(proposal_id))

    assert answer.status_code == 409
    assert "Deze buddy kan helaas toch niet." in text_of(answer)
    assert "Wij zoeken" in text_of(visitor.get(page))
    with database.reading() as session:
        row = session.get_one(Proposal, proposal_id)
        assert (row.state, row.request.state) == (ProposalState.WITHDRAWN, RequestState.OPEN)


@pytest.mark.parametrize("forged", [{}, {"proposal": "999"}, {"proposal": "abc"}])
def test_a_yes_to_something_else_is_nobodys_yes(sqlite: Database, now: datetime, forged: dict[str, str]) -> None:
    with sqlite.writing() as session:
        buddy_id = make.buddy(session, now=now)
        request_id = make.request(session, now=now)
        proposal_id = make.proposal(session, request_id, buddy_id, now=now)
        agreement.accept_for_buddy(session, proposal_id, by=make.buddy_actor(buddy_id), now=now)
        other = make.request(session, now=now, email="other@example.nl")
        token = requests.link(session, other, now=now)
    visitor = Doors(sqlite, now).visitor()

    answer = visitor.post(f"/link/{token}", do="yes", **(forged or {"proposal": str(proposal_id)}))

    assert answer.status_code == 409
    with sqlite.reading() as session:
        assert session.get_one(Proposal, proposal_id).state is ProposalState.AGREED


def test_one_tap_says_that_a_buddy_is_still_wanted_also_when_parked(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)
        token = requests.link(session, request_id, now=now)
        still_wanted.tend(session, by=CLOCK, now=now + timedelta(days=29))
    doors = Doors(sqlite, now + timedelta(days=30))
    assert "Wilt u nog een buddy?" in text_of(doors.visitor().get(f"/link/{token}"))
    with sqlite.writing() as session:
        still_wanted.tend(session, by=CLOCK, now=now + timedelta(days=44))
    assert "In de wacht" in text_of(doors.visitor().get(f"/link/{token}"))

    doors.visitor().post(f"/link/{token}", do="wanted")

    assert "Wij zoeken een buddy die bij u past." in text_of(doors.visitor().get(f"/link/{token}"))
    with sqlite.reading() as session:
        assert session.get_one(Request, request_id).state is RequestState.OPEN
