"""Yes or no, and why not; how matches end; whether it helped: small tables with what they count."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from dashboard.parts.measures import words
from dashboard.parts.measures.figures import Figure, buddies_yes, length, parents_yes
from dashboard.parts.pieces import card
from dashboard.parts.tables import Cell, Column, table
from domain.measures.answers import NO_REASON, Answers
from domain.measures.overview import Overview
from i18n import _, number
from trends.paired import Paired
from trends.shares import ENOUGH

Labels = Mapping[str, str]
"""The words of every term by `list.key`."""


def yes_or_no(found: Overview) -> Component:
    """What buddies and parents said."""
    columns: list[Column | str] = [
        _("Wie"),
        *(Column(title, numeric=True) for title in (_("Ja"), _("Nee"), _("Geen antwoord"), _("Ja, van allen"))),
        _("Waarschijnlijk"),
    ]
    buddies, parents = buddies_yes(found), parents_yes(found)
    rows = [_said(_("Buddy's"), found.buddies, buddies), _said(_("Ouders"), found.parents, parents)]
    meanings = [html.P(f"{one.title}: {one.meaning}", className="note") for one in (buddies, parents)]
    return card(table(columns, rows, caption=_("Ja of nee")), *meanings, title=_("Ja of nee"))


def reasons(found: Overview, labels: Labels) -> Component:
    """Why buddies and parents said no, counted."""
    title = _("Waarom niet")
    rows: list[list[Cell]] = [
        [why, who, count]
        for who, of, name in (
            (_("buddy"), found.buddies, "decline_reason"),
            (_("ouder"), found.parents, "parent_decline_reason"),
        )
        for why, count in told(of.reasons, labels, name)
    ]
    note = html.P(_("Een reden geven hoeft niet. Iedere keer nee telt één keer."), className="note")
    if not rows:
        return card(html.P(_("In deze tijd zei niemand nee.")), note, title=title)
    columns: list[Column | str] = [_("Reden"), _("Van wie"), Column(_("Keer"), numeric=True)]
    return card(table(columns, rows, caption=title), note, title=title)


def endings(found: Overview, labels: Labels) -> Component:
    """How long matches last and why they ended."""
    title, lasts = _("Duur en einde"), length(found)
    sentence = html.P(f"{lasts.title}: {words.said(lasts)} ({words.rests_on(lasts)}).", className="chart-says")
    rows: list[list[Cell]] = [[why, count] for why, count in told(found.ends, labels, "end_reason")]
    columns: list[Column | str] = [_("Reden"), Column(_("Keer"), numeric=True)]
    ended = table(columns, rows, caption=_("Waarom koppelingen eindigden")) if rows else html.P(_("Er eindigde niets."))
    counted = _("De redenen zijn van koppelingen die in deze tijd eindigden.")
    return card(sentence, ended, html.P(f"{lasts.meaning} {counted}", className="note"), title=title)


def helped(found: Overview) -> Component | None:
    """What parents answered at the start and at the end; None where there are no such questions."""
    if not found.helped:
        return None
    title = _("Hielp het?")
    columns: list[Column | str] = [
        _("Vraag (1 tot 5)"),
        *(Column(head, numeric=True) for head in (_("Begin"), _("Eind"), _("Omhoog"), _("Omlaag"), _("Ouders"))),
        _("Verschil"),
    ]
    rows = [_question(label, pair) for label, pair in found.helped.items()]
    meaning = _("Gemiddelden van ouders die de vraag aan het begin én aan het eind beantwoordden.")
    return card(table(columns, rows, caption=title), html.P(meaning, className="note"), title=title)


def told(counts: Mapping[str, int], labels: Labels, name: str) -> list[tuple[str, int]]:
    """Reasons in words with how often, the most common first."""
    known = {NO_REASON: _("Zonder reden"), "withdrawn": _("Ouder trok de vraag in")}
    words_of = {key: known.get(key) or labels.get(f"{name}.{key}", key) for key in counts}
    return sorted(((words_of[key], count) for key, count in counts.items()), key=lambda row: (-row[1], row[0]))


def _said(who: str, answers: Answers, figure: Figure) -> list[Cell]:
    return [who, answers.yes, answers.no, answers.silent, words.said(figure), words.rests_on(figure)]


def _question(label: str, pair: Paired | None) -> list[Cell]:
    if pair is None or pair.n < ENOUGH:
        return [label, "–", "–", "–", "–", pair.n if pair else 0, _("te weinig gegevens")]
    return [label, _mean(pair.first), _mean(pair.last), pair.up, pair.down, pair.n, change(pair)]


def change(pair: Paired) -> str:
    """`+0,8, waarschijnlijk tussen +0,2 en +1,4`."""
    if pair.likely is None:
        return _signed(pair.change)
    low, high = _signed(pair.likely.low), _signed(pair.likely.high)
    return _("{change}, waarschijnlijk tussen {low} en {high}", change=_signed(pair.change), low=low, high=high)


def _mean(value: float) -> str:
    return number(round(value, 1))


def _signed(value: float) -> str:
    rounded = round(value, 1)
    return f"+{number(rounded)}" if rounded > 0 else number(rounded + 0.0).replace("-", "−")
