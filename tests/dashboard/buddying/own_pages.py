"""A buddy's own pages, as a browser presses them."""

from datetime import datetime

from dashboard.parts.buddying.my_proposals import DO, WHY
from dashboard.parts.gatherings.week import PART
from domain.actors import PARENT
from domain.matchmaking import agreement
from store.database import Database
from tests import make
from tests.doors import Doors, Visitor, many, prop_id


def tap(visitor: Visitor, buddy_id: int, weekday: int, part: str, *, on: bool) -> str:
    name = {"type": PART, "weekday": weekday, "part": part}
    answer = visitor.call(
        visitor.doors.output_of("week-hours", "week-said.children"),
        [(..., "", many((name, "checked", on)))],
        [("week-of", "data", buddy_id)],
        [prop_id(name, "checked")],
    )
    return answer.get_data(as_text=True)


def press(visitor: Visitor, what: str, number: int, reason: str | None = None) -> str:
    name = {"type": DO, "what": what, "number": number}
    answer = visitor.call(
        visitor.doors.output_of("mine-changed.data"),
        [(..., "", many((name, "n_clicks", 1)))],
        [(..., "", many(({"type": WHY, "what": what, "number": number}, "value", reason)))],
        [prop_id(name, "n_clicks")],
    )
    return answer.get_data(as_text=True)


def mine(visitor: Visitor) -> str:
    return visitor.call("mine.children", [("mine-changed", "data", None)]).get_data(as_text=True)


def asked(database: Database, now: datetime) -> tuple[Doors, int, int]:
    with database.writing() as session:
        buddy_id = make.buddy(session, now=now)
        proposal_id = make.proposal(session, make.request(session, now=now), buddy_id, now=now)
    return Doors(database, now), buddy_id, proposal_id


def parent_says_yes(database: Database, proposal_id: int, now: datetime) -> int:
    with database.writing() as session:
        return agreement.accept_for_parent(session, proposal_id, by=PARENT, now=now)
