"""Buddies as the coordinator sees them: listed, filtered, added, changed."""

from datetime import datetime, timedelta
from typing import Any

from dashboard.pages.buddying.one_buddy import FORM
from dashboard.parts.dialog import DIALOG
from domain import forms
from store.database import Database
from store.models import Account, Buddy, Request
from store.queries.buddying import buddies
from store.states import RequestState
from tests import make
from tests.doors import Doors, Visitor, many, prop_id


def staff(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def buddy_list(visitor: Visitor, topic: str | None, place: str | None, turn: str | None = None) -> str:
    inputs = [("buddies-topic", "value", topic), ("buddies-place", "value", place), ("buddies-turn", "value", turn)]
    return visitor.call("buddies-list.children", inputs).get_data(as_text=True)


def test_buddies_are_listed_with_what_needs_attention(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.match(session, now=now)
        old = datetime(2023, 11, 1).date()  # noqa: DTZ001 - a date
        make.buddy(session, now=now, name="Xandra", email="x@example.nl", certificate_seen_on=old, trained_on=None)

    page = buddy_list(staff(sqlite, now), None, None)

    assert [said for said in ("1 van 2", "VOG verlopen", "Nog geen training", "In orde") if said not in page] == []


def test_buddies_are_filtered_by_topic_and_place(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.buddy(session, now=now)
        make.buddy(session, now=now, name="Xandra", email="x@example.nl", topics=("E1",), municipality_code="GM0450")
    visitor = staff(sqlite, now)

    assert "Xandra" not in buddy_list(visitor, "F1", None)
    assert "Anna" not in buddy_list(visitor, None, "GM0450")
    assert "Niemand gevonden" in buddy_list(visitor, "F1", "GM0450")


def test_buddies_who_are_full_and_whom_nobody_asked_for_long_are_counted_and_can_be_picked_out(
    sqlite: Database, now: datetime
) -> None:
    with sqlite.writing() as session:
        make.match(session, now=now, name="Vera Vol", max_load=1)
        long_ago = now - timedelta(days=200)
        make.buddy(session, now=long_ago, name="Lang Leden", email="l@example.nl", topics=("E1",))
        make.buddy(session, now=now, name="Nieuw", email="n@example.nl", topics=("E1",))
    visitor = staff(sqlite, now)

    every, full, overlooked = (buddy_list(visitor, None, None, turn) for turn in (None, "full", "overlooked"))

    said = "1 buddy heeft geen plek meer. 1 buddy met plek is al drie maanden of langer niet gevraagd."
    shown = [[name in page for name in ("Vera Vol", "Lang Leden", "Nieuw")] for page in (every, full, overlooked)]
    assert (said in every, shown) == (True, [[True] * 3, [True, False, False], [False, True, False]])


TYPED: dict[str, Any] = {
    "name": "Bram",
    "email": "bram@example.nl",
    "municipality": "GM0361",
    "travel_km": 10,
    "topics": ["F1"],
    "contact_modes": ["phone"],
    "languages": ["nl"],
    "max_load": 2,
}


def save(visitor: Visitor, number: int | None = None, clicks: int | None = 1, **changes: Any) -> str:
    with visitor.doors.database.reading() as session:
        form = forms.load(session, FORM)
    typed = {**TYPED, **changes}
    fields = [({"type": "field", "form": FORM, "key": one.key}, "value", typed.get(one.key)) for one in form.fields]
    answer = visitor.call(
        visitor.doors.output_of('"form":"buddy"', "address.href"),
        [("buddy-save", "n_clicks", clicks)],
        [(..., "", many(*fields)), ("buddy-number", "data", number)],
    )
    return answer.get_data(as_text=True)


def test_a_new_buddy_gets_an_account(database: Database, now: datetime) -> None:
    save(staff(database, now))

    with database.reading() as session:
        row = session.query(Buddy).one()
        account = session.query(Account).one()
        assert (row.name, account.buddy_id, account.roles) == ("Bram", row.id, ["buddy"])


def test_a_mistake_is_named_at_its_field_and_nothing_is_written(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.buddy(session, now=now, email="bram@example.nl")
    visitor = staff(sqlite, now)

    assert "Vul 3 of minder in" in save(visitor, max_load=4)
    assert "Er is al een buddy met dit e-mailadres." in save(visitor)
    with sqlite.reading() as session:
        assert (session.query(Buddy).count(), session.query(Account).count()) == (1, 0)


def test_a_buddy_is_changed_and_says_goodbye(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    save(visitor)
    with sqlite.reading() as session:
        number = session.query(Buddy).one().id

    save(visitor, number, name="Bram Bakker")
    stop = {"type": DIALOG, "name": "buddy-stop", "part": "yes"}
    visitor.call(
        "buddy-changed.data",
        [("buddy-pause", "n_clicks", None), (stop, "n_clicks", 1)],
        [("buddy-number", "data", number)],
        [prop_id(stop, "n_clicks")],
    )

    with sqlite.reading() as session:
        row = session.get_one(Buddy, number)
        assert (row.name, row.stopped_at, session.query(Account).one().active) == ("Bram Bakker", now, False)
        assert buddies.listed(session) == ()


def test_a_button_that_was_only_just_drawn_does_nothing(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.buddy(session, now=now)
        request_id = make.request(session, now=now)
    visitor = staff(sqlite, now)
    drawn = {"type": DIALOG, "name": "close-request", "part": "yes"}

    visitor.call(
        "request-changed.data",
        [(..., "", many((drawn, "n_clicks", None)))],
        [("request-number", "data", request_id)],
        [prop_id(drawn, "n_clicks")],
    )
    answer = save(visitor, 1, clicks=None)

    assert "address" not in answer
    with sqlite.reading() as session:
        assert (session.query(Buddy).one().name, session.query(Request).one().state) == (
            "Anna de Vries", RequestState.OPEN,
        )  # fmt: skip
