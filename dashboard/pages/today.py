"""Today: everything that asks for the coordinator, on one screen, without a click."""

from collections.abc import Sequence
from datetime import datetime

from dash import Input, Output, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, WORK, Page
from dashboard.parts import badge, card, empty_state, icon, kpi, kpis, link_button, notice, page_header
from dashboard.parts.buddying.matches_to_call import answer_to_take_up, match_to_call
from dashboard.parts.clock import deadline
from dashboard.parts.gatherings.calls import call_to_make
from dashboard.parts.improving.new_signals import new_signals
from dashboard.parts.information.to_look_at import late_reviews
from domain import time_limits
from domain.care import check_in_answers
from domain.gatherings import calls
from domain.local_time import wall
from domain.matchmaking import asked
from i18n import _, day, lazy, n_, period
from store.queries import article_list, inquiries
from store.queries.buddying.check_ins import CheckInRow
from store.queries.improving import quality
from store.queries.inquiries import Waiting
from store.queries.today import FIRST_CONTACT, ComingEvent, Today, WaitingRequest, today
from store.states import SignalState
from web.services import Services

PATH = "/werk/vandaag"
DIFFERED = "/werk/logboek?soort=counts.differed"


def layout(services: Services) -> Component:
    action = link_button(_("Vraag registreren"), "/werk/vragen", symbol="phone")
    header = page_header(_("Vandaag"), day(services.now()).capitalize(), action)
    return html.Div([header, html.Div(id="today", className="stack")])


def register(callbacks: Callbacks, services: Services) -> None:
    @callbacks(Output("today", "children"), Input("today", "id"), roles=COORDINATOR)
    def show(_id: str) -> list[Component]:
        now = services.now()
        with services.database.reading() as session:
            limits, to_call = time_limits.load(session), calls.to_make(session, now=now)
            found = today(session, first_contact=limits.first_contact, silence=limits.silence, now=now)
            said, labels = check_in_answers.to_take_up(session), asked.terms(session)
            signals = quality.count_of(session, SignalState.NEW)
            late = article_list.to_look_at(session, wall(now)[0])
            asked_us = inquiries.waiting(session, wall(now)[0])
        lines = [call_to_make(one) for one in to_call] + [answer_to_take_up(one, labels) for one in said]
        return [
            *_danger(asked_us),
            _numbers(found, said, asked_us),
            html.Div([_waiting(found, lines, now), _coming(found)], className="columns"),
            *new_signals(signals),
            *late_reviews(late),
            *_trouble(found, asked_us),
        ]


def _numbers(found: Today, said: Sequence[CheckInRow], asked_us: Waiting) -> Component:
    late = len({one.id for one in found.matches} | {one.match_id for one in said})
    guests = sum(event.seats_taken for event in found.events)
    return kpis(
        kpi(
            _("Vragen van ouders"),
            str(asked_us.open),
            note=n_("{n} te laat", "{n} te laat", asked_us.late) if asked_us.late else "",
            symbol="message-square-quote",
            href="/werk/vragen-van-ouders",
        ),
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


def _waiting(found: Today, to_call: Sequence[Component], now: datetime) -> Component:
    """Whom to call first, then the matches, then who waits for a buddy."""
    lines = [*to_call, *(match_to_call(one, now) for one in found.matches)]
    lines += [_request(one, now) for one in found.requests]
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


def _danger(asked_us: Waiting) -> list[Component]:
    """What can't wait stands above all else."""
    if not asked_us.urgent:
        return []
    words = n_("{n} vraag met woorden van gevaar", "{n} vragen met woorden van gevaar", asked_us.urgent)
    return [notice(dcc.Link(words, href="/werk/vragen-van-ouders"), tone="bad", symbol="triangle-alert")]


def _trouble(found: Today, asked_us: Waiting) -> list[Component]:
    lines = []
    if asked_us.late:
        words = n_("{n} vraag van een ouder is te laat", "{n} vragen van ouders zijn te laat", asked_us.late)
        lines.append(html.Li([icon("clock"), dcc.Link(words, href="/werk/vragen-van-ouders")]))
    if found.letters_failed:
        words = n_("{n} bericht is niet aangekomen", "{n} berichten zijn niet aangekomen", found.letters_failed)
        lines.append(html.Li([icon("mail"), dcc.Link(words, href="/werk/postbak")]))
    if found.jobs_failed:
        words = n_("{n} taak is mislukt", "{n} taken zijn mislukt", found.jobs_failed)
        lines.append(html.Li([icon("triangle-alert"), dcc.Link(words, href="/werk/taken")]))
    if found.counts_differed:
        words = _("Cijfers klopten niet en zijn hersteld")
        note = _("Dat mag niet gebeuren: laat het de beheerder weten.")
        lines.append(
            html.Li([icon("triangle-alert"), dcc.Link(words, href=DIFFERED), html.Span(note, className="note")])
        )
    return [card(html.Ul(lines, className="list"), title=_("Niet in orde"))] if lines else []


PAGE = Page(PATH, lazy("Vandaag"), COORDINATOR, layout, register=register, icon="house", group=WORK)
