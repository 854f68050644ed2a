"""Forged input from outside, over HTTP: nobody is led elsewhere and no page runs what a stranger typed."""

from datetime import timedelta
from urllib.parse import urljoin

import pytest
from itsdangerous import Signer
from sqlalchemy import select

from demo import fill
from store.models import Event, SignUp
from store.states import EventState
from tests.flows.attacked import Point, attacker, point
from tests.flows.attacker import HEADERS, UPDATE, Attacker, secrets
from tests.invented import invented_years

__all__ = ["invented_years", "point"]


EVIL = (
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "\\\\evil",
)
SCRIPT = "<script>alert(1)</script>"


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
