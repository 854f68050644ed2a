"""A stretch of text that gives something away, and how stretches that touch become one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    """What it gives away; the first of these wins where two say the same stretch."""

    MAIL = "mail"
    LINK = "link"
    PHONE = "phone"
    NUMBER = "number"
    ADDRESS = "address"
    DATE = "date"
    AGE = "age"
    SCHOOL = "school"
    PLACE = "place"
    ORGANISATION = "organisation"
    NAME = "name"


ORDER = {kind: place for place, kind in enumerate(Kind)}


@dataclass(frozen=True, order=True)
class Span:
    """From letter `starts` up to `ends`."""

    starts: int
    ends: int
    kind: Kind

    def of(self, text: str) -> str:
        return text[self.starts : self.ends]


def settled(found: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in their order, none touching another: those that overlap become one, of the strongest kind."""
    kept: list[Span] = []
    for span in sorted(found):
        if kept and span.starts < kept[-1].ends:
            last = kept[-1]
            strongest = min(last.kind, span.kind, key=ORDER.__getitem__)
            kept[-1] = replace(last, ends=max(last.ends, span.ends), kind=strongest)
        else:
            kept.append(span)
    return tuple(kept)
