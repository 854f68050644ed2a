"""What the tests say of the exact numbers: does it rise, does a second method see that too, and the long run."""

from collections.abc import Mapping, Sequence

from dash.development.base_component import Component

from dashboard.charts.beside_band import Beside, beside_band, height
from dashboard.parts import empty_state
from dashboard.parts.tables import Column
from dashboard.parts.trends import words
from dashboard.parts.trends.finding import Both, Cell, Finding
from dashboard.parts.trends.methods import Method
from dashboard.parts.trends.section import TESTS, Section, Shown
from dashboard.parts.trends.sections import stood_out
from i18n import _, lazy, number, percentage
from store.queries import choices
from trends import text
from trends.forecast import Foreseen
from trends.predictive import ranked
from trends.rises import State
from trends.verdicts import Verdict

MOST_ROWS = 12
SHOWN = 8  # of the long run, before one asks for all of it
ALL = "*"
Named = Mapping[str, Verdict]


def not_yet(shown: Shown) -> Sequence[Component]:
    """Why there is nothing: a year that ended, or a job that has still to run."""
    if shown.picture.verdicts:
        return ()
    sentence = _("We kijken elk uur opnieuw, naar de laatste drie hele maanden van dit schooljaar. Kies bij Schooljaar "
                 "het schooljaar dat nu loopt, of kom straks terug.")  # fmt: skip
    return (empty_state(_("Dit is nog niet uitgerekend."), sentence, symbol="chart-line"),)


def tested(shown: Shown) -> Sequence[Finding]:
    """Topics, then groups and all questions, each the surest rise first; nothing before they were tested."""
    families = (
        (_topics(shown), "tested", _("Onderwerp")),
        ({**_groups(shown), **_all(shown)}, "tested-groups", _("Groep van onderwerpen")),
    )
    return [_tested(shown, *family) for family in families if family[0]]


def long_run(shown: Shown) -> Sequence[Finding]:
    """Percent per year, the coming months, and what stood out: all questions first, then what surely moved most."""
    parts = {**_groups(shown), **_topics(shown)}
    every = {**_all(shown), **{name: parts[name] for name in sorted(parts, key=lambda one: _moved(parts[one]))}}
    if not every:
        return ()
    return [
        Finding(
            key="long-run",
            title=_("Wat er over de jaren verandert"),
            about=_("Per jaar, met de grenzen waartussen dat ligt (95 % zeker); en wat er de komende drie maanden kan "
                    "komen (4 van de 5 keer)."),
            columns=[
                _("Onderwerp"), _("Per jaar"), *_months_ahead(every), _("Klopte dat eerder?"), _("Wat opviel"),
            ],
            rows=[_long_row(name, one) for name, one in every.items()],
            method=Method.LONG_RUN,
            first=SHOWN,
        )
    ]  # fmt: skip


def _topics(shown: Shown) -> Named:
    """Those with a number on screen, by name."""
    found = shown.picture.verdicts
    return {panel.name: found[panel.code] for panel in shown.picture.panels if panel.code in found}


def _groups(shown: Shown) -> Named:
    found, chosen = shown.picture.verdicts, shown.filters.groups
    names = choices.topic_groups(shown.session)
    return {name: found[code] for code, name in names.items() if code in found and (not chosen or code in chosen)}


def _all(shown: Shown) -> Named:
    found = shown.picture.verdicts
    return {_("Alle vragen"): found[ALL]} if ALL in found and not shown.filters.groups else {}


def _tested(shown: Shown, named: Named, key: str, noun: str) -> Finding:
    order = ranked(named)
    telling = [name for name in order if named[name].state is not State.TOO_LITTLE][:MOST_ROWS]
    top = telling or order[:MOST_ROWS]
    about = _("{period}: wat er kwam, naast wat te verwachten was. Wat het zekerst stijgt staat bovenaan.",
              period=_capital(words.period(shown.picture.span.compared)))  # fmt: skip
    return Finding(
        key=key,
        title=_title(named, order),
        about=about,
        figure=beside_band(
            [_beside(name, named[name]) for name in top],
            band=_("4 van de 5 keer"), expected=_("te verwachten"), came=_("gekomen"),
        ),
        height=height(len(top)),
        columns=[
            noun, _("Stand"), Column(_("Gekomen"), numeric=True), _("Te verwachten (4 van de 5 keer)"), _("Verschil"),
            _("Tweede methode"),
        ],
        rows=[_tested_row(name, named[name]) for name in order],
        method=Method.TESTED,
    )  # fmt: skip


def _title(named: Named, order: Sequence[str]) -> str:
    first = named[order[0]]
    told = {"topic": order[0], "n": first.observed, "expected": number(round(first.expected, 1))}
    if first.state is State.RISING:
        return _("{topic} stijgt: {n} vragen, te verwachten {expected}", **told)
    if first.state is State.MAYBE_RISING:
        return _("{topic} stijgt misschien: {n} vragen, te verwachten {expected}", **told)
    if first.state is State.FALLING:
        return _("{topic} daalt: {n} vragen, te verwachten {expected}", **told)
    return _("Niets stijgt duidelijk")


def _beside(name: str, one: Verdict) -> Beside:
    said = f"{text.mark(one.state)} {text.state(one.state)}"
    return Beside(name, one.observed, one.expected, one.lower, one.upper, said)


def _tested_row(name: str, one: Verdict) -> list[Cell]:
    expected = _("{mean} ({low} tot {high})", mean=number(round(one.expected, 1)), low=one.lower, high=one.upper)
    ratio, low, high = (number(round(each, 1)) for each in (one.ratio, one.ratio_low, one.ratio_high))
    difference = _("{ratio} keer zo veel, tussen {low} en {high}", ratio=ratio, low=low, high=high)
    state = Both(text.state(one.state), words.state_badge(one.state))
    return [name, state, one.observed, expected, difference, _second(one)]


def _second(one: Verdict) -> str:
    """What the second method says of the last month, beside what the first said."""
    if one.alarm is None:
        return _("Een tweede methode kan hier nog niets over zeggen.")
    up = one.state in (State.RISING, State.MAYBE_RISING)
    if one.alarm:
        return _("Een tweede methode ziet dit ook.") if up else _("Een tweede methode ziet wel een stijging.")
    return _("Een tweede methode ziet dit niet.") if up else _("Een tweede methode ziet ook geen stijging.")


def _months_ahead(named: Named) -> list[Column]:
    months = max((one.fan.months for one in named.values()), key=len)
    return [Column(words.months_in_words(range(one.month, one.month + 1)), numeric=True) for one in months]


def _long_row(name: str, one: Verdict) -> list[Cell]:
    ahead = [_from_to(each) for each in one.fan.months]
    return [name, _yearly(one), *ahead, _kept(one), stood_out.in_words(one) or "–"]


def _moved(one: Verdict) -> tuple[bool, float]:
    """For ordering: by how many percent per year it moved at the very least, up or down; last where that is unknown."""
    return (True, 0.0) if one.yearly is None else (False, -max(one.yearly.low, -one.yearly.high))


def _yearly(one: Verdict) -> str:
    if one.yearly is None:
        return _("te weinig gegevens")
    middle, low, high = (f"{round(each):+d} %" for each in (one.yearly.percent, one.yearly.low, one.yearly.high))
    return _("{middle} ({low} tot {high})", middle=middle, low=low, high=high)


def _from_to(one: Foreseen) -> str:
    return _("{low} tot {high}", low=one.lower, high=one.upper)


def _kept(one: Verdict) -> str:
    if not one.fan.tried:
        return "–"
    return _("{share} van {n} keer", share=percentage(one.fan.held / one.fan.tried), n=one.fan.tried)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


TESTED = (
    Section("stijgt", lazy("Stijgt het?"), tested, words=not_yet, counted=TESTS),
    Section("lang", lazy("Lange lijn"), long_run, words=not_yet, counted=TESTS),
)
