"""How long a coordinator needs for one call: `python -m benchmarks.question_form [--times 5] [--keep FOLDER]`.

A real server with the invented years, a real browser, and a scripted person who uses nothing but the keyboard: 180 ms
for every key, Tab and arrows included, and time to think before each field. It is timed from the focus on the first
field until the page says that the question was saved. Writes a table in Markdown: what was filled in, keys, the median
and the slowest time, and what of the median was neither typing nor thinking, so waiting.
"""

import argparse
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from benchmarks.served import invented_years, served
from domain.actors import Role
from tests.browser.chromium import ARGUMENTS, browser_path
from tests.invented import BY_ROLE

KEY, THINK = 0.18, 1.5
MOST_TABS = 20
FIRST = "Waar gaat de vraag over?"
HEADER = "| what was filled in | keys | median, s | slowest, s | of it waiting, s |\n|---|---|---|---|---|"
SAVED = "#question-said:has-text('Opgeslagen.')"
PROPOSED = "[data-combobox-selected]:visible"
FOCUSED = """label => [...(document.activeElement.labels || [])]
  .some(one => one.innerText.replace("*", "").trim() === label)"""


class Person:
    """Somebody who types as people do, one key after the other."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.keys = 0
        self.pauses = 0.0

    def press(self, key: str) -> None:
        self._rest(KEY)
        self.page.keyboard.press(key)
        self.keys += 1

    def type(self, text: str) -> None:
        for sign in text:
            self._rest(KEY)
            self.page.keyboard.type(sign)
            self.keys += 1

    def think(self) -> None:
        self._rest(THINK)

    def reach(self, label: str) -> None:
        """Think, then Tab on until the field with this label has the focus."""
        self.think()
        for _ in range(MOST_TABS):
            self.press("Tab")
            if self.page.evaluate(FOCUSED, label):
                return
        raise SystemExit(f"Tab does not reach {label}")

    def found(self, text: str) -> None:
        """Type, look what is proposed, take it."""
        self.type(text)
        self.page.wait_for_selector(PROPOSED)
        self.press("Enter")

    def picked(self, label: str, down: int) -> None:
        """A choice of a list by arrows: the first press opens it."""
        self.reach(label)
        for _ in range(down + 1):
            self.press("ArrowDown")
        self.page.wait_for_selector(PROPOSED)
        self.press("Enter")

    def _rest(self, seconds: float) -> None:
        self.page.wait_for_timeout(seconds * 1000)
        self.pauses += seconds


def least(person: Person) -> None:
    """Topic and channel, all that must be there."""
    person.think()
    person.found("langer dan")
    person.press("Escape")
    person.reach("Telefoon")
    person.press("ArrowDown")


def usual(person: Person) -> None:
    """What a coordinator writes down of most calls."""
    least(person)
    person.reach("Woonplaats of gemeente")
    person.found("schoorl")
    for label, down in (("Wie vraagt het?", 1), ("Soort onderwijs", 1), ("Leeftijd van het kind", 2)):
        person.picked(label, down)
    person.reach("Aantal minuten")
    person.type("25")


def whole(person: Person) -> None:
    """Every field there is."""
    least(person)
    person.reach("Woonplaats of gemeente")
    person.found("schoorl")
    lists = ("Wie vraagt het?", "Soort onderwijs", "Leeftijd van het kind", "Hoe staat het ervoor?")
    for label in (*lists, "Hoe vond deze ouder ons?"):
        person.picked(label, 1)
    person.think()
    person.press("Tab")
    person.press("Space")
    person.picked("Doorverwezen naar", 1)
    person.reach("Aantal minuten")
    person.type("25")
    person.picked("Taal van het gesprek", 1)
    person.reach("Hier moet nog iets gebeuren")
    person.press("Space")
    person.reach("Aantekening voor uzelf")
    person.type("Bel vrijdag")


CALLS: Mapping[str, Callable[[Person], None]] = {
    "topic and channel": least,
    "place, who, education, age, minutes too": usual,
    "every field": whole,
}


@dataclass(frozen=True)
class Took:
    seconds: float
    waiting: float
    keys: int


def timed(page: Page, call: Callable[[Person], None]) -> Took:
    """One call, from the empty form until it says that it was saved."""
    page.reload()
    page.wait_for_selector("#question-list table")
    page.wait_for_function(FOCUSED, arg=FIRST)
    person, began = Person(page), time.perf_counter()
    call(person)
    person.press("Control+Enter")
    page.wait_for_selector(SAVED)
    seconds = time.perf_counter() - began
    return Took(seconds, seconds - person.pauses, person.keys)


def _row(name: str, took: Sequence[Took]) -> str:
    times = [one.seconds for one in took]
    cells = (f"{median(times):.1f}", f"{max(times):.1f}", f"{median(one.waiting for one in took):.1f}")
    return f"| {name} | {took[0].keys} | {' | '.join(cells)} |"


def measure(folder: Path, times: int) -> Iterator[str]:
    environment = invented_years(folder, processes=2, threads=4)
    with served(environment) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(ARGUMENTS))
        page = _signed_in(browser.new_page(locale="nl-NL"), f"http://127.0.0.1:{server.port}")
        for name, call in CALLS.items():
            yield _row(name, [timed(page, call) for _time in range(times)])
        browser.close()


def _signed_in(page: Page, home: str) -> Page:
    login = BY_ROLE[Role.COORDINATOR]
    page.goto(f"{home}/inloggen")
    page.get_by_label("E-mailadres").fill(login.email)
    page.get_by_label("Wachtwoord", exact=True).fill(login.password)
    page.keyboard.press("Enter")
    page.wait_for_selector("#page h1")
    page.goto(f"{home}/werk/vragen")
    return page


def main() -> None:
    parser = argparse.ArgumentParser(description=re.sub(r"\n.*", "", __doc__ or ""))
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="leave the server's data in this empty folder")
    wish = parser.parse_args()
    print(HEADER, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for line in measure(wish.keep or Path(folder), wish.times):
            print(line, flush=True)


if __name__ == "__main__":
    main()
