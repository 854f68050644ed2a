"""Invented numbers of pupils for every municipality of the region, this school year and the three before."""

from datetime import datetime
from random import Random

from sqlalchemy.orm import Session

from domain import pupils
from domain.actors import DEMO
from domain.local_time import wall
from i18n import _
from store.queries.numbers.pupils import region
from trends.periods import month_of, school_year_of

YEARS, FEWEST, MOST, GROWTH = 4, 2_500, 15_000, 40


def go_to_school(session: Session, *, now: datetime, chance: Random) -> None:
    this = school_year_of(month_of(wall(now)[0]))
    start = {name: chance.randrange(FEWEST, MOST) for name in region(session).values()}
    for back in range(YEARS):
        lines = "\n".join(f"{name}\t{amount - back * GROWTH}" for name, amount in start.items())
        pupils.change(session, this - back, lines, _("Verzonnen aantallen"), by=DEMO, now=now)
