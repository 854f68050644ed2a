"""Whom staff can ask to host a gathering, with why and why not, in plain facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from domain.gatherings.host_hours import days_of, hours_on
from domain.gatherings.hosts import hours
from domain.refused import Refused
from matching.hosting import Gathering, Host, Hours, Suited, suited
from matching.people import Place
from matching.topics import around, graph_of
from store.models import Event
from store.queries.buddying import buddies
from store.queries.buddying.free_time import days_that_differ
from store.queries.choices import topic_name
from store.queries.gatherings import hosts
from store.queries.matchmaking import requests
from store.queries.matchmaking.candidates import Candidate, candidates


@dataclass(frozen=True)
class HostChoice:
    """A buddy for a gathering. `obstacles` are keys of `matching.hosting`, `elsewhere` is what takes the buddy then.

    `known` names the topics of the gathering that the buddy went through, out of `topics` in all.
    """

    buddy_id: int
    name: str
    score: int
    known: tuple[str, ...]
    topics: int
    km: float | None
    too_far: bool
    obstacles: tuple[str, ...]
    elsewhere: str


def choices(session: Session, event_id: int) -> tuple[HostChoice, ...]:
    """Every buddy who did not stop: who can be asked first, the best suited before the others.

    Who was asked for this gathering is among them. Raises `Refused("not_found")`.
    """
    event = session.get(Event, event_id)
    if event is None:
        raise Refused("not_found")
    taken = hosts.taken(session, event.starts_at, event.ends_at, besides=event_id)
    everybody, days = candidates(session), days_of(event.starts_at, event.ends_at)
    differ = days_that_differ(session, [one.id for one in everybody], *days)
    able = [_host(one, hours_on(one.blocks, differ.get(one.id, ()), *days), bool(taken.get(one.id)), days[0])
            for one in everybody]  # fmt: skip
    ranked = suited(_gathering(session, event), able)
    called, titles = buddies.names(session), {one.code: topic_name(one) for one in event.topics}
    elsewhere = {number: rows[0].title for number, rows in taken.items()}
    return tuple(_choice(one, called, titles, elsewhere) for one in ranked)


def _gathering(session: Session, event: Event) -> Gathering:
    graph = graph_of(requests.topic_groups(session), requests.topic_neighbours(session))
    place = event.venue.municipality
    return Gathering(
        hours=hours(event),
        place=Place(place.code, place.latitude, place.longitude),
        topics=around(graph, [one.code for one in event.topics]),
    )


def _host(one: Candidate, there: tuple[Hours, ...], taken: bool, first: date) -> Host:
    return Host(
        buddy_id=one.id,
        hours=there,
        place=Place(one.municipality_code, one.latitude, one.longitude),
        travel_km=one.travel_km,
        topics=one.topics,
        paused=one.paused and (one.paused_until is None or first < one.paused_until),
        taken=taken,
    )


def _choice(
    one: Suited, called: Mapping[int, str], topics: Mapping[str, str], elsewhere: Mapping[int, str]
) -> HostChoice:
    return HostChoice(
        buddy_id=one.buddy_id,
        name=called[one.buddy_id],
        score=one.score,
        known=tuple(topics[code] for code in one.known),
        topics=len(topics),
        km=one.km,
        too_far=one.too_far,
        obstacles=one.obstacles,
        elsewhere=elsewhere.get(one.buddy_id, ""),
    )
