"""Requests and matches as the coordinator sees them."""

from datetime import datetime, timedelta

import pytest

from dashboard.parts.buddying.match_acts import DO, HEAVY, WHY
from dashboard.parts.dialog import DIALOG
from domain.care import matches
from domain.matchmaking import proposals
from store.database import Database
from store.models import Match, Request
from store.states import MatchState, ProposalState, RequestState
from tests import make
from tests.doors import Doors, Visitor, many, prop_id


def staff(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def listed(visitor: Visitor, chosen: str) -> str:
    return visitor.call("requests-list.children", [("requests-state", "value", chosen)]).get_data(as_text=True)


def opened(visitor: Visitor, request_id: int, *, everybody: bool = False) -> str:
    inputs: list[tuple[str, str, object]] = [("request-number", "data", request_id), ("request-changed", "data", None)]
    inputs.append(("request-everybody", "data", everybody))
    return visitor.call("request.children", inputs).get_data(as_text=True)


def confirm(visitor: Visitor, name: str, request_id: int) -> str:
    button = {"type": DIALOG, "name": name, "part": "yes"}
    answer = visitor.call(
        "request-changed.data",
        [(..., "", many((button, "n_clicks", 1)))],
        [("request-number", "data", request_id)],
        [prop_id(button, "n_clicks")],
    )
    return answer.get_data(as_text=True)


def test_who_waits_is_listed_with_the_clock_of_the_promise(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.request(session, now=now - timedelta(hours=10))
        make.request(session, now=now - timedelta(hours=60), email="b@example.nl", name="Joris")

    page = listed(staff(sqlite, now), "waiting")

    assert page.index("Joris") < page.index("Farida")
    assert "nog 38 uur" in page
    assert "12 uur te laat" in page


def test_an_empty_list_says_so(sqlite: Database, now: datetime) -> None:
    assert "Hier staan ouders zodra ze een buddy vragen." in listed(staff(sqlite, now), "matched")


def test_one_request_shows_the_best_with_reasons_and_why_others_do_not_fit(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)
        for number in range(5):
            make.buddy(session, now=now, email=f"{number}@example.nl", name=f"Buddy {number}")
        make.buddy(session, now=now, email="x@example.nl", name="Xandra", certificate_seen_on=None)

    first, whole = (opened(staff(sqlite, now), request_id, everybody=everybody) for everybody in (False, True))

    assert "Deelt het onderwerp" in first
    assert "1 buddy heeft geen VOG, of de VOG is ouder dan drie jaar" in first
    assert "Toon alle 6 buddy's" in first
    assert [first.count("Ja, vraag Buddy"), whole.count("Ja, vraag Buddy")] == [3, 5]
    assert ("Xandra" in first, "Xandra" in whole) == (False, True)
    assert "Stel Xandra voor" not in whole


def test_when_nobody_fits_the_page_says_what_is_in_the_way(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)

    assert "Er zijn nog geen buddy's." in opened(staff(sqlite, now), request_id)


def test_a_confirmed_proposal_goes_out_and_can_be_taken_back(database: Database, now: datetime) -> None:
    with database.writing() as session:
        request_id, buddy_id = make.request(session, now=now), make.buddy(session, now=now)
    visitor = staff(database, now)

    confirm(visitor, f"propose-{buddy_id}", request_id)
    waiting = opened(visitor, request_id)
    with database.reading() as session:
        (sent,) = session.get_one(Request, request_id).proposals
    confirm(visitor, f"withdraw-{sent.id}", request_id)

    assert "Wij wachten op het antwoord van Anna de Vries." in waiting
    with database.reading() as session:
        row = session.get_one(Request, request_id)
        assert (row.state, [one.state for one in row.proposals]) == (RequestState.OPEN, [ProposalState.WITHDRAWN])


def test_a_request_is_closed_after_a_yes_to_the_question(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)

    assert "De buddyvraag is gesloten." in confirm(staff(sqlite, now), "close-request", request_id)
    with sqlite.reading() as session:
        assert session.get_one(Request, request_id).state is RequestState.CLOSED


def test_earlier_answers_stay_visible_with_their_reason(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id, buddy_id = make.request(session, now=now), make.buddy(session, now=now)
        proposal_id = make.proposal(session, request_id, buddy_id, now=now)
        proposals.decline(session, proposal_id, "rest", by=make.buddy_actor(buddy_id), now=now)

    assert "Even rust nodig" in opened(staff(sqlite, now), request_id)


def test_a_request_that_does_not_exist_gets_a_friendly_page(sqlite: Database, now: datetime) -> None:
    assert "Deze buddyvraag is er niet" in opened(staff(sqlite, now), 999)


def running(visitor: Visitor, state: str = "running") -> str:
    inputs = [("matches-state", "value", state), ("matches-changed", "data", None)]
    return visitor.call("matches-list.children", inputs).get_data(as_text=True)


def press(visitor: Visitor, what: str, number: int, reason: str = "agreed", *, heavy: bool = False) -> None:
    name = {"type": DO, "what": what, "number": number}
    visitor.call(
        "matches-changed.data",
        [(..., "", many((name, "n_clicks", 1)))],
        [
            (..., "", many(({"type": WHY, "number": number}, "value", reason))),
            (..., "", many(({"type": HEAVY, "number": number}, "checked", heavy))),
        ],
        [prop_id(name, "n_clicks")],
    )


def test_an_overdue_first_contact_and_a_call_for_help_stand_out(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        match_id = make.match(session, now=now - timedelta(hours=53))
        matches.ask_help(session, match_id, by=make.COORDINATOR, now=now)
    visitor = staff(sqlite, now)

    before = running(visitor)
    press(visitor, "help", match_id)

    assert "5 uur te laat" in before
    assert "Vraagt hulp" in before
    assert "Vraagt hulp" not in running(visitor)


def test_a_match_is_ended_with_its_reason(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        match_id = make.match(session, now=now)
    visitor = staff(sqlite, now)

    press(visitor, "end", match_id, "faded")

    assert "Er loopt geen koppeling" in running(visitor)
    assert "Contact verwaterd" in running(visitor, "ended")
    with sqlite.reading() as session:
        assert session.get_one(Match, match_id).state is MatchState.ENDED


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/werk/buddyvragen", "Buddyvragen"),
        ("/werk/buddyvragen/1", "request-number"),
        ("/werk/buddys", "Nieuwe buddy"),
        ("/werk/buddys/nieuw", "Nieuwe buddy"),
        ("/werk/buddys/1", "anna@example.nl"),
        ("/werk/buddys/99", "Deze buddy is er niet"),
        ("/werk/buddys/1/beschikbaarheid", "Beschikbaarheid van Anna de Vries"),
        ("/werk/koppelingen", "Koppelingen"),
    ],
)
def test_every_page_of_staff_is_drawn(sqlite: Database, now: datetime, address: str, said: str) -> None:
    with sqlite.writing() as session:
        make.match(session, now=now)
    visitor = staff(sqlite, now)

    page = visitor.call(
        visitor.doors.output_of("page.children"), [("address", "pathname", address), ("address", "search", "")]
    )

    assert said in page.get_data(as_text=True)
