"""Everything that can be asked with forged input, over HTTP: nobody learns or changes what is not theirs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urljoin

import pytest
from flask import Flask
from itsdangerous import Signer
from sqlalchemy import select

from demo import fill
from store.database import Database
from store.models import Account, Appointment, Event, SignUp
from store.states import EventState
from tests.flows.attacker import HEADERS, UPDATE, Attacker, addresses, changed, forged, opened, secrets, state_of
from tests.invented import invented_years, point_in

__all__ = ["invented_years"]
EVIL = (
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "\\\\evil",
)
# What policy staff are there to do: signals, improvements, what happened, reports, views of their own.
WORK_OF_POLICY = {
    *("signal", "improvement", "improvement_topic", "improvement_signal", "marker"),
    *("report", "saved_view", "journal_line"),
}
SCRIPT = "<script>alert(1)</script>"


@dataclass(frozen=True)
class Point:
    server: Flask
    database: Database
    now: datetime
    buddy_id: int
    account_id: int
    appointment_ids: tuple[int, ...]


@pytest.fixture(scope="module")
def point(invented_years: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Point]:
    """A support point as it starts for a visitor who tries it out: years of invented data, both doors."""
    with point_in(tmp_path_factory.mktemp("point"), invented_years) as one:
        with one.database.reading() as session:
            account = session.scalars(select(Account).where(Account.buddy_id.is_not(None))).one()
            assert account.buddy_id
            agreed = session.scalars(select(Appointment.id).where(Appointment.buddy_id == account.buddy_id)).all()
        yield Point(one.server, one.database, one.now, account.buddy_id, account.id, tuple(agreed))


def attacker(point: Point, role: str) -> Attacker:
    (login,) = [one for one in fill.LOGINS if one.role == role]
    return Attacker(point.server).sign_in(login.email, login.password)


def test_a_buddy_learns_nothing_of_others_from_any_callback_and_changes_only_their_own(point: Point) -> None:
    buddy, others, before = attacker(point, "buddy"), secrets(point.database, point.buddy_id), state_of(point.database)

    for callback in buddy.callbacks():
        for body in forged(callback):
            answer = buddy.send(body)
            assert not others.found_in(answer), body

    mine = (f"('buddy_id', {point.buddy_id})", f"('actor', 'account:{point.account_id}')")
    strange = {
        (table, row) for table, row in changed(before, state_of(point.database)) if not _is_of(table, row, mine, point)
    }
    assert strange == set()


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

    for callback in policy.callbacks():
        for body in forged(callback):
            answer = policy.send(body)
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


@pytest.mark.parametrize("role", ["nobody", "buddy", "policy"])
def test_no_address_of_the_server_tells_about_people(point: Point, role: str) -> None:
    visitor = Attacker(point.server) if role == "nobody" else attacker(point, role)
    others = secrets(point.database, point.buddy_id if role == "buddy" else None)
    parts = ("1", "2", "..%2f..%2fconfig.py", "../../var/keys.env", "%00", "é", "x" * 3000)

    for rule in point.server.url_map.iter_rules():
        for part in parts if "<" in rule.rule else ("",):
            address = "".join(part if "<" in piece else piece for piece in _pieces(rule.rule))
            answer = visitor.client.get(address)
            assert answer.status_code < 500, address
            assert not others.found_in(answer), address
            assert b"RODEDRAAD_SECRET_KEY" not in answer.data


def _pieces(rule: str) -> list[str]:
    return rule.replace("<", "\0<").replace(">", ">\0").split("\0")


@pytest.mark.parametrize("body", [b"", b"{", b"null", b"[" * 50_000, b'{"output": 1}', b"\xff\xfe"])
def test_a_malformed_call_is_refused_kindly(point: Point, body: bytes) -> None:
    administrator = attacker(point, "administrator")
    headers = {**HEADERS, "X-CSRFToken": administrator.form_token}

    answer = administrator.client.post(UPDATE, data=body, content_type="application/json", headers=headers)

    assert 400 <= answer.status_code < 500


@pytest.mark.parametrize("wanted", EVIL)
def test_nobody_is_sent_to_another_site(point: Point, wanted: str) -> None:
    visitor, login = Attacker(point.server), fill.LOGINS[2]
    switched = visitor.client.get("/taal/en", query_string={"naar": wanted})
    token = visitor.token()
    typed = {"email": login.email, "password": login.password, "naar": wanted, "csrf_token": token}

    signed_in = visitor.client.post("/inloggen", data=typed, headers=HEADERS)

    for answer in (switched, signed_in):
        assert urljoin("https://punt.example/", answer.location).startswith("https://punt.example/")


def sign_up(point: Point, **typed: str) -> tuple[Attacker, str]:
    """Sign up for a café that is open; returns who did, and where the answer sent them."""
    with point.database.reading() as session:
        event = session.scalars(
            select(Event).where(
                Event.state == EventState.OPEN, Event.starts_at > point.now, Event.seats_taken < Event.seats
            )
        ).first()
    assert event
    visitor, opened_at = Attacker(point.server), point.now - timedelta(minutes=1)
    geopend = Signer(point.server.secret_key or "", salt="form opened").sign(f"{opened_at:%Y-%m-%dT%H:%M:%S}").decode()
    form = {"party": "1", "csrf_token": visitor.token(f"/cafe/{event.id}"), "geopend": geopend, **typed}
    headers = {**HEADERS, "X-Forwarded-Host": "evil.example"}
    answer = visitor.client.post(f"/cafe/{event.id}/aanmelden", data=form, headers=headers)
    assert answer.status_code in (303, 400, 413, 422)
    return visitor, answer.location or ""


def test_a_name_with_a_script_stays_text_and_a_false_host_leads_nowhere(point: Point) -> None:
    visitor, location = sign_up(point, name=SCRIPT, email="script@example.nl")

    page = visitor.client.get(location, headers={"Host": "evil.example"})

    assert location.startswith("/link/")
    assert "&lt;script&gt;" in page.text
    assert SCRIPT not in page.text
    assert "evil.example" not in page.text


@pytest.mark.parametrize(
    "typed",
    [
        {"name": "Eva\r\nBcc: all@evil.example", "email": "eva@example.nl"},
        {"name": "Eva", "email": "eva@example.nl\r\nBcc: all@evil.example"},
        {"name": "é" * 300_000, "email": "groot@example.nl"},
        {"name": "Eva", "email": "eva2@example.nl", "party": "9" * 400},
        {"name": "Eva\0", "email": "eva3@example.nl"},
    ],
)
def test_what_is_kept_of_a_sign_up_fits_one_line(point: Point, typed: dict[str, str]) -> None:
    sign_up(point, **typed)

    with point.database.reading() as session:
        kept = [f"{one.name} {one.email}" for one in session.scalars(select(SignUp))]
    assert not [one for one in kept if set("\r\n\0") & set(one) or len(one) > 400]
