"""Cafés and matching step by step in a school year."""

from collections.abc import Sequence

from dashboard.charts.bars import Bar, bars, height
from dashboard.parts.tables import Column
from dashboard.parts.trends import words
from dashboard.parts.trends.filters import school_year_name
from dashboard.parts.trends.finding import Finding
from dashboard.parts.trends.methods import Method
from dashboard.parts.trends.of_a_year import Year, cell, of_a_year, said, short
from dashboard.parts.trends.section import NOW, Section
from dashboard.parts.trends.source import Days, Source
from domain.register.published_work import Funnel
from i18n import _, lazy, number
from trends.disclosure import Sum

ENOUGH = 10
Step = tuple[str, Sum, Sum | None]


def work(source: Source) -> Section:
    return of_a_year("cafes", lazy("Oudercafés en koppelingen"), source, _draw, counted=NOW)


def _draw(year: Year) -> Sequence[Finding]:
    now = year.source.funnel(year.session, year.year, 0)
    if now is None:
        return [_nothing_yet(year)]
    before = year.source.funnel(year.session, year.year, 1)
    days = year.source.days(year.session, year.year)
    return [_cafes(year, now, before), _matching(year, now, before), *([_days(year, days)] if days else [])]


def _nothing_yet(year: Year) -> Finding:
    return Finding(
        key="cafes",
        title=_("Oudercafés en koppelingen"),
        about=_("Over oudercafés en koppelingen is van {year} niets vrijgegeven.", year=year.name),
        columns=[_("Stap"), Column(year.name, numeric=True)],
        rows=[],
        method=Method.WORK,
    )


def _cafes(year: Year, now: Funnel, before: Funnel | None) -> Finding:
    steps = [
        (_("Plaatsen"), now.seats, before.seats if before else None),
        (_("Mensen die kwamen"), now.came, before.came if before else None),
    ]
    title = _("Naar de oudercafés kwamen {came} mensen", came=said(now.came)) if now.came.shown else _("Oudercafés")
    return _steps(year, "cafes", title, steps)


def _matching(year: Year, now: Funnel, before: Funnel | None) -> Finding:
    steps = [
        (_("Ouders vroegen een buddy"), now.requests, before.requests if before else None),
        (_("Voorstellen aan buddy's"), now.proposals, before.proposals if before else None),
        (_("Buddy en ouder zeiden ja"), now.accepted, before.accepted if before else None),
        (_("Koppelingen begonnen"), now.matches, before.matches if before else None),
        (_("Koppelingen afgerond"), now.rounded_off, before.rounded_off if before else None),
    ]
    title = _("Van {requests} buddyvragen naar {matches} koppelingen",
              requests=said(now.requests), matches=said(now.matches))  # fmt: skip
    return _steps(year, "matching", title, steps)


def _steps(year: Year, key: str, title: str, steps: Sequence[Step]) -> Finding:
    earlier = school_year_name(year.year - 1)
    rows = [
        Bar(name, words.known(now), now.low, now.high, short(now), words.known(before)) for name, now, before in steps
    ]
    return Finding(
        key=key,
        title=title,
        about=_("Van {period}. De streep is {beside}.", period=year.months, beside=earlier),
        figure=bars(rows, before=earlier),
        height=height(len(rows)),
        columns=[_("Stap"), Column(year.name, numeric=True), Column(earlier, numeric=True)],
        rows=[[name, cell(now), cell(before)] for name, now, before in steps],
        method=Method.WORK,
    )


def _days(year: Year, days: Sequence[Days]) -> Finding:
    return Finding(
        key="days",
        title=_("Hoe lang het duurde"),
        about=_("De helft duurde korter, de helft langer. Bij minder dan {n} keer zeggen we niets.", n=ENOUGH),
        columns=[_("Stap"), Column(_("Dagen"), numeric=True), Column(_("Aantal keer"), numeric=True)],
        rows=[
            [one.name, number(round(one.middle)) if one.n >= ENOUGH else _("te weinig om te zeggen"), one.n]
            for one in days
        ],
        method=Method.WORK,
    )
