"""Questions from parents for the tests of this room."""

from datetime import datetime
from typing import Any

from domain.inquiring import asking
from domain.inquiring.asking import Receipt, Wanted
from store.sessions import Session

WORDS = "Mijn zoon zit al zes weken thuis. Wat kan ik doen?"


def asked(session: Session, words: str = WORDS, *, now: datetime, seed: str = "een formulier", **facts: Any) -> Receipt:
    """A question without a name, unless `facts` say how to reach who asked."""
    return asking.ask(session, Wanted(words, **facts), seed, now=now)
