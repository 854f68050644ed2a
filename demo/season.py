"""How questions come in over the school years: a season, topics that differ in size, and one topic that rises.

Every number is invented: no support point has published its own.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from domain.checking import Value

A_YEAR = 220
SEASON = {8: 0.4, 9: 1.5, 10: 1.4, 11: 1.5, 12: 0.8, 1: 1.2, 2: 1.2, 3: 1.3, 4: 0.8, 5: 0.8, 6: 0.8, 7: 0.3}
TOPICS = {
    "A1": 5, "A2": 3, "A3": 4, "A4": 2, "A5": 9, "A6": 3, "A7": 3, "A8": 2, "B1": 2, "B2": 8, "B3": 6, "B5": 1, "B6": 4,
    "B7": 2, "B9": 2, "C1": 7, "C2": 3, "C3": 4, "C4": 2, "C5": 5, "D1": 4, "D2": 4, "D3": 3, "D4": 1, "D5": 3, "D7": 2,
    "E1": 8, "E2": 5, "E3": 2, "E4": 1, "E6": 4, "E7": 1, "E8": 1, "F1": 8, "F2": 4, "F3": 3, "F5": 1, "F6": 8, "F7": 5,
    "F8": 5, "F9": 3, "F10": 1, "G1": 4, "G3": 4, "G4": 2, "G5": 1, "G6": 3,
}  # fmt: skip
RISING = "D1"
RISES_BY = (1.0, 1.2, 1.5, 6.0)
COMPANY = {"D1": "F8", "F1": "F2", "A5": "C4", "E1": "E2", "B2": "B3", "F6": "D1", "C1": "C5"}
CHANNELS = {"phone": 55, "mail": 20, "form": 10, "cafe": 10, "school": 3, "walk_in": 2}
SECTORS = {"po": 55, "sbo": 8, "so": 5, "vo": 24, "vso": 4, "early": 4}
AGES = {"early": "0-3", "po": "7-9", "sbo": "10-12", "so": "7-9", "vo": "13-15", "vso": "16-18"}
PLACES = {"GM0361": 38, "GM1980": 28, "GM0373": 11, "GM0383": 12, "GM0399": 8, "GM0450": 3}
DONE = {"listening": 40, "information": 35, "advice": 30, "referral": 20, "buddy": 8, "cafe": 7}
REFERRED = {"consultant": 30, "oo": 15, "education_consultant": 20, "school": 15, "youth_team": 10, "attendance": 5}
FOUND = {"school": 35, "website": 18, "search": 12, "parent": 20, "municipality": 8, "doctor": 5, "balans": 2}
PHASES = {"exploring": 30, "stuck": 35, "conflict": 15, "home": 12, "new_place": 8}


@dataclass(frozen=True)
class Asked:
    """One question to register: the day, and the values of the form."""

    day: date
    values: dict[str, Value]


def questions(today: date, chance: Random) -> list[Asked]:
    """Three whole school years and the running one up to yesterday, in order of day."""
    start = date(today.year - (4 if today.month < 8 else 3), 8, 1)
    found = []
    day = start
    while day < today:
        years = (day.year - start.year) - (1 if day.month < 8 else 0)
        a_day = A_YEAR / 260 * SEASON[day.month] * (1 + 0.04 * years) if day.weekday() < 5 else 0.0
        found += [Asked(day, _values(day, years, chance)) for _ in range(_poisson(a_day, chance))]
        day += timedelta(days=1)
    return found


def _values(day: date, years: int, chance: Random) -> dict[str, Value]:
    sector = _pick(SECTORS, chance)
    done = sorted({_pick(DONE, chance) for _ in range(chance.randint(1, 2))})
    return {
        "asked_on": day,
        "topics": _topics(years, chance),
        "channel": _pick(CHANNELS, chance),
        "asker": "parent" if chance.random() < 0.88 else "professional",
        "sector": sector if chance.random() < 0.95 else None,
        "age_band": AGES[sector] if chance.random() < 0.8 else None,
        "municipality": _pick(PLACES, chance) if chance.random() < 0.92 else None,
        "phase": _pick(PHASES, chance) if chance.random() < 0.7 else None,
        "how_found": _pick(FOUND, chance) if chance.random() < 0.6 else None,
        "done": tuple(done),
        "referred_to": _pick(REFERRED, chance) if "referral" in done else None,
        "minutes": chance.choice((5, 10, 10, 15, 20, 20, 30, 45)),
        "language": "nl" if chance.random() < 0.93 else chance.choice(("en", "ar", "tr", "pl", "uk")),
    }


def _topics(years: int, chance: Random) -> tuple[str, ...]:
    weights = {**TOPICS, RISING: TOPICS[RISING] * RISES_BY[min(years, 3)]}
    first = _pick(weights, chance)
    if first in COMPANY and chance.random() < 0.5:
        return (first, COMPANY[first])
    return (first,) if chance.random() < 0.65 else tuple(dict.fromkeys((first, _pick(weights, chance))))


def _pick(weights: dict[str, int] | dict[str, float], chance: Random) -> str:
    return chance.choices(list(weights), list(weights.values()))[0]


def _poisson(mean: float, chance: Random) -> int:
    """Knuth's method: fine for small means."""
    limit, product, count = 2.718281828459045**-mean, chance.random(), 0
    while product > limit:
        product *= chance.random()
        count += 1
    return count
