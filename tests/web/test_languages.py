"""The language of the reader: the browser's, until the reader chooses."""

import pytest
from flask.testing import FlaskClient

from web.languages import local_address


def language_of(client: FlaskClient, **headers: str) -> str:
    page = client.get("/no-such-page", headers=headers).text
    return page.partition('<html lang="')[2][:2]


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [("nl", "nl"), ("en-GB,en;q=0.9", "en"), ("de,en;q=0.5", "en"), ("de", "nl"), ("", "nl"), ("fr;q=;;", "nl")],
)
def test_a_new_reader_is_spoken_to_in_the_language_of_the_browser(
    client: FlaskClient, wanted: str, spoken: str
) -> None:
    assert language_of(client, **{"Accept-Language": wanted}) == spoken


def test_a_choice_outlives_the_browser_setting(client: FlaskClient) -> None:
    client.get("/taal/en")

    assert language_of(client, **{"Accept-Language": "nl"}) == "en"


def test_a_cookie_with_nonsense_falls_back(client: FlaskClient) -> None:
    client.set_cookie("taal", "xx")

    assert language_of(client) == "nl"


def test_switching_goes_back_to_the_page(client: FlaskClient) -> None:
    answer = client.get("/taal/en?naar=/agenda?maand%3D3")

    assert answer.location == "/agenda?maand=3"


def test_switching_without_a_place_goes_back_to_where_one_came_from(client: FlaskClient) -> None:
    answer = client.get("/taal/en", headers={"Referer": "http://localhost/werk/trends?jaar=2026"})

    assert answer.location == "/werk/trends?jaar=2026"


def test_a_page_of_another_site_is_not_gone_back_to(client: FlaskClient) -> None:
    answer = client.get("/taal/en", headers={"Referer": "http://evil.example/werk"})

    assert answer.location == "/"


def test_an_unknown_language_is_not_found(client: FlaskClient) -> None:
    assert client.get("/taal/xx").status_code == 404


@pytest.mark.parametrize(
    "wanted",
    [
        None,
        "",
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "werk",
        "/a\r\nX: y",
        "/\t/evil",
    ],
)
def test_a_redirect_never_leaves_this_server(wanted: str | None) -> None:
    assert local_address(wanted, "/safe") == "/safe"


@pytest.mark.parametrize("wanted", ["/", "/werk/", "/werk/trends?jaar=2026&x=//y", "/a#b"])
def test_an_address_on_this_server_is_kept(wanted: str) -> None:
    assert local_address(wanted) == wanted


def test_an_address_that_says_a_language_wins_and_is_remembered(client: FlaskClient) -> None:
    client.get("/taal/nl")

    page = client.get("/no-such-page?taal=en").text

    assert (page.partition('<html lang="')[2][:2], language_of(client)) == ("en", "en")


def test_switching_takes_the_language_out_of_the_address(client: FlaskClient) -> None:
    answer = client.get("/taal/en?naar=/agenda?waar%3DGM0361%26taal%3Dnl")

    assert answer.location == "/agenda?waar=GM0361"
