"""Automations on and off: what follows by itself is what staff chose."""

from datetime import datetime

from sqlalchemy.orm import Session

from domain import catalogue
from domain.actors import Actor
from domain.allowed import setup_only

CATALOGUE = "automation"


def switch(session: Session, key: str, *, active: bool, by: Actor, now: datetime) -> None:
    """Let this automation follow by itself, or not; what waits to be done when it is switched off is not done.

    The same again is harmless. Raises `Refused("catalogue.unknown")`, and `Refused("not_allowed")` for who is neither
    coordinator nor administrator.
    """
    setup_only(by)
    if catalogue.entry(session, CATALOGUE, key).active is not active:
        catalogue.switch(session, CATALOGUE, key, active=active, by=by, now=now)
