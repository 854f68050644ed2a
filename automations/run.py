"""Reading the journal and doing what follows: each line once, whatever the number of clocks."""

import logging
import traceback
from collections.abc import Sequence
from datetime import datetime

from automations.actions import ACTIONS
from automations.actions.action import Occasion
from automations.automation import Automation, active
from automations.conditions import all_hold
from domain import by_day
from domain.clockwork import consequences
from domain.clockwork.consequences import Line, Planned
from domain.post.correspondence import Letterhead
from store.database import Database, is_lock
from store.sessions import Session
from store.states import RunState

# Few at a time: on SQLite nobody else can write meanwhile.
AT_ONCE = 20
MOST_ROUNDS = 100
# A consequence of a consequence may follow, an endless row of them may not.
DEEPEST = 5

log = logging.getLogger(__name__)


def run(database: Database, now: datetime, letterhead: Letterhead) -> int:
    """Do what follows from the journal until nothing is left; gives how many actions had an effect that may be timed.

    A line is marked as handled in the transaction in which its runs are written down and those that are due take
    effect, so that a crash loses and doubles nothing. Several clocks may call it at once: they take different lines.
    """
    done = 0
    for _round in range(MOST_ROUNDS):
        with database.reading() as session:
            if not consequences.anything(session, now=now):
                return done
        with database.writing() as session:
            done += _some(session, now, letterhead)
    return done


def _some(session: Session, now: datetime, letterhead: Letterhead) -> int:
    automations = active(session)
    for line in consequences.new_lines(session, AT_ONCE):
        _plan(session, line, automations)
        consequences.handled(session, line.id, now=now)
    session.flush()
    by_key = {one.key: one for one in automations}
    due = consequences.due(session, 2 * AT_ONCE, now=now)
    return sum(_run(session, one, by_key.get(one.automation), now, letterhead) for one in due)


def _plan(session: Session, line: Line, automations: Sequence[Automation]) -> None:
    for one in automations:
        if one.when == line.kind:
            consequences.plan(session, one.key, line, due_at=line.at + one.after)


def _run(
    session: Session, planned: Planned, automation: Automation | None, now: datetime, letterhead: Letterhead
) -> bool:
    """One action in a savepoint of its own: when it fails, that is written on its row and stops nothing else.

    When somebody else was only in its way, the whole round is undone and tried again: nothing is lost by it.
    """
    state, error = RunState.FAILED, None
    try:
        with session.begin_nested():
            state = _act(session, planned, automation, now, letterhead)
    except Exception as failure:
        if is_lock(failure):
            raise
        # The first line only: what a database adds to it may hold personal data.
        error = f"{type(failure).__name__}: {str(failure).partition(chr(10))[0]}"
        where = "".join(traceback.format_tb(failure.__traceback__))
        log.error("automation %s failed for journal line %s: %s\n%s", planned.automation, planned.line.id, error, where)
    consequences.finish(session, planned, state, now=now, error=error)
    return state is RunState.DONE and not by_day.is_a_day(planned.line.at)


def _act(
    session: Session, planned: Planned, automation: Automation | None, now: datetime, letterhead: Letterhead
) -> RunState:
    """The facts are read now, not when the line was written: they may have changed since."""
    if automation is None:
        return RunState.SKIPPED  # switched off or removed since
    if not all_hold(automation.conditions, consequences.facts(session, planned.line, now=now)):
        return RunState.SKIPPED
    occasion = Occasion(automation.key, planned.line, letterhead, now)
    if occasion.depth >= DEEPEST:
        raise RecursionError("automations keep following from each other")
    done = ACTIONS[automation.then].act(session, occasion, automation.parameters)
    return RunState.DONE if done else RunState.SKIPPED
