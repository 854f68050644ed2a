"""The soft rules: how well a buddy fits, each 0..1, each with the facts from which a sentence is made later."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import fsum
from typing import Any

from i18n import lazy
from matching.people import VISITS, Daypart, Moment, Need, Offer, distance_km, possible_contact

FADES_OUT_AT_KM = 25
ENOUGH_MOMENTS = 2  # one appointment and a second choice
RESTED_AFTER_DAYS = 30

# JSON values only: facts are stored with a proposal and put into words when somebody reads it.
Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Finding:
    """How well a pair fits by one rule, 0.0..1.0, and why."""

    value: float
    facts: Facts


@dataclass(frozen=True)
class Rule:
    """`judge` answers None when the rule has nothing to say about a pair; it then neither helps nor harms."""

    key: str
    label: lazy
    help: lazy
    weight: int
    judge: Callable[[Need, Offer], Finding | None]


def topic(need: Need, offer: Offer) -> Finding | None:
    """The mean over the topics asked for of the nearest that the buddy went through."""
    if not need.topics:
        return None
    nearest = {
        asked: max((near.get(code, 0.0) for code in offer.topics), default=0.0) for asked, near in need.topics.items()
    }
    facts = {
        "asked": len(nearest),
        "shared": sorted(asked for asked, value in nearest.items() if value == 1),
        "similar": sorted(asked for asked, value in nearest.items() if 0 < value < 1),
    }
    return Finding(fsum(nearest.values()) / len(nearest), facts)


def phase(need: Need, offer: Offer) -> Finding | None:
    """1.0 when the buddy has something that they share behind them, 0.5 when they are in the middle of it all."""
    near = {code for codes in need.topics.values() for code in codes}
    shared = offer.topics & near
    if not shared:
        return None
    behind = not shared <= offer.in_the_middle
    return Finding(1.0 if behind else 0.5, {"behind": behind})


def age_band(need: Need, offer: Offer) -> Finding | None:
    """Whether the buddy's own child was of that age; nothing to say when one of them left it open."""
    if need.age_band is None or not offer.age_bands:
        return None
    same = need.age_band in offer.age_bands
    return Finding(float(same), {"same": same})


def sector(need: Need, offer: Offer) -> Finding | None:
    if need.sector is None:
        return None
    known = need.sector in offer.sectors
    return Finding(float(known), {"sector": need.sector, "known": known})


def nearby(need: Need, offer: Offer) -> Finding | None:
    """1.0 next door, fading to 0.0 at the edge of a bike-and-bus trip; by phone or online, distance says nothing.

    A parent who would rather not meet somebody from their own municipality gets 0.0 there, also by phone.
    """
    km = distance_km(need, offer)
    if km is None or need.place is None or offer.place is None:
        return None
    facts = {
        "km": km,
        "same_municipality": need.place.municipality == offer.place.municipality,
        "avoids_own": need.avoid_own_municipality,
        "visit": not VISITS.isdisjoint(possible_contact(need, offer)),
    }
    if need.avoid_own_municipality and facts["same_municipality"]:
        return Finding(0.0, facts)
    if facts["visit"]:
        return Finding(closeness(km), facts)
    return Finding(1.0, facts) if need.avoid_own_municipality else None


def closeness(km: float) -> float:
    return max(0.0, 1 - km / FADES_OUT_AT_KM)


def moments(need: Need, offer: Offer) -> Finding | None:
    """1.0 as soon as there is a moment to meet and a second choice."""
    if not need.moments:
        return None
    shared = sorted(need.moments & offer.moments, key=_by_the_clock)
    value = min(1.0, len(shared) / min(ENOUGH_MOMENTS, len(need.moments)))
    return Finding(value, {"shared": [[weekday, str(daypart)] for weekday, daypart in shared]})


def style(need: Need, offer: Offer) -> Finding | None:
    if need.style is None or offer.style is None:
        return None
    same = need.style == offer.style
    return Finding(float(same), {"style": offer.style, "same": same})


def load(need: Need, offer: Offer) -> Finding:
    """1.0 for a buddy without a match, 0.0 for one who is full."""
    left = max(0, offer.max_load - offer.load)
    return Finding(left / offer.max_load if left else 0.0, {"load": offer.load})


def rest(need: Need, offer: Offer) -> Finding:
    """Grows from 0.0 just after a match to 1.0 a month later."""
    days = offer.days_since_last_match
    value = 1.0 if days is None else min(1.0, max(0, days) / RESTED_AFTER_DAYS)
    return Finding(value, {"days": days})


def _by_the_clock(moment: Moment) -> tuple[int, int]:
    return moment[0], list(Daypart).index(moment[1])


RULES = (
    Rule(
        "topic",
        lazy("Onderwerp"),
        lazy("De buddy heeft hetzelfde meegemaakt. Iets wat erop lijkt, telt voor een deel mee."),
        35,
        topic,
    ),
    Rule(
        "phase", lazy("Achter de rug"), lazy("De buddy heeft het achter de rug en zit er niet meer middenin."), 5, phase
    ),
    Rule("sector", lazy("Soort onderwijs"), lazy("De buddy kent het soort school van het kind."), 10, sector),
    Rule("age_band", lazy("Leeftijd"), lazy("De buddy kent deze leeftijd uit eigen ervaring."), 5, age_band),
    Rule(
        "nearby",
        lazy("Afstand"),
        lazy("Dichtbij is beter als ze elkaar ontmoeten. Bij bellen telt afstand niet mee."),
        10,
        nearby,
    ),
    Rule("moments", lazy("Momenten"), lazy("Er zijn momenten waarop ouder en buddy allebei kunnen."), 10, moments),
    Rule("style", lazy("Manier van helpen"), lazy("De buddy helpt op de manier die de ouder zoekt."), 5, style),
    Rule(
        "load",
        lazy("Ruimte"),
        lazy("Wie minder koppelingen heeft, gaat voor. Zo verdeelt u het werk eerlijk."),
        5,
        load,
    ),
    Rule("rest", lazy("Rust"), lazy("Wie net een koppeling kreeg, krijgt eerst een maand rust."), 5, rest),
)
RULES_BY_KEY = {rule.key: rule for rule in RULES}
