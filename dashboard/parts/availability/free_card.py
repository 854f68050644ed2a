"""What is free in the coming weeks, and why the rest is not: for the buddy and for the coordinator."""

from dash import Input, Output, State, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import BUDDY, COORDINATOR
from dashboard.parts.attributes import aria
from dashboard.parts.availability.days_off_card import CHANGED as DAYS
from dashboard.parts.availability.days_off_card import number_of
from dashboard.parts.availability.free_weeks import free_weeks, last_day
from dashboard.parts.availability.pause_card import CHANGED as PAUSE
from dashboard.parts.availability.terms_card import CHANGED as TERMS
from dashboard.parts.pieces import card
from domain.allowed import own_or_staff
from domain.availability.why_not import ahead
from domain.local_time import wall
from i18n import _
from store.queries.buddying import buddies as found
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

WEEK = "week-changed"


def free_card() -> Component:
    inside = html.Div(id="free-weeks", className="stack", **aria(live="polite"))
    return card(inside, title=_("Wat er vrij is, en waarom de rest niet"))


def register_free_card(callbacks: Callbacks, services: Services) -> None:
    """Drawn anew after each change on the page. Whose time it is, stands in the store `week-of`."""

    @callbacks(
        Output("free-weeks", "children"),
        Input(WEEK, "data"),
        Input(DAYS, "data"),
        Input(TERMS, "data"),
        Input(PAUSE, "data"),
        Input("own-calendar-url", "error"),
        State("week-of", "data"),
        roles=BUDDY | COORDINATOR,
    )
    def show(
        _week: object, _days: object, _terms: object, _pause: object, _own: object, number: object
    ) -> list[Component]:
        buddy_id, by = number_of(number), current_actor()
        own_or_staff(by, buddy_id)
        with services.database.reading() as session:
            return coming_weeks(session, services, buddy_id, own=by.buddy_id == buddy_id)


def coming_weeks(session: Session, services: Services, buddy_id: int, *, own: bool) -> list[Component]:
    """`own` is for the buddy; staff ask on behalf of a new parent, for whom a rest counts too."""
    now = services.now()
    today = wall(now)[0]
    days = ahead(session, buddy_id, today, last_day(today), now=now, new_parent=not own)
    return free_weeks(days, "" if own else found.names(session, [buddy_id]).get(buddy_id, ""))
