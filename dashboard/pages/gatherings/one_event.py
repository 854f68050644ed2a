"""One gathering: its facts, who comes, who waits, and everything that can be done about it."""

from collections.abc import Sequence
from datetime import datetime

from dash import ALL, Input, Output, State, ctx, dcc, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.parts import badge, card, link_button, page_header, toast
from dashboard.parts.dialog import DIALOG
from dashboard.parts.gatherings.calls import CALLED, act_on_call, calls_card
from dashboard.parts.gatherings.event_attendance import door_button, usual_turnout, way_to_tally
from dashboard.parts.gatherings.event_facts import CANCEL, CLOSE, DO, FILE, OPEN, facts_card, seats_card, share_card
from dashboard.parts.gatherings.event_feedback import feedback_card
from dashboard.parts.gatherings.event_hosts import HOST, act_on_host, hosts_card
from dashboard.parts.gatherings.event_series import SERIES_ACTS, act_on_series, series_card
from dashboard.parts.gatherings.event_tools import event_tools, register_tools, tool_dialogs
from dashboard.parts.gatherings.event_words import NEW, PATH, state_badge
from dashboard.parts.gatherings.sign_up_actions import act_on_sign_up
from dashboard.parts.gatherings.sign_up_list import sign_up_list
from dashboard.parts.gatherings.sign_up_sheet import add_button, register_sheet, sheet, sheet_form
from dashboard.parts.menu import menu_link, more_menu
from dashboard.parts.reason import reason_of, reasons
from domain import forms
from domain.gatherings import calls, events
from domain.gatherings.calendars import calendar_event
from domain.local_time import wall
from domain.refused import Refused
from domain.taking_part import offers
from i18n import _, lazy
from mail.calendar_file import write
from store.queries.gatherings import events as shown
from store.queries.gatherings import sign_ups as listed
from store.queries.gatherings.events import EventFacts
from store.queries.gatherings.sign_ups import SignUpFacts
from store.sessions import Session
from web.organisation import current_organisation
from web.services import Services
from web.sessions import current_actor

NUMBER = State("event-number", "data")


def layout(services: Services, event_id: int) -> Component:
    with services.database.reading() as session:
        form = sheet_form(session, event_id)
    stores = [dcc.Store(id="event-number", data=event_id), dcc.Store(id="event-changed"), dcc.Download(id="event-file")]
    return html.Div([html.Div(id="event", className="stack"), sheet(form), tool_dialogs(), *stores])


def register(callbacks: Callbacks, services: Services) -> None:
    register_sheet(callbacks, services)
    register_tools(callbacks, services)
    _register_showing(callbacks, services)
    _register_acts(callbacks, services)


def _register_showing(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("event", "children"),
        Input("event-number", "data"),
        Input("event-changed", "data"),
        Input("sign-up-added", "data"),
        roles=COORDINATOR,
    )
    def show(number: int, _changed: object, _added: object) -> list[Component | None]:
        with services.database.reading() as session:
            return _draw(session, number, services)

    @callbacks(Output("event-file", "data"), Input(FILE, "n_clicks"), NUMBER, roles=COORDINATOR,
               prevent_initial_call=True)  # fmt: skip
    def download(clicks: object, number: int) -> dict[str, object]:
        if not clicks:
            raise PreventUpdate
        with services.database.reading() as session:
            event = shown.event(session, number)
        if event is None:
            raise Refused("not_found")
        entry = calendar_event(event, public_url=services.public_url)
        text = write(entry, method="PUBLISH", organizer=current_organisation().email)
        return {"content": text, "filename": f"cafe-{event.id}.ics", "type": "text/calendar"}


def _register_acts(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("event-changed", "data"),
        Input({"type": DIALOG, "name": ALL, "part": "yes"}, "n_clicks"),
        Input({"type": DO, "what": ALL}, "n_clicks"),
        NUMBER,
        reasons(),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def act(_yes: object, _do: object, number: int, _why: object) -> str:
        name = ctx.triggered_id
        if not name or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        what, now = str(name.get("what") or name.get("name")), services.now()
        with services.database.writing() as session:
            done = _act(session, what, number, reason_of(what, ctx.states_list[1]), now)
        toast(done)
        return now.isoformat()


def _act(session: Session, what: str, number: int, why: str, now: datetime) -> str:
    """Do what a button or a dialog asked; returns what to say about it."""
    by = current_actor()
    if what == OPEN:
        events.open_up(session, number, by=by, now=now)
        return _("Ouders kunnen zich aanmelden.")
    if what == CLOSE:
        events.close(session, number, by=by, now=now)
        return _("Aanmelden is gesloten. Wie wacht, kan nog een plaats krijgen.")
    if what == CANCEL:
        events.cancel(session, number, by=by, now=now, reason=why)
        return _("De bijeenkomst is afgezegd.")
    if what in SERIES_ACTS:
        return act_on_series(session, what, number, why, now)
    if what.startswith(CALLED):
        return act_on_call(session, what, number, now)
    if what.startswith(HOST):
        return act_on_host(session, what, number, now)
    return act_on_sign_up(session, what, number, why, now)


def _draw(session: Session, number: int, services: Services) -> list[Component | None]:
    event, now = shown.event(session, number), services.now()
    back = (PATH, _("Kalender"))
    if event is None:
        return [page_header(_("Deze bijeenkomst is er niet"), back=back)]
    people = listed.of_event(session, number)
    form, reasons = forms.load(session, "sign_up"), forms.terms(session, offers.REASONS)
    signed_up = sign_up_list(event, people, form, reasons, now)
    back = (f"{PATH}?maand={wall(event.starts_at)[0]:%Y-%m}", _("Kalender"))
    tools = [add_button(event, now), door_button(event, now), way_to_tally(event, now), _paper(event)]
    return [
        page_header(event.title, action=_actions(event, now), back=back),
        html.P([state_badge(event), _full(event)], className="standing"),
        calls_card(calls.to_make(session, now=now, event_id=number)),
        _facts(session, event, people, services),
        hosts_card(session, event, now),
        feedback_card(session, event, now),
        card(*signed_up, title=_("Aanmeldingen"), action=html.Div(tools, className="actions"), className="sign-ups"),
    ]


def _facts(session: Session, event: EventFacts, people: Sequence[SignUpFacts], services: Services) -> Component:
    now = services.now()
    beside = [
        seats_card(event, people, now),
        usual_turnout(session, event, now),
        series_card(session, event, now),
        share_card(event, services.public_url),
    ]
    return html.Div([facts_card(event), html.Div(beside, className="stack")], className="columns wide-narrow")


def _full(event: EventFacts) -> Component | None:
    return badge(_("Vol"), "warn") if event.seats_taken >= event.seats else None


def _actions(event: EventFacts, now: datetime) -> list[Component]:
    """What is done most, and the rest behind one button."""
    copy = f"{NEW}?kopie={event.id}"
    if event.state not in events.CHANGEABLE:
        return [link_button(_("Kopieer"), copy, symbol="copy", primary=False), more_menu(event_tools(event, now))]
    edit = link_button(_("Bewerken"), f"{PATH}/{event.id}/bewerken", symbol="pencil", primary=False)
    return [edit, more_menu([*event_tools(event, now), menu_link(_("Kopieer"), copy, "copy")])]


def _paper(event: EventFacts) -> Component:
    return link_button(_("Lijst op papier"), f"{PATH}/{event.id}/lijst", symbol="printer", primary=False)


PAGE = Page(f"{PATH}/<int:event_id>", lazy("Bijeenkomst"), COORDINATOR, layout, register=register)
