"""Signals in words: how they stand, what was seen, and the link that starts one."""

from collections.abc import Mapping

from dash import dcc
from dash.development.base_component import Component

from dashboard.parts.pieces import badge, link_button
from domain.forms import Option
from domain.improving import findings
from domain.improving.findings import Finding
from i18n import _, lazy, month
from store.queries import choices
from store.queries.improving.quality import SignalFacts
from store.sessions import Session
from store.states import SignalSource, SignalState
from trends import text
from trends.periods import first_day

PATH = "/werk/verbeteren"
SIGNALS, NEW_SIGNAL = f"{PATH}/signalen", f"{PATH}/signalen/nieuw"
STATES: Mapping[SignalState, tuple[lazy, str]] = {
    SignalState.NEW: (lazy("nieuw"), "warn"),
    SignalState.TAKEN_UP: (lazy("opgepakt"), "good"),
    SignalState.WATCHED: (lazy("volgen we"), "accent"),
    SignalState.CLOSED: (lazy("gesloten"), "plain"),
}
DIRECTIONS = {"rising": lazy("stijgt"), "falling": lazy("daalt")}


def signal_state(state: SignalState) -> Component:
    words, tone = STATES[state]
    return badge(str(words), tone)


def signal_title(one: SignalFacts) -> str:
    """`Thuiszitten en verzuim stijgt`, or the topic alone when somebody saw something else."""
    direction = DIRECTIONS.get(one.direction)
    return f"{one.topic} {direction}" if direction else one.topic


def signal_link(one: SignalFacts) -> Component:
    return dcc.Link(signal_title(one), href=f"{SIGNALS}/{one.id}")


def seen_by(one: SignalFacts) -> str:
    if one.source is SignalSource.TEST:
        return _("Gezien in de cijfers")
    return _("Gezien door {name}", name=one.made_by) if one.made_by else _("Gezien door een medewerker")


def months_of(first: int, last: int) -> str:
    start, end = (month(first_day(one)) for one in (first, last))
    return start if first == last else _("{first} tot en met {last}", first=start, last=end)


def last_finding(one: SignalFacts) -> Finding | None:
    """What was published last of it, as it was kept."""
    return next(reversed(findings.from_data(one.evidence)), None)


def counted(one: SignalFacts) -> str:
    """`van ongeveer 10 naar ongeveer 45 vragen`, or what somebody wrote where there is no number."""
    found = last_finding(one)
    return text.from_to(found.change) if found and one.source is SignalSource.TEST else one.words


def topic_options(session: Session) -> tuple[Option, ...]:
    """Every group as a whole, and its topics under it."""
    topics = choices.topics(session)
    found: list[Option] = []
    for code, name in choices.topic_groups(session).items():
        found.append(Option(code, _("{group}: alles", group=name), name))
        found += [Option(one.code, one.name, name) for one in topics if one.group_code == code]
    return tuple(found)


def make_signal(code: str, last_month: int | None = None) -> Component:
    """A link that starts a signal about a topic or group, for beside its numbers."""
    until = f"&maand={last_month}" if last_month else ""
    return link_button(
        _("Maak hier een signaal van"), f"{NEW_SIGNAL}?onderwerp={code}{until}", symbol="bell", primary=False
    )
