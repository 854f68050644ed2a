"""Today: everything that asks for the coordinator, on one screen, without a click."""

from collections.abc import Sequence
from datetime import datetime

from dash import Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, WORK, Page
from dashboard.parts import badge, card, empty_state, icon, kpi, kpis, link_button, page_header
from dashboard.parts.clock import deadline, lasting
from dashboard.parts.gatherings.calls import call_to_make
from domain.gatherings import calls
from domain.gatherings.calls import Call
from i18n import _, day, lazy, n_, period
from store.queries.today import FIRST_CONTACT, ComingEvent, MatchToCall, Today, WaitingRequest, today
from web.services import Services

PATH = "/werk/vandaag"


def layout(services: Services) -> Component:
    action = link_button(_("Vraag registreren"), "/werk/vragen", symbol="phone")
    header = page_header(_("Vandaag"), day(services.now()).capitalize(), action)
    return html.Div([header, html.Div(id="today", className="stack")])


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("today", "children"), Input("today", "id"), roles=COORDINATOR)
    def show(_id: str) -> list[Component]:
        now = services.now()
        with services.database.reading() as session:
            found, to_call = today(session, now=now), calls.to_make(session, now=now)
        return [
            _numbers(found),
            html.Div([_waiting(found, to_call, now), _coming(found)], className="columns"),
            *_trouble(found),
        ]


def _numbers(found: Today) -> Component:
    late = len(found.matches)
    guests = sum(event.seats_taken for event in found.events)
    return kpis(
        kpi(_("Ouders die wachten"), str(len(found.requests)), symbol="hand-heart", href="/werk/buddyvragen"),
        kpi(_("Koppelingen om te bellen"), str(late), symbol="phone", href="/werk/koppelingen"),
        kpi(
            _("Bijeenkomsten in twee weken"),
            str(len(found.events)),
            note=n_("{n} aanmelding", "{n} aanmeldingen", guests),
            symbol="coffee",
            href="/werk/kalender",
        ),
    )


def _waiting(found: Today, to_call: Sequence[Call], now: datetime) -> Component:
    lines = [call_to_make(one) for one in to_call]
    lines += [_match(one, now) for one in found.matches] + [_request(one, now) for one in found.requests]
    if not lines:
        return card(
            empty_state(_("Niemand wacht"), _("Nieuwe buddyvragen komen hier te staan."), symbol="smile"),
            title=_("Wie wacht op u"),
        )
    return card(html.Ul(lines, className="list"), title=_("Wie wacht op u"))


def _request(one: WaitingRequest, now: datetime) -> Component:
    state = badge(_("buddy gevraagd"), "accent") if one.asked else badge(_("nog geen buddy"), "warn")
    name = one.name or _("Vraag {number}", number=one.id)
    return html.Li(
        [
            dcc.Link(name, href=f"/werk/buddyvragen/{one.id}"),
            html.Span(_("vraagt een buddy"), className="note"),
            state,
            deadline(one.asked_at + FIRST_CONTACT, now),
        ]
    )


def _match(one: MatchToCall, now: datetime) -> Component:
    words = _("{buddy} vraagt hulp") if one.asks_help else _("nog geen contact met {buddy}")
    return html.Li(
        [
            dcc.Link(one.parent or _("Koppeling {number}", number=one.id), href="/werk/koppelingen"),
            html.Span(words.format(buddy=one.buddy), className="note"),
            badge(_("hulp gevraagd"), "bad", symbol="life-buoy")
            if one.asks_help
            else badge(_("al {time}", time=lasting(now - one.started_at)), "bad", symbol="clock"),
        ]
    )


def _coming(found: Today) -> Component:
    if not found.events:
        action = link_button(_("Plan een bijeenkomst"), "/werk/kalender", symbol="calendar-plus", primary=False)
        empty = empty_state(_("Niets gepland"), _("De komende twee weken is er niets."), symbol="coffee", action=action)
        return card(empty, title=_("De komende twee weken"))
    return card(html.Ul([_event(one) for one in found.events], className="list"), title=_("De komende twee weken"))


def _event(one: ComingEvent) -> Component:
    states: list[Component] = []
    if one.is_draft:
        states.append(badge(_("concept"), "warn"))
    if one.parties_waiting:
        states.append(badge(n_("{n} op de wachtlijst", "{n} op de wachtlijst", one.parties_waiting), "accent"))
    seats = _("{taken} van {seats} plaatsen bezet", taken=one.seats_taken, seats=one.seats)
    return html.Li(
        [
            dcc.Link(one.title, href=f"/werk/kalender/{one.id}"),
            html.Span(f"{period(one.starts_at, one.ends_at)} · {one.place}", className="note"),
            html.Span(seats),
            *states,
        ]
    )


def _trouble(found: Today) -> list[Component]:
    lines = []
    if found.letters_failed:
        words = n_("{n} bericht is niet aangekomen", "{n} berichten zijn niet aangekomen", found.letters_failed)
        lines.append(html.Li([icon("mail"), dcc.Link(words, href="/werk/postbak")]))
    if found.jobs_failed:
        words = n_("{n} taak is mislukt", "{n} taken zijn mislukt", found.jobs_failed)
        lines.append(html.Li([icon("triangle-alert"), dcc.Link(words, href="/werk/taken")]))
    return [card(html.Ul(lines, className="list"), title=_("Niet in orde"))] if lines else []


PAGE = Page(PATH, lazy("Vandaag"), COORDINATOR, layout, register=register, icon="house", group=WORK)
