"""A section about the parts of one school year: the year that was asked for, or the last one that has them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dash.development.base_component import Component

from dashboard.parts.pieces import card, empty_state, notice
from dashboard.parts.trends import words
from dashboard.parts.trends.filters import Filters, school_year_name
from dashboard.parts.trends.finding import Both, Finding
from dashboard.parts.trends.section import Section, Shown
from dashboard.parts.trends.source import Source
from domain.register.published_parts import Part
from i18n import _, lazy, number
from store.sessions import Session
from trends.disclosure import Sum


@dataclass(frozen=True)
class Year:
    """One school year that has parts, and where they are read."""

    shown: Shown
    source: Source
    year: int

    @property
    def session(self) -> Session:
        return self.shown.session

    @property
    def filters(self) -> Filters:
        return replace(self.shown.filters, year=self.year)

    @property
    def name(self) -> str:
        return school_year_name(self.year)

    @property
    def before_name(self) -> str:
        """`2025–2026`, or `gemiddeld 2023–2026`."""
        back = self.filters.back
        if len(back) == 1:
            return school_year_name(self.year - back[0])
        return _("gemiddeld {first}–{last}", first=self.year - max(back), last=self.year - min(back) + 1)

    @property
    def months(self) -> str:
        return words.period(self.source.months(self.session, self.year))


Draw = Callable[[Year], Sequence[Finding]]


def of_a_year(key: str, title: lazy, source: Source, draw: Draw, *, counted: str) -> Section:
    """`counted` as in `Section`. Where the year has no parts yet the words say so, and when they come."""

    def findings(shown: Shown) -> Sequence[Finding]:
        year = source.year(shown)
        return draw(Year(shown, source, year)) if year is not None else ()

    def said(shown: Shown) -> Sequence[Component]:
        return _said(source.year(shown), shown.filters.year)

    return Section(key, title, findings, words=said, counted=counted)


def _said(year: int | None, asked: int) -> Sequence[Component]:
    if year == asked:
        return ()
    when = _("Deze cijfers verschijnen één keer per jaar, na afloop van het schooljaar.")
    if year is None:
        return [card(empty_state(_("Nog niets vrijgegeven"), when, symbol="chart-column"))]
    instead = _("U ziet nu {year}.", year=school_year_name(year))
    return [notice(f"{when} {instead}", symbol="info")]


def said(count: Sum) -> str:
    """`25`, `ongeveer 25`, `minder dan 5`; `ongeveer 25 of meer` where some of what is added up is hidden."""
    if count.hidden and count.shown:
        return _("ongeveer {n} of meer", n=number(count.shown))
    return words.said(count)


def short(count: Sum) -> str:
    """For a picture: `25`, `< 5`, or `23–54` where some of what is added up is hidden."""
    return f"{number(count.low)}–{number(count.high)}" if count.hidden and count.shown else words.short(count)


def cell(count: Sum | None) -> Both:
    """For screen and file."""
    if count is None or not (count.hidden and count.shown):
        return words.cell(count)
    return Both(said(count), said(count))


def known(parts: Sequence[Part]) -> list[Part]:
    """The parts of which there is at least something, the most first; what was not said comes last."""
    some = [part for part in parts if part.now.high]
    return sorted(some, key=lambda part: (not part.code, -part.now.shown, -part.now.high))
