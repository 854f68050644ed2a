"""The register in a real browser: a call by keyboard alone, a draft that survives, and pages for every eye."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import Page, Route, expect

from domain.register import counts
from store.database import Database
from store.models import Question, Topic
from tests import make
from tests.browser.chromium import OpenPage, serving
from tests.doors import Doors

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("questions")]

FOCUSED = """label => [...(document.activeElement.labels || [])]
  .some(one => one.innerText.replace("*", "").trim() === label)"""


@pytest.fixture
def visit(open_page: OpenPage, sqlite: Database, now: datetime) -> Iterator[OpenPage]:
    """Open a page as the coordinator of a support point with a year of questions."""
    with sqlite.writing() as session:
        for day, n in ((date(2025, 9, 10), 12), (date(2026, 9, 10), 30), (date(2026, 10, 10), 4)):
            for _ in range(n):
                make.question(session, now=now, asked_on=day)
        counts.publish(session, now=now)
    doors = Doors(sqlite, now)
    doors.people["staff"] = make.COORDINATOR
    with serving(doors.server) as url:
        yield lambda path, **options: open_page(url + path, server=doors.server, token="staff", **options)


def asked(database: Database) -> Question:
    with database.reading() as session:
        return session.query(Question).order_by(Question.id.desc()).first() or Question()


def ready(page: Page) -> None:
    expect(page.locator("#question-list table")).to_be_visible()
    expect(page.get_by_role("textbox", name="Waar gaat de vraag over?")).to_be_focused()


def choose(page: Page, topic: str) -> None:
    """Type, see what the list proposes, press Enter."""
    page.keyboard.type(topic)
    expect(page.locator("[data-combobox-selected]")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#question-form .mantine-Pill-root")).to_have_count(1)


def test_a_call_is_written_down_by_keyboard_alone(visit: OpenPage, sqlite: Database) -> None:
    page = visit("/werk/vragen")
    ready(page)

    choose(page, "langer dan")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.locator("#question-said")).to_contain_text("Opgeslagen.")
    expect(page.get_by_role("textbox", name="Waar gaat de vraag over?")).to_be_focused()
    expect(page.locator("#question-form .mantine-Pill-root")).to_have_count(0)
    assert (asked(sqlite).channel, asked(sqlite).registered_at.astimezone(UTC).year) == ("mail", 2026)


def reach(page: Page, label: str) -> None:
    """Tab on until the field with this label has the focus."""
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED, label):
            return
    raise AssertionError(f"Tab does not reach {label}")


def pick(page: Page, label: str) -> None:
    """The first choice of a list, by arrows."""
    reach(page, label)
    for _ in range(3):
        page.keyboard.press("ArrowDown")
        page.wait_for_timeout(150)
        if page.locator("[data-combobox-selected]:visible").count():
            break
    page.keyboard.press("Enter")


def test_the_whole_form_is_filled_in_by_keyboard_alone(visit: OpenPage, sqlite: Database) -> None:
    page = visit("/werk/vragen")
    ready(page)
    choose(page, "langer dan")
    page.keyboard.press("Escape")
    reach(page, "Telefoon")
    page.keyboard.press("Space")
    reach(page, "Woonplaats of gemeente")
    page.keyboard.type("schoorl")
    expect(page.locator("[data-combobox-selected]:visible")).to_be_visible()
    page.keyboard.press("Enter")
    for label in ("Wie vraagt het?", "Soort onderwijs", "Leeftijd van het kind", "Hoe staat het ervoor?"):
        pick(page, label)
    pick(page, "Hoe vond deze ouder ons?")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    pick(page, "Doorverwezen naar")
    reach(page, "Aantal minuten")
    page.keyboard.type("25")
    pick(page, "Taal van het gesprek")
    reach(page, "Hier moet nog iets gebeuren")
    page.keyboard.press("Space")
    reach(page, "Aantekening voor uzelf")
    page.keyboard.type("Bel vrijdag")
    page.keyboard.press("Control+Enter")

    expect(page.locator("#question-said")).to_contain_text("Opgeslagen.")
    number = asked(sqlite).id
    with sqlite.reading() as session:
        row = session.get_one(Question, number)
        coded = (row.asker, row.sector, row.age_band, row.phase, row.how_found, row.referred_to, row.language)
        typed = (row.channel, row.municipality_code, row.minutes, row.closed, row.note)
        assert (all(coded), len(row.done), typed) == (True, 1, ("phone", "GM0373", 25, False, "Bel vrijdag"))


def test_a_favourite_is_chosen_by_arrows_and_undone_after_saving(visit: OpenPage) -> None:
    page = visit("/werk/vragen")
    ready(page)

    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Van basisschool naar middelbare school, schooladvies")).to_have_attribute(
        "aria-pressed", "true"
    )
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Control+Enter")
    page.locator("#question-said").get_by_role("button", name="Ongedaan maken").click()

    expect(page.locator("#question-said")).to_contain_text("De vraag is weer weg.")


def test_what_was_typed_survives_a_reload(visit: OpenPage) -> None:
    page = visit("/werk/vragen")
    ready(page)
    choose(page, "pesten")
    page.get_by_label("Aantal minuten").fill("25")
    page.get_by_label("Aantal minuten").press("Tab")

    page.reload()

    expect(page.locator("#question-form")).to_contain_text("Pesten en sociale veiligheid")
    expect(page.get_by_label("Aantal minuten")).to_have_value("25")


def test_an_error_keeps_what_was_typed_and_leads_to_its_field(visit: OpenPage) -> None:
    page = visit("/werk/vragen")
    ready(page)
    choose(page, "pesten")

    page.keyboard.press("Control+Enter")

    expect(page.get_by_label("Telefoon")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Hoe kwam de vraag binnen?")).to_be_visible()
    expect(page.locator("#question-form .mantine-Pill-root")).to_have_text("Pesten en sociale veiligheid")


def test_a_choice_of_year_stands_in_the_address_and_survives_a_reload(visit: OpenPage) -> None:
    page = visit("/werk/beleid?jaar=2025")
    expect(page.locator("#policy-body .main-svg").first).to_be_visible()

    page.get_by_role("textbox", name="Onderwerpen", exact=True).click()
    page.get_by_role("option", name="Thuiszitten en verzuim").click()
    expect(page).to_have_url(re.compile(r"\?jaar=2025&groep=D$"))
    page.reload()

    expect(page.locator(".filters .mantine-Pill-root")).to_have_text("Thuiszitten en verzuim")
    expect(page.locator("#policy-year")).to_have_value("2025–2026")


def test_a_lost_answer_is_asked_for_again_and_the_question_counts_once(visit: OpenPage, sqlite: Database) -> None:
    page = visit("/werk/vragen", may_fail=(503,))
    ready(page)
    before = asked(sqlite).id
    choose(page, "pesten")
    page.get_by_label("Telefoon").check()
    lost: list[str] = []

    def lose(route: Route) -> None:
        """The server writes it down, the answer is lost on the way."""
        if "question-save" in (route.request.post_data or "") and not lost:
            lost.append("answer")
            route.fetch()
            route.fulfill(status=503)
        else:
            route.continue_()

    page.route("**/_dash-update-component**", lose)

    page.keyboard.press("Control+Enter")

    expect(page.get_by_text("Geen verbinding: nog niet opgeslagen.")).to_be_visible()
    expect(page.locator("#question-said")).to_contain_text("Opgeslagen.")
    expect(page.get_by_text("Geen verbinding: nog niet opgeslagen.")).to_be_hidden()
    assert asked(sqlite).id == before + 1


def test_without_a_connection_nothing_is_lost_and_it_is_saved_when_it_is_back(
    visit: OpenPage, sqlite: Database
) -> None:
    page = visit("/werk/vragen")
    ready(page)
    before = asked(sqlite).id
    choose(page, "pesten")
    page.get_by_label("Telefoon").check()
    page.context.set_offline(True)

    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Geen verbinding: nog niet opgeslagen.")).to_be_visible()
    offline = asked(sqlite).id
    page.context.set_offline(False)

    expect(page.locator("#question-said")).to_contain_text("Opgeslagen.")
    assert (offline, asked(sqlite).id) == (before, before + 1)


def test_what_came_back_after_a_reload_can_be_put_away(visit: OpenPage) -> None:
    page = visit("/werk/vragen")
    ready(page)
    choose(page, "pesten")
    page.get_by_label("Aantekening voor uzelf").fill("Belt terug")
    page.wait_for_function("localStorage.getItem('rode-draad-question').includes('Belt terug')")
    page.reload()
    expect(page.get_by_label("Aantekening voor uzelf")).to_have_value("Belt terug")

    page.get_by_role("button", name="Begin leeg").click()

    expect(page.locator("#question-form .mantine-Pill-root")).to_have_count(0)
    expect(page.get_by_label("Aantekening voor uzelf")).to_have_value("")


def test_a_note_with_a_name_warns_while_it_is_typed_and_may_be_saved(visit: OpenPage, sqlite: Database) -> None:
    page = visit("/werk/vragen")
    ready(page)
    choose(page, "pesten")
    page.get_by_label("Telefoon").check()
    page.get_by_label("Aantekening voor uzelf").press_sequentially("Mevrouw Jansen, 06 12345678")

    expect(page.locator("#question-note-warning")).to_contain_text("Dit lijkt op een telefoonnummer, een naam.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#question-said")).to_contain_text("Opgeslagen.")
    assert asked(sqlite).note == "Mevrouw Jansen, 06 12345678"


@pytest.mark.parametrize("typed", ["dyslectie", "leesproblemen", "F3", "woordblind"])
def test_a_topic_is_found_by_another_word_and_with_a_slip(visit: OpenPage, sqlite: Database, typed: str) -> None:
    with sqlite.writing() as session:
        session.get_one(Topic, "F3").synonyms = ["leesproblemen", "woordblindheid"]
    page = visit("/werk/vragen")
    ready(page)

    choose(page, typed)

    expect(page.locator("#question-form .mantine-Pill-root")).to_have_text("Dyslexie")
