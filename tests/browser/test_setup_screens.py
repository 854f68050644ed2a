"""Signing in, importing and users in a real browser: accessible, and done by keyboard."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from dashboard.sign_in import add_sign_in
from domain import accounts
from domain.actors import CLOCK, Actor, Role
from store.database import Database
from tests.browser.chromium import OpenPage, serving
from tests.browser.looks import wrong_in_every_look
from tests.domain.importing.sample import SAMPLES
from tests.doors import Doors
from web.services import Services

pytestmark = pytest.mark.browser
BOSS = Actor(name="Ada Bos", roles=frozenset({Role.COORDINATOR, Role.ADMINISTRATOR}), account_id=1)


@pytest.fixture
def doors(sqlite: Database, now: datetime) -> Doors:
    with sqlite.writing() as session:
        accounts.add(
            session, name=BOSS.name, email="ada@example.nl", password="lang genoeg wachtwoord", roles=BOSS.roles,
            by=CLOCK, now=now,
        )  # fmt: skip
    found = Doors(sqlite, now, alone=True)
    found.people["boss"] = BOSS
    add_sign_in(found.server, Services(sqlite, lambda: now, "https://steunpunt.example"))
    return found


@pytest.fixture
def address(doors: Doors) -> Iterator[str]:
    with serving(doors.server) as home:
        yield home


def see(page: Page, step: str) -> None:
    expect(page.get_by_role("heading", name=step)).to_be_visible()
    page.wait_for_load_state("networkidle")


def test_importing_is_accessible_at_every_step(doors: Doors, address: str, open_page: OpenPage) -> None:
    page = open_page(f"{address}/werk/importeren", server=doors.server, token="boss")
    see(page, "Eerder ingelezen")
    page.locator("input[type=file]").set_input_files(SAMPLES / "register.xlsx")
    see(page, "2. Wat staat waar?")
    wrong = wrong_in_every_look(page)
    page.get_by_role("button", name="Bekijk wat erin komt").click()
    see(page, "Rijen waarin iets niet klopt")

    assert [*wrong, *wrong_in_every_look(page)] == []


def test_a_register_comes_in_by_keyboard(doors: Doors, address: str, open_page: OpenPage) -> None:
    page = open_page(f"{address}/werk/importeren", server=doors.server, token="boss")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Kies een bestand").focus()
        page.keyboard.press("Enter")
    chooser.value.set_files(SAMPLES / "register.xlsx")
    see(page, "2. Wat staat waar?")

    for button in ("Bekijk wat erin komt", "Lees in"):
        page.get_by_role("button", name=button).focus()
        page.keyboard.press("Enter")

    expect(page.get_by_text("51 rijen zijn ingelezen.")).to_be_visible()
    expect(page.get_by_role("button", name="Maak ongedaan")).to_be_visible()


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(doors: Doors, address: str, open_page: OpenPage) -> None:
    page = open_page(f"{address}/werk/importeren", server=doors.server, token="boss")
    see(page, "Eerder ingelezen")

    large = {"name": "groot.csv", "mimeType": "text/csv", "buffer": b"a;b\n" * 2_700_000}
    page.locator("input[type=file]").set_input_files(large)  # type: ignore[arg-type]

    expect(page.get_by_text("Dit bestand is te groot.")).to_be_visible()


def test_a_weight_is_changed_by_keyboard(doors: Doors, address: str, open_page: OpenPage) -> None:
    page = open_page(f"{address}/werk/instellingen/matching", server=doors.server, token="boss")

    page.get_by_label("Afstand").fill("60")
    page.get_by_role("button", name="Bewaar").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_text("1 regel telt nu anders.")).to_be_visible()


def test_the_preview_follows_what_is_typed(doors: Doors, address: str, open_page: OpenPage) -> None:
    page = open_page(f"{address}/werk/instellingen/berichten/sign_up_confirmed", server=doors.server, token="boss")

    page.get_by_role("textbox", name="Onderwerp").fill("Tot ziens {naam}")

    expect(page.get_by_role("heading", name="Tot ziens Farida")).to_be_visible()
