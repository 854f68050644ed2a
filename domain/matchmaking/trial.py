"""What other weights would do to the parents who wait now: tried out, and nothing kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from domain.actors import Actor
from domain.allowed import setup_only
from domain.matchmaking import plans, weights
from domain.matchmaking.weights import SPREAD
from matching.compare import Changes, Shift, compare, shifts
from matching.everybody import Outcome, solve


@dataclass(frozen=True)
class Trial:
    """Both outcomes with what differs; `shifts` are the pairs of the new one, the greatest change of score first."""

    before: Outcome
    after: Outcome
    changes: Changes
    shifts: tuple[Shift, ...]


def of_weights(session: Session, wanted: Mapping[str, int], *, by: Actor, now: datetime) -> Trial:
    """Everybody who waits, matched with the weights as they are and as they would be.

    Raises `Refused` for weights that `weights.change` would refuse.
    """
    setup_only(by)
    every = weights.checked(session, wanted)
    crowd = plans.crowd_now(session, now)
    rules = {key: weight for key, weight in every.items() if key != SPREAD}
    other = replace(crowd, weights={**crowd.weights, **rules}, load_weight=every[SPREAD])
    before = solve(crowd)
    after = before if other == crowd else solve(other)
    changes = compare(before.outcome, after.outcome)
    return Trial(before.outcome, after.outcome, changes, shifts(before.rankings, after.rankings, after.outcome))
