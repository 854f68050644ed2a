"""Bars for the parts of a school year, each beside where it stood earlier; used by several sections."""

from collections.abc import Sequence

from dashboard.charts.bars import Bar, bars, height
from dashboard.parts.tables import Column
from dashboard.parts.trends import words
from dashboard.parts.trends.finding import Finding
from dashboard.parts.trends.methods import Method
from dashboard.parts.trends.of_a_year import Year, cell, known, short
from domain.register.published_parts import Part
from i18n import _


def parts_of_a_year(year: Year, parts: Sequence[Part], *, key: str, title: str, about: str, noun: str) -> Finding:
    """The most first; what was not said is last and grey."""
    rows = known(parts)
    return Finding(
        key=key,
        title=title,
        about=about,
        figure=bars([_bar(part) for part in rows], before=year.before_name),
        height=height(len(rows)),
        columns=[noun, Column(year.name, numeric=True), Column(year.before_name, numeric=True)],
        rows=[[part.name, cell(part.now), cell(part.before)] for part in rows],
        method=Method.PARTS,
    )


def largest(parts: Sequence[Part]) -> Part | None:
    """The largest part that is known by name and surely the largest; None where that can't be said."""
    named = [part for part in known(parts) if part.code and part.now.shown and not part.whole]
    if not named or any(other.now.high > named[0].now.low for other in named[1:]):
        return None
    return named[0]


def _bar(part: Part) -> Bar:
    now = part.now
    before = words.known(part.before)
    return Bar(part.name, words.known(now), now.low, now.high, short(now), before, quiet=not part.code)


def beside(year: Year) -> str:
    return _("De streep is {beside}.", beside=year.before_name)
