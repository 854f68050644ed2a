"""Answering a parent in a browser: a standard answer goes in and out by keyboard, on a phone too; two at one answer."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from domain.actors import Actor, Role
from domain.inquiring import answering
from domain.inquiring.standard_answers import standard_answers
from store.database import Database
from tests import make
from tests.browser.chromium import DESKTOP, OFFLINE, PHONE, OpenPage, serving, sign_in
from tests.browser.looks import wrong_in_every_look
from tests.domain.inquiring.asked import asked
from tests.doors import Doors

pytestmark = pytest.mark.browser
CHIP = "Een buddy denkt mee"
OTHER = Actor(name="Omar", roles=frozenset({Role.COORDINATOR}), account_id=2)


@pytest.fixture
def doors(sqlite: Database, now: datetime) -> Doors:
    made = Doors(sqlite, now)
    made.people["staff"] = make.COORDINATOR
    return made


@pytest.fixture
def address(doors: Doors, now: datetime) -> Iterator[str]:
    with doors.database.writing() as session:
        number = asked(session, now=now).id
    with serving(doors.server) as home:
        yield f"{home}/werk/vragen-van-ouders/{number}"


def text(doors: Doors) -> str:
    with doors.database.reading() as session:
        return next(one.text for one in standard_answers(session, "nl") if one.name == CHIP)


def put_in(page: Page) -> None:
    chip = page.get_by_role("button", name=CHIP)
    chip.focus()
    page.keyboard.press("Enter")


def test_a_standard_answer_goes_in_after_what_was_typed_and_out_again_by_keyboard(
    doors: Doors, address: str, open_page: OpenPage
) -> None:
    page = open_page(address, size=PHONE, server=doors.server, token="staff")
    box = page.get_by_label("Uw antwoord")
    box.fill("Beste ouder,")

    put_in(page)
    expect(box).to_have_value(f"Beste ouder,\n\n{text(doors)}")
    page.keyboard.press("Control+z")
    expect(box).to_have_value("Beste ouder,")
    put_in(page)
    page.get_by_role("button", name="Haal weer weg").press("Enter")

    expect(box).to_have_value("Beste ouder,")
    expect(box).to_be_focused()


def test_a_standard_answer_is_changed_and_sent(doors: Doors, address: str, open_page: OpenPage) -> None:
    page = open_page(address, server=doors.server, token="staff")
    box = page.get_by_label("Uw antwoord")

    put_in(page)
    expect(box).to_be_focused()
    page.keyboard.type(" Tot snel.")
    page.get_by_role("button", name="Verstuur het antwoord").click()

    expect(page.get_by_role("list").filter(has_text=f"{text(doors)} Tot snel.")).to_be_visible()
    expect(box).to_have_value("")


def test_who_answers_second_reads_the_first_answer_and_keeps_the_own_text(
    doors: Doors, address: str, open_page: OpenPage, now: datetime
) -> None:
    page = open_page(address, server=doors.server, token="staff")
    page.get_by_label("Uw antwoord").fill("Mijn antwoord")
    with doors.database.writing() as session:
        number = int(address.rsplit("/", 1)[1])
        answering.answer(session, number, "Het antwoord van Omar", seen=1, by=OTHER, now=now)

    page.get_by_role("button", name="Verstuur het antwoord").click()

    expect(page.get_by_text("beantwoordde deze vraag terwijl u typte.")).to_be_visible()
    expect(page.get_by_text("Het antwoord van Omar")).to_be_visible()
    expect(page.get_by_label("Uw antwoord")).to_have_value("Mijn antwoord")


LONG_LINK = f"https://SCHOOL.example.nl/{'PLANVANAANPAK' * 20}"
CUT_OFF = """() => [...document.querySelectorAll(".table-frame, .table td, .table tbody th")]
  .filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent)"""


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_a_long_link_in_a_question_pushes_nothing_out_of_the_queue(
    doors: Doors, address: str, open_page: OpenPage, now: datetime, size: tuple[int, int]
) -> None:
    with doors.database.writing() as session:
        asked(session, LONG_LINK, now=now, seed="nog een", topic_code="B3")

    page = open_page(address.rpartition("/")[0], size=size, server=doors.server, token="staff")
    expect(page.get_by_role("link", name="https://SCHOOL")).to_be_visible()

    assert page.evaluate(CUT_OFF) == []


def test_who_was_signed_out_elsewhere_is_told_and_finds_the_text_back(
    doors: Doors, address: str, open_page: OpenPage
) -> None:
    page = open_page(address, server=doors.server, token="staff", may_fail=(401, 404))
    page.get_by_label("Uw antwoord").fill("Wat ik net typte")
    page.context.clear_cookies()

    page.get_by_role("button", name="Verstuur het antwoord").click()
    page.wait_for_url("**/inloggen?naar=*&bewaard=ja")
    sign_in(page.context, doors.server, address, "staff")
    page.goto(address)

    expect(page.get_by_label("Uw antwoord")).to_have_value("Wat ik net typte")
    expect(page.get_by_text("Wat u typte, staat er weer.")).to_be_visible()


def test_what_came_back_and_was_sent_does_not_come_back_again(doors: Doors, address: str, open_page: OpenPage) -> None:
    page = open_page(address, server=doors.server, token="staff")
    page.get_by_label("Uw antwoord").fill("Wat ik net typte")
    page.reload()
    expect(page.get_by_label("Uw antwoord")).to_have_value("Wat ik net typte")

    page.get_by_role("button", name="Verstuur het antwoord").click()
    expect(page.get_by_role("list").filter(has_text="Wat ik net typte")).to_be_visible()
    page.reload()

    expect(page.get_by_role("list").filter(has_text="Wat ik net typte")).to_be_visible()
    expect(page.get_by_label("Uw antwoord")).to_have_value("")


def test_what_a_colleague_wrote_meanwhile_stays_above_what_comes_back(
    doors: Doors, address: str, open_page: OpenPage
) -> None:
    page = open_page(address, server=doors.server, token="staff")
    page.get_by_label("Uw antwoord").fill("Wat ik net typte")
    with doors.database.writing() as session:
        answering.keep_draft(session, int(address.rsplit("/", 1)[1]), "Wat Omar begon", seen=1, by=OTHER)

    page.reload()

    expect(page.get_by_label("Uw antwoord")).to_have_value("Wat Omar begon\n\nWat ik net typte")


def test_somebody_else_at_the_same_computer_finds_nothing_back(doors: Doors, address: str, open_page: OpenPage) -> None:
    doors.people["other"] = OTHER
    page = open_page(address, server=doors.server, token="staff")
    page.get_by_label("Uw antwoord").fill("Wat ik net typte")
    page.context.clear_cookies()
    sign_in(page.context, doors.server, address, "other")

    page.reload()

    expect(page.get_by_label("Uw antwoord")).to_have_value("")


def test_without_a_connection_the_text_stays_and_goes_out_when_it_is_back(
    doors: Doors, address: str, open_page: OpenPage
) -> None:
    page = open_page(address, server=doors.server, token="staff", may_fail=(OFFLINE,))
    page.get_by_label("Uw antwoord").fill("Wat ik net typte")
    page.context.set_offline(True)

    page.get_by_role("button", name="Verstuur het antwoord").click()
    expect(page.get_by_role("alert").filter(has_text="Laat deze pagina open.")).to_be_visible()
    expect(page.get_by_label("Uw antwoord")).to_have_value("Wat ik net typte")
    page.context.set_offline(False)
    page.get_by_role("button", name="Verstuur het antwoord").click()

    expect(page.get_by_role("list").filter(has_text="Wat ik net typte")).to_be_visible()


def test_the_texts_are_accessible_in_every_look(doors: Doors, address: str, open_page: OpenPage) -> None:
    wrong = []
    for shown in (address, f"{address.rsplit('/', 1)[0]}/standaardantwoorden"):
        page = open_page(shown, server=doors.server, token="staff")
        expect(page.get_by_role("heading", level=2).first).to_be_visible()
        wrong += wrong_in_every_look(page)

    assert wrong == []
