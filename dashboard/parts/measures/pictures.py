"""The three charts: how soon they speak, how often, and what buddies carry; each with its table."""

from dash.development.base_component import Component

from dashboard.charts.tally import tally
from dashboard.charts.until import until
from dashboard.parts.chart import chart
from dashboard.parts.measures import words
from dashboard.parts.measures.figures import Figure, Unit, full, soon, talks
from dashboard.parts.pieces import card, empty_state
from dashboard.parts.tables import Cell, Column
from domain.measures.matches import MOST_TALKS
from domain.measures.overview import Overview
from i18n import _, n_, number, percentage
from trends.load import Spread
from trends.shares import ENOUGH
from trends.time_until import Curve

HOURS_A_DAY = 24
LAST_DAY = 14
ROWS = (1, 2, 3, 7, 14, 28)


def first_contact(found: Overview) -> Component:
    """Of all matches, how many have spoken as the days go by."""
    figure, curve = soon(found), found.first_contact.curve
    title = _("Eerste contact")
    if not figure.enough:
        return _too_little(title, figure)
    drawn = [step for step in curve.steps if step.at <= LAST_DAY * HOURS_A_DAY]
    return chart(
        until(
            [step.at / HOURS_A_DAY for step in drawn],
            [step.share for step in drawn],
            name=title,
            last_day=LAST_DAY,
            promise=(_("Belofte: {hours} uur", hours=found.hours), found.hours / HOURS_A_DAY),
            title=_("dagen na de koppeling"),
        ),
        id="measures-contact",
        title=title,
        sentence=_contact_sentence(found),
        columns=[_("Na"), Column(_("Had contact"), numeric=True), Column(_("Waarschijnlijk"), numeric=True)],
        rows=[_after(curve, days) for days in ROWS],
        note=_("Deel van de koppelingen met een eerste gesprek. De stippellijn is de belofte."),
    )


def often(found: Overview) -> Component:
    """How many matches had how many talks."""
    figure, counts = talks(found), found.talks.matches
    title = _("Gesprekken in de eerste acht weken")
    if not figure.enough:
        return _too_little(title, figure)
    names = [str(count) for count in range(MOST_TALKS)] + [_("{n} of meer", n=MOST_TALKS)]
    early = n_(
        "{n} koppeling is daarvoor nog te kort bezig.", "{n} koppelingen zijn daarvoor nog te kort bezig.",
        found.talks.too_early,
    )  # fmt: skip
    return chart(
        tally(names, counts, title=_("gesprekken")),
        id="measures-talks",
        title=title,
        sentence=_("In het midden: {n} gesprekken{likely}.", n=words.said(figure), likely=_added(figure)),
        columns=[_("Gesprekken"), Column(_("Koppelingen"), numeric=True)],
        rows=[[name, count] for name, count in zip(names, counts, strict=True)],
        height=260,
        note=f"{figure.meaning} {early}" if found.talks.too_early else figure.meaning,
    )


def carried(found: Overview) -> Component:
    """How the matches of now are spread over the buddies."""
    spread = found.load
    title = _("Wat buddy's nu dragen")
    if not spread.of:
        return card(
            empty_state(_("Nog geen getrainde buddy's"), _("Hier ziet u straks wie hoeveel draagt.")), title=title
        )
    names = [number(load) for load in range(len(spread.people))]
    return chart(
        tally(names, spread.people, title=_("koppelingen per buddy")),
        id="measures-load",
        title=title,
        sentence=_load_sentence(spread),
        columns=[_("Koppelingen"), Column(_("Buddy's"), numeric=True)],
        rows=[[name, count] for name, count in zip(names, spread.people, strict=True)],
        height=260,
        note=_(
            "Zoals het nu is, van alle getrainde buddy's die niet gestopt zijn. {meaning}", meaning=full(found).meaning
        ),
    )


def _contact_sentence(found: Overview) -> str:
    figure = soon(found)
    if figure.value is None:
        return _("Nog niet de helft heeft gesproken. {of} had contact.", of=_had_contact(found.first_contact.curve))
    return _(
        "De helft sprak elkaar binnen {time}{likely}. {of} had contact.",
        time=words.said(figure), likely=_added(figure), of=_had_contact(found.first_contact.curve),
    )  # fmt: skip


def _added(figure: Figure) -> str:
    """What is likely, behind a comma, where anything is."""
    said = words.likely(figure)
    return f", {said}" if said else ""


def _had_contact(curve: Curve) -> str:
    return _("{n} van de {all} koppelingen", n=curve.happened, all=curve.n)


def _after(curve: Curve, days: int) -> list[Cell]:
    step = curve.by(days * HOURS_A_DAY)
    if step is None:
        return [_days(days), percentage(0), "–"]
    low, high = percentage(step.likely.low), percentage(step.likely.high)
    return [_days(days), percentage(step.share), _("{low} tot {high}", low=low, high=high)]


def _days(days: int) -> str:
    return words.amount(days, Unit.DAYS)


def _load_sentence(spread: Spread) -> str:
    full_up = n_(
        "{n} van de {all} buddy's heeft geen plek meer.", "{n} van de {all} buddy's hebben geen plek meer.",
        spread.full.part, all=spread.of,
    )  # fmt: skip
    if spread.total < ENOUGH:
        return full_up
    half = n_(
        "De helft van de {total} koppelingen loopt bij {n} buddy.",
        "De helft van de {total} koppelingen loopt bij {n} buddy's.",
        spread.half, total=spread.total,
    )  # fmt: skip
    return f"{full_up} {half}"


def _too_little(title: str, figure: Figure) -> Component:
    return card(empty_state(_("Te weinig gegevens"), f"{words.rests_on(figure)}.", symbol="chart-line"), title=title)
