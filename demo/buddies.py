"""Fourteen buddies, each with a life of their own."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from sqlalchemy.orm import Session

from demo import people
from domain.actors import DEMO
from domain.availability import availability
from domain.buddying import buddies, profiles
from store.queries.buddying.weeks import Block

EVENING = (19 * 60, 22 * 60)
MORNING = (9 * 60, 12 * 60)
AFTERNOON = (12 * 60, 17 * 60)
AGES = {"po": ("4-6", "7-9", "10-12"), "vo": ("13-15",)}


@dataclass(frozen=True)
class Life:
    """What one buddy went through, where, and when there is time."""

    name: str
    municipality: str
    topics: tuple[str, ...]
    sectors: tuple[str, ...]
    hours: tuple[tuple[int, tuple[int, int]], ...]
    contact_modes: tuple[str, ...] = ("phone", "elsewhere", "online")
    languages: tuple[str, ...] = ("nl",)
    style: str = "listening"
    max_load: int = 2
    travel_km: int = 15
    certificate_years_ago: float = 1.0


LIVES = (
    Life("Anneke Visser", "GM0361", ("D1", "D2", "F8"), ("po", "vo"), ((1, EVENING), (3, EVENING))),
    Life("Bart Mulder", "GM1980", ("F6", "F9", "C3"), ("po", "so"), ((0, EVENING), (5, MORNING)), style="practical"),
    Life("Canan Yılmaz", "GM0361", ("E1", "B2", "A3"), ("po",), ((2, MORNING), (4, MORNING)), languages=("nl", "tr")),
    Life("Dorien Bakker", "GM0383", ("F1", "F2", "B3"), ("po", "vo"), ((1, MORNING), (2, EVENING)), style="coach"),
    Life("Erik de Jong", "GM0373", ("F7", "E4", "E5"), ("vo",), ((3, EVENING), (6, AFTERNOON)), style="practical"),
    Life("Farida El Amrani", "GM0361", ("A5", "A1", "C4"), ("po", "vo"), ((0, MORNING),), languages=("nl", "ar", "fr")),
    Life("Greet Smit", "GM0399", ("G1", "G2", "D1"), ("po",), ((0, AFTERNOON), (3, AFTERNOON)), max_load=3),
    Life(
        "Hanna Kowalska",
        "GM1980",
        ("C1", "C2", "C5"),
        ("sbo", "so"),
        ((1, EVENING), (2, EVENING)),
        languages=("nl", "pl", "en"),
    ),
    Life("Ingrid Peters", "GM0450", ("F3", "F4", "B9"), ("po", "vo"), ((4, EVENING),), travel_km=0),
    Life("Joost van Dam", "GM0361", ("E2", "E3", "C1"), ("po", "vo"), ((1, EVENING), (4, EVENING)), style="coach"),
    Life("Karima Haddou", "GM1980", ("F5", "B2", "B10"), ("po", "so"), ((3, MORNING),), languages=("nl", "ar")),
    Life("Loes Schouten", "GM0383", ("D5", "D7", "F8"), ("vo",), ((1, EVENING), (2, EVENING), (5, AFTERNOON))),
    Life("Mark Hendriks", "GM0361", ("F6", "D1", "F1"), ("vo", "vso"), ((6, EVENING),), certificate_years_ago=3.2),
    Life("Nel Kuiper", "GM0373", ("F11", "B7", "G4"), ("so", "po"), ((1, AFTERNOON), (3, MORNING)), max_load=1),
)


def take_in(session: Session, *, now: datetime, chance: Random) -> list[int]:
    """Add every buddy with a week of hours. Returns their ids."""
    ids = []
    for number, life in enumerate(LIVES):
        since = now - timedelta(days=chance.randint(900, 1150))
        buddy_id = buddies.add(session, _profile(life, number, now), by=DEMO, now=since)
        week = [Block(weekday, start, end) for weekday, (start, end) in life.hours]
        availability.set_week(session, buddy_id, week, by=DEMO, now=since)
        ids.append(buddy_id)
    return ids


def _profile(life: Life, number: int, now: datetime) -> profiles.Profile:
    seen = now - timedelta(days=round(life.certificate_years_ago * 365.25))
    return profiles.Profile(
        name=life.name,
        email=people.mail(life.name, number),
        municipality_code=life.municipality,
        phone=people.phone(number),
        travel_km=life.travel_km,
        topics=life.topics,
        in_the_middle=life.topics[-1:] if number % 3 == 0 else (),
        sectors=life.sectors,
        age_bands=tuple(age for sector in life.sectors for age in AGES.get(sector, ())),
        contact_modes=life.contact_modes,
        languages=life.languages,
        style=life.style,
        max_load=life.max_load,
        trained_on=(now - timedelta(days=900)).date(),
        certificate_seen_on=seen.date(),
    )
