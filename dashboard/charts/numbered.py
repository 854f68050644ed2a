"""Numbers of dotted lines in a small picture: those that stand too near to each other share one label."""

from collections.abc import Sequence
from datetime import date

DIGIT, SPACE = 0.035, 0.02  # of the width of a small picture, on a desk


def labels(marks: Sequence[tuple[str, int]], span: tuple[str, str]) -> list[tuple[str, str]]:
    """(day, label) from left to right, as few as are needed so that none runs into the next: `1`, `2, 3`, `4–7`."""
    groups: list[tuple[float, str, list[int]]] = []
    for day, number in sorted(marks):
        at = _part(day, span)
        if groups and at < groups[-1][0] + _width(_label(groups[-1][2])):
            groups[-1][2].append(number)
        else:
            groups.append((at, day, [number]))
    return [(day, _label(numbers)) for _at, day, numbers in groups]


def _part(day: str, span: tuple[str, str]) -> float:
    first, last, at = (date.fromisoformat(one).toordinal() for one in (*span, day))
    return (at - first) / (last - first)


def _width(label: str) -> float:
    return DIGIT * len(label) + SPACE


def _label(numbers: Sequence[int]) -> str:
    found = sorted(set(numbers))
    if len(found) > 2 and found[-1] - found[0] == len(found) - 1:
        return f"{found[0]}–{found[-1]}"
    return ", ".join(map(str, found))
