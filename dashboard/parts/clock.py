"""How long something lasts or waits, in words and as a badge."""

from datetime import datetime, timedelta

from dash.development.base_component import Component

from dashboard.parts.pieces import badge
from i18n import _, n_

SOON = timedelta(hours=12)


def lasting(span: timedelta) -> str:
    """`3 dagen`, `5 uur`, or `minder dan een uur`."""
    hours = int(span.total_seconds() // 3600)
    if hours >= 48:
        return n_("{n} dag", "{n} dagen", hours // 24)
    return n_("{n} uur", "{n} uur", hours) if hours >= 1 else _("minder dan een uur")


def deadline(moment: datetime, now: datetime) -> Component:
    """How much time is left until `moment`, or how long ago it was."""
    left = moment - now
    if left <= timedelta(0):
        return badge(_("{time} te laat", time=lasting(-left)), "bad", symbol="clock")
    return badge(_("nog {time}", time=lasting(left)), "warn" if left <= SOON else "good", symbol="clock")
