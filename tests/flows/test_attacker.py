"""Everything that can be asked with forged input, over HTTP: nobody learns or changes what is not theirs."""

from collections.abc import Iterator
from itertools import islice

import pytest
from werkzeug.test import TestResponse

from tests.flows.attacked import Point, attacker, point
from tests.flows.attacker import Attacker, addresses, changed, forged, opened, secrets, state_of
from tests.invented import invented_years

__all__ = ["invented_years", "point"]


# What policy staff are there to do: signals, improvements, what happened, reports, views of their own.
WORK_OF_POLICY = {
    *("signal", "improvement", "improvement_topic", "improvement_signal", "marker"),
    *("report", "saved_view", "journal_line"),
}


def test_a_buddy_learns_nothing_of_others_from_any_callback_and_changes_only_their_own(point: Point) -> None:
    buddy, others, before = attacker(point, "buddy"), secrets(point.database, point.buddy_id), state_of(point.database)

    for body, answer in tried_on_all(buddy):
        assert not others.found_in(answer), body

    mine = (f"('buddy_id', {point.buddy_id})", f"('actor', 'account:{point.account_id}')")
    strange = {
        (table, row) for table, row in changed(before, state_of(point.database)) if not _is_of(table, row, mine, point)
    }
    assert strange == set()


def tried_on_all(visitor: Attacker) -> Iterator[tuple[object, TestResponse]]:
    """Every callback with every forged body; with one body where the gate is closed, which looks at the role alone.

    Without inputs nothing behind the gate can refuse: only the gate itself then answers 403.
    """
    for callback in visitor.callbacks():
        closed = visitor.send({"output": callback["output"]}).status_code == 403
        for body in islice(forged(callback), 1 if closed else None):
            yield body, visitor.send(body)


def _is_of(table: str, row: str, mine: tuple[str, ...], point: Point) -> bool:
    return (
        any(mark in row for mark in mine)
        or (table == "buddy" and f"('id', {point.buddy_id})" in row)
        or (table == "taken_quarter" and any(f"('appointment_id', {one})" in row for one in point.appointment_ids))
        or (table == "feed" and f"('subject', '{point.account_id}')" in row)
    )


@pytest.mark.parametrize("role", ["buddy", "policy"])
def test_no_page_shows_what_belongs_to_another(point: Point, role: str) -> None:
    visitor = attacker(point, role)
    others = secrets(point.database, point.buddy_id if role == "buddy" else None)

    for address in addresses():
        for answer in (visitor.client.get(address), opened(visitor, address)):
            assert answer.status_code < 500, address
            assert not others.found_in(answer), address


def test_policy_staff_learn_no_name_and_change_nothing_with_any_callback(point: Point) -> None:
    policy, people, before = attacker(point, "policy"), secrets(point.database), state_of(point.database)

    for body, answer in tried_on_all(policy):
        assert not people.found_in(answer), body

    assert {table for table, _row in changed(before, state_of(point.database))} <= WORK_OF_POLICY


@pytest.mark.parametrize("headers", [{"X-CSRFToken": ""}, {"X-CSRFToken": "x" * 32}, {"Sec-Fetch-Site": "cross-site"}])
def test_no_callback_answers_another_site_or_a_wrong_token(point: Point, headers: dict[str, str]) -> None:
    coordinator = attacker(point, "coordinator")

    statuses = {coordinator.send(next(forged(one)), **headers).status_code for one in coordinator.callbacks()}

    assert statuses == {403}


def test_no_callback_answers_a_passer_by(point: Point) -> None:
    known, passer_by = attacker(point, "coordinator").callbacks(), Attacker(point.server)
    passer_by.token()

    statuses = {passer_by.send(next(forged(one)), **{"X-CSRFToken": passer_by.token()}).status_code for one in known}

    assert statuses <= {401, 403}
