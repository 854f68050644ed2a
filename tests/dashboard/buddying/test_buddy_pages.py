"""A buddy's own pages: proposals, and nothing of anybody else's."""

from datetime import datetime

import pytest

from domain.actors import Actor
from store.database import Database
from store.models import Proposal
from store.queries.buddying.weeks import week
from store.states import ProposalState
from tests import make
from tests.dashboard.buddying.own_pages import asked, mine, parent_says_yes, press, tap
from tests.doors import Doors


def test_a_proposal_shows_the_wish_and_no_name_before_the_yes(sqlite: Database, now: datetime) -> None:
    doors, buddy_id, _proposal = asked(sqlite, now)

    page = mine(doors.visitor(make.buddy_actor(buddy_id)))

    assert "7 tot 10 jaar" in page
    assert [secret for secret in ("Farida", "farida@example.nl", "06 12345678") if secret in page] == []


def test_after_the_yes_the_buddy_waits_for_the_parent_and_may_take_it_back(sqlite: Database, now: datetime) -> None:
    doors, buddy_id, proposal_id = asked(sqlite, now)
    visitor = doors.visitor(make.buddy_actor(buddy_id))

    press(visitor, "yes", proposal_id)
    page = mine(visitor)

    assert "U zei ja" in page
    assert [secret for secret in ("Farida", "06 12345678") if secret in page] == []
    press(visitor, "no", proposal_id)
    with sqlite.reading() as session:
        assert session.get_one(Proposal, proposal_id).state is ProposalState.DECLINED


def test_after_both_said_yes_the_buddy_sees_whom_to_call(database: Database, now: datetime) -> None:
    doors, buddy_id, proposal_id = asked(database, now)
    visitor = doors.visitor(make.buddy_actor(buddy_id))

    press(visitor, "yes", proposal_id)
    parent_says_yes(database, proposal_id, now)
    page = mine(visitor)

    assert "Farida" in page
    assert "06 12345678" in page


def test_a_no_takes_its_reason_along(sqlite: Database, now: datetime) -> None:
    doors, buddy_id, proposal_id = asked(sqlite, now)

    press(doors.visitor(make.buddy_actor(buddy_id)), "no", proposal_id, "rest")

    with sqlite.reading() as session:
        row = session.get_one(Proposal, proposal_id)
        assert (row.state, row.decline_reason) == (ProposalState.DECLINED, "rest")


def test_a_buddy_gets_nothing_of_another_buddy(sqlite: Database, now: datetime) -> None:
    doors, buddy_id, proposal_id = asked(sqlite, now)
    with sqlite.writing() as session:
        other = make.buddy(session, now=now, email="b@example.nl")
    visitor = doors.visitor(make.buddy_actor(other))

    answers = [press(visitor, what, proposal_id) for what in ("yes", "no")]
    answers.append(tap(visitor, buddy_id, 0, "morning", on=True))

    assert "Hoogbegaafdheid" not in mine(visitor)
    assert all("Dit mag u niet bekijken of wijzigen." in answer for answer in answers)
    with sqlite.reading() as session:
        assert session.get_one(Proposal, proposal_id).state is ProposalState.SENT
        assert week(session, buddy_id) == (make.TUESDAY_EVENING,)


STAFF_ONLY = (
    "request.children",
    "requests-list.children",
    "buddies-list.children",
    "matches-list.children",
    "buddy-standing.children",
    "request-changed.data",
    "matches-changed.data",
    "buddy-changed.data",
)


@pytest.mark.parametrize("output", STAFF_ONLY)
@pytest.mark.parametrize(("actor", "status"), [(make.buddy_actor(1), 403), (None, 401)])
def test_staff_callbacks_answer_nobody_else(
    sqlite: Database, now: datetime, output: str, actor: Actor | None, status: int
) -> None:
    visitor = Doors(sqlite, now).visitor(actor)

    assert visitor.call(output, [("request-number", "data", 1)]).status_code == status


@pytest.mark.parametrize(
    "address",
    ["/werk/buddyvragen", "/werk/buddyvragen/1", "/werk/buddys", "/werk/buddys/1", "/werk/buddys/nieuw",
     "/werk/buddys/1/beschikbaarheid", "/werk/koppelingen"],
)  # fmt: skip
def test_staff_pages_are_closed_to_a_buddy(sqlite: Database, now: datetime, address: str) -> None:
    assert Doors(sqlite, now).visitor(make.buddy_actor(1)).get(address).status_code == 403
