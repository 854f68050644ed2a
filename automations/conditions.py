"""IF: conditions on the facts of what happened, as data."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from i18n import lazy

Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Test:
    """One way to look at a fact; `value` is what staff filled in."""

    label: lazy
    holds: Callable[[Any, Any], bool]


TESTS: Mapping[str, Test] = {
    "is": Test(lazy("is"), lambda fact, value: bool(fact == value)),
    "is_not": Test(lazy("is niet"), lambda fact, value: bool(fact != value)),
    "one_of": Test(lazy("is een van"), lambda fact, value: fact in value),
    "includes": Test(lazy("bevat een van"), lambda fact, value: not set(fact or ()).isdisjoint(value)),
    "excludes": Test(lazy("bevat geen van"), lambda fact, value: set(fact or ()).isdisjoint(value)),
}


@dataclass(frozen=True)
class Condition:
    """`field` of the facts, one of `TESTS`, a value. `includes` and `excludes` look at what changed: `changed`."""

    field: str
    test: str
    value: Any

    def holds(self, facts: Facts) -> bool:
        """Whether it is so; a fact that is not there is None."""
        return TESTS[self.test].holds(facts.get(self.field), self.value)


def all_hold(conditions: Sequence[Condition], facts: Facts) -> bool:
    """Whether every condition holds; without conditions they do."""
    return all(condition.holds(facts) for condition in conditions)


def condition(data: Mapping[str, Any]) -> Condition:
    """A condition as it stands in the catalogue; raises KeyError when it is none."""
    found = Condition(data["field"], data["test"], data["value"])
    TESTS[found.test]
    return found
