"""Two outcomes side by side: for whom does something change."""

from collections.abc import Mapping
from dataclasses import dataclass

from matching.everybody import Outcome


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


def _everybody(outcome: Outcome) -> dict[int, int | None]:
    with_buddy = {request_id: one.buddy_id for request_id, one in outcome.pairs.items()}
    return {**dict.fromkeys(outcome.unmatched), **with_buddy}
