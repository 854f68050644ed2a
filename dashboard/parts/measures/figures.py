"""The figures by themselves: a value, how many it rests on, between what it likely lies, and what it counts."""

from dataclasses import dataclass
from enum import StrEnum

from domain.measures.answers import Answers
from domain.measures.matches import ENOUGH_TALKS
from domain.measures.overview import Overview
from i18n import _
from trends.shares import ENOUGH, Share, wilson
from trends.time_until import Curve


class Unit(StrEnum):
    HOURS = "hours"
    DAYS = "days"
    TIMES = "times"
    SHARE = "share"


@dataclass(frozen=True)
class Figure:
    """`value` is None where it isn't known yet; of a share `part` of `n` is told. A bound that is None is open."""

    title: str
    unit: Unit
    n: int
    value: float | None
    low: float | None
    high: float | None
    meaning: str
    part: int | None = None

    @property
    def enough(self) -> bool:
        """Of four or fewer nothing is said but how many they are."""
        return self.n >= ENOUGH


def headlines(found: Overview) -> tuple[Figure, ...]:
    """The four that matter most."""
    return soon(found), within(found), buddies_yes(found), enough_talks(found)


def figures(found: Overview) -> tuple[Figure, ...]:
    """All of them, in the order of the page."""
    return (*headlines(found), parents_yes(found), talks(found), length(found), full(found))


def soon(found: Overview) -> Figure:
    meaning = _(
        "Van koppeling tot eerste gesprek: binnen deze tijd sprak de helft elkaar. Wie nog wacht telt mee voor de tijd "
        "die al voorbij is, en een koppeling die stopte zonder gesprek als een die er nooit kwam."
    )
    return _of_curve(_("Tot het eerste contact"), Unit.HOURS, found.first_contact.curve, meaning)


def within(found: Overview) -> Figure:
    meaning = _(
        "Koppelingen met een eerste gesprek binnen {hours} uur, van de koppelingen die langer dan {hours} uur geleden "
        "begonnen.",
        hours=found.hours,
    )  # fmt: skip
    return _of_share(_("Binnen {hours} uur", hours=found.hours), found.first_contact.within, meaning)


def buddies_yes(found: Overview) -> Figure:
    meaning = _(
        "Van de buddy's die een voorstel kregen. Geen antwoord op tijd telt als geen ja; ingetrokken telt niet."
    )
    return _yes(_("Buddy zegt ja"), found.buddies, meaning)


def parents_yes(found: Overview) -> Figure:
    meaning = _("Van de ouders die na het ja van een buddy gevraagd zijn. Geen antwoord op tijd telt als geen ja.")
    return _yes(_("Ouder zegt ja"), found.parents, meaning)


def enough_talks(found: Overview) -> Figure:
    title = _("{n} of meer gesprekken", n=ENOUGH_TALKS)
    meaning = _(
        "In de eerste acht weken, van de koppelingen die langer dan acht weken geleden begonnen; ook wie eerder stopte "
        "telt mee."
    )
    return _of_share(title, found.talks.enough, meaning)


def talks(found: Overview) -> Figure:
    meaning = _("De helft van de koppelingen had in de eerste acht weken zoveel gesprekken of meer.")
    title, middle = _("Gesprekken in acht weken"), found.talks.middle
    if middle is None:
        return Figure(title, Unit.TIMES, 0, None, None, None, meaning)
    low, high = (middle.likely.low, middle.likely.high) if middle.likely else (None, None)
    return Figure(title, Unit.TIMES, middle.n, middle.value, low, high, meaning)


def length(found: Overview) -> Figure:
    meaning = _(
        "Van de koppelingen die in deze tijd begonnen was de helft na zoveel dagen klaar. Wat nog loopt telt mee voor "
        "de tijd die al voorbij is."
    )
    return _of_curve(_("Hoe lang een koppeling duurt"), Unit.DAYS, found.length, meaning)


def full(found: Overview) -> Figure:
    meaning = _("Buddy's die nu zoveel koppelingen hebben als zij aankunnen, van alle getrainde buddy's.")
    return _of_share(_("Buddy's zonder plek"), found.load.full, meaning, sure=True)


def _yes(title: str, found: Answers, meaning: str) -> Figure:
    return _of_share(title, found.accepted, meaning)


def _of_share(title: str, share: Share, meaning: str, *, sure: bool = False) -> Figure:
    """`sure`: everybody was counted, so there is nothing to guess."""
    if not share.whole:
        return Figure(title, Unit.SHARE, 0, None, None, None, meaning, 0)
    likely = None if sure else wilson(share)
    low, high = (likely.low, likely.high) if likely else (None, None)
    return Figure(title, Unit.SHARE, share.whole, share.value, low, high, meaning, share.part)


def _of_curve(title: str, unit: Unit, curve: Curve, meaning: str) -> Figure:
    return Figure(title, unit, curve.n, curve.median, curve.median_from, curve.median_until, meaning)
