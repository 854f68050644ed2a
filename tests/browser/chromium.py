"""A real Chromium for tests: no console error and no request to another host goes unnoticed."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import axe_playwright_python
import pytest
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from playwright.sync_api import Browser, Page, expect, sync_playwright
from werkzeug.serving import make_server

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
DESKTOP = (1440, 900)
PHONE = (390, 844)
FORM_TOKEN = "t" * 32
LOOKS = [(scheme, size) for scheme in ("light", "dark") for size in (DESKTOP, PHONE)]
every_look = pytest.mark.parametrize(
    ("scheme", "size"), LOOKS, ids=["light desktop", "light phone", "dark desktop", "dark phone"]
)

OpenPage = Callable[..., Page]


_running: list[Browser] = []


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest) -> Browser:
    """One browser for the whole run, however many rooms import this fixture: Playwright starts once a process."""
    if not _running:
        playwright = sync_playwright().start()
        request.config.add_cleanup(playwright.stop)
        path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        _running.append(playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS)))
        request.config.add_cleanup(_running[0].close)
        expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong
    return _running[0]


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[OpenPage]:
    """Open an address in a fresh browser profile: `open_page(url, size=PHONE, scheme="dark", token=..., server=...)`.

    With a `token` the profile is signed in on `server`. `scripts=False` switches JavaScript off. At the end of the test
    nothing may have gone wrong in the console, but for the statuses in `may_fail`, and nothing may have left this host
    """
    trouble: list[str] = []
    contexts = []

    def open_(
        url: str,
        *,
        size: tuple[int, int] = DESKTOP,
        scheme: str = "light",
        server: Flask | None = None,
        token: str | None = None,
        scripts: bool = True,
        may_fail: tuple[int, ...] = (),
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if scheme == "dark" else "light",
            locale="nl-NL",
            java_script_enabled=scripts,
            has_touch=size == PHONE,
        )
        contexts.append(context)
        if server and token:
            sign_in(context, server, url, token)
        page = context.new_page()
        page.set_default_timeout(20_000)
        _watch(page, url, trouble, may_fail)
        page.goto(url)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not trouble, "\n".join(trouble)


def _watch(page: Page, url: str, trouble: list[str], may_fail: tuple[int, ...]) -> None:
    home = "/".join(url.split("/")[:3])
    accepted = tuple(f"status of {code}" for code in may_fail)

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


def sign_in(context: object, server: Flask, url: str, token: str) -> None:
    """Give a browser profile the session of `token`, without the log-in page."""
    signer = SecureCookieSessionInterface().get_signing_serializer(server)
    assert signer
    session = signer.dumps({"token": token, "csrf": FORM_TOKEN, "_permanent": True})
    home = "/".join(url.split("/")[:3])
    cookies = {"rodedraad": str(session), "_csrf_token": FORM_TOKEN}
    context.add_cookies([{"name": name, "value": value, "url": home} for name, value in cookies.items()])  # type: ignore[attr-defined]


@contextmanager
def serving(server: Flask) -> Iterator[str]:
    """Serve on a free port of this machine for as long as the block lasts; gives the address."""
    running = make_server("127.0.0.1", 0, server, threaded=True)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{running.server_port}"
    finally:
        running.shutdown()
        thread.join()
        running.server_close()


def axe(page: Page) -> list[str]:
    """What axe-core finds wrong on the page as it stands now: rule and element, one line each."""
    page.evaluate(AXE.read_text() + ";0")
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", list(RULES))
    return [f"{one['id']}: {node['html'][:200]}" for one in found["violations"] for node in one["nodes"]]
