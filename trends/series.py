"""Monthly counts as complete series: gaps are zeros, and parts are compared with the same part a year before."""

from collections.abc import Mapping, Sequence

from trends.periods import elapsed_part, year_earlier


def filled(counts: Mapping[int, int], months: range) -> tuple[int, ...]:
    """One count for each of `months`: a month without questions is a month of zero."""
    return tuple(counts.get(month, 0) for month in months)


def moving_sums(values: Sequence[int], width: int = 3) -> tuple[int | None, ...]:
    """The sum of each value and those before it, `width` in all; None as long as there are fewer."""
    return tuple(None if end < width else sum(values[end - width : end]) for end in range(1, len(values) + 1))


def beside_year_earlier(counts: Mapping[int, int], months: range) -> tuple[int, int]:
    """(count in `months`, count in the same months a year earlier)."""
    return sum(filled(counts, months)), sum(filled(counts, year_earlier(months)))


def last_months(last_month: int, width: int = 3) -> range:
    """The `width` months up to and including `last_month`."""
    return range(last_month - width + 1, last_month + 1)


def school_year_to_date(counts: Mapping[int, int], last_month: int) -> tuple[int, int]:
    """(this school year up to and including `last_month`, the same part of the year before)."""
    return beside_year_earlier(counts, elapsed_part(last_month))
