"""Who comes, on one sheet of paper: names to welcome people by, and nothing to reach them with."""

import dash_mantine_components as dmc
from dash import Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.parts import empty_state, icon, notice, page_header
from dashboard.parts.gatherings.event_words import PATH, hours
from domain.taking_part.sign_up_rows import IN
from i18n import _, day, lazy, n_
from store.queries.gatherings import events, sign_ups
from store.queries.gatherings.events import EventFacts
from store.queries.gatherings.sign_ups import SignUpFacts
from store.states import SignUpState
from web.services import Services

EXTRA_LINES = 4


def layout(event_id: int) -> Component:
    return html.Div([html.Div(id="paper", className="stack"), dcc.Store(id="paper-number", data=event_id)])


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("paper", "children"), Input("paper-number", "data"), roles=COORDINATOR)
    def show(number: int) -> list[Component]:
        with services.database.reading() as session:
            event, people = events.event(session, number), sign_ups.of_event(session, number)
        if event is None:
            return [page_header(_("Deze bijeenkomst is er niet"), back=(PATH, _("Kalender")))]
        return _sheet(event, [one for one in people if one.state in IN])

    callbacks.clientside(
        "events.print", Output("paper-number", "id"), Input("paper-print", "n_clicks"), prevent_initial_call=True
    )


def _sheet(event: EventFacts, people: list[SignUpFacts]) -> list[Component]:
    where = f"{day(event.starts_at, year=True).capitalize()}, {hours(event)}. {event.place}"
    press = dmc.Button(_("Print"), id="paper-print", leftSection=icon("printer"))
    head = page_header(event.title, where, press, back=(f"{PATH}/{event.id}", event.title))
    if not people:
        return [head, empty_state(_("Nog geen aanmeldingen"), _("Er is nog niets te printen."), symbol="users")]
    warning = notice(_("Hier staan namen op. Gooi het papier na afloop weg, versnipperd."), tone="warn")
    coming = [one for one in people if one.state is SignUpState.CONFIRMED]
    waiting = [one for one in people if one.state is not SignUpState.CONFIRMED]
    total = sum(one.party for one in coming)
    said = n_("{n} persoon wordt verwacht", "{n} mensen worden verwacht", total)
    sheets = [_list(said, coming, EXTRA_LINES)]
    if waiting:
        sheets.append(_list(_("Wachtlijst"), waiting, 0))
    return [head, html.Div(warning, className="no-print"), *sheets]


def _list(said: str, people: list[SignUpFacts], extra: int) -> Component:
    """A table with a box to tick; `extra` empty lines for who comes without signing up."""
    names = [html.Th(_("Er"), scope="col", className="box-head"), html.Th(_("Naam"), scope="col")]
    head = html.Tr([*names, html.Th(_("Mensen"), scope="col")])
    rows = [html.Tr([_box(), html.Td(one.name or "–"), html.Td(one.party)]) for one in people]
    rows += [html.Tr([_box(), html.Td(""), html.Td("")]) for _line in range(extra)]
    return html.Section(
        html.Table([html.Caption(said), html.Thead(head), html.Tbody(rows)], className="sheet-list"), className="card"
    )


def _box() -> Component:
    return html.Td("", className="box")


PAGE = Page(f"{PATH}/<int:event_id>/lijst", lazy("Lijst op papier"), COORDINATOR, layout, register=register)
