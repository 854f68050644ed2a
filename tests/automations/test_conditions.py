"""IF: conditions on facts."""

from typing import Any

import pytest

from automations.conditions import all_hold, condition

FACTS = {"state": "confirmed", "changed": ["time", "text"], "party": 2, "reason": None}


@pytest.mark.parametrize(
    ("field", "test", "value", "holds"),
    [
        ("state", "is", "confirmed", True),
        ("state", "is", "waiting", False),
        ("state", "is_not", "waiting", True),
        ("missing", "is_not", "waiting", True),
        ("state", "one_of", ["waiting", "confirmed"], True),
        ("missing", "one_of", ["waiting"], False),
        ("changed", "includes", ["time", "place"], True),
        ("changed", "includes", ["place"], False),
        ("reason", "includes", ["place"], False),
        ("changed", "excludes", ["time", "place"], False),
        ("changed", "excludes", ["place"], True),
        ("reason", "excludes", ["place"], True),
    ],
)
def test_a_condition_looks_at_one_fact(field: str, test: str, value: Any, holds: bool) -> None:
    found = condition({"field": field, "test": test, "value": value})

    assert found.holds(FACTS) is holds


def test_all_of_them_must_hold_and_none_is_no_condition() -> None:
    yes = condition({"field": "party", "test": "is", "value": 2})
    no = condition({"field": "party", "test": "is", "value": 3})

    assert [all_hold(some, FACTS) for some in ([yes], [yes, no], [])] == [True, False, True]


def test_an_unknown_test_is_refused() -> None:
    with pytest.raises(KeyError):
        condition({"field": "party", "test": "rhymes_with", "value": 2})
