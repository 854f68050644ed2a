"""How a job went, in words and badges."""

from datetime import datetime

from dash.development.base_component import Component

from dashboard.parts.pieces import badge
from domain import by_day
from domain.clockwork.jobs import JobLine
from domain.local_time import wall
from i18n import _, day, day_and_time, lazy, number, time_of_day
from store.queries.jobs import Pulse, Run
from store.states import RunState

STATES = {
    RunState.QUEUED: (lazy("Wacht"), "plain", "clock"),
    RunState.RUNNING: (lazy("Bezig"), "accent", "rotate-cw"),
    RunState.DONE: (lazy("Gelukt"), "good", "check"),
    RunState.FAILED: (lazy("Mislukt"), "bad", "circle-x"),
    RunState.SKIPPED: (lazy("Overgeslagen"), "plain", "minus"),
}


def moment(when: datetime | None, now: datetime) -> str:
    """`vandaag, 06:30`, another day by its name, or `nog niet`; the day alone where no more may be told."""
    if when is None:
        return _("nog niet")
    today = wall(when)[0] == wall(now)[0]
    if by_day.is_a_day(when):
        return _("vandaag") if today else day(when)
    if today:
        return _("vandaag, {time}", time=time_of_day(when))
    return day_and_time(when)


def duration(milliseconds: int | None) -> str:
    """`minder dan 0,1 s`, `0,2 s`, `12 s` or `3 min`."""
    if milliseconds is None:
        return "–"
    if milliseconds < 50:
        return _("minder dan {n} s", n=number(0.1))
    seconds = milliseconds / 1000
    if seconds >= 120:
        return _("{n} min", n=round(seconds / 60))
    return _("{n} s", n=number(round(seconds, 0 if seconds >= 10 else 1)))


def result(run: Run) -> Component:
    """How one run went, or how far it is."""
    if run.state is RunState.QUEUED and run.error:
        return badge(_("Ging mis, probeert opnieuw"), "warn", symbol="rotate-cw")
    text, tone, symbol = STATES[run.state]
    return badge(str(text), tone, symbol=symbol)


def standing(line: JobLine) -> list[Component]:
    """What there is to say of a job now: paused, late, and how it went last."""
    said = [badge(_("Op pauze"), "plain", symbol="pause")] if line.is_paused else []
    if line.late:
        said.append(badge(_("Te laat"), "bad", symbol="triangle-alert"))
    if line.job.is_continuous:
        return said or [_beating(line.pulse)]
    return [*said, result(line.last) if line.last else badge(_("Nog niet gedaan"), "plain", symbol="clock")]


def error(line: JobLine) -> str | None:
    """What went wrong the last time, for whoever looks after the program."""
    return line.pulse.error if line.job.is_continuous else line.last.error if line.last else None


def _beating(pulse: Pulse) -> Component:
    if pulse.error:
        return badge(_("Ging mis, probeert opnieuw"), "bad", symbol="circle-x")
    if pulse.ran_at is None:
        return badge(_("Nog niet gedaan"), "plain", symbol="clock")
    return badge(_("Loopt"), "good", symbol="check")
