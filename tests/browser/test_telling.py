"""Telling a story in a browser: on a slow phone, without scripts, with a draft that stays on the device."""

import time
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Error, Page, expect

from store.database import Database
from store.models import Story
from tests.browser.chromium import PHONE, OpenPage, serving
from tests.browser.looks import wrong_in_every_look
from tests.doors import Doors

pytestmark = pytest.mark.browser

SLOW = {"offline": False, "latency": 300, "downloadThroughput": 50_000, "uploadThroughput": 25_000}
FIVE_MINUTES = 300
STORY = "Mijn zoon Milo zat op De Zonnebloem. Juf Karin ging naast hem zitten. Milo ging weer lachen."


@pytest.fixture
def doors(sqlite: Database, now: datetime) -> Doors:
    return Doors(sqlite, now, alone=True)


@pytest.fixture
def home(doors: Doors) -> Iterator[str]:
    with serving(doors.server) as url:
        yield url


def go_on(page: Page, doors: Doors, name: str = "Verder") -> None:
    doors.now += timedelta(seconds=10)
    page.get_by_role("button", name=name).click()


def tell(page: Page, doors: Doors) -> None:
    """Every step, as somebody with a phone takes them."""
    page.get_by_label("Het verhaal", exact=True).fill(STORY)
    go_on(page, doors)
    page.get_by_label("Opgelucht").check()
    page.get_by_label("De juf, meester of mentor").check()
    page.get_by_label("Veel", exact=True).check()
    go_on(page, doors)
    page.get_by_label("School en thuis").check()
    go_on(page, doors)
    expect(page.get_by_label("Milo wordt [naam 1]")).to_be_checked()
    go_on(page, doors, "Klopt, verder")
    page.get_by_label("Alleen tellen").check()
    go_on(page, doors, "Verstuur")
    expect(page.get_by_role("heading", name="Dank u wel voor uw verhaal")).to_be_visible()


def test_a_story_is_told_on_a_slow_phone_within_five_minutes(doors: Doors, home: str, open_page: OpenPage) -> None:
    page = open_page(f"{home}/vertellis", size=PHONE)
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW)
    line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    began = time.monotonic()

    page.get_by_role("link", name="Begin met vertellen").click()
    page.get_by_label("Het verhaal", exact=True).press_sequentially("Mijn zoon ", delay=50)
    tell(page, doors)

    assert time.monotonic() - began < FIVE_MINUTES


def test_without_scripts_everything_works(doors: Doors, home: str, open_page: OpenPage) -> None:
    page = open_page(f"{home}/vertellis/verhaal", size=PHONE, scripts=False)

    tell(page, doors)
    code = page.locator("#code").inner_text()
    page.get_by_role("link", name="Een verhaal wissen met de code").click()
    page.get_by_label("Code", exact=True).fill(code)
    page.get_by_role("button", name="Zoek het verhaal").click()
    page.get_by_role("button", name="Wis dit verhaal").click()

    expect(page.get_by_role("heading", name="Het verhaal is gewist")).to_be_visible()
    with doors.database.reading() as session:
        assert session.query(Story).count() == 0


def test_every_step_is_sound_in_every_look(doors: Doors, home: str, open_page: OpenPage) -> None:
    page = open_page(f"{home}/vertellis")
    wrong = wrong_in_every_look(page)
    page.get_by_role("link", name="Begin met vertellen").click()
    page.get_by_label("Het verhaal", exact=True).fill(STORY)
    for button in ("Verder", "Verder", "Verder", "Klopt, verder"):
        wrong += wrong_in_every_look(page)
        go_on(page, doors, button)
    wrong += wrong_in_every_look(page)
    page.goto(f"{home}/vertellis/weg")
    wrong += wrong_in_every_look(page)

    assert "\n".join(wrong) == ""


def test_a_draft_stays_on_the_device_only_when_asked(doors: Doors, home: str, open_page: OpenPage) -> None:
    page = open_page(f"{home}/vertellis/verhaal")
    box = page.get_by_label("Het verhaal", exact=True)
    kept = page.get_by_label("Bewaar mijn tekst op dit apparaat, tot ik hem verstuur")

    box.fill("Zonder vinkje.")
    page.reload()
    expect(box).to_have_value("")
    kept.check()
    box.fill("Met vinkje.")
    page.reload()
    expect(box).to_have_value("Met vinkje.")
    page.get_by_role("button", name="Wis dit concept").click()
    page.reload()

    expect(box).to_have_value("")
    expect(kept).not_to_be_checked()


@pytest.mark.parametrize(("keeps", "found"), [(False, ""), (True, "Half verteld.")])
def test_back_shows_a_story_only_to_who_asked_to_keep_it(
    doors: Doors, home: str, open_page: OpenPage, keeps: bool, found: str
) -> None:
    page = open_page(f"{home}/vertellis/verhaal")
    box = page.get_by_label("Het verhaal", exact=True)
    page.get_by_label("Bewaar mijn tekst op dit apparaat, tot ik hem verstuur").set_checked(keeps)
    box.fill("Half verteld.")

    page.get_by_role("link", name="Wie ziet wat").first.click()
    page.wait_for_url("**/wie-ziet-wat*")
    page.go_back()
    expect(box).to_have_value(found)
    page.reload()

    expect(box).to_have_value(found)


@pytest.mark.parametrize("scripts", [True, False])
def test_who_goes_back_after_sending_and_chooses_otherwise_has_one_story(
    doors: Doors, home: str, open_page: OpenPage, scripts: bool
) -> None:
    page = open_page(f"{home}/vertellis/verhaal", scripts=scripts)
    tell(page, doors)
    code = page.locator("#code").inner_text()

    with pytest.raises(Error, match="ERR_CACHE_MISS"):  # no copy was kept: the browser asks whether to send again
        page.go_back()
    page.wait_for_url("chrome-error://**")
    page.reload()
    page.locator("input[name=toestemming][value=quote]").check()
    go_on(page, doors, "Verstuur")

    expect(page.get_by_text("Het is er één keer, zoals het nu is.")).to_be_visible()
    assert page.locator("#code").inner_text() == code
    with doors.database.reading() as session:
        assert session.query(Story).count() == 1


def kept_on(page: Page) -> object:
    return page.evaluate("localStorage.getItem('vertellis-parents')")


def test_a_draft_goes_away_after_two_weeks_at_the_next_visit(doors: Doors, home: str, open_page: OpenPage) -> None:
    page = open_page(f"{home}/vertellis/verhaal")
    box = page.get_by_label("Het verhaal", exact=True)
    page.get_by_label("Bewaar mijn tekst op dit apparaat, tot ik hem verstuur").check()
    box.fill("Met vinkje.")
    expect(page.get_by_text("De tekst blijft 14 dagen staan na het laatste woord.")).to_be_visible()

    page.clock.set_system_time(datetime.now().astimezone() + timedelta(days=13, hours=23))
    page.reload()
    expect(box).to_have_value("Met vinkje.")
    page.clock.set_system_time(datetime.now().astimezone() + timedelta(days=14, hours=1))
    page.goto(f"{home}/vertellis")
    page.wait_for_load_state()

    assert kept_on(page) is None


def test_a_draft_from_before_drafts_had_an_end_gets_one(doors: Doors, home: str, open_page: OpenPage) -> None:
    page = open_page(f"{home}/vertellis/verhaal")
    page.evaluate("localStorage.setItem('vertellis-parents', 'Van vorige week.')")

    page.reload()

    expect(page.get_by_label("Het verhaal", exact=True)).to_have_value("Van vorige week.")
    assert '"until":' in str(kept_on(page))


def test_a_tap_in_the_triangle_is_three_numbers(doors: Doors, home: str, open_page: OpenPage) -> None:
    page = open_page(f"{home}/vertellis/verhaal")
    page.get_by_label("Het verhaal", exact=True).fill(STORY)
    go_on(page, doors)
    go_on(page, doors)

    box = page.locator(".corners svg").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.42)

    parts = [int(one) for one in page.locator(".fine").input_value().split("-")]
    assert (sum(parts), parts[0] > 50) == (100, True)
