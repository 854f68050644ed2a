"""Which facts each rule looks at. Rules that look at few facts become a table, filled by asking the rule itself."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter

from matching.hard import HARD_RULES
from matching.people import Need, Offer
from matching.rank import FULL_SCORE
from matching.rules import RULES_BY_KEY

BIT = {rule.key: 1 << at for at, rule in enumerate(HARD_RULES)}
"""Each hard rule as one bit of a number: what a pair breaks is one number too."""

ALL_BITS = (1 << len(HARD_RULES)) - 1
MEETS = ALL_BITS + 1
"""No rule: they both want to meet, and will when it is not too far."""
ONLY_MEETS = MEETS << 1
HOLDS = {rule.key: rule.holds for rule in HARD_RULES}


@dataclass(frozen=True)
class Aspect:
    """Rules that look at these fields of a need and of an offer and at nothing else."""

    asked: tuple[str, ...]
    given: tuple[str, ...]
    hard: tuple[str, ...] = ()
    soft: tuple[str, ...] = ()

    def needs(self, profiles: Iterable[tuple[Hashable, ...]]) -> list[Need]:
        """For each profile a parent of whom nothing else is known."""
        return [Need(0, {}, **dict(zip(self.asked, one, strict=True))) for one in profiles]  # type: ignore[arg-type]

    def offers(self, profiles: Iterable[tuple[Hashable, ...]]) -> list[Offer]:
        return [
            Offer(0, frozenset(), **dict(zip(self.given, one, strict=True)))  # type: ignore[arg-type]
            for one in profiles
        ]


SECTOR = Aspect(("sector", "consented"), ("sectors",), hard=("consent", "sector"), soft=("sector",))
LANGUAGE = Aspect(("languages",), ("languages",), hard=("language",))
AGE = Aspect(("age_band",), ("age_bands",), soft=("age_band",))
STYLE = Aspect(("style",), ("style",), soft=("style",))
CONTACT = Aspect(("contact_modes",), ("contact_modes",), hard=("contact",))
ROOM = Aspect(
    (),
    ("paused", "resting", "trained", "certificate_valid", "load", "max_load", "days_since_last_match"),
    hard=("paused", "resting", "full", "untrained", "certificate"),
    soft=("load", "rest"),
)
ASPECTS = (SECTOR, LANGUAGE, CONTACT, ROOM, AGE, STYLE)  # those with hard rules first

NAMED = {
    "refused": "refused_buddies",
    "earlier": "earlier_buddies",
    "acquainted": "acquainted_buddies",
    "veto": "vetoed_buddies",
}
"""Hard rules about single buddies: the field of a need that lists them."""

RECKONED_HARD = ("topic", "elsewhere", "too_far")
RECKONED_SOFT = ("topic", "phase", "nearby", "moments")
"""Rules that look at more than fits in a table: `subjects`, `reach` and `hours` have them."""

Weights = Mapping[str, int]
"""Of every rule that counts."""


def judged(keys: Iterable[str], weights: Weights, need: Need, offer: Offer) -> tuple[int, int]:
    """The points (weight x thousandths) and the weight of those rules that have something to say."""
    points = whole = 0
    for key in keys:
        finding = RULES_BY_KEY[key].judge(need, offer)
        if finding:
            weight = weights.get(key, 0)
            points, whole = points + weight * thousandths(finding.value), whole + weight
    return points, whole


def thousandths(value: float) -> int:
    return round(FULL_SCORE * value)


def profile_of(fields: tuple[str, ...]) -> Callable[[Need | Offer], tuple[Hashable, ...]]:
    """The values of these fields of somebody."""
    if len(fields) > 1:
        return attrgetter(*fields)
    return lambda one: tuple(getattr(one, field) for field in fields)
