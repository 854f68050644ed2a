"""What a section of a trend page is: a name for the address, and what it shows of a picture of the numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from dash.development.base_component import Component

from dashboard.parts.trends.filters import Filters
from dashboard.parts.trends.finding import Finding
from domain.register.overview import Overview
from i18n import lazy
from store.sessions import Session

COUNTS, BREAKDOWNS, TESTS, NOW = "counts", "breakdowns", "tests", ""
"""Which job makes the numbers of a section, where they are exact; `NOW` are counted as the page opens."""


@dataclass(frozen=True)
class Shown:
    """What a section draws from: the numbers, what was asked for, and the session for whatever else it reads.

    A section of the page for policy reads published numbers only. `now` is the moment of looking.
    """

    session: Session
    picture: Overview
    filters: Filters
    today: date
    now: datetime


def no_words(_shown: Shown) -> Sequence[Component]:
    return ()


@dataclass(frozen=True)
class Section:
    """`key` is what `deel=` says in the address; `words` come before the findings and are in no file.

    `counted` is the job that makes its exact numbers; `narrows` when it can show one place, sector or age alone.
    """

    key: str
    title: lazy
    findings: Callable[[Shown], Sequence[Finding]]
    words: Callable[[Shown], Sequence[Component]] = no_words
    counted: str = COUNTS
    narrows: bool = False
