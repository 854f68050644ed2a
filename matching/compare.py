"""Two outcomes side by side: for whom does something change."""

from collections.abc import Mapping
from dataclasses import dataclass

from matching.everybody import Outcome
from matching.rank import Ranking, Scored


@dataclass(frozen=True)
class Changes:
    """Requests by number: with a buddy now and not before, the other way round, and with another one (before, now).

    Somebody who is in only one of the outcomes is left out, except as `new` and `gone`.
    """

    gained: tuple[int, ...]
    lost: tuple[int, ...]
    moved: Mapping[int, tuple[int, int]]
    new: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()

    @property
    def any(self) -> bool:
        return bool(self.gained or self.lost or self.moved or self.new or self.gone)


def compare(before: Outcome, after: Outcome) -> Changes:
    """What is different for each parent; an outcome compared with itself has no changes."""
    was, now = _everybody(before), _everybody(after)
    both = sorted(was.keys() & now.keys())
    return Changes(
        tuple(one for one in both if was[one] is None and now[one] is not None),
        tuple(one for one in both if was[one] is not None and now[one] is None),
        {one: (old, new) for one in both if (old := was[one]) and (new := now[one]) and old != new},
        tuple(sorted(now.keys() - was.keys())),
        tuple(sorted(was.keys() - now.keys())),
    )


@dataclass(frozen=True)
class Shift:
    """How one pair scores by two sets of weights."""

    request_id: int
    before: Scored
    after: Scored

    @property
    def points(self) -> int:
        return self.after.score - self.before.score


def shifts(before: Mapping[int, Ranking], after: Mapping[int, Ranking], outcome: Outcome) -> tuple[Shift, ...]:
    """Each pair of `outcome` that may be ranked, by both; the greatest change first, then by request."""
    pairs = [(request_id, one.buddy_id) for request_id, one in outcome.pairs.items()]
    known = [
        (_scores(before, request_id), _scores(after, request_id), request_id, buddy_id)
        for request_id, buddy_id in pairs
    ]
    found = [
        Shift(request_id, was[buddy_id], now[buddy_id])
        for was, now, request_id, buddy_id in known
        if buddy_id in was and buddy_id in now
    ]
    return tuple(sorted(found, key=lambda one: (-abs(one.points), one.request_id)))


def _scores(rankings: Mapping[int, Ranking], request_id: int) -> dict[int, Scored]:
    ranking = rankings.get(request_id)
    return {one.buddy_id: one for one in ranking.shortlist} if ranking else {}


def _everybody(outcome: Outcome) -> dict[int, int | None]:
    with_buddy = {request_id: one.buddy_id for request_id, one in outcome.pairs.items()}
    return {**dict.fromkeys(outcome.unmatched), **with_buddy}
