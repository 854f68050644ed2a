"""Improvements in words: how they stand, when, and for whom to read."""

from collections.abc import Mapping

from dash import dcc
from dash.development.base_component import Component

from dashboard.parts.improving.signal_words import PATH
from dashboard.parts.pieces import badge
from i18n import _, day, lazy
from store.queries.improving.quality import ImprovementFacts
from store.states import ImprovementState

ACTIONS, NEW_ACTION = f"{PATH}/acties", f"{PATH}/acties/nieuw"
STATES: Mapping[ImprovementState, tuple[lazy, str]] = {
    ImprovementState.PLANNED: (lazy("gepland"), "accent"),
    ImprovementState.RUNNING: (lazy("loopt"), "good"),
    ImprovementState.DONE: (lazy("klaar"), "plain"),
    ImprovementState.STOPPED: (lazy("gestopt"), "plain"),
}


def improvement_state(state: ImprovementState) -> Component:
    words, tone = STATES[state]
    return badge(str(words), tone)


def improvement_link(one: ImprovementFacts) -> Component:
    return dcc.Link(one.title, href=f"{ACTIONS}/{one.id}")


def when(one: ImprovementFacts) -> str:
    start = day(one.starts_on, year=True)
    if one.ends_on:
        return _("{first} tot en met {last}", first=start, last=day(one.ends_on, year=True))
    return _("vanaf {day}", day=start)
