"""The first page and the pages of plain words."""

from datetime import datetime, timedelta

import pytest

from store.database import Database
from tests import make
from tests.public.visitor import Visitor


def test_the_first_page_shows_the_next_three_and_how_to_reach_us(
    visitor: Visitor, database: Database, now: datetime
) -> None:
    with database.writing() as session:
        made = [make.cafe(session, now=now, starts_at=now + timedelta(days=days)) for days in (4, 1, 3, 2)]

    links = visitor.read("/").links

    assert [link for link in links if link.startswith("/cafe/")] == [f"/cafe/{made[n]}" for n in (1, 3, 2)]
    assert {"tel:0721234567", "/agenda", "/buddy", "/wie-ziet-wat"} <= set(links)


def test_without_cafes_the_first_page_still_helps(passer_by: Visitor) -> None:
    assert "Er staat nu geen oudercafé gepland" in passer_by.read("/").text


@pytest.mark.parametrize("address", ["/", "/agenda", "/wie-ziet-wat", "/toegankelijkheid"])
def test_a_page_needs_no_script_and_only_our_own_host(passer_by: Visitor, address: str) -> None:
    response = passer_by.client.get(address)

    assert "<script" not in response.text
    assert "script-src 'self'" in response.headers["Content-Security-Policy"]
    assert [link for link in passer_by.read(address).links if link.startswith(("http:", "https:"))] == []


def test_every_link_on_the_pages_answers(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.cafe(session, now=now)
    todo, done = {"/"}, set[str]()

    while todo:
        address = todo.pop()
        done.add(address)
        found = passer_by.client.get(address)
        assert found.status_code in (200, 302), address
        if found.mimetype == "text/html" and found.status_code == 200:
            todo |= {link.partition("#")[0] for link in passer_by.read(address).links if link.startswith("/")}
        todo -= done | {"", "/inloggen"}  # signing in belongs to the other door

    assert {"/", "/agenda", "/buddy", "/cafe/1", "/cafe/1/agenda.ics", "/wie-ziet-wat", "/toegankelijkheid"} <= done


def test_search_engines_stay_out_of_links_from_letters(passer_by: Visitor) -> None:
    assert "Disallow: /link/" in passer_by.client.get("/robots.txt").text


def test_the_pages_speak_english_on_request(passer_by: Visitor) -> None:
    passer_by.client.get("/taal/en")

    assert '<html lang="en"' in passer_by.client.get("/").text


def test_the_first_page_leads_to_answers_people_and_young_people(passer_by: Visitor) -> None:
    links = set(passer_by.read("/").links)

    wanted = {"/informatie", "/informatie/zorgplicht", "/buddy", "/agenda", "/vertellis", "/jong", "tel:0721234567"}
    assert wanted <= links
