"""Who is who in a plan: what each parent asks, and everybody's name."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.buddying.urgency_choice import urgency_badge
from dashboard.parts.clock import lasting
from dashboard.parts.planning.plan_ids import row_id
from domain.matchmaking import asked
from i18n import _
from store.queries.buddying import buddies
from store.queries.matchmaking import requests
from store.queries.matchmaking.requests import Asked
from store.sessions import Session

REQUESTS, BUDDIES = "/werk/buddyvragen", "/werk/buddys"


@dataclass(frozen=True)
class People:
    """`parents` are first names; `labels` are the words of the catalogue."""

    asked: Mapping[int, Asked]
    parents: Mapping[int, str]
    buddies: Mapping[int, str]
    labels: Mapping[str, str]
    now: datetime

    def parent(self, request_id: int) -> str:
        return self.parents.get(request_id) or _("Vraag {number}", number=request_id)

    def buddy(self, buddy_id: int) -> str:
        return self.buddies.get(buddy_id) or _("Buddy {number}", number=buddy_id)


def people(session: Session, request_ids: Collection[int], now: datetime) -> People:
    """These parents and all buddies, in as many questions of the database for one as for a hundred."""
    names = requests.names(session, request_ids)
    first = {request_id: name.partition(" ")[0] for request_id, name in names.items()}
    return People(requests.by_id(session, request_ids), first, buddies.names(session), asked.terms(session), now)


def parent_head(request_id: int, who: People) -> Component:
    """The parent, what they ask, and how long they wait."""
    name = html.H3(dcc.Link(who.parent(request_id), href=f"{REQUESTS}/{request_id}", id=row_id(request_id)))
    one = who.asked.get(request_id)
    if one is None:
        return html.Div(name, className="plan-parent")
    waits = html.P(_("Wacht {time}", time=lasting(who.now - one.created_at)), className="note")
    return html.Div([name, html.P(in_short(one, who)), waits, urgency_badge(one.urgency)], className="plan-parent")


def in_short(one: Asked, who: People) -> str:
    """`Onderwerp · Alkmaar · bellen`."""
    ways = [who.labels.get(f"contact_mode.{mode}", mode) for mode in one.contact_modes]
    topics = ", ".join(name for _code, name in one.topics)
    return " · ".join(part for part in (topics, one.municipality, ", ".join(ways)) if part)
