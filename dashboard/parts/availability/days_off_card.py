"""Days that differ from a buddy's week: being away, or there for extra hours; adding, removing and putting back."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import BUDDY, COORDINATOR
from dashboard.parts.attempt import attempt
from dashboard.parts.attributes import aria
from dashboard.parts.availability.days_off_list import ACT, BACK, REMOVE, days_off_list
from dashboard.parts.fields import control, errors_of, field_errors, field_id, field_values, typed
from dashboard.parts.icons import icon
from dashboard.parts.pieces import card
from dashboard.parts.toasts import toast
from domain.allowed import own_or_staff
from domain.availability import days_off
from domain.availability.availability import MINUTES_A_DAY
from domain.availability.days_off import Days
from domain.checking import Checked
from domain.forms import Field, FieldKind, Form, Option
from domain.local_time import wall
from domain.refused import Refused
from i18n import _
from store.queries.buddying import appointments
from store.queries.buddying.free_time import other_days
from web.services import Services
from web.sessions import current_actor

FORM = "days_off"
CHANGED = "days-off-changed"
AWAY, EXTRA = "away", "extra"
OWN_OR_STAFF = BUDDY | COORDINATOR


def days_form() -> Form:
    ways = (Option(AWAY, _("Weg")), Option(EXTRA, _("Extra uren")))
    return Form(
        FORM,
        (
            Field("way", FieldKind.CHOICE, _("Wat is er anders?"), required=True, options=ways),
            Field("first", FieldKind.DATE, _("Eerste dag"), required=True),
            Field("last", FieldKind.DATE, _("Laatste dag"), _("Leeg als het één dag is.")),
            Field("start", FieldKind.TIME, _("Van")),
            Field("end", FieldKind.TIME, _("Tot")),
        ),
    )


def days_off_card() -> Component:
    """For the buddy, and for the coordinator who helps; the list comes once it is on screen."""
    way, first, last, start, end = days_form().fields
    radios = [dmc.Radio(label=one.label, value=one.key) for one in way.options]
    ways = html.Div(radios, className="moments short")
    hours = html.Div([control(FORM, start), control(FORM, end)], className="filters")
    said = html.P(_("Leeg is de hele dag. Bij extra uren vult u in hoe laat."), className="note")
    fields = [
        dmc.RadioGroup(ways, id=field_id(FORM, way.key), label=way.label, value=AWAY),
        html.Div([control(FORM, first), control(FORM, last)], className="filters"),
        html.Details([html.Summary(_("Alleen bepaalde uren")), hours, said], className="more"),
        html.Div(dmc.Button(_("Voeg toe"), id="days-off-add", leftSection=icon("plus")), className="actions"),
    ]
    inside = [
        html.P(_("Vakantie, een drukke week of juist een vrije ochtend? De gewone week blijft zoals die is.")),
        html.Div(id="days-off-list", className="stack", **aria(live="polite")),
        html.Div(fields, className="stack"),
        dcc.Store(id=CHANGED),
    ]
    return card(html.Div(inside, className="stack"), title=_("Dagen die anders zijn"))


def register_days_off(callbacks: Callbacks, services: Services) -> None:
    """What the card does; once per dashboard. Whose days it is about, stands in the store `week-of`."""
    _register_list(callbacks, services)
    _register_adding(callbacks, services)
    _register_removing(callbacks, services)


def _register_list(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output("days-off-list", "children"), Input(CHANGED, "data"), State("week-of", "data"), roles=OWN_OR_STAFF
    )
    def show(changed: object, number: object) -> list[Component]:
        buddy_id, by, now = number_of(number), current_actor(), services.now()
        own_or_staff(by, buddy_id)
        with services.database.reading() as session:
            found = other_days(session, buddy_id, wall(now)[0])
            meetings = appointments.coming(session, buddy_id, now=now)
        return days_off_list(found, meetings, _removed(changed), own=by.buddy_id == buddy_id)


def _register_adding(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        Output(field_id(FORM, "first"), "value"),
        Output(field_id(FORM, "last"), "value"),
        Output(CHANGED, "data"),
        Input("days-off-add", "n_clicks"),
        field_values(FORM),
        State("week-of", "data"),
        roles=OWN_OR_STAFF,
        prevent_initial_call=True,
    )
    def add(clicks: object, values: list[object], number: object) -> tuple[Any, Any, Any, Any]:
        if not clicks:
            return [no_update] * len(values), no_update, no_update, no_update
        form, now = days_form(), services.now()

        def write(checked: Checked) -> None:
            with services.database.writing() as session:
                days_off.add(session, number_of(number), _days(checked), by=current_actor(), now=now)

        errors = attempt(form, typed(form, values), write)
        if errors:
            return errors_of(form, errors), no_update, no_update, no_update
        toast(_("Bewaard."))
        return errors_of(form, {}), None, None, {"at": now.isoformat()}


def _register_removing(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output(CHANGED, "data", allow_duplicate=True),
        Input({"type": ACT, "what": ALL, "number": ALL}, "n_clicks"),
        State(CHANGED, "data"),
        State("week-of", "data"),
        roles=OWN_OR_STAFF,
        prevent_initial_call=True,
    )
    def act(_clicks: object, changed: object, number: object) -> Any:  # noqa: ANN401 - what changed or "leave it"
        pressed = ctx.triggered_id
        if not pressed or not ctx.triggered[0]["value"]:
            return no_update
        buddy_id, by, now = number_of(number), current_actor(), services.now()
        with services.database.writing() as session:
            if pressed["what"] == REMOVE:
                gone = days_off.remove(session, buddy_id, int(pressed["number"]), by=by, now=now)
                return {"at": now.isoformat(), "removed": _kept(gone) if gone else None}
            before = _removed(changed) if pressed["what"] == BACK else None
            if before is not None:
                days_off.add(session, buddy_id, before, by=by, now=now)
        return {"at": now.isoformat()}


def number_of(value: object) -> int:
    """The buddy whom the page is about; the verbs check whether that is theirs."""
    if not isinstance(value, int):
        raise Refused("not_found")
    return value


def _days(checked: Checked) -> Days:
    first, last = checked.values["first"], checked.values.get("last")
    if not isinstance(first, date):
        raise Refused("form.incomplete")
    start, end = checked.values.get("start"), checked.values.get("end")
    hours = (_minute(start), _minute(end) or MINUTES_A_DAY) if start or end else None
    return Days(first, last if isinstance(last, date) else first, hours, checked.text("way") == EXTRA)


def _minute(at: object) -> int:
    """Minutes since midnight; without a time it is the beginning, or for the end of the day nothing."""
    return at.hour * 60 + at.minute if isinstance(at, time) else 0


def _kept(days: Days) -> dict[str, Any]:
    """For the browser to keep, so that it can be put back."""
    return {"first": str(days.first), "last": str(days.last), "hours": days.hours, "extra": days.extra}


def _removed(changed: object) -> Days | None:
    """What was removed last, if the browser kept it; the verb checks it anew."""
    kept = changed.get("removed") if isinstance(changed, Mapping) else None
    if not isinstance(kept, Mapping):
        return None
    try:
        hours = kept["hours"] and (int(kept["hours"][0]), int(kept["hours"][1]))
        return Days(date.fromisoformat(kept["first"]), date.fromisoformat(kept["last"]), hours, kept["extra"] is True)
    except (KeyError, TypeError, ValueError, IndexError):
        return None
