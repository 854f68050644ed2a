"""Form fields for the dashboard, drawn from the same definitions as on the public pages."""

from collections.abc import Callable, Mapping
from datetime import date, time
from itertools import groupby
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Output, State, html
from dash.development.base_component import Component

from dashboard.parts.icons import icon
from domain.forms import Field, FieldKind, Form, Option
from i18n import _

FIELD = "field"
FEW = 6
TICKS = (FieldKind.YES_NO, FieldKind.CONSENT)
TYPED = (FieldKind.TEXT, FieldKind.MAIL, FieldKind.PHONE, FieldKind.LONG_TEXT, FieldKind.NUMBER, FieldKind.TIME)


def field_id(form: str, key: str) -> dict[str, str]:
    return {"type": FIELD, "form": form, "key": key}


def field_values(form: str) -> State:
    """The values of all fields of a form, in its order; give them to `typed`."""
    return State({"type": FIELD, "form": form, "key": ALL}, "value")


def field_errors(form: str) -> Output:
    """The errors of all fields of a form; fill it with `errors_of`. The first error gets the focus."""
    return Output({"type": FIELD, "form": form, "key": ALL}, "error")


def typed(form: Form, values: list[object]) -> dict[str, object]:
    """What was typed by field key, ready for `domain.checking.check`."""
    named = dict(zip((one.key for one in form.fields), values, strict=False))
    return {one.key: bool(named.get(one.key)) if one.kind in TICKS else named.get(one.key) for one in form.fields}


def errors_of(form: Form, errors: Mapping[str, str]) -> list[str | None]:
    """A sentence or nothing for each field, in the order of the form."""
    return [errors.get(one.key) for one in form.fields]


def filled(form: Form, values: Mapping[str, object]) -> list[Any]:
    """What each field is given to show these values, in the order of the form; without values it is emptied."""
    return [as_drawn(one.kind, values.get(one.key)) for one in form.fields]


def blank(form: Form) -> tuple[list[Any], list[Any]]:
    """No error and nothing typed, for each field."""
    return errors_of(form, {}), filled(form, {})


def as_drawn(kind: FieldKind, value: object) -> object:
    """A value as the control of its field takes it. A box for text that gets nothing at all keeps what was typed."""
    if kind in TICKS:
        return ["yes"] if value in (True, "yes", ["yes"]) else []
    if kind in TYPED and value is None:
        return ""
    return [] if kind is FieldKind.CHOICES and value is None else value


def form_controls(form: Form, values: Mapping[str, object] | None = None) -> list[Component]:
    """Every field of the form; `values` by key is what it starts with."""
    return [control(form.key, one, (values or {}).get(one.key)) for one in form.fields]


def control(form: str, one: Field, value: Any = None) -> Component:  # noqa: ANN401 - as many kinds as there are fields
    """One field with its label, help and place for an error."""
    said = {
        "id": field_id(form, one.key),
        "label": one.label,
        "description": one.help or None,
        "required": one.required,
    }
    return DRAW[one.kind](one, value, said)


Said = dict[str, Any]


def _text(one: Field, value: Any, said: Said) -> Component:  # noqa: ANN401
    return dmc.TextInput(**said, value=value or "", placeholder=one.placeholder, autoComplete=one.autocomplete or "off")


def _long_text(one: Field, value: Any, said: Said) -> Component:  # noqa: ANN401
    return dmc.Textarea(**said, value=value or "", placeholder=one.placeholder, autosize=True, minRows=4)


def _number(one: Field, value: Any, said: Said) -> Component:  # noqa: ANN401
    return dmc.NumberInput(
        **said,
        value="" if value is None else value,
        min=one.least,
        max=one.most,
        allowDecimal=False,
        clampBehavior="none",
        placeholder=one.placeholder,
    )


def _date(one: Field, value: Any, said: Said) -> Component:  # noqa: ANN401
    chosen = value.isoformat() if isinstance(value, date) else value
    return dmc.DatePickerInput(
        **said,
        value=chosen,
        placeholder=one.placeholder or _("Kies een datum"),
        clearable=not one.required,
        leftSection=icon("calendar"),
    )


def _time(one: Field, value: Any, said: Said) -> Component:  # noqa: ANN401
    chosen = value.strftime("%H:%M") if isinstance(value, time) else value
    return dmc.TimePicker(**said, value=chosen or "", clearable=not one.required, leftSection=icon("clock"))


def _choice(one: Field, value: Any, said: Said) -> Component:  # noqa: ANN401
    return dmc.Select(
        **said,
        data=choices_data(one.options),
        value=value,
        placeholder=one.placeholder or _("Maak een keuze"),
        searchable=len(one.options) > FEW,
        clearable=not one.required,
        checkIconPosition="right",
    )


def _choices(one: Field, value: Any, said: Said) -> Component:  # noqa: ANN401
    chosen = list(value) if isinstance(value, (list, tuple)) else []
    if len(one.options) <= FEW:
        boxes = [dmc.Checkbox(label=option.label, value=option.key) for option in one.options]
        return dmc.CheckboxGroup(html.Div(boxes, className="options"), **said, value=chosen)
    return dmc.MultiSelect(
        **said,
        data=choices_data(one.options),
        value=chosen,
        maxValues=one.most,
        placeholder=one.placeholder or _("Zoek en kies"),
        searchable=True,
        clearable=True,
    )


def _tick(one: Field, value: Any, said: Said) -> Component:  # noqa: ANN401
    """A group of one box, so that a tick has a value and an error like every other field."""
    group = {**said, "label": None}
    box = dmc.Checkbox(label=one.label, value="yes")
    return dmc.CheckboxGroup(
        html.Div(box, className="options"), **group, value=["yes"] if value in (True, "yes") else []
    )


def choices_data(options: tuple[Option, ...]) -> list[Any]:
    """Options as Mantine wants them: under their headings where they have any."""
    plain = [{"value": option.key, "label": option.label} for option in options]
    if not any(option.group for option in options):
        return plain
    ordered = sorted(options, key=lambda option: option.group)
    return [
        {"group": group, "items": [{"value": option.key, "label": option.label} for option in members]}
        for group, members in groupby(ordered, key=lambda option: option.group)
    ]


DRAW: Mapping[FieldKind, Callable[[Field, Any, Said], Component]] = {
    FieldKind.TEXT: _text,
    FieldKind.MAIL: _text,
    FieldKind.PHONE: _text,
    FieldKind.LONG_TEXT: _long_text,
    FieldKind.NUMBER: _number,
    FieldKind.DATE: _date,
    FieldKind.TIME: _time,
    FieldKind.CHOICE: _choice,
    FieldKind.CHOICES: _choices,
    FieldKind.YES_NO: _tick,
    FieldKind.CONSENT: _tick,
}
