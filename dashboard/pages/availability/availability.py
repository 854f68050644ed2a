"""When a buddy can: their own page for the phone, and the same for the coordinator who helps."""

from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import BUDDY, COORDINATOR, WORK, Page
from dashboard.pages.buddying.buddies import PATH as BUDDIES
from dashboard.parts import card, empty_state, page_header
from dashboard.parts.availability.days_off_card import days_off_card, register_days_off
from dashboard.parts.availability.free_card import WEEK, free_card, register_free_card
from dashboard.parts.availability.own_calendar import own_calendar_card, register_own_calendar
from dashboard.parts.availability.pause_card import pause_card, register_pause
from dashboard.parts.availability.terms_card import register_terms, terms_card
from dashboard.parts.gatherings.week import CLEAR, HOURS, PART, hours_of, week_grid
from domain.allowed import own_or_staff
from domain.availability import availability
from domain.refused import Refused
from domain.texts import say
from i18n import _, lazy
from matching.explain import WEEKDAYS
from matching.people import Daypart
from store.queries.buddying import buddies as found
from store.queries.buddying.free_time import terms_of
from store.queries.buddying.weeks import Block, week
from web.services import Services
from web.sessions import current_actor

OWN_PATH = "/werk/mijn-beschikbaarheid"
OWN_OR_STAFF = BUDDY | COORDINATOR


def own_layout(services: Services) -> Component:
    number = current_actor().buddy_id
    head = page_header(_("Mijn beschikbaarheid"), _("Wanneer kunt u met een ouder afspreken?"))
    if number is None:
        return html.Div([head, empty_state(_("Geen buddy"), _("Deze gebruiker is niet als buddy ingeschreven."))])
    return html.Div([head, *_cards(services, number)])


def staff_layout(services: Services, number: int) -> Component:
    with services.database.reading() as session:
        name = found.names(session, [number]).get(number, "")
    head = page_header(_("Beschikbaarheid van {name}", name=name), back=(f"{BUDDIES}/{number}", name))
    return html.Div([head, *_cards(services, number)])


def _cards(services: Services, number: int) -> list[Component]:
    own_or_staff(current_actor(), number)
    with services.database.reading() as session:
        blocks, terms = week(session, number), terms_of(session, number)
    if terms is None:
        return [empty_state(_("Deze buddy is er niet"), _("Kies een andere buddy."))]
    return [
        dcc.Store(id="week-of", data=number),
        dcc.Store(id=WEEK),
        card(
            html.Div(week_grid(blocks), id="week"),
            html.P(id="week-said", role="status", className="note"),
            _exact_hours(),
            title=_("De gewone week"),
        ),
        days_off_card(),
        pause_card(),
        terms_card(terms),
        own_calendar_card(number),
        free_card(),
    ]


def _exact_hours() -> Component:
    days = [{"value": str(number), "label": str(name).capitalize()} for number, name in enumerate(WEEKDAYS)]
    controls = [
        dmc.Select(id="hours-day", label=_("Dag"), data=days, value="0", allowDeselect=False),
        dmc.TimePicker(id="hours-from", label=_("Van")),
        dmc.TimePicker(id="hours-to", label=_("Tot")),
        dmc.Button(_("Voeg toe"), id="hours-add", variant="default"),
    ]
    error = html.P(id="hours-error", role="alert", className="error")
    return html.Details(
        [html.Summary(_("Andere tijden")), html.Div(controls, className="filters"), error], className="more"
    )


def register(callbacks: Callbacks, services: Services) -> None:
    _register_taps(callbacks, services)
    _register_hours(callbacks, services)
    register_days_off(callbacks, services)
    register_pause(callbacks, services)
    register_terms(callbacks, services)
    register_free_card(callbacks, services)
    register_own_calendar(callbacks, services)


def _register_taps(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output({"type": HOURS, "weekday": ALL}, "children"),
        Output("week-said", "children"),
        Output(WEEK, "data"),
        Input({"type": PART, "weekday": ALL, "part": ALL}, "checked"),
        State("week-of", "data"),
        roles=OWN_OR_STAFF,
        prevent_initial_call=True,
    )
    def tap(_checked: object, number: int) -> tuple[Any, Any, Any]:
        # Boxes that were only just drawn report all at once; a tap comes alone.
        if len(ctx.triggered) != 1 or not isinstance(number, int):
            return [no_update] * len(WEEKDAYS), no_update, no_update
        tapped, on = ctx.triggered_id, ctx.triggered[0]["value"] is True
        weekday, part = int(tapped["weekday"]), Daypart(tapped["part"])
        by, now = current_actor(), services.now()
        with services.database.writing() as session:
            blocks = availability.tap(session, number, weekday, part, on=on, by=by, now=now)
        return [hours_of(blocks, each) for each in range(len(WEEKDAYS))], _("Bewaard."), now.isoformat()


def _register_hours(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("week", "children"),
        Output("week-said", "children", allow_duplicate=True),
        Output("hours-error", "children"),
        Output(WEEK, "data", allow_duplicate=True),
        Input("hours-add", "n_clicks"),
        Input({"type": CLEAR, "weekday": ALL}, "n_clicks"),
        State("hours-day", "value"),
        State("hours-from", "value"),
        State("hours-to", "value"),
        State("week-of", "data"),
        roles=OWN_OR_STAFF,
        prevent_initial_call=True,
    )
    def change(
        _added: object, _cleared: object, day: object, start: object, end: object, number: int
    ) -> tuple[Any, Any, str, Any]:
        if not ctx.triggered or not ctx.triggered[0]["value"] or not isinstance(number, int):
            return no_update, no_update, "", no_update
        try:
            blocks = _changed(services, number, _block(day, start, end))
        except Refused as refused:
            if refused.field is None:
                raise
            return no_update, "", say(refused), no_update
        return week_grid(blocks), _("Bewaard."), "", services.now().isoformat()


def _changed(services: Services, number: int, block: Block) -> tuple[Block, ...]:
    """The week after one day was cleared or hours were added, whichever was asked."""
    by, now = current_actor(), services.now()
    with services.database.writing() as session:
        if ctx.triggered_id == "hours-add":
            return availability.add_hours(session, number, block, by=by, now=now)
        return availability.clear_day(session, number, int(ctx.triggered_id["weekday"]), by=by, now=now)


def _block(day: object, start: object, end: object) -> Block:
    weekday = int(day) if isinstance(day, str) and day.isdigit() else -1
    return Block(weekday, _minute(start), _minute(end, midnight=availability.MINUTES_A_DAY))


def _minute(typed: object, *, midnight: int = 0) -> int:
    """`19:30` or `19:30:00` as minutes; -1, which is refused, for anything else; `midnight` is what 0:00 stands for."""
    parts = typed.split(":") if isinstance(typed, str) else []
    if len(parts) < 2 or not all(part.isdigit() for part in parts):
        return -1
    return int(parts[0]) * 60 + int(parts[1]) or midnight


OWN_PAGE = Page(OWN_PATH, lazy("Mijn beschikbaarheid"), BUDDY, own_layout, register=register, icon="clock", group=WORK)
STAFF_PAGE = Page(f"{BUDDIES}/<int:number>/beschikbaarheid", lazy("Beschikbaarheid"), COORDINATOR, staff_layout)
