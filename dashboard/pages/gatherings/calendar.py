"""The calendar: cafés and other gatherings by month, by week or in a list, drafts and those called off too."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from dash import Input, Output, State, ctx, dcc, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, WORK, Page
from dashboard.parts import aria, empty_state, link_button, page_header
from dashboard.parts.gatherings.calendar_controls import EVERY_CHOICE, STEPS, choices_now, controls, step_words
from dashboard.parts.gatherings.calendar_view import LIST, QUERY, WEEK, CalendarView, chosen, read_view, view_of
from dashboard.parts.gatherings.embed_card import embed_card
from dashboard.parts.gatherings.event_chip import Kinds, legend
from dashboard.parts.gatherings.event_list import A_PAGE, event_list, pages
from dashboard.parts.gatherings.event_words import NEW, PATH, TEMPLATES
from dashboard.parts.gatherings.feed_card import feed_card, register_feed_card
from dashboard.parts.gatherings.month import month_grid, month_list, month_of, span
from dashboard.parts.gatherings.move_dialog import REDRAWN, move_dialog, register_moving
from dashboard.parts.gatherings.week_view import week_view
from dashboard.parts.menu import menu_link, more_menu
from dashboard.parts.setup.closed_names import closed_names
from domain.gatherings.event_kinds import kinds
from domain.local_time import instant, wall
from i18n import _, lazy, month
from store.queries.gatherings import calendar as queries
from store.queries.gatherings.events import EventFacts
from store.sessions import Session
from store.states import FeedKind
from web.services import Services

MIDNIGHT = time(0)
ADVICE = f"{PATH}/plannen"


def layout(services: Services, **said: str) -> Component:
    view = view_of(said, wall(services.now())[0])
    action = [_advice(), link_button(_("Nieuwe bijeenkomst"), NEW, symbol="plus"), _more()]
    lead = _("Alle oudercafés en andere bijeenkomsten, ook de concepten.")
    with services.database.reading() as session:
        above, elsewhere = controls(session, view), embed_card(session, services.public_url)
    return html.Div(
        [
            page_header(_("Kalender"), lead, action),
            html.Section([above, html.Div(id="calendar-body")], className="card calendar"),
            html.Div([feed_card(FeedKind.COORDINATOR), elsewhere], className="columns"),
            html.Div(id="calendar-said", className="unseen", **aria(live="assertive")),
            move_dialog(),
            dcc.Store(id=REDRAWN),
            dcc.Store(id="calendar-view", data=view.question(wall(services.now())[0])),
        ]
    )


def _advice() -> Component:
    button = link_button(_("Wat is een goed moment?"), ADVICE, symbol="lightbulb", primary=False)
    return html.Div(button, className="only-desk")


def _more() -> Component:
    advice = html.Div(menu_link(_("Wat is een goed moment?"), ADVICE, "lightbulb"), className="only-phone")
    return more_menu([advice, menu_link(_("Sjablonen"), TEMPLATES, "copy")])


def register(callbacks: Callbacks, services: Services) -> None:
    _register_view(callbacks, services)
    register_moving(callbacks, services)
    register_feed_card(callbacks, services, FeedKind.COORDINATOR, COORDINATOR)
    callbacks.clientside(
        "events.print", Output("calendar-print", "id"), Input("calendar-print", "n_clicks"), prevent_initial_call=True
    )


def _register_view(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("calendar-view", "data"),
        Output("calendar-name", "children"),
        Output("calendar-previous-says", "children"),
        Output("calendar-next-says", "children"),
        Output("calendar-body", "children"),
        Output("page-question", "data", allow_duplicate=True),
        Input("calendar-previous", "n_clicks"),
        Input("calendar-next", "n_clicks"),
        Input("calendar-today", "n_clicks"),
        Input(EVERY_CHOICE, "value"),
        Input(REDRAWN, "data"),
        State("calendar-view", "data"),
        roles=COORDINATOR,
        prevent_initial_call="initial_duplicate",
    )
    def show(
        _back: object, _on: object, _now: object, _choices: object, _moved: object, known: object
    ) -> tuple[str, str, str, str, Component, str]:
        today = wall(services.now())[0]
        pressed = str(ctx.triggered_id) if ctx.triggered and ctx.triggered[0]["value"] else ""
        view = chosen(read_view(known, today), choices_now(), today).moved(STEPS.get(pressed, 0))
        view = replace(view, day=today, page=1) if pressed == "calendar-today" else view
        with services.database.reading() as session:
            view, drawn = _draw(session, services, view)
        question = view.question(today)
        return question, view.name, *step_words(view.sight), drawn, question


def _draw(session: Session, services: Services, view: CalendarView) -> tuple[CalendarView, Component]:
    """What is on screen, and the view itself: a page past the last one becomes the last."""
    draw = {LIST: _list, WEEK: _week}.get(view.sight, _month)
    return draw(session, services, view)


def _month(session: Session, services: Services, view: CalendarView) -> tuple[CalendarView, Component]:
    start, end = span(view.month)
    now, found = services.now(), queries.between(session, *_instants(start, end), view.narrowed)
    by_key = {kind.key: kind for kind in kinds(session)}
    held = any(month_of(wall(event.starts_at)[0]) == view.month for event in found)
    nothing = None if held else _nothing(_("Geen bijeenkomsten in {month}", month=month(view.day)), view)
    closed = closed_names(session, view.narrowed.where, _days(start, end))
    grid = month_grid(view.month, found, by_key, now, closed)
    return view, html.Div([grid, month_list(view.month, found, by_key, now), nothing, _legend(found, by_key)])


def _week(session: Session, services: Services, view: CalendarView) -> tuple[CalendarView, Component]:
    start, end = view.monday, view.monday + timedelta(days=7)
    now, found = services.now(), queries.between(session, *_instants(start, end), view.narrowed)
    by_key = {kind.key: kind for kind in kinds(session)}
    nothing = None if found else _nothing(_("Geen bijeenkomsten in deze week"), view)
    closed = closed_names(session, view.narrowed.where, _days(start, end))
    return view, html.Div([week_view(start, found, by_key, now, closed), nothing, _legend(found, by_key)])


def _list(session: Session, services: Services, view: CalendarView) -> tuple[CalendarView, Component]:
    now = services.now()
    skip = (view.page - 1) * A_PAGE
    found, count = queries.page(session, view.narrowed, now=now, past=view.past, skip=skip, most=A_PAGE)
    if not found and view.page > 1:
        return _list(session, services, replace(view, page=pages(count)))
    if not found:
        title = _("Er is nog niets geweest") if view.past else _("Er staat niets gepland")
        return view, html.Div(_nothing(title, view), className="list-empty")
    return view, event_list(found, count, view.page, now, view.name)


def _instants(start: date, end: date) -> tuple[datetime, datetime]:
    return instant(start, MIDNIGHT), instant(end, MIDNIGHT)


def _days(start: date, end: date) -> list[date]:
    return [start + timedelta(days=number) for number in range((end - start).days)]


def _nothing(title: str, view: CalendarView) -> Component:
    words = _("Plan er een met de knop hierboven. Zij staat dan meteen in deze kalender.")
    if view.narrowed != queries.EVERYTHING:
        words = _("Kies hierboven een andere soort, plaats, onderwerp of stand.")
    return empty_state(title, words, symbol="coffee")


def _legend(found: tuple[EventFacts, ...], by_key: Kinds) -> Component | None:
    used = [kind for kind in by_key.values() if any(event.kind == kind.key for event in found)]
    return legend(used) if used else None


PAGE = Page(
    PATH, lazy("Kalender"), COORDINATOR, layout, register=register, icon="calendar-days", group=WORK, query=QUERY
)
