"""Who gets which page: the gate in front of every address of the dashboard."""

from pathlib import Path

import pytest
from flask import Flask

from domain.actors import PARENT
from tests.dashboard.sample import PEOPLE, sample, signed_in

ENCODED = str.maketrans({"/": "%2F", "?": "%3F", "=": "%3D"})


@pytest.mark.parametrize("address", ["/werk/", "/werk/trends?month=3", "/werk/bestaat-niet", "/werk/_dash-iets"])
def test_a_passer_by_is_sent_to_the_log_in_page_and_back(server: Flask, address: str) -> None:
    answer = server.test_client().get(address)

    assert (answer.status_code, answer.location) == (302, f"/inloggen?naar={address.translate(ENCODED)}")


@pytest.mark.parametrize("address", ["/werk/_dash-layout", "/werk/_dash-dependencies", "/werk/_reload-hash"])
def test_a_passer_by_learns_nothing_of_the_frame(server: Flask, address: str) -> None:
    answer = server.test_client().get(address)

    assert answer.status_code == 401


@pytest.mark.parametrize(
    ("address", "status"),
    [("/werk/buddy", 200), ("/werk/cafe", 403), ("/werk/trends", 403), ("/werk/nummer/1", 403), ("/werk/nee", 404)],
)
def test_a_buddy_gets_only_pages_for_buddies(server: Flask, address: str, status: int) -> None:
    answer = signed_in(server, "buddy").get(address)

    assert answer.status_code == status


def test_home_of_a_buddy_is_the_first_own_page(server: Flask) -> None:
    answer = signed_in(server, "buddy").get("/werk/")

    assert (answer.status_code, answer.location) == (302, "/werk/buddy")


@pytest.mark.parametrize("address", ["/werk/_mcp", "/werk/assets/x.js", "/werk/_dash-jobs", "/werk/../werk/_x"])
def test_an_address_that_nobody_declared_stays_closed(server: Flask, address: str) -> None:
    answer = signed_in(server, "coordinator").get(address)

    assert answer.status_code == 404


def test_the_navigation_names_only_pages_of_the_own_role(server: Flask) -> None:
    layout = str(signed_in(server, "buddy").get("/werk/_dash-layout").get_json())

    assert ("/werk/buddy" in layout, "/werk/cafe" in layout, "/werk/trends" in layout) == (True, False, False)


def test_the_first_page_prints_no_other_page(server: Flask) -> None:
    first = signed_in(server, "buddy").get("/werk/buddy").text

    assert ("Café bewerken" in first, "Vandaag" in first) == (False, False)


def test_roles_are_asked_again_for_every_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = signed_in(sample(tmp_path), "buddy")
    before = client.get("/werk/buddy").status_code

    monkeypatch.setitem(PEOPLE, "buddy", PARENT)

    assert (before, client.get("/werk/buddy").status_code) == (200, 302)


def test_two_dashboards_live_in_one_process(tmp_path: Path) -> None:
    both = [sample(tmp_path), sample(tmp_path)]

    assert [signed_in(one, "coordinator").get("/werk/").status_code for one in both] == [200, 200]
