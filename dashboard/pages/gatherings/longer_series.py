"""More dates for a series: how many, and each of them before anything is saved."""

from datetime import date
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR, Page
from dashboard.parts import (
    card,
    errors_of,
    field_errors,
    field_values,
    form_controls,
    icon,
    notice,
    page_header,
    toast,
    typed,
)
from dashboard.parts.attempt import attempt
from dashboard.parts.attributes import aria
from dashboard.parts.fields import FIELD
from dashboard.parts.gatherings.event_dates import dates_list
from dashboard.parts.gatherings.event_words import PATH
from domain.checking import Checked, check
from domain.forms import Field, FieldKind, Form
from domain.gatherings import longer_series
from domain.gatherings.closed_days import school_holidays_known_until
from domain.gatherings.dates_ahead import look_ahead
from domain.gatherings.event_plans import VenuePlan
from domain.gatherings.longer_series import longer, shift
from domain.gatherings.recurrence import MOST_DATES, Rule, repeats_in_words
from domain.local_time import wall
from domain.refused import Refused
from domain.texts import say
from i18n import _, day, lazy, n_
from store.queries.gatherings import events, series
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

FORM = "longer"
PREVIEW = "longer-dates"


def longer_form() -> Form:
    return Form(
        FORM,
        (
            Field("count", FieldKind.NUMBER, _("Hoeveel erbij"), least=1, most=MOST_DATES),
            Field("until", FieldKind.DATE, _("Of tot en met")),
            Field("skips", FieldKind.YES_NO, _("Sla feestdagen, schoolvakanties en gesloten dagen over")),
        ),
    )


def layout(services: Services, event_id: int) -> Component:
    with services.database.reading() as session:
        event, found = events.event(session, event_id), series.of_event(session, event_id)
    if event is None or found is None:
        return html.Div([page_header(_("Deze bijeenkomst hoort niet bij een reeks"), back=(PATH, _("Kalender")))])
    lead = _(
        "De nieuwe datums krijgen de uren, de locatie en de tekst van {day}. Het worden concepten.",
        day=day(event.starts_at),
    )
    count, until, skips = form_controls(longer_form(), {"skips": found.skips_holidays})
    add = dmc.Button(_("Voeg toe"), id="longer-save", leftSection=icon("plus"))
    said = html.Div(id=PREVIEW, **aria(live="polite"))
    fields = html.Div([html.Div([count, until], className="row"), skips, said], className="fields")
    return html.Div(
        [
            page_header(_("Meer datums voor deze reeks"), lead, back=(f"{PATH}/{event_id}", event.title)),
            card(fields, html.Div(add, className="actions seats-actions")),
            dcc.Store(id="longer-number", data=event_id),
        ]
    )


def register(callbacks: Callbacks, services: Services) -> None:
    _register_preview(callbacks, services)
    _register_saving(callbacks, services)


def _register_preview(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output(PREVIEW, "children"),
        Input({"type": FIELD, "form": FORM, "key": ALL}, "value"),
        State("longer-number", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def show(values: list[object], number: int) -> Component | None:
        form = longer_form()
        checked = check(form, typed(form, values))
        if checked.errors or not (checked.number("count") or checked.values.get("until")):
            return None
        with services.database.reading() as session:
            return _preview(session, number, checked, services)


def _preview(session: Session, number: int, checked: Checked, services: Services) -> Component:
    event, found, now = events.event(session, number), series.of_event(session, number), services.now()
    if event is None or found is None:
        raise Refused("series.none")
    try:
        more = longer(found, count=checked.number("count"), until=_until(checked), now=now)
    except Refused as refused:
        return notice(html.P(say(refused)), tone="warn", symbol="triangle-alert")
    where = VenuePlan(event.venue, event.municipality_code)
    hours = wall(event.starts_at)[1], wall(event.ends_at)[1]
    ahead = look_ahead(session, list(more.days.values()), hours, where=where, now=now)
    known = school_holidays_known_until(session, event.municipality_code)
    words = repeats_in_words(Rule.read(found.rule), shift(found.dates, now))
    return dates_list(words, ahead, skips=checked.yes("skips"), known_until=known)


def _register_saving(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        Output("address", "pathname", allow_duplicate=True),
        Input("longer-save", "n_clicks"),
        field_values(FORM),
        State("longer-number", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
        running=[(Output("longer-save", "loading"), True, False)],
    )
    def save(clicks: object, values: list[object], number: int) -> tuple[list[str | None], Any]:
        if not clicks:
            raise PreventUpdate
        form = longer_form()
        added: list[int] = []

        def write(checked: Checked) -> None:
            with services.database.writing() as session:
                added.extend(_extend(session, number, checked, services))

        errors = attempt(form, typed(form, values), write)
        if errors:
            return errors_of(form, errors), no_update
        toast(n_("{n} datum toegevoegd als concept.", "{n} datums toegevoegd als concept.", len(added)))
        return errors_of(form, {}), f"{PATH}/{added[0]}"


def _extend(session: Session, number: int, checked: Checked, services: Services) -> tuple[int, ...]:
    return longer_series.extend(
        session,
        number,
        count=checked.number("count"),
        until=_until(checked),
        skips_closed=checked.yes("skips"),
        by=current_actor(),
        now=services.now(),
    )


def _until(checked: Checked) -> date | None:
    until = checked.values.get("until")
    return until if isinstance(until, date) else None


PAGE = Page(f"{PATH}/<int:event_id>/meer-datums", lazy("Meer datums"), COORDINATOR, layout, register)
