"""A school year on screen: the answer in words, the numbers that matter, the charts with their tables."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.charts.over_time import over_time
from dashboard.charts.ranking import ranking
from dashboard.parts.chart import chart
from dashboard.parts.pieces import badge, card, kpi, kpis
from dashboard.parts.tables import Column, table
from domain.register.overview import Bar, Overview
from i18n import _, month, n_, number
from trends import text
from trends.disclosure import Sum
from trends.periods import first_day, school_year_of
from trends.rises import Change, State, strongest_first

MOST_BARS = 10
TONES = {State.RISING: "bad", State.MAYBE_RISING: "warn", State.FALLING: "good", State.MAYBE_FALLING: "good"}


def school_year_name(year: int) -> str:
    return f"{year}–{year + 1}"


def school_year(overview: Overview, *, prefix: str, note: str) -> Component:
    """Everything of one school year; `note` says what kind of numbers these are, `prefix` keeps ids apart."""
    fresh = f"{text.freshness(overview.updated, overview.until)} {note}".strip()
    charts = [_over_time(overview, prefix, fresh), _largest(overview, prefix, fresh)]
    if overview.places:
        charts.append(_places(overview, prefix, fresh))
    return html.Div(
        [_answer(overview), _kpis(overview), *charts, *([_changes(overview)] if overview.changes else [])],
        className="stack",
    )


def years_of(overview: Overview) -> tuple[str, str]:
    """The names of this school year and the one before."""
    year = school_year_of(overview.span.points[0].start)
    return school_year_name(year), school_year_name(year - 1)


def months_in_words(months: range, *, short: bool = False) -> str:
    """`november 2026`, or `aug–okt` for an axis."""
    first, last = (month(first_day(one), short=short) for one in (months.start, months[-1]))
    return first if len(months) == 1 else f"{first}–{last}"


def said(count: Sum | None) -> str:
    return "–" if count is None else text.amount(count)


def _answer(overview: Overview) -> Component:
    if not overview.changes:
        return card(html.P(_("Er is nog geen jaar eerder om mee te vergelijken."), className="answer"))
    return card(
        html.P(text.answer(overview.changes), className="answer"),
        html.P(_("Gekeken naar {months}.", months=text.compared(overview.span.compared)), className="note"),
    )


def _kpis(overview: Overview) -> Component:
    largest = overview.bars[0] if overview.bars else None
    label = _("Grootste groep onderwerpen") if overview.by_group else _("Grootste onderwerp")
    return kpis(
        kpi(_("Vragen"), text.amount(overview.all_together), note=_so_far(overview), symbol="message-circle"),
        _states(_("Stijgt"), overview, State.RISING, State.MAYBE_RISING, "trending-up"),
        _states(_("Daalt"), overview, State.FALLING, State.MAYBE_FALLING, "trending-down"),
        kpi(label, said(largest.now) if largest else "–", note=largest.name if largest else "", symbol="tag"),
    )


def _states(label: str, overview: Overview, sure: State, maybe: State, symbol: str) -> Component:
    states = [change.state for change in overview.changes.values()]
    note = _("en misschien {n}", n=states.count(maybe)) if maybe in states else ""
    return kpi(label, str(states.count(sure)) if states else "–", note=note, symbol=symbol)


def _so_far(overview: Overview) -> str:
    if overview.so_far is None:
        return ""
    until, (now, before) = month(first_day(overview.span.whole[-1])), overview.so_far
    return _("t/m {month}: {now}; een jaar eerder {before}", month=until, now=said(now), before=said(before))


def _over_time(overview: Overview, prefix: str, note: str) -> Component:
    this, before = years_of(overview)
    points = overview.points
    by_quarter = len(points[0].months) > 1
    figure = over_time(
        [months_in_words(point.months, short=True) for point in points],
        [
            (this, [_shown(point.now) for point in points]),
            (before, [_shown(point.before) for point in points]),
        ],
    )
    return chart(
        figure,
        id=f"{prefix}-over-time",
        title=_("Vragen per kwartaal") if by_quarter else _("Vragen per maand"),
        sentence=_over_time_sentence(overview),
        columns=[_("Periode"), Column(this, numeric=True), Column(before, numeric=True)],
        rows=[[months_in_words(point.months), said(point.now), said(point.before)] for point in points],
        note=note,
    )


def _over_time_sentence(overview: Overview) -> str:
    if overview.so_far is None:
        return _("In dit schooljaar: {n} vragen.", n=text.amount(overview.all_together))
    now, before = overview.so_far
    until = month(first_day(overview.span.whole[-1]))
    return _(
        "Tot en met {month} waren het {now} vragen, in dezelfde maanden een jaar eerder {before}.",
        month=until, now=said(now), before=said(before),
    )  # fmt: skip


def _shown(count: Sum | None) -> int | None:
    """What is drawn: a hidden number is a gap, an exact zero is a zero."""
    return None if count is None or (count.hidden and not count.shown) else count.shown


def _largest(overview: Overview, prefix: str, note: str) -> Component:
    title = _("Groepen van onderwerpen") if overview.by_group else _("Onderwerpen")
    if overview.by_group:
        note = f"{note} {_('Per onderwerp tonen we cijfers zodra het schooljaar voorbij is.')}"
    return _bars(overview, overview.bars, f"{prefix}-largest", title, note)


def _places(overview: Overview, prefix: str, note: str) -> Component:
    return _bars(overview, overview.places, f"{prefix}-places", _("Gemeenten"), note)


def _bars(overview: Overview, bars: Sequence[Bar], id: str, title: str, note: str) -> Component:  # noqa: A002
    this, before = years_of(overview)
    top = bars[:MOST_BARS]
    if not bars:
        return card(html.P(_("Hier zijn nog geen cijfers van.")), html.P(note, className="note"), title=title)
    figure = ranking(
        [bar.name for bar in top],
        [bar.now.shown for bar in top],
        [_short(bar.now) for bar in top],
        before=(before, [_shown(bar.before) for bar in top]),
    )
    return chart(
        figure,
        id=id,
        title=title,
        sentence=_("Het meest: {name} ({n} vragen).", name=top[0].name, n=said(top[0].now)),
        columns=[title, Column(this, numeric=True), Column(before, numeric=True)],
        rows=[[bar.name, said(bar.now), said(bar.before)] for bar in bars],
        height=90 + 34 * len(top),
        note=note,
    )


def _short(count: Sum) -> str:
    """A number that fits behind a bar on a phone."""
    return f"< {number(count.high + 1)}" if _shown(count) is None else number(count.shown)


def _changes(overview: Overview) -> Component:
    told = [name for name in strongest_first(overview.changes) if overview.changes[name].state is not State.TOO_LITTLE]
    silent = len(overview.changes) - len(told)
    rows = [_change(name, overview.changes[name]) for name in told]
    columns: list[Column | str] = [
        _("Onderwerp"),
        Column(_("Jaar eerder"), numeric=True),
        Column(_("Nu"), numeric=True),
        _("Factor"),
        _("Stand"),
    ]
    too_little = n_(
        "Bij {n} onderwerp zijn er te weinig vragen om iets te zeggen.",
        "Bij {n} onderwerpen zijn er te weinig vragen om iets te zeggen.",
        silent,
    )
    return card(
        table(columns, rows, caption=_("Wat er verandert")) if rows else None,
        html.P(too_little, className="note") if silent else None,
        title=_("Wat er verandert"),
    )


def _change(name: str, change: Change) -> list[Component | str]:
    state = badge(text.state(change.state), TONES.get(change.state, "plain"))
    return [name, said(change.before), said(change.recent), text.factor(change) or "–", state]
