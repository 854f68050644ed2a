"""Dates, times and numbers as a reader in the Netherlands expects them, in the reader's language."""

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.numbers import format_decimal, format_percent

from i18n.texts import language

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def _locale() -> str:
    return {"nl": "nl_NL", "en": "en_GB"}.get(language(), language())


def _local(moment: datetime) -> datetime:
    return moment.astimezone(AMSTERDAM)


def day(when: date | datetime, *, year: bool = False) -> str:
    """`dinsdag 24 november`, with the year where it may be another one."""
    local = _local(when).date() if isinstance(when, datetime) else when
    return format_date(local, "EEEE d MMMM y" if year else "EEEE d MMMM", locale=_locale())


def time_of_day(moment: datetime) -> str:
    """`19:30`, in the Netherlands' own time."""
    return format_time(_local(moment).time(), "HH:mm", locale=_locale())


def day_and_time(moment: datetime) -> str:
    """`dinsdag 24 november, 19:30`."""
    return f"{day(moment)}, {time_of_day(moment)}"


def period(start: datetime, end: datetime) -> str:
    """`dinsdag 24 november, 19:30–21:30`."""
    return f"{day_and_time(start)}–{time_of_day(end)}"


def month(when: date, *, short: bool = False) -> str:
    """`november 2026`, or `nov` for an axis."""
    return format_date(when, "LLL" if short else "LLLL y", locale=_locale())


def number(value: float) -> str:
    return _number(value, _locale())


@lru_cache(maxsize=8192)  # a page of trends says hundreds of numbers, mostly the same ones
def _number(value: float, locale: str) -> str:
    return str(format_decimal(value, locale=locale))


def rate(value: float) -> str:
    """A rate always has its decimal, also when that is zero: it is no count."""
    return str(format_decimal(value, format="#,##0.0", locale=_locale()))


def percentage(share: float) -> str:
    """`share` between 0 and 1 as whole per cents."""
    return str(format_percent(share, format="#,##0 %", locale=_locale()))
