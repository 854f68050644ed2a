"""The headers that keep a reader safe, and the pages that may do otherwise."""

from flask.testing import FlaskClient

from tests.web.conftest import MakeServer
from web.headers import content_security


def test_a_page_may_load_nothing_from_elsewhere_and_run_no_inline_script(client: FlaskClient) -> None:
    policy = client.get("/form").headers["Content-Security-Policy"]

    assert ("unsafe" in policy, "http" in policy, "default-src 'self'" in policy) == (False, False, True)


def test_no_page_stands_in_a_frame(client: FlaskClient) -> None:
    answer = client.get("/form")

    assert (answer.headers["X-Frame-Options"], answer.headers["Content-Security-Policy"][-22:]) == (
        "DENY",
        "frame-ancestors 'none'",
    )


def test_the_agenda_may_stand_in_a_frame(client: FlaskClient) -> None:
    answer = client.get("/framed")

    assert ("X-Frame-Options" in answer.headers, answer.headers["Content-Security-Policy"][-17:]) == (
        False,
        "frame-ancestors *",
    )


def test_the_address_of_a_one_time_link_is_not_passed_on_or_kept(client: FlaskClient) -> None:
    headers = client.get("/secret").headers

    assert (headers["Referrer-Policy"], headers["Cache-Control"], headers["X-Robots-Tag"]) == (
        "no-referrer",
        "no-store",
        "noindex, nofollow",
    )


def test_only_a_secure_site_promises_to_stay_secure(make: MakeServer, client: FlaskClient) -> None:
    secure = make(secure_cookies=True).test_client()

    assert (
        "Strict-Transport-Security" in secure.get("/form").headers,
        "Strict-Transport-Security" in client.get("/form").headers,
    ) == (True, False)


def test_errors_carry_the_headers_too(client: FlaskClient) -> None:
    headers = client.get("/no-such-page").headers

    assert ("Content-Security-Policy" in headers, headers["X-Content-Type-Options"]) == (True, "nosniff")


def test_a_room_relaxes_the_policy_for_its_own_addresses_only(make: MakeServer) -> None:
    server = make()
    content_security(server).relax("/werk/", {"script-src": "'self' 'sha256-x'"})
    policies = [server.test_client().get(path).headers["Content-Security-Policy"] for path in ("/werk/", "/form")]

    assert ["sha256-x" in policy for policy in policies] == [True, False]


def test_what_a_reader_sees_depends_on_cookie_and_language(client: FlaskClient) -> None:
    assert {"Cookie", "Accept-Language"} <= set(client.get("/form").vary)


def test_a_proxy_is_believed_only_when_it_is_trusted(make: MakeServer) -> None:
    forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "steunpunt.example"}
    addresses = []
    for trusted in (0, 1):
        server = make(trusted_proxies=trusted)
        server.add_url_rule("/address", "address", lambda: __import__("flask").request.url)
        addresses.append(server.test_client().get("/address", headers=forwarded).text)

    assert addresses == ["http://localhost/address", "https://steunpunt.example/address"]
