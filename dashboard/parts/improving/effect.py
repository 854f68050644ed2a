"""What came of an improvement: a sentence per topic, a picture with its table, and what it does not prove."""

from collections.abc import Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard.charts.before_after import Mark, before_after
from dashboard.parts.chart import chart
from dashboard.parts.pieces import badge, card, notice
from dashboard.parts.tables import Column
from domain.improving.effects import Effect, Row
from i18n import _, day, month
from trends import text
from trends.disclosure import Sum
from trends.periods import first_day
from trends.rises import Change, State

TONES = {State.RISING: "bad", State.MAYBE_RISING: "warn", State.FALLING: "good", State.MAYBE_FALLING: "good"}


def effect(found: Effect, *, today: date) -> Component:
    """The whole card; without topics it says that there is nothing to compare."""
    title = _("Wat het opleverde in de vragen")
    if not found.rows:
        return card(
            html.P(_("Kies bij Wijzigen een onderwerp, dan vergelijken we de vragen ervoor en erna.")), title=title
        )
    said = html.Ul([html.Li(_sentence(row, today)) for row in found.rows], className="list")
    known = found.known
    return html.Div(
        [card(html.Div([said, _no_proof(found)], className="stack"), title=title), _picture(known) if known else None],
        className="stack",
    )


def _sentence(row: Row, today: date) -> str:
    if row.change is None:
        if row.known_from > today:
            until = day(row.known_from, year=True)
            return _("{topic}: nog te vroeg. De eerste cijfers van erna komen vanaf {day}.", topic=row.name, day=until)
        return _("{topic}: er zijn geen cijfers van ervoor én erna om te vergelijken.", topic=row.name)
    return f"{_finding(row.name, row.change)} {_which(row)}"


def _finding(name: str, change: Change) -> str:
    told = {"topic": name, "counts": text.from_to(change)}
    return {
        State.RISING: lambda: _("{topic}: {counts}. Dat is meer, en waarschijnlijk geen toeval.", **told),
        State.MAYBE_RISING: lambda: _("{topic}: {counts}. Dat is misschien meer.", **told),
        State.NO_SIGN: lambda: _("{topic}: {counts}. Dat verschil kan toeval zijn.", **told),
        State.MAYBE_FALLING: lambda: _("{topic}: {counts}. Dat is misschien minder.", **told),
        State.FALLING: lambda: _("{topic}: {counts}. Dat is minder, en waarschijnlijk geen toeval.", **told),
        State.TOO_LITTLE: lambda: _("{topic}: te weinig vragen om er iets over te zeggen.", **told),
    }[change.state]()


def _which(row: Row) -> str:
    before, after = _spans(row.before), _spans(row.after)
    return _("Vergeleken: {before} met {after}.", before=before, after=after)


def _spans(periods: Sequence[range]) -> str:
    """The months of the periods, those that follow each other as one."""
    joined: list[range] = []
    for one in sorted(periods, key=lambda months: months.start):
        if joined and joined[-1].stop == one.start:
            joined[-1] = range(joined[-1].start, one.stop)
        else:
            joined.append(one)
    return _(" en ").join(f"{month(first_day(one.start))}–{month(first_day(one[-1]))}" for one in joined)


def _no_proof(found: Effect) -> Component:
    said = [html.P(_("Voor en na is nog geen bewijs: er verandert altijd meer tegelijk."))]
    if found.meanwhile and found.meanwhile.change:
        counts = text.from_to(found.meanwhile.change)
        said.append(html.P(_("Alle vragen samen gingen in dezelfde soort maanden {counts}.", counts=counts)))
    return notice(*said, symbol="lightbulb")


def _picture(rows: Sequence[Row]) -> Component:
    known = [(row, row.change) for row in rows if row.change]
    names = [_name(row) for row, _change in known]
    figure = before_after(
        names,
        (_("ervoor"), [_mark(change.before) for _row, change in known]),
        (_("erna"), [_mark(change.recent) for _row, change in known]),
    )
    note = _("De streepjes laten zien hoe ver een afgerond aantal ernaast kan zitten.")
    columns: list[Column | str] = [
        _("Onderwerp"), Column(_("Ervoor"), numeric=True), Column(_("Erna"), numeric=True), _("Factor"), _("Stand"),
    ]  # fmt: skip
    return chart(
        figure,
        id="improvement-effect",
        title=_("Vragen ervoor en erna"),
        sentence=_finding(known[0][0].name, known[0][1]),
        columns=columns,
        rows=[_cells(row, change) for row, change in known],
        height=130 + 56 * len(known),
        note=f"{note} {text.why_hidden()} {text.why_rounded()}",
    )


def _cells(row: Row, change: Change) -> list[Component | str]:
    state = badge(text.state(change.state), TONES.get(change.state, "plain"))
    return [_name(row), text.amount(change.before), text.amount(change.recent), text.factor(change) or "–", state]


def _name(row: Row) -> str:
    return row.name if row.by_quarter else _("{topic} (per schooljaar)", topic=row.name)


def _mark(one: Sum) -> Mark:
    return Mark(one.shown or None, one.low, one.high)
