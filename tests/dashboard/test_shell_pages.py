"""Moving between pages: addresses, their parts, and what happens when something goes wrong."""

import logging

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from dashboard.look import PLOTLY
from tests.dashboard.sample import call, signed_in
from web.assets import assets_of

VISIT = "..page.children...page-title.data.."


def visit(server: Flask, pathname: object, search: object = "", token: str = "coordinator") -> TestResponse:
    client = signed_in(server, token)
    body = {
        "output": VISIT,
        "outputs": [{"id": "page", "property": "children"}, {"id": "page-title", "property": "data"}],
        "inputs": [
            {"id": "address", "property": "pathname", "value": pathname},
            {"id": "address", "property": "search", "value": search},
        ],
        "changedPropIds": ["address.pathname"],
    }
    return client.post("/werk/_dash-update-component", json=body, headers={"X-CSRFToken": "t" * 32})


def shown(answer: TestResponse) -> tuple[str, str]:
    """The title, and everything on the page as one text."""
    response = answer.get_json()["response"]
    return response["page-title"]["data"], str(response["page"]["children"])


def test_a_page_comes_with_its_title(server: Flask) -> None:
    title, page = shown(visit(server, "/werk/trends"))

    assert (title, "Het blijft gelijk." in page) == ("Trends · Oudersteunpunt", True)


def test_a_part_of_the_address_reaches_the_page(server: Flask) -> None:
    _title, page = shown(visit(server, "/werk/nummer/7", "?month=maart"))

    assert ("Nummer 7" in page, "maand maart" in page) == (True, True)


def test_the_address_wins_over_its_question(server: Flask) -> None:
    _title, page = shown(visit(server, "/werk/nummer/7", "?number=8"))

    assert "Nummer 7" in page


def test_a_question_that_the_page_does_not_ask_is_left_out(server: Flask) -> None:
    title, _page = shown(visit(server, "/werk/trends", "?services=x&evil=1"))

    assert title == "Trends · Oudersteunpunt"


@pytest.mark.parametrize("address", ["/werk/nee", "/werk/nummer/zeven", "", None, 7, {"a": 1}])
def test_an_unknown_address_gives_a_friendly_page(server: Flask, address: object) -> None:
    title, _page = shown(visit(server, address))

    assert title in ("Deze pagina is er niet · Oudersteunpunt", "Vandaag · Oudersteunpunt")


def test_a_page_of_another_role_is_not_drawn(server: Flask) -> None:
    title, page = shown(visit(server, "/werk/cafe", token="buddy"))

    assert (title, "Titel" in page) == ("U mag dit niet zien · Oudersteunpunt", False)


def test_a_refusal_is_told_and_changes_nothing(server: Flask) -> None:
    answer = call(
        signed_in(server, "coordinator"), "counted.title", ("refuse", "n_clicks", 1), ("break", "n_clicks", None)
    )

    body = answer.get_json()
    toast = body["sideUpdate"]["toasts"]["sendNotifications"][0]
    assert (toast["message"], "counted" in body.get("response", {})) == ("Dit bestaat niet (meer).", False)


def test_a_bug_is_told_with_the_reference_that_is_logged(server: Flask, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        answer = call(
            signed_in(server, "coordinator"), "counted.title", ("refuse", "n_clicks", None), ("break", "n_clicks", 1)
        )

    toast = answer.get_json()["sideUpdate"]["toasts"]["sendNotifications"][0]
    reference = caplog.records[0].getMessage().partition(":")[0]
    assert toast["message"].endswith(reference)


def test_the_first_page_speaks_the_language_of_the_reader(server: Flask) -> None:
    client = signed_in(server, "coordinator")
    client.get("/taal/en")

    first = client.get("/werk/trends").text

    assert '<html lang="en" dir="ltr">' in first


def test_the_first_page_carries_the_title_of_the_page_asked_for(server: Flask) -> None:
    first = signed_in(server, "coordinator").get("/werk/cafe").text

    assert "<title>Café bewerken · Oudersteunpunt</title>" in first


@pytest.mark.parametrize(("address", "announced"), [("/werk/trends", True), ("/werk/cafe", False)])
def test_a_page_with_charts_has_their_library_fetched_from_the_start(
    server: Flask, address: str, announced: bool
) -> None:
    first = signed_in(server, "coordinator").get(address).text

    assert (assets_of(server).url(PLOTLY) in first) is announced


def test_scripts_need_a_place_on_this_host_or_a_known_hash(server: Flask) -> None:
    policy = signed_in(server, "coordinator").get("/werk/").headers["Content-Security-Policy"]

    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert ("unsafe" in scripts, "http" in scripts, "'sha256-" in scripts) == (False, False, True)


def test_what_somebody_signed_in_reads_is_not_kept(server: Flask) -> None:
    answer = signed_in(server, "coordinator").get("/werk/")

    assert answer.headers["Cache-Control"] == "no-store"
