"""A kept view in a letter: published numbers alone, whoever its owner is; exact ones never leave by mail."""

from dataclasses import dataclass
from urllib.parse import parse_qs

from sqlalchemy.orm import Session

from domain.register import narrowed, published_numbers
from domain.reporting.figures import NOTHING, school_year_named
from i18n import _
from store.queries import choices
from trends import text
from trends.periods import school_year_of

MOST_ROWS = 12
COLUMNS_BETWEEN = " | "


@dataclass(frozen=True)
class Summary:
    """`table` has a line per row, its first line is the heading; empty while nothing is published."""

    words: str
    table: str


def summary(session: Session, query: str) -> Summary:
    """What the view says in words, and its largest numbers."""
    asked, years = parse_qs(query), published_numbers.years(session)
    if not years:
        return Summary(_("Er is nog niets vrijgegeven"), "")
    typed = asked.get("jaar", [""])[0]
    year = int(typed) if typed in {str(one) for one in years} else years[0]
    named = asked.get("groep", [""])[0].split(",")
    groups = tuple(code for code in choices.topic_groups(session) if code in named)
    only = narrowed.asked(session, asked.get("alleen", [""])[0])
    found = published_numbers.overview(session, year, groups, only=only)
    if found is None:
        return Summary(_("Van deze keuze zijn er in dit schooljaar nog geen cijfers."), "")
    year = school_year_of(found.span.bars.start)
    head = (_("Onderwerp"), school_year_named(year), school_year_named(year - 1))
    bars = [
        (bar.name, text.amount(bar.now), text.amount(bar.before) if bar.before else NOTHING)
        for bar in found.bars[:MOST_ROWS]
    ]
    lines = [COLUMNS_BETWEEN.join(row) for row in (head, *bars)] if bars else []
    words = [*(found.coarser if only else ()), *([text.answer(found.changes)] if found.changes else [])]
    return Summary(" ".join(words), "\n".join(lines))
