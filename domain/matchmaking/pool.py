"""The parents who wait and the buddies who might be asked, as the matcher sees them: plain data, without a name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from domain import catalogue
from domain.availability import availability
from domain.buddying.certificates import counts
from domain.local_time import wall
from domain.refused import Refused
from matching.people import Contact, Daypart, Moment, Need, Offer, Place
from matching.topics import around, graph_of
from store.queries.matchmaking import fallen_out, requests
from store.queries.matchmaking.candidates import Candidate, candidates
from store.queries.matchmaking.fallen_out import NOBODY, FallenOut
from store.queries.matchmaking.requests import Asked
from store.states import RequestState


@dataclass(frozen=True)
class Waiting:
    """Since when a parent waits, a buddy who fell away included, and how urgent staff find it: 0, 1 or 2."""

    request_id: int
    since: datetime
    urgency: int

    def days(self, now: datetime) -> int:
        """Whole days of waiting by the local calendar."""
        return max(0, (wall(now)[0] - wall(self.since)[0]).days)


def need(session: Session, request_id: int) -> Need:
    """What one parent asks, whatever the state of the request; raises `Refused("not_found")`."""
    asked = requests.one(session, request_id)
    if asked is None:
        raise Refused("not_found")
    (found,) = _needs(session, [asked], fallen_out.of_one(session, request_id))
    return found


def needs(session: Session) -> tuple[Need, ...]:
    """What every parent asks who waits without a proposal, the longest waiting first."""
    return _needs(session, requests.listed(session, (RequestState.OPEN,)), fallen_out.of_open(session))


def waiting(session: Session) -> tuple[Waiting, ...]:
    """How long and how urgently each of `needs` waits, in the same order."""
    return tuple(Waiting(one.id, one.created_at, one.urgency) for one in requests.listed(session, (RequestState.OPEN,)))


def offers(session: Session, now: datetime, buddy_id: int | None = None) -> tuple[Offer, ...]:
    """What every buddy who did not stop has to give, or only one, by id."""
    today = wall(now)[0]
    return tuple(_offer(one, today) for one in candidates(session, buddy_id))


def asked_moments(session: Session, keys: Iterable[str]) -> frozenset[Moment]:
    """The parts of the week that a parent's choices from the list `moment` stand for."""
    return _chosen(keys, _moments(session))


def _needs(session: Session, asked: Iterable[Asked], out: Mapping[int, FallenOut]) -> tuple[Need, ...]:
    graph = graph_of(requests.topic_groups(session), requests.topic_neighbours(session))
    parts = _moments(session)
    near: dict[str, Mapping[str, float]] = {}
    found = []
    for one in asked:
        codes = sorted(code for code, _name in one.topics)
        near |= around(graph, [code for code in codes if code not in near])
        topics = {code: near[code] for code in codes}
        found.append(_need(one, topics, _chosen(one.moments, parts), out.get(one.id, NOBODY)))
    return tuple(found)


def _need(one: Asked, topics: Mapping[str, Mapping[str, float]], moments: frozenset[Moment], out: FallenOut) -> Need:
    return Need(
        request_id=one.id,
        topics=topics,
        place=Place(one.municipality_code, one.latitude, one.longitude),
        sector=one.sector,
        contact_modes=_contact(one.contact_modes),
        moments=moments,
        languages=frozenset(one.languages),
        style=one.style,
        age_band=one.age_band,
        avoid_own_municipality=one.avoid_own_municipality,
        # Taking a request back is taking the consent back: the two are one act for a parent.
        consented=one.state is not RequestState.WITHDRAWN,
        refused_buddies=out.refused,
        earlier_buddies=out.earlier,
        acquainted_buddies=out.acquainted,
        vetoed_buddies=out.vetoed,
    )


def _offer(one: Candidate, today: date) -> Offer:
    return Offer(
        buddy_id=one.id,
        topics=one.topics,
        place=Place(one.municipality_code, one.latitude, one.longitude),
        travel_km=one.travel_km,
        municipalities=one.municipalities,
        in_the_middle=one.in_the_middle,
        sectors=one.sectors,
        age_bands=one.age_bands,
        contact_modes=_contact(one.contact_modes),
        moments=availability.moments(one.blocks),
        languages=one.languages,
        style=one.style,
        max_load=one.max_load,
        load=one.load,
        paused=today < one.paused_until if one.paused_until else one.paused,
        resting=one.rest_until is not None and today < one.rest_until,
        trained=one.trained_on is not None and one.trained_on <= today,
        certificate_valid=counts(one.certificate_seen_on, today),
        days_since_last_match=(today - wall(one.last_match_at)[0]).days if one.last_match_at else None,
    )


def _contact(keys: Iterable[str]) -> frozenset[Contact]:
    # Staff may have added a way of contact of which the rules know nothing.
    return frozenset(mode for mode in Contact if mode in set(keys))


def _moments(session: Session) -> dict[str, frozenset[Moment]]:
    """The parts of the week of every choice in the list `moment`, those switched off too."""
    return {
        one.key.removeprefix("moment."): frozenset(
            (weekday, Daypart(part)) for weekday in one.data["weekdays"] for part in one.data["parts"]
        )
        for one in catalogue.entries(session, "term", under="moment", all_of_them=True)
    }


def _chosen(keys: Iterable[str], parts: Mapping[str, frozenset[Moment]]) -> frozenset[Moment]:
    return frozenset(moment for key in keys for moment in parts.get(key, ()))
