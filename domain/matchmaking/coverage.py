"""What parents ask beside what buddies have to give: per group of topics, per topic, per municipality."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from domain.local_time import wall
from domain.matchmaking import pool
from matching.coverage import YEAR, Ask, Covered, Wait, by_group, by_place, by_topic, expected_wait, free_places
from matching.people import Offer, Place
from matching.tiles import tiles
from store.queries import choices
from store.queries.matchmaking import demand, requests
from store.queries.matchmaking.demand import AskedFor


@dataclass(frozen=True)
class Line:
    name: str
    covered: Covered


@dataclass(frozen=True)
class Coverage:
    """The lines have the largest gap first, then where most wait, then what is asked most; `tiles` (row, column)."""

    groups: tuple[Line, ...]
    topics: tuple[Line, ...]
    places: tuple[Line, ...]
    tiles: Mapping[str, tuple[int, int]]
    waiting: int
    proposed: int
    buddies: int
    free: int
    wait: Wait


def now(session: Session, *, now: datetime) -> Coverage:
    """As it is at this moment, with the requests of the last year."""
    today = wall(now)[0]
    asks = [_ask(one) for one in demand.asked_since(session, now - YEAR)]
    offers = pool.offers(session, now)
    free = [count for one in offers if (count := free_places(one))]
    known = choices.municipalities(session)
    places = [Place(one.code, one.latitude, one.longitude) for one in known]
    waiting = [one for one in asks if one.until is None]
    return Coverage(
        groups=_groups(session, asks, offers, today),
        topics=_topics(session, asks, offers, today),
        places=_lines(by_place(asks, offers, places, today=today), {one.code: one.name for one in known}),
        tiles=tiles(places),
        waiting=len(waiting),
        proposed=sum(one.proposed for one in waiting),
        buddies=len(free),
        free=sum(free),
        wait=expected_wait(asks, today=today),
    )


def _groups(session: Session, asks: Sequence[Ask], offers: Sequence[Offer], today: date) -> tuple[Line, ...]:
    names, parents = choices.topic_groups(session), requests.topic_groups(session)
    return _lines(by_group(asks, offers, lambda code: parents.get(code) or code, list(names), today=today), names)


def _topics(session: Session, asks: Sequence[Ask], offers: Sequence[Offer], today: date) -> tuple[Line, ...]:
    names = {one.code: one.name for one in choices.topics(session)}
    return _lines(by_topic(asks, offers, list(names), today=today), names)


def _ask(one: AskedFor) -> Ask:
    until = wall(one.until)[0] if one.until else None
    return Ask(one.topics, one.municipality_code, wall(one.since)[0], until, one.proposed)


def _lines(found: Iterable[Covered], names: Mapping[str, str]) -> tuple[Line, ...]:
    lines = (Line(names[one.key], one) for one in found)
    return tuple(sorted(lines, key=lambda one: (*_pressing(one.covered), one.name.casefold())))


def _pressing(one: Covered) -> tuple[int, int, int]:
    return -one.gap, -one.open, -sum(one.asked)
