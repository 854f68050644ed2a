"""Stories that wait, handed to the second reader: nobody waits for a lock while it reads."""

from datetime import datetime

from domain.clockwork.runs import Effect
from domain.stories.second_reading import apart
from domain.stories.second_reading.noting import note
from store.database import Database
from store.queries.stories import stories
from store.sessions import Session

PART = 20


def read_waiting(database: Database) -> Effect:
    """Have the next few waiting stories read; the effect keeps what was found. Without the library it does nothing."""
    if not apart.is_installed():
        return _nothing
    with database.reading() as session:
        waiting = stories.unread(session, PART)
    if not waiting:
        return _nothing
    readings = dict(zip(waiting, apart.read(list(waiting.values())), strict=False))
    return lambda session, _now: note(session, waiting, readings)


def _nothing(_session: Session, _now: datetime) -> int:
    return 0
