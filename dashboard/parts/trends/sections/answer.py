"""The answer first: what rises and what falls in words, each with how many and how sure; then the big numbers."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.parts.improving.signal_words import make_signal
from dashboard.parts.pieces import card, kpi, kpis
from dashboard.parts.trends import words
from dashboard.parts.trends.section import Shown
from domain.register.overview import Overview
from i18n import _, month, n_
from trends import text
from trends.periods import first_day
from trends.rises import Change, State, strongest_first

UP, DOWN = (State.RISING, State.MAYBE_RISING), (State.FALLING, State.MAYBE_FALLING)
NAMED = 3


def answer(shown: Shown) -> Sequence[Component]:
    picture = shown.picture
    return [_answer(picture), _numbers(picture)]


def _answer(picture: Overview) -> Component:
    if not picture.changes:
        return card(html.P(_("Er is nog geen jaar eerder om mee te vergelijken."), className="answer"))
    silent = sum(change.state is State.TOO_LITTLE for change in picture.changes.values())
    too_little = n_(
        "Bij {n} onderwerp zijn er te weinig vragen om iets te zeggen.",
        "Bij {n} onderwerpen zijn er te weinig vragen om iets te zeggen.",
        silent,
    )
    period, beside = words.period(picture.span.compared), words.beside_in_a_sentence(picture)
    compared = _("Gekeken naar {period}, vergeleken met dezelfde maanden {beside}.", period=period, beside=beside)
    return card(
        html.P(text.answer(picture.changes), className="answer"),
        html.Ul(_named(picture), className="found-list"),
        html.P(f"{compared} {too_little if silent else ''}".strip(), className="note"),
    )


def _named(picture: Overview) -> list[Component]:
    """The surest rises and falls, each with its numbers; where nothing moves, what comes nearest to it."""
    ranked = strongest_first(picture.changes)
    some = [name for states in (UP, DOWN) for name in _first(ranked, picture.changes, states)]
    nearest = [name for name in ranked if picture.changes[name].state is State.NO_SIGN]
    return [_line(name, picture.changes[name], picture) for name in some or nearest[:NAMED]]


def _first(ranked: Sequence[str], changes: Mapping[str, Change], states: Sequence[State]) -> list[str]:
    return [name for name in ranked if changes[name].state in states][:NAMED]


def _line(name: str, change: Change, picture: Overview) -> Component:
    told = text.in_words(change, words.beside_in_a_sentence(picture))
    said = [words.state_badge(change.state), html.Span([html.Strong(name), f": {told}."])]
    code = _codes(picture).get(name)
    return html.Li([*said, make_signal(code, picture.span.compared[-1])] if code and change.state in UP else said)


def _codes(picture: Overview) -> dict[str, str]:
    return {one.name: one.code for one in picture.panels} | {one.name: one.code for one in picture.bars}


def _numbers(picture: Overview) -> Component:
    largest = picture.bars[0] if picture.bars else None
    label = _("Grootste groep onderwerpen") if picture.by_group else _("Grootste onderwerp")
    return kpis(
        kpi(_("Vragen"), text.amount(picture.all_together), note=_so_far(picture), symbol="message-circle"),
        _states(_("Stijgt"), picture, *UP, "trending-up"),
        _states(_("Daalt"), picture, *DOWN, "trending-down"),
        kpi(label, words.said(largest.now) if largest else "–", note=largest.name if largest else "", symbol="tag"),
    )


def _states(label: str, picture: Overview, sure: State, maybe: State, symbol: str) -> Component:
    states = [change.state for change in picture.changes.values()]
    note = _("en misschien {n}", n=states.count(maybe)) if maybe in states else ""
    return kpi(label, str(states.count(sure)) if states else "–", note=note, symbol=symbol)


def _so_far(picture: Overview) -> str:
    if picture.so_far is None:
        return ""
    until, (now, before) = month(first_day(picture.span.whole[-1])), picture.so_far
    told = {"month": until, "now": words.said(now), "before": words.said(before)}
    return _("t/m {month}: {now}; {beside} {before}", beside=words.beside_in_a_sentence(picture), **told)
