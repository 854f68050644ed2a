"""Who is tied to whom now: parents who wait or have a buddy, what they ask about, and every buddy."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import networkx as nx
from sqlalchemy.orm import Session

from domain.matchmaking import pool
from i18n import _
from matching.coverage import may_be_asked
from matching.network import Kind, Node, Person, Tie, network
from store.queries import choices
from store.queries.buddying import buddies
from store.queries.matchmaking import demand, requests


@dataclass(frozen=True)
class Ties:
    """The network with what staff call each node, places aside: a parent whose name was erased is a number.

    `available` are the buddies who may be asked: trained, with a certificate, not paused, not resting.
    """

    graph: "nx.Graph[Node]"
    available: frozenset[int]
    names: Mapping[Node, str]


def now(session: Session, *, now: datetime) -> Ties:
    """The network of this moment, parents by their first name."""
    asking, offers = demand.now_asking(session), pool.offers(session, now)
    parents = [Person(one.id, one.topics, one.municipality_code) for one in asking]
    givers = [Person(one.buddy_id, one.topics, one.place.municipality) for one in offers if one.place]
    pairs = [
        (one.request_id, one.buddy_id, Tie.MATCHED if one.matched else Tie.PROPOSED) for one in demand.pairs(session)
    ]
    available = frozenset(one.buddy_id for one in offers if may_be_asked(one))
    return Ties(network(parents, givers, pairs), available, _names(session, [one.id for one in parents]))


def _names(session: Session, request_ids: list[int]) -> dict[Node, str]:
    known = requests.names(session, request_ids)
    parents = {number: _first_name(known.get(number), number) for number in request_ids}
    named = {Kind.PARENT: parents, Kind.BUDDY: buddies.names(session)}
    topics = {Node(Kind.TOPIC, code): name for code, name in choices.topic_names(session).items()}
    return topics | {Node(kind, str(number)): name for kind, some in named.items() for number, name in some.items()}


def _first_name(name: str | None, number: int) -> str:
    return name.partition(" ")[0] if name else _("Vraag {number}", number=number)
