"""Repeating a new gathering: the rule as fields, and the dates that it gives before anything is saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dash import ALL, Input, Output, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR
from dashboard.parts.attributes import aria
from dashboard.parts.fields import FIELD, control, errors_of, field_id, typed
from dashboard.parts.gatherings.event_clashes import ASKED
from dashboard.parts.gatherings.event_dates import dates_list, hours_of
from dashboard.parts.gatherings.event_fields import FORM
from dashboard.parts.pieces import notice
from domain.checking import Checked, check
from domain.forms import Field, FieldKind, Form, Option
from domain.gatherings.closed_days import school_holidays_known_until
from domain.gatherings.dates_ahead import look_ahead
from domain.gatherings.event_plans import VenuePlan
from domain.gatherings.recurrence import MOST_DATES, MOST_STEPS, Every, Rule, dates, in_words
from domain.refused import Refused
from domain.texts import say
from i18n import _
from web.services import Services

REPEAT = "repeat"
EVERY_REPEAT = {"type": FIELD, "form": REPEAT, "key": ALL}
PREVIEW = "event-dates"


@dataclass(frozen=True)
class Repeat:
    """How a new gathering repeats, and whether closed days are left out."""

    rule: Rule
    skips_closed: bool


def repeat_form() -> Form:
    every = (
        Option(Every.WEEK, _("Elke week")),
        Option(Every.MONTH_WEEKDAY, _("Elke maand op dezelfde weekdag, zoals de derde dinsdag")),
        Option(Every.MONTH_LAST, _("Elke maand op de laatste weekdag, zoals de laatste dinsdag")),
        Option(Every.MONTH_DAY, _("Elke maand op hetzelfde nummer, zoals de 17e")),
    )
    step = _("2 is om de week, of om de maand.")
    return Form(
        REPEAT,
        (
            Field("every", FieldKind.CHOICE, _("Herhaal"), options=every, placeholder=_("Niet")),
            Field("step", FieldKind.NUMBER, _("Om de hoeveel"), step, least=1, most=MOST_STEPS),
            Field("count", FieldKind.NUMBER, _("Hoe vaak"), least=1, most=MOST_DATES),
            Field("until", FieldKind.DATE, _("Of tot en met")),
            Field("skips", FieldKind.YES_NO, _("Sla feestdagen, schoolvakanties en gesloten dagen over")),
        ),
    )


def repeat_fold(*, hidden: bool) -> Component:
    """The rule, folded away, with its dates below it; a gathering that is there already doesn't begin to repeat."""
    start = {"step": 1, "skips": True}
    drawn = {one.key: control(REPEAT, one, start.get(one.key)) for one in repeat_form().fields}
    rows = [("every",), ("step", "count", "until"), ("skips",)]
    fields = [html.Div([drawn[key] for key in row], className="row" if len(row) > 1 else "") for row in rows]
    said = html.Div(id=PREVIEW, **aria(live="polite"))
    inside = html.Div([*fields, said], className="fields")
    return html.Details([html.Summary(_("Herhalen")), inside], className="more", hidden=hidden)


def read(values: Sequence[object], first: date | None) -> Repeat | None:
    """How it repeats, None when it doesn't; raises `Refused` for what can't be."""
    checked = checked_repeat(values)
    if not checked.text("every"):
        return None
    if checked.errors:
        raise Refused("form.incomplete")
    if first is None:
        raise Refused("form.incomplete", field="date")
    until, step = checked.values.get("until"), checked.number("step")
    rule = Rule(
        first=first,
        every=Every(checked.text("every")),
        step=1 if step is None else step,
        until=until if isinstance(until, date) else None,
        count=checked.number("count"),
    )
    return Repeat(rule, checked.yes("skips"))


def checked_repeat(values: Sequence[object]) -> Checked:
    form = repeat_form()
    return check(form, typed(form, list(values)))


def wrong_in(values: Sequence[object], refused: Refused) -> Mapping[str, str]:
    """What a refusal says of the rule, by its field; nothing when it is about something else."""
    errors = checked_repeat(values).errors
    if refused.key == "form.incomplete" and errors:
        return errors
    ours = {one.key for one in repeat_form().fields}
    return {str(refused.field): say(refused)} if refused.field in ours else {}


def repeat_errors(errors: Mapping[str, str]) -> list[str | None]:
    """For `EVERY_REPEAT`: a sentence or nothing at each field of the rule."""
    return errors_of(repeat_form(), errors)


def register_repeat(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        Output(EVERY_REPEAT, "error"),
        Output(PREVIEW, "children"),
        Input(EVERY_REPEAT, "value"),
        *(Input(field_id(FORM, key), "value") for key in ASKED),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def show(values: list[object], typed_date: object, *rest: object) -> tuple[list[str | None], Any]:
        form, checked = repeat_form(), checked_repeat(values)
        errors = errors_of(form, checked.errors)
        first = _date(typed_date)
        if not checked.text("every") or checked.errors:
            return errors, None
        if first is None:
            return errors, html.P(_("Kies eerst een datum. Dan ziet u hier alle datums."))
        repeat = read(values, first)
        return errors, _preview(services, repeat, *rest) if repeat else None


def _preview(services: Services, repeat: Repeat, start: object, end: object, *place: object) -> Component:
    """Every date with what stands in its way; or why there are none."""
    where = VenuePlan(*(str(one or "") for one in place))
    try:
        days = dates(repeat.rule)
    except Refused as refused:
        return notice(html.P(say(refused)), tone="warn", symbol="triangle-alert")
    with services.database.reading() as session:
        found = look_ahead(session, days, hours_of(start, end), where=where, now=services.now())
        known = school_holidays_known_until(session, where.municipality_code)
    return dates_list(in_words(repeat.rule), found, skips=repeat.skips_closed, known_until=known)


def _date(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
