"""Files of counts, written for a test."""

from collections.abc import Mapping, Sequence

from trends.counts_file.kinds import MONTH, WEEK, Kind


def months(series: Mapping[str, Sequence[int]], first: str = "2023-09") -> str:
    return _file(series, MONTH, first)


def weeks(series: Mapping[str, Sequence[int]], first: str = "2020-W40") -> str:
    return _file(series, WEEK, first)


def _file(series: Mapping[str, Sequence[int]], kind: Kind, first: str) -> str:
    start = kind.number(first) or 0
    lines = [
        f"{name},{kind.text(start + at)},{count}" for name, counts in series.items() for at, count in enumerate(counts)
    ]
    return "\n".join(["series,period,count", *lines, ""])
