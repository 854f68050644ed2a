"""Who could be asked for a request, with the weights of staff."""

from datetime import datetime

from sqlalchemy.orm import Session

from domain import catalogue
from domain.matchmaking import pool
from matching.rank import Ranking, rank
from matching.rules import RULES_BY_KEY


def of_all(session: Session, request_id: int, *, now: datetime) -> Ranking:
    """Every buddy for this request: who may be asked, best first, and who not; raises `Refused("not_found")`."""
    return _ranked(session, request_id, None, now)


def of_one(session: Session, request_id: int, buddy_id: int, *, now: datetime) -> Ranking:
    """As `of_all`, for one buddy; empty when that buddy stopped."""
    return _ranked(session, request_id, buddy_id, now)


def weights(session: Session) -> dict[str, int]:
    """The weight of every rule as staff set it; the product's own weights when they are all zero."""
    found = {
        one.key: int(one.data["weight"]) if one.active else 0
        for one in catalogue.entries(session, "rule", all_of_them=True)
        if one.key in RULES_BY_KEY
    }
    return found if any(found.values()) else {}


def _ranked(session: Session, request_id: int, buddy_id: int | None, now: datetime) -> Ranking:
    return rank(pool.need(session, request_id), pool.offers(session, now, buddy_id), weights(session))
