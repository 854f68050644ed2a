"""Asking why, inside a dialog that asks for a yes."""

from collections.abc import Iterable, Mapping
from typing import Any

import dash_mantine_components as dmc
from dash import ALL, State
from dash.development.base_component import Component

REASON = "reason"


def reason_field(of: str, label: str, help_text: str = "") -> Component:
    """One line of text in the dialog called `of`."""
    return dmc.TextInput(
        id={"type": REASON, "of": of}, label=label, description=help_text or None, value="", autoComplete="off"
    )


def reasons() -> State:
    """What was typed in every such field on the page; read it with `reason_of`."""
    return State({"type": REASON, "of": ALL}, "value")


def reason_of(of: str, states: Iterable[Mapping[str, Any]]) -> str:
    """What was typed in the dialog `of`; `states` is the part of `ctx.states_list` that belongs to `reasons()`."""
    return next((str(one.get("value") or "") for one in states if one["id"].get("of") == of), "")
