"""What a reader sees when something can't be shown."""

import logging

import pytest
from flask import Flask, request
from flask.testing import FlaskClient

from domain.organisation import Organisation
from tests.web.conftest import MakeServer
from web.sizes import take_files


@pytest.mark.parametrize(
    ("code", "title"),
    [
        (400, "Dat begrepen wij niet"),
        (403, "U mag dit niet zien"),
        (404, "Deze pagina is er niet"),
        (405, "Dit kan hier niet"),
        (413, "Dit is te groot"),
        (429, "Even wachten"),
        (500, "Er ging iets mis"),
        (503, "Er ging iets mis"),
    ],
)
def test_each_error_is_a_friendly_page_with_its_own_status(client: FlaskClient, code: int, title: str) -> None:
    answer = client.get(f"/fail/{code}")

    assert (answer.status_code, f"<h1>{title}</h1>" in answer.text) == (code, True)


def test_the_page_speaks_the_language_of_the_reader(client: FlaskClient) -> None:
    answer = client.get("/no-such-page", headers={"Accept-Language": "en"})

    assert "<h1>Deze pagina is er niet</h1>" not in answer.text


def test_a_program_gets_json(client: FlaskClient) -> None:
    answer = client.get("/api/fail/404")

    assert (answer.status_code, answer.get_json()["error"]) == (404, "Deze pagina is er niet")


def test_a_bug_is_logged_with_the_reference_that_the_reader_sees(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        answer = client.get("/fail/bug")

    reference = caplog.records[0].getMessage().partition(":")[0]
    assert (answer.status_code, reference in answer.text, "ZeroDivision" in answer.text) == (500, True, False)


def test_the_log_of_a_bug_holds_the_shape_of_the_address_and_not_the_key_in_it(
    make: MakeServer, caplog: pytest.LogCaptureFixture
) -> None:
    server = make()
    server.add_url_rule("/secret/<token>", view_func=lambda token: token[99])

    with caplog.at_level(logging.ERROR):
        server.test_client().get("/secret/VERYSECRET")

    said = caplog.records[0].getMessage()
    assert ("/secret/<token>" in said, "VERYSECRET" in said) == (True, False)


def test_a_refusal_says_what_it_is_about(client: FlaskClient) -> None:
    answer = client.get("/fail/refused")

    assert (answer.status_code, "Dit bestaat niet (meer)." in answer.text) == (400, True)


def test_a_busy_database_is_said_and_may_be_tried_again(client: FlaskClient) -> None:
    answer = client.get("/fail/busy")

    assert (answer.status_code, answer.headers["Retry-After"], "Het is druk" in answer.text) == (503, "30", True)


@pytest.mark.parametrize(("size", "files", "status"), [(250, False, 200), (300, False, 413), (300, True, 200)])
def test_more_than_a_person_types_is_refused_unless_files_are_taken_there(
    make: MakeServer, size: int, files: bool, status: int
) -> None:
    server = make()
    server.add_url_rule("/size", view_func=lambda: str(len(request.get_data())), methods=["POST"])
    if files:
        take_files(server, "/size")

    client = server.test_client()
    with client.session_transaction() as session:
        session["csrf"] = "t" * 32
    answer = client.post("/size", data=b"x" * size * 1024, headers={"X-CSRFToken": "t" * 32})

    assert answer.status_code == status


def test_a_request_larger_than_any_file_is_refused_before_it_is_read(client: FlaskClient) -> None:
    answer = client.post("/form", data=b"x" * (15 * 1024 * 1024), content_type="application/x-www-form-urlencoded")

    assert answer.status_code == 413


WORDS = 'Mijn zoon zit al "zes weken" thuis.'
TOKEN = "t" * 32


@pytest.fixture
def reader(client: FlaskClient) -> FlaskClient:
    with client.session_transaction() as session:
        session["csrf"] = TOKEN
    return client


@pytest.mark.parametrize(("how", "status"), [("busy", 503), ("bug", 500)])
def test_what_was_typed_is_shown_and_can_be_sent_again_when_it_was_our_fault(
    reader: FlaskClient, how: str, status: int
) -> None:
    answer = reader.post(f"/fail/{how}", data={"csrf_token": TOKEN, "words": WORDS, "do": "react"})

    assert answer.status_code == status
    assert "Mijn zoon zit al &#34;zes weken&#34; thuis.</textarea>" in answer.text
    assert '<input type="hidden" name="words" value="Mijn zoon zit al &#34;zes weken&#34; thuis.">' in answer.text
    assert '<input type="hidden" name="do" value="react">' in answer.text
    assert "Verstuur opnieuw" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_what_was_typed_is_shown_where_sending_it_again_makes_no_sense(reader: FlaskClient) -> None:
    answer = reader.post("/fail/link", data={"csrf_token": TOKEN, "words": WORDS, "do": "react"})

    assert (answer.status_code, "zes weken" in answer.text, "Verstuur opnieuw" in answer.text) == (410, True, False)


@pytest.mark.parametrize(
    "sent",
    [
        {"csrf_token": TOKEN, "words": WORDS, "password": "geheim voor iedereen"},
        {"csrf_token": "another", "words": WORDS},
    ],
)
def test_nothing_is_shown_again_of_a_password_or_of_what_another_site_sent(
    reader: FlaskClient, sent: dict[str, str]
) -> None:
    answer = reader.post("/fail/bug", data=sent)

    assert ("zes weken" in answer.text, "geheim" in answer.text) == (False, False)


def test_a_look_that_fails_offers_nothing_to_send(client: FlaskClient) -> None:
    assert "<form" not in client.get("/fail/bug").text


def test_the_page_still_comes_when_the_organisation_can_not_be_read(make: MakeServer) -> None:
    def broken() -> Organisation:
        raise OSError("database away")

    answer = make(organisation=broken).test_client().get("/fail/bug")

    assert (answer.status_code, "<h1>Er ging iets mis</h1>" in answer.text) == (500, True)


def test_a_page_shows_whose_it_is_and_how_to_reach_them(server: Flask) -> None:
    page = server.test_client().get("/no-such-page").text

    assert ("Oudersteunpunt" in page, 'href="tel:0721234567"' in page, "Verzonnen gegevens" in page) == (
        True,
        True,
        True,
    )


def test_the_logo_is_ours_until_one_is_uploaded(make: MakeServer) -> None:
    uploaded = make(logo=lambda: ("image/png", b"png", None)).test_client().get("/logo")
    ours = make().test_client().get("/logo")

    assert (uploaded.mimetype, uploaded.data, ours.mimetype) == ("image/png", b"png", "image/svg+xml")


def test_the_server_says_that_it_lives(client: FlaskClient) -> None:
    assert client.get("/healthz").text == "ok\n"
