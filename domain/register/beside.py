"""A number beside the same one in earlier years: the mean of them, and whether the difference is more than chance."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from trends.disclosure import STEP, Sum
from trends.periods import years_earlier
from trends.rises import Change, judge

# How many questions about a topic, a group or everything there were in these months; None where no number is known.
Count = Callable[[str, range], Sum | None]
A_YEAR_EARLIER = (1,)


def changes(count: Count, names: Mapping[str, str], months: range, back: Sequence[int]) -> dict[str, Change]:
    """The change of each name that has numbers for these months and for the same ones earlier."""
    totals = {
        name: (now, before)
        for code, name in names.items()
        if months and (now := count(code, months)) and (before := _total_earlier(count, code, months, back))
    }
    judged = judge(totals, len(back))
    return {name: replace(change, before=mean(change.before, len(back))) for name, change in judged.items()}


def beside(count: Count, code: str, months: range, back: Sequence[int]) -> tuple[Sum, Sum] | None:
    """(in these months, in the same months earlier), or None when one of them is not known."""
    now, before = both(count, code, months, back) if months else (None, None)
    return (now, before) if now and before else None


def earlier(count: Count, code: str, months: range, back: Sequence[int]) -> Sum | None:
    """The mean over the years that these months are compared with; None when one of them is not known."""
    total = _total_earlier(count, code, months, back)
    return mean(total, len(back)) if total else None


def mean(total: Sum, years: int) -> Sum:
    """A sum over so many years as a number per year; what was rounded to 5 stays so."""
    if years == 1:
        return total
    step = 1 if total.low == total.high else STEP
    shown = int(total.shown / years / step + 0.5) * step
    return Sum(total.low // years, -(-total.high // years), shown, total.hidden)


def together(parts: Iterable[Sum | None]) -> Sum | None:
    """Several numbers in one, with what is not known of each; None when there are none or one of them is missing."""
    given = tuple(parts)
    known = [part for part in given if part is not None]
    if not known or len(known) < len(given):
        return None
    return Sum(*(sum(facts) for facts in zip(*((p.low, p.high, p.shown, p.hidden) for p in known), strict=True)))


def both(count: Count, code: str, months: range, back: Sequence[int]) -> tuple[Sum | None, Sum | None]:
    return count(code, months), earlier(count, code, months, back)


def _total_earlier(count: Count, code: str, months: range, back: Sequence[int]) -> Sum | None:
    return together(count(code, years_earlier(months, years)) for years in back)
