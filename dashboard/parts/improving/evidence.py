"""The numbers behind a signal, as they were published then."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.parts.improving.signal_words import months_of
from dashboard.parts.pieces import badge
from dashboard.parts.tables import Column, table
from domain.improving.findings import Finding
from i18n import _, day
from trends import text
from trends.rises import State

TONES = {State.RISING: "bad", State.MAYBE_RISING: "warn", State.FALLING: "good", State.MAYBE_FALLING: "good"}


def evidence(found: Sequence[Finding], names: Mapping[str, str]) -> Component:
    """The sentence about the last period, and every period in a table."""
    if not found:
        return html.P(_("Van deze maanden zijn er nog geen vrijgegeven cijfers, of nog geen jaar eerder."))
    last = found[-1]
    columns: list[Column | str] = [
        _("Onderwerp"),
        _("Maanden"),
        Column(_("Jaar eerder"), numeric=True),
        Column(_("Toen"), numeric=True),
        _("Factor"),
        _("Stand"),
        _("Vrijgegeven"),
    ]
    return html.Div(
        [
            html.P(text.over_chart(names.get(last.code, last.code), last.change), className="answer"),
            table(columns, [_row(one, names) for one in found], caption=_("De cijfers achter dit signaal")),
        ],
        className="stack",
    )


def frozen() -> Component:
    """What it means that they are kept."""
    sentence = _("Deze cijfers zijn bewaard zoals ze toen waren. Wat later bijkomt, verandert ze niet.")
    return html.P(f"{sentence} {text.why_hidden()} {text.why_rounded()}", className="note")


def _row(one: Finding, names: Mapping[str, str]) -> list[Component | str]:
    change = one.change
    return [
        names.get(one.code, one.code),
        months_of(one.months[0], one.months[-1]),
        text.amount(change.before),
        text.amount(change.recent),
        text.factor(change) or "–",
        badge(text.state(change.state), TONES.get(change.state, "plain")),
        day(one.released_at, year=True),
    ]
