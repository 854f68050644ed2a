"""Where parents wait for a buddy and there is little room."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.charts.bars import Bar, bars, height
from dashboard.parts.pieces import card
from dashboard.parts.tables import Column
from dashboard.parts.trends import words
from dashboard.parts.trends.finding import Finding
from dashboard.parts.trends.methods import Method
from dashboard.parts.trends.of_a_year import cell, said, short
from dashboard.parts.trends.section import NOW, Section, Shown
from dashboard.parts.trends.source import Source
from domain.register.published_work import Coverage
from i18n import _, lazy, one_after_another
from trends.periods import months_of_quarter


def covered(source: Source) -> Section:
    """In words first: they say it before the picture does."""

    def findings(shown: Shown) -> Sequence[Finding]:
        found = _chosen(source, shown)
        return [_finding(found)] if found else []

    def first(shown: Shown) -> Sequence[Component]:
        found = _chosen(source, shown)
        return [card(html.P(answer(found), className="answer"), *_lines(found))]

    return Section("dekking", lazy("Dekking"), findings, words=first, counted=NOW)


def answer(found: Sequence[Coverage]) -> str:
    """`Bij A en B wachten ouders en is weinig plek.`; says so where nothing is sure."""
    if not found:
        return _("Wie op een buddy wacht, wordt per kwartaal vrijgegeven. Er is nog niets vrijgegeven.")
    short_of = [one.name for one in found if is_short(one)]
    if short_of:
        return _("Bij {groups} wachten ouders en is weinig plek.", groups=one_after_another(short_of))
    if any(one.waiting.shown for one in found):
        return _("Nergens wachten zeker meer ouders dan er buddy's met plek zijn.")
    if any(one.waiting.high for one in found):
        return _("Bij geen enkele groep wachten zo veel ouders dat we het aantal tonen.")
    return _("Er wacht niemand op een buddy.")


def is_short(one: Coverage) -> bool:
    """Whether surely more parents wait than there are buddies with room."""
    return one.waiting.low > one.room.high


def _chosen(source: Source, shown: Shown) -> list[Coverage]:
    groups = shown.filters.groups
    found = [one for one in source.coverage(shown) if not groups or one.group in groups]
    return sorted(found, key=lambda one: (-one.waiting.shown, one.room.shown))


def _lines(found: Sequence[Coverage]) -> list[Component]:
    lines = [html.Li([html.Strong(one.name), html.Span(_told(one))]) for one in found if is_short(one)]
    return [html.Ul(lines, className="found-list")] if lines else []


def _told(one: Coverage) -> str:
    return _("{waiting} ouders wachten, {room} buddy's hebben plek.", waiting=said(one.waiting), room=said(one.room))


def _finding(found: Sequence[Coverage]) -> Finding:
    rows = [_bar(one) for one in found]
    some = any(row.value is not None or row.before for row in rows)
    return Finding(
        key="coverage",
        title=_("Ouders die wachten, en buddy's met plek"),
        about=_("{when} Balk: ouders die wachten. Streep: buddy's met plek.", when=_when(found[0].quarter)),
        figure=bars(rows, before=_("Buddy's met plek")) if some else None,
        height=height(len(rows)),
        columns=[
            _("Groep"),
            Column(_("Ouders die wachten"), numeric=True),
            Column(_("Buddy's met plek"), numeric=True),
        ],
        rows=[[one.name, cell(one.waiting), cell(one.room)] for one in found],
        method=Method.COVERAGE,
    )


def _bar(one: Coverage) -> Bar:
    waiting, room = one.waiting, one.room
    both = _("{waiting} wachten, {room} met plek", waiting=short(waiting), room=short(room))
    return Bar(one.name, words.known(waiting), waiting.low, waiting.high, both, words.known(room))


def _when(quarter: int | None) -> str:
    if quarter is None:
        return _("Zoals het nu is.")
    return _("Zoals het was bij het vrijgeven van {period}.", period=words.period(months_of_quarter(quarter)))
