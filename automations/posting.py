"""Posting what is in the out-tray, one letter at a time, outside any transaction."""

import random
from collections.abc import Callable
from datetime import datetime

from domain.post import out_tray
from mail.post import Postman
from store.database import Database
from store.states import LetterState

MOST_AT_ONCE = 100


def post_letters(database: Database, postman: Postman, now: Callable[[], datetime]) -> int:
    """Post what is due; gives how many the server accepted, but for those of which only the day may be known: when this
    job last did something is written down. Stops for this time when the server can't be reached.

    A letter is claimed, and that is committed, before it is posted: of several processes one has it. Who dies between
    the server's yes and our note leaves a letter that is posted again later, with the same Message-ID.
    """
    accepted = 0
    for _letter in range(MOST_AT_ONCE):
        with database.reading() as session:
            if not out_tray.is_due(session, now=now()):
                break
        with database.writing() as session:
            claimed = out_tray.claim(session, now=now())
        if claimed is None:
            break
        outcome = postman.post(claimed.envelope, now=now())
        with database.writing() as session:
            state = out_tray.settle(session, claimed, outcome, now=now(), jitter=random.random())  # noqa: S311 - spread
        accepted += state is LetterState.SENT and not claimed.tells_day
        if outcome.unreachable:
            break
    return accepted
