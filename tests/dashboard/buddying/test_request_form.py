"""Staff write down a request on the phone and change it later, over HTTP."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest

from dashboard.parts.buddying.still_wanted_notice import WANTED
from dashboard.parts.dialog import DIALOG
from domain.actors import CLOCK
from domain.matchmaking import still_wanted
from store.database import Database
from store.models import JournalLine, Request
from tests import make
from tests.doors import Doors, Visitor, many, prop_id

FARIDA: dict[str, object] = {
    "name": "Farida",
    "phone": "06 12345678",
    "email": "",
    "municipality": "GM0361",
    "topics": ["F1"],
    "sector": "po",
    "age_band": None,
    "contact_modes": ["phone"],
    "moments": [],
    "languages": ["nl"],
    "style": None,
    "avoid_own_municipality": [],
    "consent": ["yes"],
}


def staff(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def save(visitor: Visitor, typed: Mapping[str, object] | None = None, number: int | None = None) -> str:
    said = {**FARIDA, **(typed or {})}
    if number is not None:
        del said["consent"]
    fields = many(*(({"type": "field", "form": "request", "key": key}, "value", value) for key, value in said.items()))
    output = visitor.doors.output_of('"form":"request"', "address.href")
    states: list[Any] = [(..., "", fields), ("request-form-number", "data", number)]
    return visitor.call(output, [("request-save", "n_clicks", 1)], states).get_data(as_text=True)


def test_a_request_on_the_phone_is_kept_with_its_consent(database: Database, now: datetime) -> None:
    answer = save(staff(database, now))

    with database.reading() as session:
        row = session.query(Request).one()
        assert (row.name, row.phone, [one.code for one in row.topics]) == ("Farida", "06 12345678", ["F1"])
        assert row.consented_at == now
        assert json.loads(answer)["response"]["address"]["href"] == f"/werk/buddyvragen/{row.id}"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"consent": []}, "Zet een vinkje bij"),
        ({"phone": ""}, "Vul uw telefoonnummer of uw e-mailadres in"),
        ({"topics": []}, "Kies minstens één"),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    sqlite: Database, now: datetime, typed: dict[str, object], said: str
) -> None:
    assert said in save(staff(sqlite, now), typed)
    with sqlite.reading() as session:
        assert session.query(Request).count() == 0


def test_a_change_keeps_the_waiting_time_and_is_in_the_journal_once(database: Database, now: datetime) -> None:
    with database.writing() as session:
        number = make.request(session, now=now)
    visitor = staff(database, now + timedelta(days=3))

    for _twice in range(2):
        save(visitor, {"topics": ["F8"], "email": "nieuw@example.nl"}, number)

    with database.reading() as session:
        row = session.get_one(Request, number)
        assert ([one.code for one in row.topics], row.email, row.created_at) == (["F8"], "nieuw@example.nl", now)
        assert session.query(JournalLine).filter_by(kind="request.changed").count() == 1


def test_a_topic_that_ended_can_be_kept_and_not_be_chosen_anew(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.request(session, now=now)
        other = make.request(session, now=now, email="b@example.nl", topics=("F8",))
    with sqlite.writing() as session:
        make.ended_topic(session, "F1", now=now)
    visitor = staff(sqlite, now)

    kept, new = (save(visitor, {"name": "Samira"}, one) for one in (number, other))

    assert ("Bewaard." in kept, "Bewaard." in new) == (True, False)
    with sqlite.reading() as session:
        rows = session.query(Request).order_by(Request.id)
        assert [(one.name, [topic.code for topic in one.topics]) for one in rows] == [
            ("Samira", ["F1"]),
            ("Farida", ["F8"]),
        ]


def test_nobody_else_writes_down_a_request(sqlite: Database, now: datetime) -> None:
    visitor = Doors(sqlite, now).visitor(make.buddy_actor(1))

    save(visitor)

    with sqlite.reading() as session:
        assert session.query(Request).count() == 0


def test_staff_who_asked_by_phone_note_that_a_buddy_is_still_wanted(sqlite: Database, now: datetime) -> None:
    later = now + timedelta(days=45)
    with sqlite.writing() as session:
        number = make.request(session, now=now)
        still_wanted.tend(session, by=CLOCK, now=now + timedelta(days=29))
        still_wanted.tend(session, by=CLOCK, now=later)
    visitor = staff(sqlite, later)
    name = {"type": DIALOG, "name": WANTED, "part": "yes"}
    inputs: list[Any] = [("request-number", "data", number), ("request-changed", "data", None)]
    inputs.append(("request-everybody", "data", False))
    assert "Deze vraag is in de wacht" in visitor.call("request.children", inputs).get_data(as_text=True)

    visitor.call(
        "request-changed.data",
        [(..., "", many((name, "n_clicks", 1)))],
        [("request-number", "data", number)],
        [prop_id(name, "n_clicks")],
    )

    with sqlite.reading() as session:
        assert session.get_one(Request, number).wanted_at == later
