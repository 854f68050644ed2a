"""What was typed and not saved when something else takes its place in a form: set aside, had again with one click."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, Input, Output, State, ctx, dcc, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.parts.attributes import aria, data
from dashboard.parts.fields import FIELD, field_values
from dashboard.parts.icons import icon
from dashboard.parts.pieces import notice
from dashboard.parts.toasts import toast
from domain.actors import Role
from domain.edits import same
from domain.refused import Refused
from i18n import _

AGAIN, DROP = "typed-again", "typed-drop"


@dataclass(frozen=True)
class Aside:
    """What was typed, under the name that it had, and what the form was opened with then."""

    name: str
    values: Mapping[str, object]
    opened: object

    @classmethod
    def read(cls, data: Any) -> Aside:  # noqa: ANN401 - from the browser: what makes no sense is refused
        try:
            return cls(str(data["name"]), dict(data["values"]), data["opened"])
        except (TypeError, KeyError, ValueError):
            raise Refused("not_found") from None


def aside_room(form: str) -> Component:
    """Where it is offered; put it where the eyes are when something else takes its place."""
    store = dcc.Store(id=f"{form}-aside", data=[])
    return html.Div([store, html.Div(id=f"{form}-aside-said", role="status")], className="set-aside")


def asides(form: str) -> State:
    """What lies aside, to give to `with_typed`; its answer goes to the data of the same store."""
    return State(f"{form}-aside", "data")


def to_form(form: str, words: str) -> Component:
    """A button that brings the reader to the first field of a form."""
    return dmc.Button(words, variant="default", leftSection=icon("chevron-up"), **to_fields(form))


def to_fields(form: str) -> dict[str, Any]:
    """For a button: who presses it goes on in the first field of a form."""
    return data(to_form=form)


def with_typed(
    aside: object,
    typed: Mapping[str, object],
    opened: object,
    *,
    now: Mapping[str, Any] | None = None,
) -> list[Any]:
    """What lies aside, with what stands in the form when that differs from what it was `opened` with.

    `now` is what takes its place, where that is the same thing in a newer text: it comes back as a change of that one.
    """
    known = list(aside) if isinstance(aside, list) else []
    begun = opened if isinstance(opened, dict) else {}
    saved = [one.get("values", {}) for one in (begun, now) if one is not None]
    if any(all(same(value, one.get(key)) for key, value in typed.items()) for one in saved):
        return known
    name = next((str(value).strip() for value in typed.values() if isinstance(value, str) and value.strip()), "")
    return [*known, {"name": name, "values": dict(typed), "opened": now or opened}]


def register_aside(callbacks: Callbacks, form: str, opened: str, roles: Iterable[Role]) -> None:
    """Give back or throw away what lies aside; `opened` is the store of what the form was opened with."""
    _register_offer(callbacks, form, roles)
    _register_dropping(callbacks, form, roles)

    @callbacks(
        Output({"type": FIELD, "form": form, "key": ALL}, "value", allow_duplicate=True),
        Output(opened, "data", allow_duplicate=True),
        Output(f"{form}-aside", "data", allow_duplicate=True),
        Input({"type": AGAIN, "form": form, "place": ALL}, "n_clicks"),
        field_values(form),
        State(opened, "data"),
        asides(form),
        roles=roles,
        prevent_initial_call=True,
    )
    def give_back(clicks: list[object], _values: object, seen: object, kept: list[Any]) -> tuple[Any, ...]:
        place = _pressed(clicks, kept)
        typed = {one["id"]["key"]: one.get("value") for one in ctx.states_list[0]}
        back = Aside.read(kept[place])
        left = with_typed([*kept[:place], *kept[place + 1 :]], typed, seen)
        toast(_("Wat u typte, staat er weer. Het is nog niet bewaard."))
        return [back.values.get(one["id"]["key"]) for one in ctx.states_list[0]], back.opened, left


def _register_dropping(callbacks: Callbacks, form: str, roles: Iterable[Role]) -> None:
    @callbacks(
        Output(f"{form}-aside", "data", allow_duplicate=True),
        Input({"type": DROP, "form": form, "place": ALL}, "n_clicks"),
        asides(form),
        roles=roles,
        prevent_initial_call=True,
    )
    def drop(clicks: list[object], kept: list[Any]) -> list[Any]:
        place = _pressed(clicks, kept)
        return [*kept[:place], *kept[place + 1 :]]


def _register_offer(callbacks: Callbacks, form: str, roles: Iterable[Role]) -> None:
    @callbacks(
        Output(f"{form}-aside-said", "children"),
        Input(f"{form}-aside", "data"),
        roles=roles,
        prevent_initial_call=True,
    )
    def offer(kept: list[Any] | None) -> Component | None:
        if not kept:
            return None
        lines = [_line(form, place, Aside.read(one)) for place, one in enumerate(kept)]
        said = html.P(html.Strong(_("Dit typte u en is nog niet bewaard.")))
        return notice(said, html.Ul(lines), tone="warn", symbol="history")


def _pressed(clicks: list[object], kept: list[Any]) -> int:
    asked = ctx.triggered_id
    if not any(clicks) or not asked or not 0 <= int(asked["place"]) < len(kept):
        raise PreventUpdate  # it was drawn: nobody pressed
    return int(asked["place"])


def _line(form: str, place: int, one: Aside) -> Component:
    name = one.name or _("Zonder naam")
    buttons = [
        dmc.Button(words, id={"type": what, "form": form, "place": place}, variant="default", leftSection=icon(symbol),
                   **aria(label=f"{words}: {name}"), **(to_fields(form) if what == AGAIN else {}))
        for what, words, symbol in (
            (AGAIN, _("Zet terug wat ik typte"), "undo-2"), (DROP, _("Niet meer nodig"), "trash-2"),
        )
    ]  # fmt: skip
    return html.Li([html.Span(name), html.Div(buttons, className="actions")])
