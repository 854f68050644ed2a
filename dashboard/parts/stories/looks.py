"""How a story is named on screen: who tells it, how far it may go, what of it is decided."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from dashboard.parts import badge
from i18n import _, lazy
from store.door_states import Audience, Consent, StoryState

PATH = "/werk/verhalen"
THEMES_PATH = f"{PATH}/themas"
WHO: Mapping[Audience, lazy] = {Audience.PARENTS: lazy("Ouder of verzorger"), Audience.YOUNG: lazy("Jongere")}
MAY: Mapping[Consent, tuple[lazy, str]] = {
    Consent.COUNT: (lazy("alleen tellen"), "plain"),
    Consent.QUOTE: (lazy("citeren binnen het samenwerkingsverband"), "accent"),
    Consent.PUBLISH: (lazy("iedereen mag het lezen"), "good"),
}
STATES: Mapping[StoryState, tuple[lazy, str]] = {
    StoryState.WAITING: (lazy("wacht"), "warn"),
    StoryState.RELEASED: (lazy("vrijgegeven"), "good"),
    StoryState.KEPT_BACK: (lazy("tegengehouden"), "plain"),
}


def who(audience: Audience) -> str:
    return str(WHO[audience])


def may(consent: Consent) -> Component:
    words, tone = MAY[consent]
    return badge(str(words), tone)


def state_badge(state: StoryState) -> Component:
    words, tone = STATES[state]
    return badge(str(words), tone)


def danger() -> Component:
    return badge(_("woorden van gevaar"), "bad", symbol="triangle-alert")


def paragraphs(text: str) -> list[Component]:
    """A text as its teller set it: never as anything else than text."""
    return [html.P(line) for line in text.splitlines() if line.strip()]
