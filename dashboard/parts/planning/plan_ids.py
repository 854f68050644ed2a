"""The names of the buttons on the pages about plans: what each does, in which plan, to whom."""

from typing import Any

import dash_mantine_components as dmc
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.icons import icon

PATH = "/werk/koppelen"
DO, OTHERS, SEND, SEND_YES, PICK = "plan-do", "plan-others", "plan-send", "plan-send-yes", "plan-pick"
MAKE, APPLY, PIN, CHOOSE, FORBID, BACK, AWAY = "make", "apply", "pin", "choose", "forbid", "back", "away"


def do(what: str, plan_id: int = 0, request_id: int = 0, buddy_id: int = 0) -> dict[str, Any]:
    """A button that does something at once."""
    return {"type": DO, "what": what, "plan": plan_id, "request": request_id, "buddy": buddy_id}


def quiet(text: str, id_: dict[str, Any], symbol: str, said: str) -> Component:
    """A small button in a row; `said` tells who hears only the button about whom it is."""
    left = icon(symbol)
    return dmc.Button(text, id=id_, leftSection=left, variant="default", size="compact-md", **aria(label=said))


def row_id(request_id: int) -> str:
    """What gets the focus back when the page was drawn again."""
    return f"plan-row-{request_id}"
