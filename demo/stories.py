"""Invented stories of two school years: told as on the site, read by a moderator, a few left waiting."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from sqlalchemy.orm import Session

from demo.samples.stories import ENDS, FEELINGS, MIDDLES, OPENINGS, TITLES
from domain import codes
from domain.actors import DEMO
from domain.stories import moderating, noting, publishing, quoting, telling
from domain.stories.moderating import Decision
from domain.stories.telling import Telling, Triangle
from store.door_states import Audience, Consent

YEARS = ((2024, 84), (2025, 132))
WAITING = 4
ROLES = {Audience.PARENTS: ("parent", "parent", "parent", "carer"), Audience.YOUNG: ("pupil",)}
WEIGHTS = {
    "waiting": 26,
    "not_heard": 20,
    "at_home": 5,
    "fitting_help": 7,
    "heard": 20,
    "switching": 8,
    "bullying": 14,
}
TOGETHER = {
    "waiting": ("at_home", 0.8),
    "not_heard": ("switching", 0.85),
    "heard": ("fitting_help", 0.75),
    "bullying": ("not_heard", 0.25),
}
FELT = {"waiting": ("powerless", "powerless", "worried"), "not_heard": ("angry", "angry", "sad")}
MISSED = {"waiting": ("speed", "speed", "speed", "say"), "not_heard": ("listening", "listening", "say")}
SEED = 1118


@dataclass(frozen=True)
class Invented:
    """One story with the day it was told and what it is about."""

    day: date
    told: Telling
    themes: tuple[str, ...]


def tell(session: Session, *, now: datetime) -> None:
    """Tell, read and publish: the same words for the same day; numbers are drawn anew."""
    chance, released = Random(SEED), list[tuple[int, Invented]]()
    for one in _stories(chance):
        at = datetime.combine(one.day, time(12), tzinfo=UTC)
        number = telling.tell(session, one.told, codes.make(), now=at)
        decision = Decision(one.told.words, _title(one), nobody_known=True, themes=one.themes)
        moderating.release(session, number, decision, seen=1, by=DEMO, now=at + timedelta(days=3))
        released.append((number, one))
    _quote(session, released, now=now)
    for place in range(WAITING):
        telling.tell(session, _telling(chance, ("waiting", "heard")[place % 2 :][:1]), codes.make(), now=now)
    noting.note(session, now=now)
    publishing.publish(session, now=now)


def _stories(chance: Random) -> Iterator[Invented]:
    for year, many in YEARS:
        for _number in range(many):
            day = date(year, 9, 1) + timedelta(days=chance.randrange(300))
            first = chance.choices(list(WEIGHTS), weights=list(WEIGHTS.values()))[0]
            other, often = TOGETHER.get(first, ("", 0.0))
            themes = (first, other) if chance.random() < often else (first,)
            yield Invented(day, _telling(chance, themes), themes)


def _telling(chance: Random, themes: tuple[str, ...]) -> Telling:
    said = [chance.choice(OPENINGS), *(chance.choice(MIDDLES[theme]) for theme in themes), chance.choice(ENDS)]
    good, audience = "heard" in themes, chance.choices(list(Audience), weights=(8, 2))[0]
    school = chance.choice((20, 40, 60, 70, 80))
    home = chance.randrange(0, 100 - school + 1, 5)
    return Telling(
        words=" ".join(said),
        consent=chance.choices(list(Consent), weights=(2, 4, 4))[0],
        audience=audience,
        feeling=chance.choice(FELT.get(themes[0], FEELINGS[good])) if chance.random() < 0.9 else None,
        listened=(
            chance.choice(("teacher", "school", "care", "parents") if good else ("family", "parents", "nobody")),
        ),
        helped=(chance.choice(("listening", "plan", "adapted", "person") if good else ("others", "nothing")),),
        missing=tuple({chance.choice(MISSED.get(themes[0], ("place", "say"))), chance.choice(("place", "expertise"))}),
        say=chance.randrange(40, 100) if good else chance.randrange(0, 60),
        triangle=Triangle(school, home, 100 - school - home),
        sector=chance.choices(("po", "vo", "so", None), weights=(5, 4, 1, 1))[0],
        role=chance.choice(ROLES[audience]),
    )


def _title(one: Invented) -> str:
    """That of the sentence about its first theme."""
    theme = one.themes[0]
    return next(title for title, said in zip(TITLES[theme], MIDDLES[theme], strict=True) if said in one.told.words)


def _quote(session: Session, released: list[tuple[int, Invented]], *, now: datetime) -> None:
    """Three quotes a theme, public where the teller lets them be."""
    left = dict.fromkeys(WEIGHTS, 3)
    for number, one in reversed(released):
        theme = one.themes[0]
        if left[theme] and one.told.consent is not Consent.COUNT:
            public = one.told.consent is Consent.PUBLISH
            quoting.pick(session, number, [1, 2], public=public, by=DEMO, now=now)
            left[theme] -= 1
