"""How heavily each rule of the matcher counts, and how much a plan for everybody spreads the work."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from domain import catalogue
from domain.actors import Actor
from domain.allowed import setup_only
from domain.catalogue import Entry
from domain.refused import Refused

CATALOGUE, OF_PLANS = "rule", "plan"
SPREAD = "spread"
HEAVIEST, WIDEST = 100, 500


def entries(session: Session) -> tuple[Entry, ...]:
    """Every rule with its weight, and the spread last."""
    return (*catalogue.entries(session, CATALOGUE), *catalogue.entries(session, OF_PLANS))


def most(key: str) -> int:
    return WIDEST if key == SPREAD else HEAVIEST


def spread(session: Session) -> int:
    """What a second parent costs a plan, in points of a score of a thousand, for a buddy with one place."""
    return int(catalogue.entry(session, OF_PLANS, SPREAD).data["weight"])


def checked(session: Session, wanted: Mapping[str, int]) -> dict[str, int]:
    """All weights as they would be with those that are `wanted`; raises `Refused` as `change` does."""
    before = _weights(session)
    if not set(wanted) <= set(before):
        raise Refused("catalogue.unknown")
    for key, weight in wanted.items():
        if not 0 <= weight <= most(key):
            raise Refused("weights.bounds", field=key, most=most(key))
    after = {**before, **wanted}
    if not any(weight for key, weight in after.items() if key != SPREAD):
        raise Refused("weights.all_zero")
    return after


def change(session: Session, wanted: Mapping[str, int], *, by: Actor, now: datetime) -> int:
    """Set some weights, a rule 0 to 100 and the spread 0 to 500; gives how many are different now.

    Raises `Refused` for an unknown rule, a weight out of bounds, or when nothing would count at all.
    """
    setup_only(by)
    before, after = _weights(session), checked(session, wanted)
    changed = {key: weight for key, weight in after.items() if weight != before[key]}
    for key, weight in changed.items():
        catalogue.change(session, OF_PLANS if key == SPREAD else CATALOGUE, key, {"weight": weight}, by=by, now=now)
    return len(changed)


def reset(session: Session, *, by: Actor, now: datetime) -> int:
    """Put the weights back with which the product came; gives how many are different now."""
    standard = {one.key: int(one.standard["weight"]) for one in entries(session)}
    return change(session, standard, by=by, now=now)


def _weights(session: Session) -> dict[str, int]:
    return {one.key: int(one.data["weight"]) for one in entries(session)}
