"""The reasons of the planner as sentences, and which of them speak for a moment."""

from collections.abc import Callable, Mapping
from typing import Any

from domain.gatherings.planner import Suggestion
from i18n import _, day, n_
from matching.explain import moment
from matching.planner_facts import Reason

LONG_AGO_DAYS = 28
AGAINST = frozenset({"hosts_none", "turnout_new"})

Values = Mapping[str, Any]


def speaks_for(reason: Reason) -> bool:
    """Whether a reason is a good sign; otherwise it is something to know beforehand."""
    return reason.key not in AGAINST and reason.values.get("days", LONG_AGO_DAYS) >= LONG_AGO_DAYS


def sentence(reason: Reason, one: Suggestion, months: int) -> str:
    """One reason in words; `months` is how far back questions were counted."""
    known = {"place": one.venue.municipality, "topic": one.group, "months": months}
    return SENTENCES[reason.key]({**reason.values, **known})


def _demand(values: Values) -> str:
    asked = n_(
        "{n} vraag uit {place} over {topic} in de laatste {months} maanden",
        "{n} vragen uit {place} over {topic} in de laatste {months} maanden",
        values["questions"], place=values["place"], topic=values["topic"], months=values["months"],
    )  # fmt: skip
    if not values["covered"]:
        return asked
    came = n_(
        "{n} ouder kwam al naar een bijeenkomst daarover of heeft er nog een plaats",
        "{n} ouders kwamen al naar een bijeenkomst daarover of hebben er nog een plaats",
        values["covered"],
    )
    return f"{asked}; {came}"


def _hosts_know(values: Values) -> str:
    return n_(
        "{n} buddy heeft dan tijd en kent dit onderwerp", "{n} buddy's hebben dan tijd en kennen dit onderwerp",
        values["n"],
    )  # fmt: skip


def _hosts_free(values: Values) -> str:
    return n_(
        "{n} buddy heeft dan tijd, maar kent dit onderwerp niet",
        "{n} buddy's hebben dan tijd, maar kennen dit onderwerp niet",
        values["n"],
    )


def _turnout(values: Values) -> str:
    return n_(
        "Op {moment} kwamen er gemiddeld {average}, bij {n} bijeenkomst",
        "Op {moment} kwamen er gemiddeld {average}, bij {n} bijeenkomsten",
        values["cafes"], moment=moment(values["weekday"], values["part"]), average=values["average"],
    )  # fmt: skip


def _turnout_new(values: Values) -> str:
    name = moment(values["weekday"], values["part"])
    return _("Op {moment} was er nog geen bijeenkomst: hoeveel er komen is niet bekend", moment=name)


def _last(values: Values) -> str:
    return n_(
        "De vorige bijeenkomst in {place} is {n} dag eerder, op {day}",
        "De vorige bijeenkomst in {place} is {n} dagen eerder, op {day}",
        values["days"], place=values["place"], day=day(values["day"], year=True),
    )  # fmt: skip


def _next(values: Values) -> str:
    return n_(
        "De volgende bijeenkomst in {place} is {n} dag later, op {day}",
        "De volgende bijeenkomst in {place} is {n} dagen later, op {day}",
        values["days"], place=values["place"], day=day(values["day"], year=True),
    )  # fmt: skip


SENTENCES: Mapping[str, Callable[[Values], str]] = {
    "demand": _demand,
    "hosts_know": _hosts_know,
    "hosts_free": _hosts_free,
    "hosts_none": lambda values: _("Nog geen buddy heeft dan tijd"),
    "turnout": _turnout,
    "turnout_new": _turnout_new,
    "last": _last,
    "next": _next,
    "never": lambda values: _(
        "In {place} was er de laatste twee jaar geen bijeenkomst, en er is er geen gepland", **values
    ),
    "alone": lambda values: _("Er is die dag geen andere bijeenkomst"),
}
