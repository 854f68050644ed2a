"""A plan for everybody in a real browser, from looking to sending, with the keyboard alone; and on a phone."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from domain.actors import Actor, Role
from domain.matchmaking import plans
from store.database import Database
from store.models import Proposal
from store.queries.matchmaking import plans as found
from store.states import PlanState
from tests import make
from tests.browser.chromium import PHONE, OpenPage, serving
from tests.browser.looks import wrong_in_every_look
from tests.doors import Doors

pytestmark = pytest.mark.browser

COLLEAGUE = Actor(name="Ton", roles=frozenset({Role.COORDINATOR}), account_id=2)


@pytest.fixture
def doors(sqlite: Database, now: datetime) -> Doors:
    """Farida and Joris wait, Anna and Bart have one place each; nobody knows what Samira asks; Mark shows no VOG."""
    with sqlite.writing() as session:
        make.request(session, now=now - timedelta(days=27))
        make.request(session, now=now - timedelta(days=9), name="Joris", email="j@example.nl")
        make.request(session, now=now, name="Samira", email="s@example.nl", topics=("E1",))
        make.buddy(session, now=now, max_load=1)
        make.buddy(session, now=now, name="Bart", email="bart@example.nl", age_bands=("16-18",), max_load=1)
        make.buddy(session, now=now, name="Mark", email="m@example.nl", topics=("E1",), certificate_seen_on=None)
    return Doors(sqlite, now)


@pytest.fixture
def address(doors: Doors) -> Iterator[str]:
    with serving(doors.server) as home:
        yield home


def at(doors: Doors, address: str, open_page: OpenPage, who: Actor = make.COORDINATOR, **how: object) -> Page:
    doors.people[who.label] = who
    return open_page(f"{address}/werk/koppelen", server=doors.server, token=who.label, **how)


def enter(button: Locator) -> None:
    """With the keyboard alone."""
    expect(button).to_be_enabled()
    button.focus()
    button.press("Enter")


def test_from_looking_to_sending_with_the_keyboard_alone(doors: Doors, address: str, open_page: OpenPage) -> None:
    page = at(doors, address, open_page)

    enter(page.get_by_role("button", name="Maak een plan"))
    expect(page.get_by_text("3 ouders wachten op een buddy. 2 krijgen een voorstel, 1 nog niet.")).to_be_visible()
    expect(page.get_by_text("Als Mark een geldige VOG laat zien, past Mark.")).to_be_visible()
    enter(page.get_by_role("button", name="Andere buddy voor Farida"))
    expect(page.get_by_role("dialog")).to_contain_text("Dan krijgt 1 ouder een andere buddy.")
    seen_through = "\n".join(wrong_in_every_look(page))
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    enter(page.get_by_role("button", name="vast voor Farida"))
    expect(page.get_by_text("vastgezet", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Farida")).to_be_focused()
    enter(page.get_by_role("button", name="Zet 2 voorstellen klaar"))
    expect(page.get_by_text("Er ging nog geen bericht uit.")).to_be_visible()
    assert how_many_sent(doors) == 0
    seen_through += "\n".join(wrong_in_every_look(page))
    enter(page.get_by_role("button", name="Stuur wat is aangevinkt…"))
    expect(page.get_by_role("dialog")).to_contain_text("over Joris")
    enter(page.get_by_role("button", name="Ja, stuur 2 voorstellen"))
    expect(page.get_by_text("2 voorstellen zijn gestuurd.")).to_be_visible()

    assert (how_many_sent(doors), seen_through) == (2, "")


def test_what_was_ruled_out_is_taken_back_on_a_phone(doors: Doors, address: str, open_page: OpenPage) -> None:
    with doors.database.writing() as session:
        plans.make(session, by=make.COORDINATOR, now=doors.now)
    page = at(doors, address, open_page, size=PHONE)

    page.get_by_role("button", name="niet voor Farida").click()
    expect(page.get_by_role("button", name="Maak dit ongedaan voor Farida")).to_be_visible()
    wrong = "\n".join(wrong_in_every_look(page))
    page.get_by_role("button", name="Maak dit ongedaan voor Farida").click()

    expect(page.get_by_role("button", name="Maak dit ongedaan voor Farida")).to_have_count(0)
    assert wrong == ""


def test_who_comes_second_sees_how_it_stands(doors: Doors, address: str, open_page: OpenPage) -> None:
    with doors.database.writing() as session:
        plans.make(session, by=make.COORDINATOR, now=doors.now)
    first, second = at(doors, address, open_page), at(doors, address, open_page, COLLEAGUE)
    expect(second.get_by_role("button", name="vast voor Joris")).to_be_visible()

    first.get_by_role("button", name="niet voor Farida").click()
    expect(first.get_by_role("button", name="Maak dit ongedaan voor Farida")).to_be_visible()
    second.get_by_role("button", name="vast voor Joris").click()

    expect(second.get_by_text("Er is intussen een nieuwer plan")).to_be_visible()
    expect(second.get_by_role("button", name="Maak dit ongedaan voor Farida")).to_be_visible()
    with doors.database.reading() as session:
        plan = found.newest(session, state=PlanState.PREVIEW)
        assert plan
        assert plans.stored(plan)[0].pins == {}


def how_many_sent(doors: Doors) -> int:
    with doors.database.reading() as session:
        return session.query(Proposal).count()
