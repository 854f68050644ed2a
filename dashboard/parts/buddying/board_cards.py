"""The matching board: a column for each step from asking to done, and the same as one table."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.clock import deadline, lasting
from dashboard.parts.icons import icon
from dashboard.parts.pieces import badge, card
from dashboard.parts.tables import Cell, Column, table
from domain.matchmaking.requests import PROMISED_HOURS
from i18n import _, lazy, n_
from store.queries.matchmaking.board import Card, Stage

REQUESTS = "/werk/buddyvragen"
PROMISED = timedelta(hours=PROMISED_HOURS)
STAGES = {
    Stage.WAITING: (lazy("Wacht"), lazy("Nog niemand gevraagd")),
    Stage.ASKED: (lazy("Voorstel bij buddy"), lazy("De buddy denkt na")),
    Stage.AGREED: (lazy("Buddy zei ja"), lazy("Nu is de ouder aan zet")),
    Stage.RUNNING: (lazy("Loopt"), lazy("Ouder en buddy hebben contact")),
    Stage.DONE: (lazy("Afgerond"), lazy("In de laatste acht weken")),
}


def parent_of(one: Card) -> str:
    return one.parent or _("Vraag {number}", number=one.asked.id)


def board(cards: Sequence[Card], now: datetime, reasons: Mapping[str, str]) -> Component:
    """The columns side by side, on a phone below each other; `reasons` has the words for how a match ended."""
    columns = [_column(stage, [one for one in cards if one.stage is stage], now, reasons) for stage in Stage]
    said = aria(label=_("Koppelbord"))
    return html.Div(columns, className="board", role="region", tabIndex=0, **said)


def as_table(cards: Iterable[Card], now: datetime, reasons: Mapping[str, str]) -> Component:
    """Every card as a row, in the order of the steps."""
    columns: list[Column | str] = [
        _("Ouder"),
        _("Stap"),
        _("Onderwerp"),
        _("Gemeente"),
        _("Buddy"),
        Column(_("Wacht sinds"), numeric=True),
        _("Let op"),
    ]
    order = list(Stage)
    rows = [_row(one, now, reasons) for one in sorted(cards, key=lambda one: order.index(one.stage))]
    return card(table(columns, rows, caption=_("Koppelbord")))


def _row(one: Card, now: datetime, reasons: Mapping[str, str]) -> list[Cell]:
    return [
        dcc.Link(parent_of(one), href=f"{REQUESTS}/{one.asked.id}"),
        str(STAGES[one.stage][0]),
        _topics(one),
        one.asked.municipality,
        one.step.buddy if one.step else "–",
        lasting(now - one.asked.created_at),
        html.Div(attention(one, now, reasons), className="badges"),
    ]


def attention(one: Card, now: datetime, reasons: Mapping[str, str]) -> list[Component]:
    """What somebody should know or do now, as badges; the most pressing first."""
    said = [badge(_("dringend"), "bad", symbol="zap")] if one.asked.urgency and one.stage is not Stage.DONE else []
    step = one.step
    if one.stage is Stage.WAITING:
        asked = [badge(_("gevraagd of het nog hoeft"), symbol="circle-help")] if one.unanswered else []
        return [*said, deadline(one.asked.created_at + PROMISED, now), *asked]
    if step is None:
        return [badge(_("geparkeerd: geen antwoord"), "warn", symbol="pause")] if one.unanswered else said
    if one.stage is Stage.DONE:
        return [badge(reasons.get(step.end_reason or "", _("afgerond")))]
    if step.answer_by:
        return [*said, deadline(step.answer_by, now)]
    if step.help_asked_at:
        said.append(badge(_("buddy vraagt hulp"), "bad", symbol="life-buoy"))
    if step.first_contact_at is None:
        return [*said, badge(_("nog geen contact"), "warn"), deadline(step.since + PROMISED, now)]
    return [*said, badge(n_("{n} contact", "{n} contacten", step.contacts), "good", symbol="check")]


def _column(stage: Stage, cards: Sequence[Card], now: datetime, reasons: Mapping[str, str]) -> Component:
    title, meaning = STAGES[stage]
    head = html.Div(
        [html.H2([str(title), " ", html.Span(str(len(cards)), className="count")]), html.P(str(meaning))],
        className="lane-head",
    )
    inside = [html.Li(_card(one, now, reasons)) for one in cards]
    drawn = html.Ul(inside) if inside else html.P(_("Niemand"), className="note")
    return html.Section([head, drawn], className=f"lane {stage}")


def _card(one: Card, now: datetime, reasons: Mapping[str, str]) -> Component:
    name = html.H3(dcc.Link(parent_of(one), href=f"{REQUESTS}/{one.asked.id}", className="card-link"))
    lines = [_line("tag", _topics(one)), _line("map-pin", one.asked.municipality)]
    if one.step:
        lines.append(_line("user-check", one.step.buddy))
    since = _("gevraagd: {time} geleden", time=lasting(now - one.asked.created_at))
    lines.append(_line("clock", since))
    return html.Article([name, *lines, html.Div(attention(one, now, reasons), className="badges")], className="ticket")


def _line(symbol: str, text: str) -> Component:
    return html.P([icon(symbol), html.Span(text)])


def _topics(one: Card) -> str:
    return ", ".join(name for _code, name in one.asked.topics)
