"""Reports of the invented years: one that was sent, one approved, one that waits for an eye; and a kept view."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from domain.actors import Actor, Role
from domain.local_time import wall
from domain.reporting import making, reviewing, views
from domain.reporting.reviewing import Readers
from domain.reporting.views import Rhythm, View
from store.states import ReportKind
from trends.periods import last_closed_quarter, last_closed_school_year


def write(session: Session, policy_id: int, *, now: datetime) -> None:
    """Needs numbers that were published, and the account of whoever approves."""
    today = wall(now)[0]
    quarter, year = last_closed_quarter(today), last_closed_school_year(today)
    by = Actor("Tom Beleid", frozenset({Role.POLICY}), policy_id)
    earlier = making.make(session, ReportKind.SIGNAL_NOTE, quarter - 1, by=by, now=now)
    page = making.make(session, ReportKind.ANNUAL_PAGE, year, by=by, now=now)
    making.make(session, ReportKind.SIGNAL_NOTE, quarter, by=by, now=now)
    if earlier:
        words = "Deze notitie bespreken we in het overleg met de scholen.", "Vragen? Bel het steunpunt."
        reviewing.reword(session, earlier, *words, by=by, now=now)
        reviewing.approve(session, earlier, by=by, now=now)
        reviewing.send(session, earlier, Readers((Role.POLICY,)), by=by, now=now + timedelta(minutes=5))
    views.keep(session, View("Thuiszitten en verzuim", "/werk/beleid", "groep=D", Rhythm.QUARTERLY), by=by, now=now)
    if page:
        reviewing.approve(session, page, by=by, now=now)
