"""Short messages in the corner: done, or not."""

import secrets

from dash import set_props

from dashboard.parts.icons import icon
from i18n import _

_LOOKS = {"good": ("teal", "check"), "bad": ("red", "triangle-alert"), "info": ("gray", "info")}


def toast(sentence: str, *, tone: str = "good", title: str | None = None) -> None:
    """Show a message from inside a callback; it is read aloud. Bad news stays until it is closed."""
    colour, symbol = _LOOKS[tone]
    message = {
        "id": secrets.token_hex(4),
        "action": "show",
        "title": title,
        "message": sentence,
        "color": colour,
        "icon": icon(symbol),
        "autoClose": False if tone == "bad" else 6000,
        "closeButtonProps": {"aria-label": _("Sluiten")},
    }
    set_props("toasts", {"sendNotifications": [message]})
