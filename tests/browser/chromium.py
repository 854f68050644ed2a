"""A real Chromium for tests: no console error and no request to another host goes unnoticed."""

import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import pytest
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
OFFLINE = 0  # among the statuses that may fail
DESKTOP = (1440, 900)
PHONE = (390, 844)
FORM_TOKEN = "t" * 32

OpenPage = Callable[..., Page]


class Chromium:
    """One running browser. Its profiles outlive a test, so that scripts are fetched and read once; what they know of
    somebody does not."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self._profiles: dict[tuple[object, ...], BrowserContext] = {}

    def profile(self, size: tuple[int, int], scheme: str, scripts: bool, who: str) -> BrowserContext:
        """Somebody's device: asked for twice in a test it is the same one."""
        asked = (size, scheme, scripts, who)
        if asked not in self._profiles:
            self._profiles[asked] = self.browser.new_context(
                viewport={"width": size[0], "height": size[1]},
                color_scheme="dark" if scheme == "dark" else "light",
                locale="nl-NL",
                java_script_enabled=scripts,
                has_touch=size == PHONE,
            )
        return self._profiles[asked]

    def forget(self) -> None:
        """Close every page and wipe cookies and storage; only what the cache holds stays."""
        for profile in self._profiles.values():
            if not profile.pages:
                continue
            for page in profile.pages:
                page.close()
            empty = profile.new_page()
            broom = profile.new_cdp_session(empty)
            broom.send("Storage.clearDataForOrigin", {"origin": _front().url, "storageTypes": "all"})
            profile.clear_cookies()
            profile.set_offline(False)
            empty.close()


_running: list[Chromium] = []


def browser_path() -> str | None:
    """Where the distribution put Chromium."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest) -> Chromium:
    """One browser for the whole run, however many rooms import this fixture: Playwright starts once a process."""
    if not _running:
        playwright = sync_playwright().start()
        request.config.add_cleanup(playwright.stop)
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(ARGUMENTS))
        request.config.add_cleanup(browser.close)
        _running.append(Chromium(browser))
        expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong
    return _running[0]


@pytest.fixture
def open_page(chromium: Chromium) -> Iterator[OpenPage]:
    """Open an address in an empty browser profile: `open_page(url, size=PHONE, scheme="dark", token=..., server=...)`.

    With a `token` the profile is signed in on `server`; `who` tells apart people without one. `scripts=False` switches
    JavaScript off. At the end of the test nothing may have gone wrong in the console, but for the statuses in
    `may_fail` (`OFFLINE` for a lost connection), and nothing may have left this host.
    """
    trouble: list[str] = []

    def open_(
        url: str,
        *,
        size: tuple[int, int] = DESKTOP,
        scheme: str = "light",
        server: Flask | None = None,
        token: str | None = None,
        who: str = "",
        scripts: bool = True,
        may_fail: tuple[int, ...] = (),
    ) -> Page:
        profile = chromium.profile(size, scheme, scripts, token or who)
        if server and token:
            sign_in(profile, server, url, token)
        page = profile.new_page()
        page.set_default_timeout(20_000)
        _watch(page, url, trouble, may_fail)
        page.goto(url)
        return page

    yield open_
    chromium.forget()
    assert not trouble, "\n".join(trouble)


def _watch(page: Page, url: str, trouble: list[str], may_fail: tuple[int, ...]) -> None:
    home = "/".join(url.split("/")[:3])
    accepted = [f"status of {code}" for code in may_fail]
    accepted += ["Callback error updating"] if may_fail else []
    accepted += ["ERR_INTERNET_DISCONNECTED", "the server did not respond"] if OFFLINE in may_fail else []

    def said(kind: str, text: str) -> None:
        if kind in ("error", "warning") and not any(one in text for one in accepted):
            trouble.append(f"console: {text}")

    page.on("console", lambda message: said(message.type, message.text))
    page.on("pageerror", lambda error: trouble.append(f"script: {error}"))
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((home, "data:", "blob:"))
            else trouble.append(f"left the host: {request.url}")
        ),
    )


def sign_in(context: BrowserContext, server: Flask, url: str, token: str) -> None:
    """Give a browser profile the session of `token`, without the log-in page."""
    signer = SecureCookieSessionInterface().get_signing_serializer(server)
    assert signer
    session = signer.dumps({"token": token, "csrf": FORM_TOKEN, "_permanent": True})
    home = "/".join(url.split("/")[:3])
    cookies = {"rodedraad": str(session), "_csrf_token": FORM_TOKEN}
    context.add_cookies([{"name": name, "value": value, "url": home} for name, value in cookies.items()])


class _Front:
    """The one address of this process; whose pages it serves changes from test to test."""

    def __init__(self) -> None:
        self.server: WSGIApplication | None = None
        self.listening = make_server("127.0.0.1", 0, self.answer, threaded=True, request_handler=_Quiet)
        self.url = f"http://127.0.0.1:{self.listening.server_port}"
        threading.Thread(target=self.listening.serve_forever, daemon=True).start()

    def answer(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        assert self.server
        return self.server(environ, start_response)


class _Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"  # one connection for many files

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - werkzeug's own name
        pass


@cache
def _front() -> _Front:
    return _Front()


@contextmanager
def serving(server: Flask) -> Iterator[str]:
    """Serve on a free port of this machine for as long as the block lasts; gives the address."""
    front = _front()
    front.server = server
    yield front.url
