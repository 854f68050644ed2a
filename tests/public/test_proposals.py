"""The buddy's answer from the letter."""

from datetime import datetime, timedelta

from domain.actors import PARENT
from domain.matchmaking import agreement, proposals
from store.database import Database
from store.models import Proposal
from store.states import ProposalState
from tests import make
from tests.doors import Doors, text_of


def asked(database: Database, now: datetime) -> tuple[Doors, str]:
    with database.writing() as session:
        proposal_id = make.proposal(session, make.request(session, now=now), make.buddy(session, now=now), now=now)
        return Doors(database, now), f"/link/{proposals.link(session, proposal_id, now=now)}"


def test_before_the_yes_there_is_a_wish_and_no_name(database: Database, now: datetime) -> None:
    doors, link = asked(database, now)

    page = text_of(doors.visitor().get(link))

    for known in ("Hoogbegaafdheid", "7 tot 10 jaar", "Alkmaar", "Doordeweeks, in de avond"):
        assert known in page
    for secret in ("Farida", "farida@example.nl", "06 12345678"):
        assert secret not in page


def test_looking_answers_nothing(sqlite: Database, now: datetime) -> None:
    doors, link = asked(sqlite, now)

    for _scanner in range(3):
        doors.visitor().get(f"{link}?answer=yes")

    with sqlite.reading() as session:
        assert session.query(Proposal).one().state is ProposalState.SENT


def test_a_yes_is_thanked_and_tells_that_the_parent_is_asked_now(sqlite: Database, now: datetime) -> None:
    doors, link = asked(sqlite, now)
    visitor = doors.visitor()

    answers = [visitor.post(link, answer="yes").status_code for _twice in range(2)]
    page = text_of(visitor.get(link))

    assert answers == [303, 303]
    assert "Wij vragen nu de ouder." in page
    assert [secret for secret in ("Farida", "06 12345678") if secret in page] == []


def test_after_both_said_yes_the_page_shows_whom_to_call(database: Database, now: datetime) -> None:
    doors, link = asked(database, now)
    visitor = doors.visitor()
    visitor.post(link, answer="yes")
    with database.writing() as session:
        agreement.accept_for_parent(session, session.query(Proposal).one().id, by=PARENT, now=now)

    page = text_of(visitor.get(link))

    assert "contact op met Farida" in page
    assert "06 12345678" in page


def test_a_yes_can_be_taken_back_until_the_parent_answers(sqlite: Database, now: datetime) -> None:
    doors, link = asked(sqlite, now)
    visitor = doors.visitor()

    visitor.post(link, answer="yes")
    visitor.post(link, answer="no")

    with sqlite.reading() as session:
        assert session.query(Proposal).one().state is ProposalState.DECLINED


def test_a_no_is_thanked_and_may_go_without_a_reason(sqlite: Database, now: datetime) -> None:
    doors, link = asked(sqlite, now)
    visitor = doors.visitor()

    answers = [visitor.post(link, answer="no").status_code for _twice in range(2)]

    assert answers == [303, 303]
    assert "Goed dat u het zegt" in text_of(visitor.get(link))
    with sqlite.reading() as session:
        row = session.query(Proposal).one()
        assert (row.state, row.decline_reason) == (ProposalState.DECLINED, None)


def test_a_late_yes_gets_a_kind_sentence(sqlite: Database, now: datetime) -> None:
    doors, link = asked(sqlite, now)
    doors.now += timedelta(hours=24)

    answer = doors.visitor().post(link, answer="yes")

    assert answer.status_code == 409
    assert "U hoeft niets te doen." in text_of(answer)


def test_a_withdrawn_proposal_is_answered_kindly(sqlite: Database, now: datetime) -> None:
    doors, link = asked(sqlite, now)
    with sqlite.writing() as session:
        proposals.withdraw(session, session.query(Proposal).one().id, by=make.COORDINATOR, now=now)

    assert "niet meer nodig" in text_of(doors.visitor().get(link))
    assert doors.visitor().post(link, answer="yes").status_code == 409


def test_an_unknown_link_tells_nothing(sqlite: Database, now: datetime) -> None:
    assert Doors(sqlite, now).visitor().get("/link/zomaar").status_code == 410
