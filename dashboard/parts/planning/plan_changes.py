"""What changed for other parents when staff decided about one pair of a plan."""

from dash import html
from dash.development.base_component import Component

from dashboard.parts.pieces import notice
from dashboard.parts.planning.plan_people import People
from i18n import _
from matching.compare import compare
from matching.everybody import Outcome


def changes(before: Outcome, after: Outcome, request_id: int, who: People) -> Component | None:
    """One sentence for each other parent; nothing when nobody else moves."""
    sentences = others(before, after, request_id, who)
    if not sentences:
        return None
    parts = [
        html.P(_("Door uw keuze verandert er ook iets voor anderen:")),
        html.Ul([html.Li(one) for one in sentences]),
    ]
    return notice(*parts, symbol="info")


def others(before: Outcome, after: Outcome, request_id: int, who: People) -> list[str]:
    found = compare(before, after)
    lost = [
        _("{parent} heeft nu geen buddy (was {buddy}).", parent=who.parent(one), buddy=_buddy(before, one, who))
        for one in found.lost
        if one != request_id
    ]
    gained = [
        _("{parent} heeft nu wel een buddy: {buddy}.", parent=who.parent(one), buddy=_buddy(after, one, who))
        for one in found.gained
        if one != request_id
    ]
    moved = [
        _("{parent} krijgt nu {after} in plaats van {before}.", parent=who.parent(one), after=who.buddy(new),
          before=who.buddy(old))
        for one, (old, new) in found.moved.items()
        if one != request_id
    ]  # fmt: skip
    return [*lost, *gained, *moved]


def _buddy(outcome: Outcome, request_id: int, who: People) -> str:
    return who.buddy(outcome.pairs[request_id].buddy_id)
