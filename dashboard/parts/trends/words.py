"""Words that every section uses: months, years, what stands beside them, numbers and states."""

from dash.development.base_component import Component

from dashboard.parts.pieces import badge
from dashboard.parts.trends.filters import school_year_name
from dashboard.parts.trends.finding import Both
from domain.register.overview import Overview
from i18n import _, month, number
from trends import text
from trends.disclosure import Sum
from trends.periods import first_day, school_year_of
from trends.rises import Change, State

TONES = {State.RISING: "bad", State.MAYBE_RISING: "warn", State.FALLING: "good", State.MAYBE_FALLING: "good"}


def year_name(overview: Overview) -> str:
    return school_year_name(school_year_of(overview.span.points[0].start))


def beside_name(overview: Overview) -> str:
    """`2025–2026`, or `gemiddeld 2023–2026`."""
    year, back = school_year_of(overview.span.points[0].start), overview.span.back
    if len(back) == 1:
        return school_year_name(year - back[0])
    return _("gemiddeld {first}–{last}", first=year - max(back), last=year - min(back) + 1)


def beside_in_a_sentence(overview: Overview) -> str:
    """`vorig schooljaar`, `gemiddeld in de drie jaren ervoor`, `in 2023–2024`."""
    back = overview.span.back
    if len(back) > 1:
        return _("gemiddeld in de drie jaren ervoor")
    return _("vorig schooljaar") if back == (1,) else _("in {year}", year=beside_name(overview))


def months_in_words(months: range, *, short: bool = False) -> str:
    """`november 2026`, or `aug–okt` for an axis."""
    first, last = (month(first_day(one), short=short) for one in (months.start, months[-1]))
    return first if len(months) == 1 else f"{first}–{last}"


def period(months: range) -> str:
    """`augustus 2026 tot en met oktober 2026`."""
    if len(months) == 1:
        return months_in_words(months)
    first, last = month(first_day(months.start)), month(first_day(months[-1]))
    return _("{first} tot en met {last}", first=first, last=last)


def said(count: Sum | None) -> str:
    return "–" if count is None else text.amount(count)


def short(count: Sum | None) -> str:
    """A number that fits in a picture on a phone."""
    if count is None:
        return "–"
    return f"< {number(count.high + 1)}" if known(count) is None else number(count.shown)


def known(count: Sum | None) -> int | None:
    """What is drawn: a hidden number is a gap, an exact zero is a zero."""
    return None if count is None or (count.hidden and not count.shown) else count.shown


def cell(count: Sum | None) -> Both:
    """A number for screen and file; a hidden one is the same words in both."""
    value = known(count)
    return Both(said(count) if value is None else value, said(count))


def state(change: Change | None) -> Both:
    """The state by word and shape; the colour only underlines it."""
    if change is None:
        return Both("–", "–")
    return Both(text.state(change.state), state_badge(change.state))


def state_badge(of: State) -> Component:
    return badge(f"{text.mark(of)} {text.state(of)}", TONES.get(of, "plain"))
