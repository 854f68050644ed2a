"""The figures in words: the answer first, then each number with what it rests on."""

from datetime import timedelta

from dashboard.parts.clock import lasting
from dashboard.parts.measures.figures import Figure, Unit, buddies_yes, enough_talks, soon
from domain.measures.overview import Overview
from domain.measures.period import Period
from i18n import _, n_, number, percentage
from trends.shares import ENOUGH

TELLS_MOST = 5


def period_name(period: Period) -> str:
    if period.year is None:
        return _("alle schooljaren samen")
    return _("het schooljaar {from_}–{until}", from_=period.year, until=period.year + 1)


def said(figure: Figure) -> str:
    """The number itself, or why there is none."""
    if not figure.enough:
        return _("te weinig gegevens")
    if figure.unit is Unit.SHARE:
        return _("{part} van {n}", part=number(figure.part or 0), n=number(figure.n))
    return _("nog niet te zeggen") if figure.value is None else amount(figure.value, figure.unit)


def rests_on(figure: Figure) -> str:
    """`27 gevallen; waarschijnlijk tussen 59 % en 89 %`."""
    if not figure.enough:
        few = n_("{n} geval", "{n} gevallen", figure.n)
        return _("{few}; vanaf {enough} zeggen we iets", few=few, enough=ENOUGH)
    if figure.unit is Unit.SHARE:
        return likely(figure)
    told = [n_("over {n} koppeling", "over {n} koppelingen", figure.n), likely(figure)]
    return "; ".join(part for part in told if part)


def likely(figure: Figure) -> str:
    """`waarschijnlijk tussen 59 % en 89 %`; empty where the bounds are not known, or no other than the number."""
    low, high = (None if one is None else amount(one, figure.unit) for one in (figure.low, figure.high))
    if low is None:
        return ""
    if high is None:
        return _("waarschijnlijk {low} of meer", low=low)
    return "" if low == high else _("waarschijnlijk tussen {low} en {high}", low=low, high=high)


def amount(value: float, unit: Unit) -> str:
    if unit is Unit.SHARE:
        return percentage(value)
    if unit is Unit.HOURS:
        return lasting(timedelta(hours=value))
    if unit is Unit.DAYS:
        return n_("{n} dag", "{n} dagen", round(value))
    return number(value)


def answer(found: Overview) -> list[str]:
    """How it goes, in a few sentences; the first says what parents notice most."""
    if found.matches < ENOUGH:
        told = n_("begon {n} koppeling", "begonnen {n} koppelingen", found.matches)
        first = [_("In {period} {began}: te weinig om er iets over te zeggen.", period=_in(found), began=told)]
    else:
        first = _first_contact(found)
    return [*first, *(sentence for sentence in (_yes(found), _talks(found)) if sentence)][:TELLS_MOST]


def _in(found: Overview) -> str:
    return period_name(found.period)


def _first_contact(found: Overview) -> list[str]:
    middle, within = soon(found), found.first_contact.within
    if middle.value is None:
        told = [_("In {period} sprak nog niet de helft van de ouders hun buddy.", period=_in(found))]
    else:
        time = said(middle)
        told = [_("In {period} sprak de helft van de ouders hun buddy binnen {time}.", period=_in(found), time=time)]
    if within.enough:
        told.append(_("{n} van {all} binnen {h} uur.", n=within.part, all=within.whole, h=found.hours))
    return told


def _yes(found: Overview) -> str:
    figure = buddies_yes(found)
    if not figure.enough:
        return ""
    return _("Buddy's zeiden {part} van de {n} keer ja.", part=figure.part or 0, n=figure.n)


def _talks(found: Overview) -> str:
    figure = enough_talks(found)
    if not figure.enough:
        return ""
    return n_(
        "Bij {n} van de {all} koppelingen waren er vier gesprekken of meer in acht weken.",
        "Bij {n} van de {all} koppelingen waren er vier gesprekken of meer in acht weken.",
        figure.part or 0,
        all=figure.n,
    )
