"""Taking in a file on screen: which column is what, what would come in, and what came in before."""

from collections.abc import Mapping, Sequence

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.dialog import confirm
from dashboard.parts.pieces import badge, card, empty_state, kpi, kpis, notice
from dashboard.parts.tables import Cell, Column, table
from domain.forms import Option
from domain.importing.columns import Kind, Plan, titles
from domain.importing.kinds import REGISTERS
from domain.importing.preview import Preview
from domain.importing.sheets import Sheet
from i18n import _, day_and_time, n_, number
from store.queries.imports import BatchFacts

COLUMN = "import-column"
BLANK = "import-blank"
UNDO = "import-undo-"
MOST_BAD = 200
FIRST_GOOD = 5


def column_choices(plan: Plan, sheet: Sheet, channels: Sequence[Option]) -> list[Component]:
    """A choice of column for everything that a row can tell, guessed where the header says so."""
    above = titles(sheet, plan.header)
    places = [{"value": str(index), "label": title} for index, title in enumerate(above)]
    choices: list[Component] = [
        dmc.Select(
            id={"type": COLUMN, "key": column.key},
            label=str(column.label),
            description=str(column.blank) if column.blank else None,
            data=places,
            value=str(plan.columns[column.key]) if column.key in plan.columns else None,
            placeholder=_("Staat niet in het bestand"),
            required=column.required and column.blank is None,
            clearable=True,
            searchable=True,
        )
        for column in REGISTERS[plan.kind].columns
    ]
    if plan.kind is Kind.QUESTION:
        choices.append(_blank_channel(channels))
    unused = [title for index, title in enumerate(above) if index not in plan.columns.values()]
    return [
        html.P(_("De koppen staan in rij {row}.", row=plan.header + 1)),
        html.Div(choices, className="columns"),
        _unused(unused),
    ]


def _blank_channel(channels: Sequence[Option]) -> Component:
    return dmc.Select(
        id={"type": BLANK, "key": "channel"},
        label=_("Is niet bekend hoe de vraag binnenkwam? Dan:"),
        data=[{"value": option.key, "label": option.label} for option in channels],
        placeholder=_("Keur de rij dan af"),
        clearable=True,
    )


def _unused(unused: Sequence[str]) -> Component:
    names = ", ".join(unused[:12])
    said = _("Deze kolommen slaan we over: {names}.", names=names) if unused else ""
    return html.P(said, className="note", hidden=not unused)


def drawn_preview(found: Preview, before: BatchFacts | None) -> list[Component]:
    """How many rows would come in, and each bad row with its reason."""
    counts = kpis(
        kpi(_("Kan erin"), number(len(found.good)), symbol="circle-check"),
        kpi(_("Klopt niet"), number(found.bad_rows), symbol="circle-alert"),
        kpi(_("Was er al"), number(found.again), symbol="history"),
    )
    known = _known(before) if before else None
    return [part for part in (known, counts, _bad(found), _good(found)) if part]


def _known(before: BatchFacts) -> Component:
    return notice(_("Dit bestand is al ingelezen op {day}.", day=day_and_time(before.imported_at)), tone="warn")


def _bad(found: Preview) -> Component | None:
    if not found.bad:
        return None
    labels = _labels(found.kind)
    rows: list[Sequence[Cell]] = [[one.row, labels[one.column], one.sentence] for one in found.bad[:MOST_BAD]]
    more = len(found.bad) - len(rows)
    rest = html.P(n_("En nog {n} melding.", "En nog {n} meldingen.", more), className="note") if more else None
    caption = _("Rijen waarin iets niet klopt")
    drawn = table([Column(_("Rij")), _("Kolom"), _("Wat er niet klopt")], rows, caption=caption)
    return card(drawn, rest, title=caption)


def _good(found: Preview) -> Component | None:
    if not found.good:
        return None
    labels = _labels(found.kind)
    columns: list[Column | str] = [_("Rij"), *(labels[key] for key in found.columns)]
    rows: list[Sequence[Cell]] = [[one.number, *one.cells] for one in found.good[:FIRST_GOOD]]
    caption = n_("De eerste goede rij", "De eerste {n} goede rijen", len(rows))
    wide = html.Div(
        table(columns, rows, caption=caption), className="scrolling", tabIndex="0", role="region", **aria(label=caption)
    )
    return card(wide, title=caption)


def _labels(kind: Kind) -> Mapping[str, str]:
    return {column.key: str(column.label) for column in REGISTERS[kind].columns}


def history(batches: Sequence[BatchFacts]) -> Component:
    """What was taken in, newest first, each with a way back."""
    if not batches:
        return empty_state(_("Nog niets ingelezen"), _("Hier staat straks welk bestand wanneer binnenkwam."))
    columns: list[Column | str] = [_("Ingelezen op"), _("Wat"), Column(_("Rijen"), numeric=True), _("Stand")]
    return table(columns, [_batch(one) for one in batches], caption=_("Eerder ingelezen"))


def _batch(one: BatchFacts) -> list[Cell]:
    undone = badge(_("ongedaan gemaakt"), "plain", symbol="undo-2")
    return [
        day_and_time(one.imported_at),
        str(REGISTERS[Kind(one.kind)].label),
        number(one.rows),
        undone if one.undone_at else _undo(one),
    ]


def _undo(one: BatchFacts) -> Component:
    return confirm(
        f"{UNDO}{one.id}",
        _("Maak ongedaan"),
        title=_("Dit bestand er weer uithalen?"),
        sentence=n_("Er verdwijnt {n} rij.", "Er verdwijnen {n} rijen.", one.rows),
        yes=_("Ja, haal eruit"),
    )
