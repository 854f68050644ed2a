"""Files: kept by the browser for as long as they stay the same, small on the wire."""

import gzip

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient

from web import compression
from web.assets import FOREVER, Assets, assets_of


def test_a_file_at_its_own_address_may_be_kept_for_ever(server: Flask, client: FlaskClient) -> None:
    answer = client.get(assets_of(server).url("public.css"))

    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, FOREVER)


def test_what_browsers_keep_does_not_depend_on_a_cookie(server: Flask, client: FlaskClient) -> None:
    client.get("/in/coordinator")

    answer = client.get(assets_of(server).url("public.css"))

    assert ("Cookie" in answer.vary, "Set-Cookie" in answer.headers) == (False, False)


def test_an_old_address_gives_the_present_file_and_no_promise(client: FlaskClient) -> None:
    answer = client.get("/static/000000000000/public.css")

    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-cache")


@pytest.mark.parametrize("name", ["nothing.css", "../server.py", "..%2Fserver.py"])
def test_a_file_that_was_not_added_is_not_found(client: FlaskClient, name: str) -> None:
    assert client.get(f"/static/000000000000/{name}").status_code == 404


def test_an_address_changes_with_the_content() -> None:
    first, second = Assets(), Assets()
    first.add("a.css", "one")
    second.add("a.css", "two")

    assert first.url("a.css") != second.url("a.css")


def test_a_style_sheet_names_the_present_address_of_its_font() -> None:
    assets = Assets()
    assets.add("font.woff2", b"font")
    assets.add("a.css", "src:url(font.woff2),url(unknown.woff2)")

    assert assets.files["a.css"].content.decode() == f"src:url({assets.url('font.woff2')}),url(unknown.woff2)"


@pytest.mark.parametrize(("accepted", "unpack"), [("br, gzip", brotli.decompress), ("gzip", gzip.decompress)])
def test_a_file_is_compressed_as_the_browser_likes(
    server: Flask, client: FlaskClient, accepted: str, unpack: object
) -> None:
    answer = client.get(assets_of(server).url("public.css"), headers={"Accept-Encoding": accepted})

    assert unpack(answer.data) == assets_of(server).files["public.css"].content  # type: ignore[operator]


def test_a_browser_that_wants_no_compression_gets_none(client: FlaskClient) -> None:
    answer = client.get("/static/0/public.css", headers={"Accept-Encoding": "identity"})

    assert "Content-Encoding" not in answer.headers


def test_a_kept_file_is_compressed_once(server: Flask, client: FlaskClient) -> None:
    address = assets_of(server).url("public.css")
    client.get(address, headers={"Accept-Encoding": "br"})
    before = compression._kept.cache_info()

    client.get(address, headers={"Accept-Encoding": "br"})

    after = compression._kept.cache_info()
    assert (after.hits - before.hits, after.misses - before.misses) == (1, 0)


def test_fonts_are_not_compressed_again(server: Flask, client: FlaskClient) -> None:
    answer = client.get(assets_of(server).url("figtree-core.woff2"), headers={"Accept-Encoding": "br"})

    assert "Content-Encoding" not in answer.headers


def test_the_style_of_the_public_pages_stays_small(server: Flask) -> None:
    assert len(assets_of(server).files["public.css"].content) < 12_000


def test_the_icon_of_the_browser_tab_is_found(client: FlaskClient) -> None:
    answer = client.get("/favicon.ico", follow_redirects=True)

    assert (answer.status_code, answer.mimetype) == (200, "image/svg+xml")
