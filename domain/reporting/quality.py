"""Signals and improvements as a report tells them: how each stands, and what came of it."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from domain.reporting.figures import NOTHING
from i18n import _, lazy, month
from reports.document import Section, Table
from store.queries.improving import quality as found
from store.queries.improving.quality import ImprovementFacts
from store.states import ImprovementState, SignalState
from trends.periods import first_day, month_of

SIGNALS: Mapping[SignalState, lazy] = {
    SignalState.NEW: lazy("nieuw"),
    SignalState.TAKEN_UP: lazy("opgepakt"),
    SignalState.WATCHED: lazy("in de gaten gehouden"),
    SignalState.CLOSED: lazy("afgesloten"),
}
IMPROVEMENTS: Mapping[ImprovementState, lazy] = {
    ImprovementState.PLANNED: lazy("gepland"),
    ImprovementState.RUNNING: lazy("loopt"),
    ImprovementState.DONE: lazy("klaar"),
    ImprovementState.STOPPED: lazy("gestopt"),
}


def quality(session: Session, months: range) -> tuple[Section, ...]:
    """Signals about these months, and improvements that ran meanwhile; no section where there is nothing."""
    return (*_signals(session, months), *_improvements(session, months))


def _signals(session: Session, months: range) -> tuple[Section, ...]:
    about = [one for one in found.signals(session) if one.first_month in months or one.last_month in months]
    rows = tuple((one.topic, month(first_day(one.last_month)), str(SIGNALS[one.state])) for one in about)
    if not rows:
        return ()
    title = _("Signalen")
    return (Section(title, (), None, Table(title, (_("Onderwerp"), _("Gezien in"), _("Stand")), rows)),)


def _improvements(session: Session, months: range) -> tuple[Section, ...]:
    running = [one for one in found.improvements(session) if _ran_in(one, months)]
    rows = tuple((one.title, one.who, str(IMPROVEMENTS[one.state]), one.came_of_it or NOTHING) for one in running)
    if not rows:
        return ()
    title = _("Verbeteracties")
    columns = (_("Wat we doen"), _("Wie"), _("Stand"), _("Wat het opleverde"))
    return (Section(title, (), None, Table(title, columns, rows)),)


def _ran_in(one: ImprovementFacts, months: range) -> bool:
    ends = month_of(one.ends_on) if one.ends_on else months[-1]
    return month_of(one.starts_on) <= months[-1] and ends >= months.start
