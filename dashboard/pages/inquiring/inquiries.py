"""Questions from parents and young people: who waits for an answer, danger and what is late on top."""

from datetime import date
from functools import partial

import dash_mantine_components as dmc
from dash import Input, Output, ctx, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, WORK, Page
from dashboard.parts import card, empty_state, link_button, page_header, table
from dashboard.parts.address import ADDRESS
from dashboard.parts.inquiring.looks import (
    PATH,
    STANDARD_ANSWERS,
    beginning,
    danger_badge,
    promise_badge,
    state_badge,
    who,
)
from dashboard.parts.paging import A_PAGE, Paged, page_number, page_numbers, paged
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


def layout(services: Services, stand: str = "", blad: str = "") -> Component:
    with services.database.reading() as session:
        days = time_limits.load(session).inquiry_working_days
    choose = dmc.SegmentedControl(
        id="inquiries-state",
        data=[{"value": key, "label": str(label)} for key, (label, _state) in CHOICES.items()],
        value=stand if stand in CHOICES else "open",
    )
    promised = n_("Wij beloven antwoord binnen {n} werkdag.", "Wij beloven antwoord binnen {n} werkdagen.", days)
    actions = [
        link_button(_("Standaardantwoorden"), STANDARD_ANSWERS, symbol="message-square-quote", primary=False),
        link_button(_("Bekijk het formulier"), "/stel-een-vraag", symbol="external-link", primary=False),
    ]
    return html.Div(
        [
            page_header(_("Vragen van ouders"), promised, action=actions),
            html.Div(choose, className="choose"),
            html.Div(id="inquiries-list"),
            page_numbers("inquiries-page", blad),
        ]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("inquiries-list", "children"),
        Output("inquiries-page", "total"),
        Output("inquiries-page", "value"),
        ADDRESS,
        Input("inquiries-state", "value"),
        Input("inquiries-page", "value"),
        roles=COORDINATOR,
        prevent_initial_call="initial_duplicate",
    )
    def show(chosen: object, page: object) -> tuple[Component, int, int, str]:
        key = chosen if isinstance(chosen, str) and chosen in CHOICES else "open"
        asked = 1 if ctx.triggered_id == "inquiries-state" else page_number(page)
        found = _part(services, key, asked)
        today = wall(services.now())[0]
        drawn = _calls(found.rows, today) if key == CALL else _list(found.rows, today, waiting=key == "open")
        return html.Div([drawn, _count(found)]), found.pages, found.here, found.address(key if key != "open" else None)


def _part(services: Services, key: str, asked: int) -> Paged[InquiryFacts]:
    with services.database.reading() as session:
        read = partial(inquiries.part, session, CHOICES[key][1], with_phone=key == CALL, most=A_PAGE)
        return paged(lambda skip: read(skip=skip), asked)


def _count(found: Paged[InquiryFacts]) -> Component | None:
    return html.P(n_("{n} vraag", "{n} vragen", found.count), className="note") if found.is_long else None


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
    PATH, lazy("Vragen van ouders"), COORDINATOR, layout, register=register, icon="message-square-quote", group=WORK,
    query=("stand", "blad"),
)  # fmt: skip
