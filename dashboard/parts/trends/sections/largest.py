"""From many to few: topics, groups or places, each beside where it stood earlier."""

from collections.abc import Sequence

from dashboard.charts.ranking import ranking
from dashboard.parts.tables import Column
from dashboard.parts.trends import words
from dashboard.parts.trends.finding import Finding
from dashboard.parts.trends.methods import Method
from domain.register.overview import Bar, Overview
from i18n import _

MOST_BARS = 10


def largest(picture: Overview) -> Finding:
    """Which topics or groups there are most questions about."""
    title = _("De meeste vragen gaan over {topic}", topic=picture.bars[0].name)
    return _ranked(picture, picture.bars, "largest", title, _("Onderwerp"))


def places(picture: Overview) -> Finding:
    title = _("De meeste vragen komen uit {place}", place=picture.places[0].name)
    return _ranked(picture, picture.places, "places", title, _("Gemeente"))


def _ranked(picture: Overview, bars: Sequence[Bar], key: str, title: str, noun: str) -> Finding:
    this, before = words.year_name(picture), words.beside_name(picture)
    top = bars[:MOST_BARS]
    return Finding(
        key=key,
        title=title,
        about=_("{n} vragen in {year}.", n=words.said(top[0].now), year=this),
        figure=ranking(
            [bar.name for bar in top],
            [bar.now.shown for bar in top],
            [words.short(bar.now) for bar in top],
            before=(before, [words.known(bar.before) for bar in top]),
        ),
        columns=[noun, Column(this, numeric=True), Column(before, numeric=True)],
        rows=[[bar.name, words.cell(bar.now), words.cell(bar.before)] for bar in bars],
        height=90 + 34 * len(top),
        method=Method.COUNT,
    )
