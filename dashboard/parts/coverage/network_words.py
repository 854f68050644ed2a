"""What the network of parents and buddies says, in sentences: who carries what alone, what nobody knows about."""

from collections.abc import Mapping, Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.pieces import card
from domain.matchmaking.ties import Ties
from i18n import _, n_
from matching.network import Kind, Node, hangs_on_one, islands, linchpins, served_by_nobody

MOST = 3
NETWORK = "/werk/netwerk"


def answer(ties: Ties, names: Mapping[Node, str]) -> Component:
    """The most pressing first: what nobody knows about, what hangs on one, whom you can't miss, what stands apart."""
    said = [_nobody(ties, names), _on_one(ties, names)]
    details = [*_cannot_miss(ties, names), *_not_asked(ties), _apart(ties)]
    return card(
        *(html.P(one, className="answer") for one in said),
        html.Ul([html.Li(one) for one in details if one]),
        className="says",
    )


def notes(ties: Ties) -> dict[Node, str]:
    """What stands behind a topic that a parent asks about: nobody who may be asked, or one buddy alone."""
    one = dict.fromkeys(_on_one_and_asked(ties), _("1 buddy"))
    nobody = dict.fromkeys(served_by_nobody(ties.graph, ties.available), _("niemand"))
    return {Node(Kind.TOPIC, code): said for code, said in {**one, **nobody}.items()}


def asked_about(ties: Ties) -> dict[str, int]:
    """How many parents ask about each topic now, of those that anybody asks about."""
    topics = [node for node in ties.graph if node.kind is Kind.TOPIC]
    asked = {node.key: sum(other.kind is Kind.PARENT for other in ties.graph[node]) for node in topics}
    return {code: count for code, count in asked.items() if count}


def _nobody(ties: Ties, names: Mapping[Node, str]) -> list[Component | str]:
    codes = served_by_nobody(ties.graph, ties.available)
    if not codes:
        return [_("Over elk onderwerp waar ouders nu naar vragen, kan een buddy meepraten.")]
    return [_("Er is nu niemand over: "), *_topics(codes, names), "."]


def _on_one(ties: Ties, names: Mapping[Node, str]) -> list[Component | str]:
    codes = _on_one_and_asked(ties)
    if not codes:
        return [_("Geen onderwerp waar ouders nu naar vragen, hangt aan één buddy.")]
    start = n_("{n} onderwerp hangt aan één buddy: ", "{n} onderwerpen hangen aan één buddy: ", len(codes))
    return [start, *_topics(codes, names), "."]


def _on_one_and_asked(ties: Ties) -> list[str]:
    """Who most parents ask about first."""
    asked = asked_about(ties)
    found = [code for code in hangs_on_one(ties.graph, ties.available) if code in asked]
    return sorted(found, key=lambda code: (-asked[code], code))


def _cannot_miss(ties: Ties, names: Mapping[Node, str]) -> list[list[Component | str]]:
    """The three buddies who carry most alone, of what parents ask about now."""
    asked, found = asked_about(ties), []
    for buddy_id, codes in linchpins(ties.graph, ties.available).items():
        if alone := [code for code in codes if code in asked]:
            found.append((buddy_id, alone))
    found.sort(key=lambda one: (-len(one[1]), one[0]))
    return [[_("Zonder "), _buddy(buddy_id, names), _(" is er niemand meer over "), *_topics(alone, names), "."]
            for buddy_id, alone in found[:MOST]]  # fmt: skip


def _not_asked(ties: Ties) -> list[str]:
    rest = set(hangs_on_one(ties.graph, ties.available)) - asked_about(ties).keys()
    if not rest:
        return []
    return [n_(
        "Nog {n} onderwerp hangt aan één buddy, maar daar vraagt nu niemand naar.",
        "Nog {n} onderwerpen hangen aan één buddy, maar daar vraagt nu niemand naar.",
        len(rest),
    )]  # fmt: skip


def _apart(ties: Ties) -> str:
    """How many parts of the network hold a parent, places aside, and in how many of them there is no buddy."""
    graph = ties.graph.subgraph(node for node in ties.graph if node.kind is not Kind.PLACE)
    parts = [part for part in islands(graph) if any(node.kind is Kind.PARENT for node in part)]
    alone = sum(all(node.kind is not Kind.BUDDY for node in part) for part in parts)
    if len(parts) < 2:
        return ""
    said = _("Het netwerk valt uiteen in {n} delen die los van elkaar staan.", n=len(parts))
    without = n_("In {n} deel zit geen buddy.", "In {n} delen zit geen buddy.", alone) if alone else ""
    return f"{said} {without}".strip()


def _topics(codes: Sequence[str], names: Mapping[Node, str]) -> list[Component | str]:
    """The first few as links to the network around them, with commas between, and how many more there are."""
    found: list[Component | str] = []
    for code in codes[:MOST]:
        name = names.get(Node(Kind.TOPIC, code), code)
        found += [", "] * bool(found) + [dcc.Link(name, href=f"{NETWORK}?onderwerp={code}")]
    more = len(codes) - MOST
    return [*found, n_(" en nog {n} ander", " en nog {n} andere", more)] if more > 0 else found


def _buddy(buddy_id: int, names: Mapping[Node, str]) -> Component:
    return dcc.Link(names[Node(Kind.BUDDY, str(buddy_id))], href=f"/werk/buddys/{buddy_id}")
