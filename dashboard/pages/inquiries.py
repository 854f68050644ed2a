"""Questions from parents and young people: who waits for an answer, danger and what is late on top."""

from datetime import date

import dash_mantine_components as dmc
from dash import Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, WORK, Page
from dashboard.parts import card, empty_state, link_button, page_header, table
from dashboard.parts.inquiring.looks import PATH, beginning, danger_badge, promise_badge, state_badge, who
from dashboard.parts.tables import Cell
from domain import time_limits
from domain.local_time import wall
from i18n import _, day, lazy, n_
from store.door_states import InquiryState
from store.queries import inquiries
from store.queries.inquiries import InquiryFacts
from web.services import Services

CALL = "call"
CHOICES = {
    "open": (lazy("Wacht op ons"), InquiryState.OPEN),
    CALL: (lazy("Bellen"), InquiryState.OPEN),
    "answered": (lazy("Beantwoord"), InquiryState.ANSWERED),
    "closed": (lazy("Gesloten"), InquiryState.CLOSED),
}


def layout(services: Services) -> Component:
    with services.database.reading() as session:
        days = time_limits.load(session).inquiry_working_days
    choose = dmc.SegmentedControl(
        id="inquiries-state",
        data=[{"value": key, "label": str(label)} for key, (label, _state) in CHOICES.items()],
        value="open",
    )
    promised = n_("Wij beloven antwoord binnen {n} werkdag.", "Wij beloven antwoord binnen {n} werkdagen.", days)
    form = link_button(_("Bekijk het formulier"), "/stel-een-vraag", symbol="external-link", primary=False)
    return html.Div(
        [
            page_header(_("Vragen van ouders"), promised, action=form),
            html.Div(choose, className="choose"),
            html.Div(id="inquiries-list"),
        ]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("inquiries-list", "children"), Input("inquiries-state", "value"), roles=COORDINATOR)
    def show(chosen: object) -> Component:
        key = chosen if isinstance(chosen, str) and chosen in CHOICES else "open"
        with services.database.reading() as session:
            found = inquiries.queue(session, (CHOICES[key][1],))
        today = wall(services.now())[0]
        if key == CALL:
            return _calls(tuple(one for one in found if one.phone), today)
        return _list(found, today, waiting=key == "open")


def _list(found: tuple[InquiryFacts, ...], today: date, *, waiting: bool) -> Component:
    if not found:
        said = _("Vragen van de site komen hier te staan, wie het langst wacht bovenaan.")
        return card(empty_state(_("Geen vragen"), said, symbol="smile"))
    last = _("Belofte") if waiting else _("Stand")
    columns = [_("Vraag"), _("Van wie"), _("Onderwerp"), _("Gevraagd"), last]
    return card(table(columns, [_row(one, today, waiting) for one in found], caption=_("Vragen van ouders")))


def _row(one: InquiryFacts, today: date, waiting: bool) -> list[Cell]:
    link: list[Component] = [dcc.Link(beginning(one), href=f"{PATH}/{one.id}")]
    if one.is_urgent and waiting:
        link = [danger_badge(), html.Br(), *link]
    end = promise_badge(one.answer_by, today) if waiting else state_badge(one)
    return [html.Span(link), who(one), one.topic or "–", day(one.asked_on), end]


def _calls(found: tuple[InquiryFacts, ...], today: date) -> Component:
    if not found:
        said = _("Wie een telefoonnummer gaf en nog wacht, komt hier te staan.")
        return card(empty_state(_("Niemand om te bellen"), said, symbol="phone"))
    columns = [_("Wie"), _("Telefoon"), _("Waarover"), _("Gebeld"), _("Belofte")]
    return card(table(columns, [_call(one, today) for one in found], caption=_("Wie u kunt bellen")))


def _call(one: InquiryFacts, today: date) -> list[Cell]:
    phone = one.phone or ""
    tried = n_("{n} keer niet bereikt", "{n} keer niet bereikt", one.tries) if one.tries else _("nog niet")
    return [
        who(one),
        html.A(phone, href=f"tel:{phone.replace(' ', '')}"),
        dcc.Link(beginning(one), href=f"{PATH}/{one.id}"),
        tried,
        promise_badge(one.answer_by, today),
    ]


PAGE = Page(
    PATH, lazy("Vragen van ouders"), COORDINATOR, layout, register=register, icon="message-square-quote", group=WORK
)
