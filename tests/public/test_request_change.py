"""A parent changes their own request behind the link: all that they gave, and what it does to a buddy who was asked."""

from datetime import datetime

import pytest

from domain.actors import CLOCK, PARENT
from domain.matchmaking import agreement, own_change, requests
from domain.refused import Refused
from store.database import Database
from store.models import JournalLine, Proposal, Request
from store.states import ProposalState, RequestState
from tests import make
from tests.doors import Doors, Visitor, text_of

TYPED = {
    "do": "change",
    "name": "Farida",
    "email": "farida@example.nl",
    "phone": "06 12345678",
    "municipality": "GM0361",
    "topics": "F1",
    "sector": "po",
    "age_band": "7-9",
    "contact_modes": "phone",
    "moments": "weekday_evening",
    "languages": "nl",
}


@pytest.fixture
def asked(database: Database, now: datetime) -> tuple[Visitor, str, int]:
    """A parent's browser, the address of their page, and the proposal that a buddy did not answer yet."""
    with database.writing() as session:
        request_id = make.request(session, now=now)
        proposal_id = make.proposal(session, request_id, make.buddy(session, now=now), now=now)
        token = requests.link(session, request_id, now=now)
    return Doors(database, now).visitor(), f"/link/{token}", proposal_id


def test_the_form_holds_what_was_given_and_says_what_a_change_does(asked: tuple[Visitor, str, int]) -> None:
    visitor, page, _proposal = asked

    shown = visitor.get(f"{page}?bekijk=wijzigen")

    assert 'value="farida@example.nl"' in shown.text
    assert "Dan nemen wij de vraag aan die buddy terug." in text_of(shown)
    assert 'name="consent"' not in shown.text


def test_another_phone_number_leaves_the_buddy_who_was_asked(
    database: Database, asked: tuple[Visitor, str, int]
) -> None:
    visitor, page, proposal_id = asked

    answer = visitor.post(page, **{**TYPED, "phone": "06 87654321"})

    assert (answer.status_code, answer.location) == (303, f"{page}?gewijzigd=1")
    with database.reading() as session:
        row = session.get_one(Proposal, proposal_id)
        assert (row.state, row.request.phone) == (ProposalState.SENT, "06 87654321")
        assert session.query(JournalLine).filter_by(kind="request.changed").one().actor == PARENT.label


def test_another_topic_takes_the_question_back_and_the_search_goes_on(
    database: Database, asked: tuple[Visitor, str, int]
) -> None:
    visitor, page, proposal_id = asked

    visitor.post(page, **{**TYPED, "topics": "F3"})

    assert "Uw wijziging is bewaard." in text_of(visitor.get(f"{page}?gewijzigd=1"))
    with database.reading() as session:
        row = session.get_one(Proposal, proposal_id)
        assert (row.state, row.request.state) == (ProposalState.WITHDRAWN, RequestState.OPEN)
        assert session.query(JournalLine).filter_by(kind="proposal.withdrawn").count() == 1


def test_a_yes_of_the_buddy_to_the_old_wish_is_no_yes_to_the_new_one(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id, buddy_id = make.request(session, now=now), make.buddy(session, now=now)
        proposal_id = make.proposal(session, request_id, buddy_id, now=now)
        agreement.accept_for_buddy(session, proposal_id, by=make.buddy_actor(buddy_id), now=now)

        own_change.change(session, request_id, make.wish(moments=("weekday_morning",)), now=now)

        with pytest.raises(Refused, match=r"^proposal.withdrawn$"):
            agreement.accept_for_parent(session, proposal_id, by=PARENT, now=now)


def test_the_same_once_more_changes_nothing(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)
        proposal_id = make.proposal(session, request_id, make.buddy(session, now=now), now=now)

        own_change.change(session, request_id, make.wish(), now=now)

        assert session.get_one(Proposal, proposal_id).state is ProposalState.SENT
        assert session.query(JournalLine).filter_by(kind="request.changed").count() == 0


def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(asked: tuple[Visitor, str, int]) -> None:
    visitor, page, _proposal = asked

    answer = visitor.post(page, **{**TYPED, "email": "geen adres", "name": "Farida El Amrani"})

    assert answer.status_code == 422
    assert 'value="Farida El Amrani"' in answer.text
    assert 'value="geen adres"' in answer.text
    assert 'aria-invalid="true"' in answer.text


def test_without_a_way_to_reach_the_parent_nothing_changes(database: Database, asked: tuple[Visitor, str, int]) -> None:
    visitor, page, proposal_id = asked

    answer = visitor.post(page, **{**TYPED, "email": "", "phone": ""})

    assert answer.status_code == 422
    with database.reading() as session:
        assert session.get_one(Proposal, proposal_id).request.email == "farida@example.nl"


def test_a_request_that_ended_is_changed_no_more(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)
        token = requests.link(session, request_id, now=now)
        requests.close(session, request_id, by=CLOCK, now=now)
    visitor = Doors(sqlite, now).visitor()

    answers = [visitor.get(f"/link/{token}?bekijk=wijzigen"), visitor.post(f"/link/{token}", **TYPED)]

    assert [one.status_code for one in answers] == [400, 422]
    with sqlite.reading() as session:
        assert session.get_one(Request, request_id).state is RequestState.CLOSED
