"""Who signs up too fast, too often or without our form is stopped, and loses nothing."""

from collections import Counter
from datetime import timedelta

import pytest

from store.database import Database
from tests.public.signing_up import FARIDA, listed, quiet_cafe
from tests.public.visitor import Page, Visitor

__all__ = ["quiet_cafe"]


def test_a_program_that_fills_in_everything_is_kept_out(passer_by: Visitor, sqlite: Database, quiet_cafe: int) -> None:
    trapped = passer_by.send(f"/cafe/{quiet_cafe}", **FARIDA, website="https://example.com")

    assert (trapped.status_code, listed(sqlite, quiet_cafe)) == (422, [])


@pytest.mark.parametrize("opened", [None, "", "2020-01-01T00:00:00.forged"])
def test_a_form_sent_within_seconds_asks_to_look_again(
    passer_by: Visitor, sqlite: Database, quiet_cafe: int, opened: str | None
) -> None:
    fields = passer_by.read(f"/cafe/{quiet_cafe}").forms[0]
    forged = fields if opened is None else fields | {"geopend": opened}

    first = passer_by.client.post(f"/cafe/{quiet_cafe}/aanmelden", data=forged | FARIDA)
    passer_by.clock.wait(seconds=5)
    second = passer_by.client.post(f"/cafe/{quiet_cafe}/aanmelden", data=Page(first.text).forms[0] | FARIDA)

    assert (first.status_code, second.status_code) == (422, 303)


def test_a_form_without_our_token_is_refused(passer_by: Visitor, sqlite: Database, quiet_cafe: int) -> None:
    passer_by.read(f"/cafe/{quiet_cafe}")

    sent = passer_by.client.post(f"/cafe/{quiet_cafe}/aanmelden", data=FARIDA)

    assert (sent.status_code, listed(sqlite, quiet_cafe)) == (403, [])


def test_one_network_can_try_only_so_often(passer_by: Visitor, sqlite: Database, quiet_cafe: int) -> None:
    answers = []
    for number in range(42):
        fields = passer_by.read(f"/cafe/{quiet_cafe}").forms[0]
        passer_by.clock.wait(seconds=4)
        typed = {"name": "Anna", "email": f"a{number}@example.nl", "party": "1"}
        from_where = {"X-Forwarded-For": f"203.0.113.{number}"}
        answers.append(passer_by.client.post(f"/cafe/{quiet_cafe}/aanmelden", data=fields | typed, headers=from_where))

    assert Counter(answer.status_code for answer in answers) == {303: 40, 422: 2}
    assert "Dit is nu vaak geprobeerd." in answers[-1].text


def test_a_refused_attempt_counts_too(passer_by: Visitor, quiet_cafe: int) -> None:
    """Otherwise somebody could find out in one evening who of a whole school comes."""
    for _attempt in range(40):
        passer_by.send(f"/cafe/{quiet_cafe}", **FARIDA)
        passer_by.clock.moment -= timedelta(seconds=30)

    assert "Dit is nu vaak geprobeerd." in passer_by.send(f"/cafe/{quiet_cafe}", **FARIDA).text
