"""Linking one's own calendar: the card with the secret link, how it goes, and taking it away."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import dash_mantine_components as dmc
from dash import Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import BUDDY, COORDINATOR
from dashboard.parts.attributes import aria
from dashboard.parts.icons import icon
from dashboard.parts.pieces import card, notice
from dashboard.parts.toasts import toast
from domain.allowed import own_or_staff
from domain.availability import own_calendar
from domain.refused import Refused
from domain.texts import say
from i18n import _, day_and_time, lazy, n_
from outside.unreadable import Why
from store.queries.buddying import appointments as found
from store.queries.buddying.appointments import OwnCalendar
from web.services import Services
from web.sessions import current_actor

OWN_OR_STAFF = BUDDY | COORDINATOR
LATER = lazy("de agenda antwoordt nu niet. Wij proberen het elk uur opnieuw.")
TOO_MUCH = lazy("er staat te veel in. Deel een kleinere agenda.")
NO_CALENDAR = lazy("dit is geen agenda. Neem de link die eindigt op .ics")
REASONS: Mapping[Why, lazy] = {
    Why.NO_ADDRESS: lazy("de link verwijst door naar iets dat geen adres is."),
    Why.NOT_ALLOWED: lazy("deze link leidt niet naar een agenda op internet."),
    Why.NOT_FOUND: lazy("dit adres bestaat niet. Klopt de link?"),
    Why.NOT_SAFE: lazy("de verbinding is niet veilig. Vraag uw agenda om een andere link."),
    Why.NO_ANSWER: LATER,
    Why.CLOSED: lazy("de agenda is niet gedeeld. Neem de geheime link."),
    Why.GONE: lazy("op dit adres staat geen agenda meer. Maak een nieuwe link."),
    Why.UNWELL: LATER,
    Why.WANDERS: lazy("de link verwijst steeds door. Neem de link uit uw agenda zelf."),
    Why.TOO_SLOW: LATER,
    Why.TOO_BIG: TOO_MUCH,
    Why.NO_TEXT: NO_CALENDAR,
    Why.NO_CALENDAR: NO_CALENDAR,
    Why.TOO_MUCH: TOO_MUCH,
}


def own_calendar_card(buddy_id: int) -> Component:
    """For the buddy, and for the coordinator who helps; filled once it is on screen."""
    said = _("Staat u al bezet in een andere agenda? Dan krijgt u op dat moment geen afspraak. Wij kijken elk uur.")
    small = _("Wij bewaren alleen wanneer u bezet bent. Wat u doet en met wie, bewaren wij niet.")
    inside = [
        dcc.Store(id="own-calendar-of", data=buddy_id),
        html.Div([html.P(said), html.P(small, className="note")]),
        html.Div(id="own-calendar-said", className="stack", **aria(live="polite")),
        dmc.TextInput(
            id="own-calendar-url",
            label=_("Geheime link van uw agenda"),
            placeholder="https://",
            autoComplete="off",
            leftSection=icon("calendar"),
        ),
        html.Div(
            [
                dmc.Button(_("Koppel deze agenda"), id="own-calendar-save", leftSection=icon("check")),
                dmc.Button(_("Maak de agenda los"), id="own-calendar-remove", variant="default"),
            ],
            className="actions",
        ),
        _where(),
    ]
    return card(html.Div(inside, className="stack"), title=_("Uw eigen agenda"))


def register_own_calendar(callbacks: Callbacks, services: Services) -> None:
    """What the card does; once per dashboard."""

    @callbacks(
        Output("own-calendar-said", "children"),
        Output("own-calendar-remove", "style"),
        Input("own-calendar-of", "data"),
        Input("own-calendar-url", "error"),
        roles=OWN_OR_STAFF,
    )
    def show(number: object, _saved: object) -> tuple[Component, dict[str, str]]:
        own_or_staff(current_actor(), _number(number))
        with services.database.reading() as session:
            standing = found.own_calendar(session, _number(number), now=services.now())
        return _standing(standing), {} if standing.linked else {"display": "none"}

    _register_linking(callbacks, services)
    _register_removing(callbacks, services)


def _register_linking(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("own-calendar-url", "error"),
        Output("own-calendar-url", "value"),
        Input("own-calendar-save", "n_clicks"),
        State("own-calendar-url", "value"),
        State("own-calendar-of", "data"),
        roles=OWN_OR_STAFF,
        prevent_initial_call=True,
    )
    def save(_clicks: object, url: object, number: object) -> tuple[str, Any]:
        try:
            with services.database.writing() as session:
                address, by = str(url or ""), current_actor()
                own_calendar.set_link(session, _number(number), address, by=by, now=services.now())
        except Refused as refused:
            if refused.key == "not_allowed":
                raise
            return say(refused), no_update
        toast(_("Gekoppeld. Binnen een paar minuten lezen wij uw agenda."))
        return "", ""


def _register_removing(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("own-calendar-url", "error", allow_duplicate=True),
        Input("own-calendar-remove", "n_clicks"),
        State("own-calendar-of", "data"),
        roles=OWN_OR_STAFF,
        prevent_initial_call=True,
    )
    def remove(clicks: object, number: object) -> Any:  # noqa: ANN401 - no error or Dash's own "leave it"
        if not clicks:
            return no_update
        with services.database.writing() as session:
            own_calendar.remove_link(session, _number(number), by=current_actor(), now=services.now())
        toast(_("Losgemaakt. Wat wij ervan wisten, is gewist."))
        return ""


def _standing(one: OwnCalendar) -> Component:
    if not one.linked:
        return html.Div()
    if one.error is not None:
        why = REASONS[Why(one.error)] if one.error in set(Why) else LATER
        return notice(_("Wij konden uw agenda niet lezen: {why}", why=str(why)), tone="warn", symbol="circle-alert")
    if one.read_at is None:
        return notice(_("Gekoppeld met {site}. Wij lezen uw agenda zo.", site=one.site), symbol="clock")
    return notice(_read(one, one.read_at), tone="good", symbol="circle-check")


def _read(one: OwnCalendar, read_at: datetime) -> str:
    busy = n_("U bent {n} keer bezet.", "U bent {n} keer bezet.", one.busy)
    return _("Gekoppeld met {site}. Gelezen op {moment}.", site=one.site, moment=day_and_time(read_at)) + " " + busy


def _where() -> Component:
    steps = [
        _("Google Agenda: Instellingen, kies uw agenda, “Geheim adres in iCal-indeling”."),
        _("Outlook: Instellingen, Agenda, Gedeelde agenda’s, “Een agenda publiceren”, kies ICS."),
        _("iCloud: deel de agenda als openbare agenda en kopieer de link."),
    ]
    summary = html.Summary(_("Waar vind ik die link?"))
    return html.Details([summary, html.Ul([html.Li(one) for one in steps])], className="more")


def _number(value: object) -> int:
    """The buddy whom the page is about; the verbs check whether that is theirs."""
    if not isinstance(value, int):
        raise Refused("not_found")
    return value
