"""What a parent comes to do, step by step, as somebody with a phone does it: for `benchmarks.parents_door`."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from playwright.sync_api import Locator, Page

SIGN, TAP = 0.3, 1.2
"""Seconds: for each sign that is typed, and to find and tap one thing."""
NUMBERS = count(11_223_344)  # each parent has a number of their own
ASKED = "Mijn zoon zit al zes weken thuis. Wat kan ik doen?"
TOLD = "Mijn zoon wilde niet meer naar school. De juf ging naast hem zitten en luisterde. Dat hielp ons erg. "


class Parent:
    """Types and taps no faster than people do; `pauses` is the time that this took."""

    def __init__(self, tab: Page, home: str) -> None:
        self.tab = tab
        self.home = home
        self.phone = f"06{next(NUMBERS):08}"
        self.pauses = 0.0
        self.taps = 0

    def opens(self, address: str) -> None:
        self.tab.goto(self.home + address)

    def taps_on(self, what: Locator) -> None:
        self._rest(TAP)
        self.taps += 1
        what.click()

    def link(self, name: str) -> None:
        self.taps_on(self.tab.get_by_role("link", name=name).first)

    def button(self, name: str) -> None:
        self.taps_on(self.tab.get_by_role("button", name=name).first)

    def choice(self, name: str) -> None:
        self.taps_on(self.tab.get_by_label(name, exact=True).first)

    def types(self, label: str, text: str) -> None:
        """The time is taken first: each sign on its own would measure the way between script and browser."""
        self.taps_on(self.tab.get_by_label(label).first)
        self._rest(SIGN * len(text))
        self.tab.keyboard.type(text)

    def sees(self, heading: str) -> None:
        self.tab.get_by_role("heading", name=heading).first.wait_for(timeout=120_000)

    def _rest(self, seconds: float) -> None:
        self.tab.wait_for_timeout(seconds * 1000)
        self.pauses += seconds


@dataclass(frozen=True)
class Errand:
    """`before` is what went before and is not timed; `may_take` are seconds."""

    name: str
    may_take: int
    before: Callable[[Parent], None]
    do: Callable[[Parent], None]


def at_the_agenda(parent: Parent) -> None:
    parent.opens("/agenda")


def at_the_front(parent: Parent) -> None:
    parent.opens("/")


def sign_up(parent: Parent) -> None:
    parent.taps_on(parent.tab.locator(".event:has(.good) :is(h2,h3) a").first)
    parent.types("Uw voornaam", "Samira")
    parent.types("Telefoonnummer", parent.phone)
    parent.button("Meld mij aan")
    parent.sees("U bent aangemeld")


def signed_up(parent: Parent) -> None:
    at_the_agenda(parent)
    sign_up(parent)


def cancel(parent: Parent) -> None:
    parent.button("Ik kom niet, meld mij af")
    parent.sees("U bent afgemeld")


def ask(parent: Parent) -> None:
    parent.link("Stel een vraag")
    parent.types("Uw vraag", ASKED)
    parent.taps_on(parent.tab.get_by_label("Waar gaat het over?"))
    parent.tab.get_by_label("Waar gaat het over?").select_option(label="Dreigend thuiszitten")
    parent.button("Verstuur")
    parent.sees("Wij hebben uw vraag")


def ask_for_a_buddy(parent: Parent) -> None:
    parent.link("Vraag een buddy")
    parent.types("Uw voornaam", "Samira")
    parent.types("Telefoonnummer", parent.phone)
    parent.choice("Alkmaar")
    parent.taps_on(parent.tab.locator("summary", has_text="Leren en ontwikkeling"))
    parent.choice("Dyslexie")
    parent.taps_on(parent.tab.get_by_label("Hoe oud is uw kind?"))
    parent.tab.get_by_label("Hoe oud is uw kind?").select_option(label="7 tot 10 jaar")
    parent.choice("Bellen")
    parent.choice("Doordeweeks, in de avond")
    parent.choice("Ja, u mag deze gegevens gebruiken om een buddy voor mij te zoeken")
    parent.button("Vraag een buddy")
    parent.sees("Dank u wel, Samira")


def asked_for_a_buddy(parent: Parent) -> None:
    at_the_front(parent)
    ask_for_a_buddy(parent)


def have_it_erased(parent: Parent) -> None:
    parent.taps_on(parent.tab.locator("summary", has_text="Wis alles"))
    parent.button("Ja, wis alles voor altijd")
    parent.sees("Alles is gewist")


def tell_a_story(parent: Parent) -> None:
    parent.link("Begin met vertellen")
    parent.types("Het verhaal", TOLD)
    parent.button("Verder")
    for choice in ("Opgelucht", "De juf, meester of mentor", "Veel"):
        parent.choice(choice)
    parent.button("Verder")
    parent.choice("School en thuis")
    parent.button("Verder")
    parent.button("Klopt, verder")
    parent.taps_on(parent.tab.get_by_label("Alleen tellen").first)
    parent.button("Verstuur")
    parent.sees("Dank u wel voor uw verhaal")


def at_the_stories(parent: Parent) -> None:
    parent.opens("/vertellis")


ERRANDS = (
    Errand("sign up for a café", 30, at_the_agenda, sign_up),
    Errand("cancel", 10, signed_up, cancel),
    Errand("ask a question without a name", 60, at_the_front, ask),
    Errand("ask for a buddy", 120, at_the_front, ask_for_a_buddy),
    Errand("have the request erased", 10, asked_for_a_buddy, have_it_erased),
    Errand("tell a story", 300, at_the_stories, tell_a_story),
)
