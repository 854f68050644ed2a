"""How heavily each rule of the matcher counts."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from domain import catalogue
from domain.actors import Actor
from domain.allowed import setup_only
from domain.refused import Refused

CATALOGUE = "rule"
HEAVIEST = 100


def change(session: Session, weights: Mapping[str, int], *, by: Actor, now: datetime) -> int:
    """Set some weights, 0 to 100; gives how many are different now.

    Raises `Refused` for an unknown rule, a weight out of bounds, or when nothing would count at all.
    """
    setup_only(by)
    before = {one.key: int(one.data["weight"]) for one in catalogue.entries(session, CATALOGUE)}
    if not set(weights) <= set(before):
        raise Refused("catalogue.unknown")
    for key, weight in weights.items():
        if not 0 <= weight <= HEAVIEST:
            raise Refused("weights.bounds", field=key, most=HEAVIEST)
    if not any({**before, **weights}.values()):
        raise Refused("weights.all_zero")
    changed = {key: weight for key, weight in weights.items() if weight != before[key]}
    for key, weight in changed.items():
        catalogue.change(session, CATALOGUE, key, {"weight": weight}, by=by, now=now)
    return len(changed)


def reset(session: Session, *, by: Actor, now: datetime) -> int:
    """Put the weights back with which the product came; gives how many are different now."""
    standard = {one.key: int(one.standard["weight"]) for one in catalogue.entries(session, CATALOGUE)}
    return change(session, standard, by=by, now=now)
