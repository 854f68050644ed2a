"""Parents for whom a plan has nobody yet: what is missing, and the smallest change that would serve them."""

from collections.abc import Mapping

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.icons import icon
from dashboard.parts.planning.plan_pairs import decided, others_button
from dashboard.parts.planning.plan_people import BUDDIES, REQUESTS, People, parent_head
from i18n import _, n_
from matching.everybody import Crowd
from matching.near_misses import NearMiss, Unmatched
from matching.plan_words import LEFT, what_helps, why_nobody

SHOWN = 3
OF_THE_PARENT = frozenset({"language", "sector", "topic", "veto"})
"""Rules that are changed at the request; the others are changed at the buddy."""


def unmatched_row(
    plan_id: int, one: Unmatched, crowd: Crowd, who: People, refused_pins: Mapping[int, tuple[str, ...]]
) -> Component:
    """One parent without a buddy in the plan."""
    choose = others_button(plan_id, one.request_id, who) if one.fitting else None
    parts = [
        parent_head(one.request_id, who),
        html.Div(why(one, len(crowd.offers), who), className="plan-why"),
        html.Div(choose, className="actions plan-actions"),
        decided(plan_id, one.request_id, crowd, who, refused_pins),
    ]
    return html.Li(parts, className="plan-row")


def why(one: Unmatched, buddies: int, who: People, *, here: bool = False) -> list[Component]:
    """What is missing in a sentence, what would help, and how many were left after each step of the search.

    `here` says that the reader is on the page of the request, where no link need lead.
    """
    return [html.P(why_nobody(one), className="plan-missing"), _helps(one, who, here=here), _steps(one, buddies)]


def _helps(one: Unmatched, who: People, *, here: bool) -> Component:
    """The smallest changes that would serve this parent, each with the way to where it is made."""
    if not one.near:
        return html.P(_("Eén kleine verandering is hier niet genoeg. Een nieuwe buddy zou helpen."), className="note")
    lines = [
        html.Li([icon("lightbulb"), html.Span([_says(near, who), " ", _way(one, near, who, here=here)])])
        for near in one.near
    ]
    shown = html.Ul(lines[:SHOWN], className="reasons")
    if len(lines) <= SHOWN:
        return shown
    more = n_("Nog {n} andere mogelijkheid", "Nog {n} andere mogelijkheden", len(lines) - SHOWN)
    rest = html.Ul(lines[SHOWN:], className="reasons")
    return html.Div([shown, html.Details([html.Summary(more), rest], className="more")])


def _says(near: NearMiss, who: People) -> str:
    return what_helps(near, who.buddy(near.buddy_id))


def _way(one: Unmatched, near: NearMiss, who: People, *, here: bool) -> Component | None:
    if near.ways or near.rule in OF_THE_PARENT:
        if here:
            return None
        name, address = who.parent(one.request_id), f"{REQUESTS}/{one.request_id}"
    else:
        name, address = who.buddy(near.buddy_id), f"{BUDDIES}/{near.buddy_id}"
    return dcc.Link(_("Naar {name}", name=name), href=address)


def _steps(one: Unmatched, buddies: int) -> Component:
    rows = [html.Li([html.Span(str(LEFT[step.stage])), html.Span(str(step.left))]) for step in one.steps]
    title = n_("Stap voor stap, van {n} buddy", "Stap voor stap, van {n} buddy's", buddies)
    return html.Details([html.Summary(title), html.Ol(rows, className="plan-steps")], className="more")
