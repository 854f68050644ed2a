"""What a support point does in a week, from the sign-in page on, by keyboard alone."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from automations.run import run
from domain.actors import Role
from domain.post.correspondence import Letterhead
from domain.register import counts
from store.models import Letter, Match, Request
from store.states import RequestState
from tests.browser.chromium import OpenPage, serving
from tests.browser.keyboard import walk_to
from tests.invented import BY_ROLE, Point, point_in

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("stories")]

MOST_STEPS = 150
A_LITTLE_LATER = timedelta(minutes=1)  # a form that comes back at once was sent by a machine


@pytest.fixture
def own_point(invented_years: Path, tmp_path: Path) -> Iterator[Point]:
    with point_in(tmp_path, invented_years) as point:
        yield point


@pytest.fixture
def home(own_point: Point) -> Iterator[str]:
    with serving(own_point.server) as url:
        yield url


def go_to(page: Page, target: Locator) -> None:
    """Press Tab until `target` has the focus: whoever can't get there by keyboard, can't get there."""
    expect(target).to_be_visible()
    for _step in range(MOST_STEPS):
        if target.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {target}")


def press(page: Page, role: str, name: str | re.Pattern[str]) -> None:
    """Go to a button or a link and press Enter."""
    go_to(page, page.get_by_role(role, name=name).first)  # type: ignore[arg-type]
    page.keyboard.press("Enter")


def fill(page: Page, label: str, text: str) -> None:
    go_to(page, page.get_by_role("textbox", name=label).first)
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


def pick(page: Page, label: str, text: str) -> None:
    """Open a list with an arrow and walk to `text`."""
    box = page.get_by_role("textbox", name=label).first
    go_to(page, box)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", name=text, exact=True)).to_be_visible()
    walk_to(page, text)
    expect(box).to_have_value(text)


def tick(page: Page, label: str) -> None:
    box = page.get_by_label(label, exact=True)
    go_to(page, box)
    page.keyboard.press("Space")
    expect(box).to_be_checked()


def sign_in(page: Page, role: Role) -> None:
    login = BY_ROLE[role]
    fill(page, "E-mailadres", login.email)
    go_to(page, page.get_by_label("Wachtwoord"))
    page.keyboard.type(login.password)
    page.keyboard.press("Enter")
    expect(page.locator("#page h1")).to_be_visible()


def letter_to(point: Point, kind: str) -> str:
    """The last letter of this kind, once what follows from the journal is done."""
    run(point.database, point.now, Letterhead(point.settings.public_url, point.settings.mail_from))
    with point.database.reading() as session:
        letter = session.query(Letter).filter_by(kind=kind).order_by(Letter.id.desc()).first()
        assert letter and letter.body
        return letter.body


def link_in(body: str) -> str:
    found = re.search(r"/link/[\w-]+", body)
    assert found
    return found[0]


def test_a_cafe_is_made_public_and_a_parent_signs_up(own_point: Point, home: str, open_page: OpenPage) -> None:
    staff = open_page(f"{home}/inloggen?naar=/werk/kalender/nieuw?datum=2026-12-08", who="coordinator")
    sign_in(staff, Role.COORDINATOR)
    fill(staff, "Titel", "Koffie met de meester")
    fill(staff, "Locatie", "Buurthuis De Ster")
    staff.keyboard.press("Escape")
    fill(staff, "Adres", "Kerkstraat 1")
    pick(staff, "Gemeente", "Alkmaar")
    press(staff, "button", "Opslaan en openbaar maken")
    expect(staff.get_by_role("heading", name="Koffie met de meester")).to_be_visible()

    parent = open_page(f"{home}/agenda")
    press(parent, "link", re.compile("Koffie met de meester"))
    fill(parent, "Uw voornaam", "Samira")
    fill(parent, "E-mailadres", "samira@example.nl")
    go_to(parent, parent.get_by_label("Met hoeveel mensen komt u?"))
    parent.keyboard.press("Control+a")
    parent.keyboard.type("2")
    own_point.now += A_LITTLE_LATER
    press(parent, "button", "Meld mij aan")

    expect(parent.get_by_role("heading", name="U bent aangemeld")).to_be_visible()
    assert "Koffie met de meester" in letter_to(own_point, "sign_up_confirmed")
    staff.reload()
    expect(staff.get_by_role("table", name="Wie komt").get_by_role("rowheader", name="Samira")).to_be_visible()


def test_a_parent_gets_a_buddy(own_point: Point, home: str, open_page: OpenPage) -> None:
    buddy = open_page(f"{home}/inloggen?naar=/werk/mijn-beschikbaarheid", who="buddy")
    sign_in(buddy, Role.BUDDY)
    tick(buddy, "maandag, avond")
    expect(buddy.get_by_text("Bewaard.", exact=True)).to_be_visible()

    ask_for_a_buddy(own_point, open_page(f"{home}/buddy"))
    staff = open_page(f"{home}/inloggen?naar=/werk/buddyvragen", who="coordinator")
    sign_in(staff, Role.COORDINATOR)
    press(staff, "link", "Wendela")
    press(staff, "button", "Stel Anneke Visser voor")
    press(staff, "button", "Ja, vraag Anneke Visser")
    expect(staff.get_by_text(re.compile("Wij wachten op het antwoord van Anneke Visser"))).to_be_visible()

    answer = open_page(home + link_in(letter_to(own_point, "proposal_sent")))
    press(answer, "button", "Ja, dat doe ik")
    expect(answer.get_by_text("Wij vragen nu de ouder.")).to_be_visible()

    parent = open_page(home + link_in(letter_to(own_point, "parent_asked")))
    expect(parent.get_by_role("heading", name="Anneke wil u helpen. Past dat?")).to_be_visible()
    press(parent, "button", "Ja, graag")
    expect(parent.get_by_text("Anneke is uw buddy")).to_be_visible()

    answer.reload()
    expect(answer.get_by_text("contact op met Wendela")).to_be_visible()
    expect(answer.get_by_role("link", name="wendela@example.nl")).to_be_visible()
    with own_point.database.reading() as session:
        last = session.query(Match).order_by(Match.id.desc())[0]
        assert session.get_one(Request, last.request_id).state is RequestState.MATCHED


def ask_for_a_buddy(point: Point, parent: Page) -> None:
    fill(parent, "Uw voornaam", "Wendela")
    fill(parent, "E-mailadres", "wendela@example.nl")
    tick(parent, "Alkmaar")
    go_to(parent, parent.locator("summary", has_text="Thuiszitten en verzuim"))
    parent.keyboard.press("Enter")
    tick(parent, "Dreigend thuiszitten")
    tick(parent, "Ja, u mag deze gegevens gebruiken om een buddy voor mij te zoeken")
    point.now += A_LITTLE_LATER
    press(parent, "button", "Vraag een buddy")
    expect(parent.get_by_role("heading", name="Dank u wel, Wendela")).to_be_visible()


def test_a_call_is_counted_on_trends(own_point: Point, home: str, open_page: OpenPage) -> None:
    page = open_page(f"{home}/inloggen?naar=/werk/trends")
    sign_in(page, Role.COORDINATOR)
    before = questions_on_trends(page)
    press(page, "link", "Vragen")
    topics = page.get_by_role("textbox", name="Waar gaat de vraag over?")
    expect(topics).to_be_focused()
    page.keyboard.type("pesten")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    go_to(page, page.get_by_role("radio", name="Telefoon"))
    page.keyboard.press("Space")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#question-said")).to_contain_text("Opgeslagen.")

    with own_point.database.writing() as session:
        counts.refresh(session, now=own_point.now + A_LITTLE_LATER)
    press(page, "link", "Trends")

    assert questions_on_trends(page) == before + 1


def questions_on_trends(page: Page) -> int:
    """The number of questions of this school year, as it stands on the page."""
    shown = page.locator("#trends-body .kpi").first
    expect(shown).to_be_visible()
    found = re.search(r"\d+", shown.inner_text().replace(".", ""))
    assert found
    return int(found[0])
