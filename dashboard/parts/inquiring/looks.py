"""How a question from a parent is spoken of: whose turn, when we promised, who asked."""

from datetime import date

from dash.development.base_component import Component

from dashboard.parts import badge
from i18n import _, day, lazy, n_
from store.door_states import Audience, InquiryKind, InquiryState
from store.queries.inquiries import InquiryFacts

PATH = "/werk/vragen-van-ouders"
STANDARD_ANSWERS = f"{PATH}/standaardantwoorden"
STATES = {
    InquiryState.OPEN: (lazy("Wacht op ons"), "warn"),
    InquiryState.ANSWERED: (lazy("Beantwoord"), "good"),
    InquiryState.CLOSED: (lazy("Gesloten"), "plain"),
}
SHOWN = 70


def state_badge(one: InquiryFacts) -> Component:
    text, tone = STATES[one.state]
    return badge(str(text), tone)


def promise_badge(answer_by: date, today: date) -> Component:
    """Which day we promised; how late where that is over."""
    left = (answer_by - today).days
    if left < 0:
        return badge(n_("{n} dag te laat", "{n} dagen te laat", -left), "bad", symbol="clock")
    if left == 0:
        return badge(_("vandaag"), "warn", symbol="clock")
    return badge(_("voor {day}", day=day(answer_by)), "good", symbol="clock")


def who(one: InquiryFacts) -> str:
    """Who asked, as far as we know."""
    kind = _("Jongere") if one.audience is Audience.YOUNG else _("Ouder")
    if one.name:
        return one.name
    return _("{kind}, zonder naam", kind=kind) if one.is_anonymous else kind


def beginning(one: InquiryFacts) -> str:
    """The first words of the question, to know it by."""
    words = " ".join(one.messages[0].words.split())
    if not words:
        return _("Wil gebeld worden") if one.kind is InquiryKind.CALL_BACK else _("Zonder tekst")
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rsplit(' ', 1)[0]} …"


def danger_badge() -> Component:
    return badge(_("Woorden van gevaar"), "bad", symbol="triangle-alert")
