"""Who could be asked for a request: the rows of the store as plain data for the matcher, with the weights of staff."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy.orm import Session

from domain import catalogue
from domain.buddying import availability
from domain.buddying.buddies import certificate_counts
from domain.refused import Refused
from i18n.dates import AMSTERDAM
from matching.people import Contact, Daypart, Moment, Need, Offer, Place
from matching.rank import Ranking, rank
from matching.rules import RULES_BY_KEY
from matching.topics import around, graph_of
from store.queries import requests
from store.queries.candidates import Candidate, candidates
from store.queries.requests import Asked


def of_all(session: Session, request_id: int, *, now: datetime) -> Ranking:
    """Every buddy for this request: who may be asked, best first, and who not; raises `Refused("not_found")`."""
    return _ranked(session, request_id, candidates(session), now)


def of_one(session: Session, request_id: int, buddy_id: int, *, now: datetime) -> Ranking:
    """As `of_all`, for one buddy; empty when that buddy stopped."""
    return _ranked(session, request_id, candidates(session, buddy_id), now)


def weights(session: Session) -> dict[str, int]:
    """The weight of every rule as staff set it; the product's own weights when they are all zero."""
    found = {
        one.key: int(one.data["weight"]) if one.active else 0
        for one in catalogue.entries(session, "rule", all_of_them=True)
        if one.key in RULES_BY_KEY
    }
    return found if any(found.values()) else {}


def asked_moments(session: Session, keys: Iterable[str]) -> frozenset[Moment]:
    """The parts of the week that a parent's choices from the list `moment` stand for."""
    chosen = {f"moment.{key}" for key in keys}
    return frozenset(
        (weekday, Daypart(part))
        for one in catalogue.entries(session, "term", all_of_them=True)
        if one.key in chosen
        for weekday in one.data["weekdays"]
        for part in one.data["parts"]
    )


def _ranked(session: Session, request_id: int, among: Iterable[Candidate], now: datetime) -> Ranking:
    asked = requests.one(session, request_id)
    if asked is None:
        raise Refused("not_found")
    offers = [_offer(one, now) for one in among]
    return rank(_need(session, asked), offers, weights(session))


def _need(session: Session, asked: Asked) -> Need:
    graph = graph_of(requests.topic_groups(session), requests.topic_neighbours(session))
    return Need(
        request_id=asked.id,
        topics=around(graph, [code for code, _name in asked.topics]),
        place=Place(asked.municipality_code, asked.latitude, asked.longitude),
        sector=asked.sector,
        contact_modes=_contact(asked.contact_modes),
        moments=asked_moments(session, asked.moments),
        languages=frozenset(asked.languages),
        style=asked.style,
        avoid_own_municipality=asked.avoid_own_municipality,
        refused_buddies=requests.asked_before(session, asked.id),
    )


def _offer(one: Candidate, now: datetime) -> Offer:
    today = _day(now)
    return Offer(
        buddy_id=one.id,
        topics=one.topics,
        place=Place(one.municipality_code, one.latitude, one.longitude),
        travel_km=one.travel_km,
        sectors=one.sectors,
        contact_modes=_contact(one.contact_modes),
        moments=availability.moments(one.blocks),
        languages=one.languages,
        style=one.style,
        max_load=one.max_load,
        load=one.load,
        paused=one.paused,
        trained=one.trained_on is not None and one.trained_on <= today,
        certificate_valid=certificate_counts(one.certificate_seen_on, today),
        days_since_last_match=(today - _day(one.last_match_at)).days if one.last_match_at else None,
    )


def _contact(keys: Iterable[str]) -> frozenset[Contact]:
    # Staff may have added a way of contact of which the rules know nothing.
    return frozenset(mode for mode in Contact if mode in set(keys))


def _day(moment: datetime) -> date:
    return moment.astimezone(AMSTERDAM).date()
