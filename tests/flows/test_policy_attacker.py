"""Somebody with a login for policy and bad intentions, over HTTP: what can they find out about one question?"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import select

from domain.actors import Role
from domain.register import breakdowns, cells, counted_cells, counts
from domain.register.published_parts import added
from store.models import Pupils, Rollup
from tests import make
from tests.flows.attacker import Attacker, opened
from tests.flows.policy_reader import (
    Answers,
    asked_of,
    choices,
    counts_in,
    differing,
    everything,
    open_to,
    signed_in,
)
from tests.invented import Point, invented_years, point_in
from tests.trends.attacker import bounds_of_everything
from trends.disclosure import STEP, Protected, Sum
from trends.lattice import BY_KEY, Cell
from trends.periods import first_day

__all__ = ["invented_years"]
TRENDS, POLICY = "/werk/trends", "/werk/beleid"


@pytest.fixture(scope="module")
def point(invented_years: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Point]:
    with point_in(tmp_path_factory.mktemp("point"), invented_years) as one:
        yield one


@pytest.fixture(scope="module")
def before(point: Point) -> Answers:
    return everything(signed_in(point, Role.POLICY), open_to(Role.POLICY))


def test_everything_that_can_be_asked_was_asked(before: Answers) -> None:
    """So that the tests below are not blind: all years with all groups, in the page and in its files."""
    assert sum(name.startswith(f"{POLICY} ") for name in before) > 100
    assert sum(b'"content"' in answer for answer in before.values()) > 30


def test_every_count_in_every_answer_is_rounded(point: Point, before: Answers) -> None:
    with point.database.reading() as session:
        pupils = set(session.scalars(select(Pupils.pupils)))  # everybody may know those

    odd = {name: numbers for name, answer in before.items() if (numbers := set(unrounded(answer)) - pupils)}

    assert odd == {}


def unrounded(answer: bytes) -> list[float]:
    return [number for number in counts_in(answer) if number.is_integer() and number % STEP]


def test_the_sweep_sees_exact_counts_where_they_are(point: Point) -> None:
    assert any(unrounded(answer) for answer in exact(point).values())


def exact(point: Point) -> Answers:
    """The same pages and files as a coordinator gets them, for a few of their choices."""
    coordinator = signed_in(point, Role.COORDINATOR)
    asked = requests_of(coordinator, "trends-", 3)
    return {json.dumps(body): coordinator.send(body).data for body in asked}


@pytest.mark.parametrize("address", [TRENDS, f"{TRENDS}?jaar=2025", "/werk/dekking", "/werk/vragen", "/werk/netwerk"])
def test_exact_pages_are_refused_whatever_the_address_says(point: Point, address: str) -> None:
    policy = signed_in(point, Role.POLICY)

    answers = policy.client.get(address), opened(policy, address)

    assert answers[0].status_code in (403, 404)
    assert counts_in(answers[1].data) == []


def test_callbacks_of_exact_pages_are_refused_after_a_coordinator_asked_the_same(point: Point) -> None:
    """Whatever is kept between two visitors, is kept apart by what they may see."""
    asked = requests_of(signed_in(point, Role.COORDINATOR), "trends-", 6)
    coordinator, policy = signed_in(point, Role.COORDINATOR), signed_in(point, Role.POLICY)

    statuses = [(coordinator.send(body).status_code, policy.send(body).status_code) for body in asked]

    assert {status for _, status in statuses} == {403}
    assert 200 in {status for status, _ in statuses}


def requests_of(reader: Attacker, prefix: str, of_each: int) -> list[dict[str, Any]]:
    values = choices(opened(reader, TRENDS).get_json())
    wanted = [one for one in reader.callbacks() if prefix in one["output"]]
    return [body for callback in wanted for _name, body in islice(asked_of(callback, values), of_each)]


def test_no_hidden_number_of_the_point_is_narrow_beside_all_others(point: Point) -> None:
    with point.database.reading() as session:
        shown = cells.published(session)

    bounds = bounds_of_everything(shown)

    hidden = [cell for cell, one in shown.items() if one.value is None]
    assert [cell for cell in hidden if bounds[cell][1] - bounds[cell][0] < 2] == []
    assert len(hidden) > 300


def test_choosing_several_together_with_and_without_a_small_one_tells_no_more_than_a_blind_guess(point: Point) -> None:
    """300 small numbers, each with 200 choices (these, these and the small one) of what can be added up."""
    shown, small, chance = *small_numbers(point), Random(0)
    others = sorted(shown)
    usual = Counter(small.values()).most_common(1)[0]

    right = 0
    for cell, count in chance.sample(sorted(small.items()), min(300, len(small))):
        told = [with_and_without(shown, cell, chance.sample(others, 5)) for _ in range(200)]
        guess = round(sum(told) / len(told))
        right += (guess if guess in range(1, 5) else usual[0]) == count

    assert right / min(300, len(small)) <= usual[1] / len(small) + 0.05


def test_the_same_choices_over_exact_numbers_would_tell_everything(point: Point) -> None:
    _shown, small = small_numbers(point)
    exact = {cell: Sum(count, count, count) for cell, count in small.items()}

    cell, *rest = sorted(exact)

    assert total_of(exact, [cell, *rest[:5]]) - total_of(exact, rest[:5]) == small[cell]


def total_of(numbers: Mapping[Cell, Sum], wanted: Iterable[Cell]) -> int:
    return sum(numbers[cell].shown for cell in wanted)


def with_and_without(shown: Mapping[Cell, Protected], cell: Cell, others: list[Cell]) -> int:
    several = added(shown, [*others, cell]), added(shown, others)
    assert several[0] and several[1]
    return several[0].shown - several[1].shown


def small_numbers(point: Point) -> tuple[Mapping[Cell, Protected], Mapping[Cell, int]]:
    """Everything published, and the numbers of one up to four behind it."""
    with point.database.reading() as session:
        shown = cells.published(session)
        levels = {(BY_KEY[cell.level], cell.period) for cell in shown}
        exact = counted_cells.counted(session, sorted(levels, key=lambda one: (one[0].key, one[1])))
    return shown, {cell: exact[cell] for cell in shown if exact.get(cell, 0) in range(1, 5)}


def test_late_questions_change_no_answer_by_a_single_byte(point: Point, before: Answers) -> None:
    """One family more or three hundred, in every place and about everything: no answer is counted from them."""
    control = exact(point)
    register_everywhere(point, 300)

    after = everything(signed_in(point, Role.POLICY), open_to(Role.POLICY))
    assert differing(before, after) == []
    assert differing(control, exact(point)), "the same questions do change what a coordinator sees"


def register_everywhere(point: Point, questions: int) -> None:
    """Late entries over all closed months, and every job that follows from them."""
    chance = Random(questions)
    with point.database.writing() as session:
        months = sorted(set(session.scalars(select(Rollup.month))))
        for number in range(questions):
            make.question(
                session,
                now=point.now,
                topics=(chance.choice(["A1", "B2", "D2", "F6", "G3"]),),
                municipality=chance.choice([None, "GM0361", "GM0373"]),
                sector=chance.choice(["po", "vo"]),
                asked_on=first_day(months[number % (len(months) - 1)]),
            )
    with point.database.writing() as session:
        counts.refresh(session, now=point.now)
        breakdowns.refresh(session, now=point.now)
        assert counts.publish(session, now=point.now) == 0
