"""What staff decide on the page of one request: urgency, pairs that must not be; and what another buddy would cost."""

from datetime import datetime, timedelta

import pytest

from dashboard.parts.buddying.urgency_choice import CHOICE
from dashboard.parts.planning.pair_words import BACK, PAIR
from domain.matchmaking import pair_wishes, plans, prepared
from store.database import Database
from store.models import Request
from store.queries.matchmaking.pair_wishes import ACQUAINTED, VETO, of_request
from tests import make
from tests.dashboard.planning.planning import staff
from tests.doors import Visitor, many, prop_id

BY = make.COORDINATOR


@pytest.fixture
def asked(sqlite: Database, now: datetime) -> int:
    """Farida waits; Anna fits, and Bart who knows another age; each has one place. Joris speaks only with Anna."""
    with sqlite.writing() as session:
        make.buddy(session, now=now, max_load=1, languages=("nl", "tr"))
        make.buddy(session, now=now, name="Bart", email="bart@example.nl", age_bands=("16-18",), max_load=1)
        request_id = make.request(session, now=now - timedelta(days=27))
        make.request(session, now=now, name="Joris Bos", email="j@example.nl", languages=("tr",))
        return request_id


def opened(visitor: Visitor, request_id: int) -> str:
    inputs = [("request-number", "data", request_id), ("request-changed", "data", None)]
    return str(visitor.call("request.children", [*inputs, ("request-everybody", "data", False)]).get_json())


def changed(visitor: Visitor, part: str, inputs: list[tuple[object, str, object]], request_id: int, key: str) -> str:
    known = visitor.doors.dashboard.callback_map
    (output,) = [one for one, callback in known.items() if part in str(callback["inputs"])]
    answer = visitor.call(output, inputs, [("request-number", "data", request_id)], [key])
    return answer.get_data(as_text=True)


def say(visitor: Visitor, what: str, request_id: int, buddy_id: int) -> str:
    name = {"type": PAIR, "what": what, "buddy": buddy_id}
    pressed = many((name, "n_clicks", 1))
    return changed(visitor, f'"type":"{PAIR}"', [(..., "", pressed)], request_id, prop_id(name, "n_clicks"))


def hurry(visitor: Visitor, level: object, request_id: int) -> str:
    return changed(visitor, CHOICE, [(CHOICE, "value", level)], request_id, f"{CHOICE}.value")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (ACQUAINTED, "Anna de Vries en de ouder kennen elkaar."),
        (VETO, "Nooit Anna de Vries bij deze ouder."),
    ],
)
def test_a_pair_that_must_not_be_is_said_read_and_taken_back(
    sqlite: Database, now: datetime, asked: int, kind: str, words: str
) -> None:
    visitor = staff(sqlite, now)

    say(visitor, kind, asked, 1)
    page = opened(visitor, asked)
    say(visitor, BACK, asked, 1)

    assert [words in page, "Stel Anna de Vries voor" in page, "Stel Bart voor" in page] == [True, False, True]
    assert ["Stel Anna de Vries voor" in opened(visitor, asked), words in opened(visitor, asked)] == [True, False]


def test_what_a_buddy_said_can_be_taken_back_by_staff(sqlite: Database, now: datetime, asked: int) -> None:
    with sqlite.writing() as session:
        pair_wishes.acquainted(session, asked, 1, by=make.buddy_actor(1), now=now)
    visitor = staff(sqlite, now)
    page = opened(visitor, asked)

    say(visitor, BACK, asked, 1)

    assert "de buddy, " in page
    with sqlite.reading() as session:
        assert of_request(session, asked) == ()


def test_how_urgent_it_is_is_one_tap(sqlite: Database, now: datetime, asked: int) -> None:
    visitor = staff(sqlite, now)

    said = [hurry(visitor, level, asked) for level in ("2", "2", "1")]

    assert ["In een volgend plan telt het mee." in one for one in said] == [True, False, True]
    with sqlite.reading() as session:
        assert session.get_one(Request, asked).urgency == 1


@pytest.mark.parametrize("level", ["3", "x", None, {"a": 1}])
def test_a_forged_urgency_is_refused(sqlite: Database, now: datetime, asked: int, level: object) -> None:
    assert "Kies gewoon, haast of dringend." in hurry(staff(sqlite, now), level, asked)


def test_in_a_plan_each_other_buddy_says_what_choosing_them_would_cost(
    sqlite: Database, now: datetime, asked: int
) -> None:
    with sqlite.writing() as session:
        plans.make(session, by=BY, now=now)

    page = opened(staff(sqlite, now), asked)

    assert ["In het plan staat Bart." in page, "staat in het plan" in page] == [True, True]
    assert ["Dan krijgt 1 ouder geen buddy." in page, "Joris krijgt dan geen buddy (nu Anna de Vries)." in page] == [
        True,
        True,
    ]


def test_a_proposal_that_is_ready_counts_as_the_plan(sqlite: Database, now: datetime, asked: int) -> None:
    with sqlite.writing() as session:
        prepared.apply(session, plans.make(session, by=BY, now=now), by=BY, now=now)

    assert "In het plan staat Bart." in opened(staff(sqlite, now), asked)


def test_without_a_plan_nothing_is_said_about_costs(sqlite: Database, now: datetime, asked: int) -> None:
    page = opened(staff(sqlite, now), asked)

    assert ["In het plan" in page, "Dan krijgt" in page, "Stel Bart voor" in page] == [False, False, True]


def test_who_has_nobody_reads_what_is_missing_and_the_smallest_change(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.buddy(session, now=now, certificate_seen_on=None)
        request_id = make.request(session, now=now)

    page = opened(staff(sqlite, now), request_id)

    said = ("Wat zou helpen", "heeft nog geen training of geldige VOG", "Als Anna de Vries een geldige VOG laat zien",
            "Stap voor stap, van 1 buddy", "/werk/buddys/1")  # fmt: skip
    assert [one for one in said if one not in page] == []
