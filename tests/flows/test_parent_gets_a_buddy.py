"""A parent asks at night, the coordinator proposes in the morning, buddy and parent say yes from their letters."""

from datetime import datetime, timedelta

from dashboard.parts.dialog import DIALOG
from domain.matchmaking import proposals
from store.database import Database
from store.models import JournalLine, Proposal, Request
from store.states import ProposalState
from tests import make
from tests.doors import Doors, Visitor, many, prop_id, text_of

TOLD = [
    "request.asked",
    "proposal.sent",
    "proposal.declined",
    "proposal.sent",
    "proposal.agreed",
    "proposal.accepted",
    "match.started",
]


def test_a_parent_gets_a_buddy(database: Database, now: datetime) -> None:
    with database.writing() as session:
        first = make.buddy(session, now=now)
        second = make.buddy(session, now=now, name="Bram Bakker", email="bram@example.nl", sectors=())
    doors = Doors(database, now)
    parent, coordinator = doors.visitor(), doors.visitor(make.COORDINATOR)

    link = _ask(doors, parent)
    request_id = _only_request(database)
    shortlist = _open(coordinator, request_id)
    assert shortlist.index("Stel Anna de Vries voor") < shortlist.index("Stel Bram Bakker voor")

    _propose(coordinator, first, request_id)
    _letter(doors, first, "no")
    assert "Wij zoeken" in text_of(parent.get(link))

    _propose(coordinator, second, request_id)
    assert "Wij vragen nu de ouder." in _letter(doors, second, "yes")
    offered = text_of(parent.get(link))
    assert "Bram wil u helpen. Past dat?" in offered
    assert "Bakker" not in offered

    parent.post(link, do="yes", proposal=str(_waiting_for_parent(database)))

    assert "contact op met Farida" in _letter_again(doors, second)
    assert "Bram is uw buddy" in text_of(parent.get(link))
    with database.reading() as session:
        kinds = [line.kind for line in session.query(JournalLine).order_by(JournalLine.id)]
    assert kinds[-len(TOLD) :] == TOLD


def _ask(doors: Doors, parent: Visitor) -> str:
    form = parent.get("/buddy").get_data(as_text=True)
    opened = form.partition('name="geopend" value="')[2].partition('"')[0]
    doors.now += timedelta(seconds=60)
    answers = {"name": "Farida", "phone": "06 12345678", "municipality": "GM0361", "sector": "po", "consent": "yes"}
    sent = parent.post("/buddy", geopend=opened, topics=["F1"], moments=["weekday_evening"], **answers)
    return sent.location.partition("?")[0]


def _only_request(database: Database) -> int:
    with database.reading() as session:
        return session.query(Request).one().id


def _open(coordinator: Visitor, request_id: int) -> str:
    states = {"request-number": request_id, "request-changed": None, "request-everybody": False}
    inputs = [(name, "data", value) for name, value in states.items()]
    return coordinator.call("request.children", inputs).get_data(as_text=True)


def _propose(coordinator: Visitor, buddy_id: int, request_id: int) -> None:
    yes = {"type": DIALOG, "name": f"propose-{buddy_id}", "part": "yes"}
    coordinator.call(
        "request-changed.data",
        [(..., "", many((yes, "n_clicks", 1)))],
        [("request-number", "data", request_id)],
        [prop_id(yes, "n_clicks")],
    )


def _waiting_for_parent(database: Database) -> int:
    with database.reading() as session:
        return session.query(Proposal).filter_by(state=ProposalState.AGREED).one().id


def _buddy_link(doors: Doors, buddy_id: int) -> str:
    with doors.database.writing() as session:
        waiting = session.query(Proposal).filter_by(buddy_id=buddy_id).one()
        return f"/link/{proposals.link(session, waiting.id, now=doors.now)}"


def _letter_again(doors: Doors, buddy_id: int) -> str:
    return text_of(doors.visitor().get(_buddy_link(doors, buddy_id)))


def _letter(doors: Doors, buddy_id: int, answer: str) -> str:
    """The buddy opens the link from the letter, on a phone that is not signed in, and answers."""
    link = _buddy_link(doors, buddy_id)
    phone = doors.visitor()
    assert "Farida" not in text_of(phone.get(link))
    phone.post(link, answer=answer)
    return text_of(phone.get(link))
