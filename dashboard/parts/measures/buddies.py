"""Who gets a turn and who was left aside, and which matches are silent; for the screen only, names and all."""

from collections.abc import Sequence
from datetime import timedelta

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.clock import lasting
from dashboard.parts.measures import words
from dashboard.parts.measures.figures import Unit
from dashboard.parts.pieces import badge, card, empty_state
from dashboard.parts.tables import Cell, Column, table
from domain.measures.stalled import NO_CONTACT_AFTER, Stalled
from domain.measures.turns import BuddyTurn
from i18n import _, lazy, n_, number
from i18n import day as in_words
from trends.fair_turns import Judged

MONTH = 30  # days, near enough to say how long nobody was asked
BUDDIES, REQUESTS = "/werk/buddys", "/werk/buddyvragen"
JUDGED = {Judged.LESS: lazy("minder dan verwacht"), Judged.MORE: lazy("vaker dan verwacht")}


def turn_table(turns: Sequence[BuddyTurn]) -> Component:
    """Every buddy with how often they were asked beside what an even share would be."""
    title = _("Krijgt iedereen een beurt?")
    if not turns:
        return card(
            empty_state(_("Nog niemand"), _("Hier staan buddy's zodra zij gevraagd kunnen worden.")), title=title
        )
    meaning = _(
        "Eerlijk deel: zo vaak zou iemand gevraagd zijn als alleen plekken en beschikbare dagen telden. Wie later "
        "begon, pauze nam of rust had, krijgt dus een kleiner deel. Wat past gaat voor: dit laat alleen zien of iemand "
        "steeds wordt overgeslagen. “Minder” of “vaker” staat er pas als toeval het niet verklaart."
    )
    said, note = html.P(_overlooked(turns), className="chart-says"), html.P(meaning, className="note")
    first = [one for one in turns if attention(one)]
    others = [one for one in turns if not attention(one)]
    shown = _tally(first or others, title)
    rest = html.Details([html.Summary(_("Toon ook de anderen")), _tally(others, _("De anderen"))], className="twin")
    return card(said, shown, rest if first and others else None, note, title=title, className="no-print")


def stalled_list(found: Sequence[Stalled], silence: timedelta) -> Component:
    """Matches where nobody seems to speak, each with a way to its request."""
    title = _("Koppelingen die stilvallen")
    meaning = _(
        "Geen gesprek binnen {first} na de koppeling, of daarna {later} niets.",
        first=lasting(NO_CONTACT_AFTER), later=lasting(silence),
    )  # fmt: skip
    note = html.P(meaning, className="note")
    if not found:
        return card(html.P(_("Er valt nu niets stil.")), note, title=title, className="no-print")
    columns: list[Column | str] = [
        _("Ouder"),
        _("Buddy"),
        _("Koppeling sinds"),
        Column(_("Gesprekken"), numeric=True),
        _("Stil"),
    ]
    return card(table(columns, [_silent(one) for one in found], caption=title), note, title=title, className="no-print")


def _tally(turns: Sequence[BuddyTurn], caption: str) -> Component:
    columns: list[Column | str] = [
        _("Buddy"),
        Column(_("Gevraagd"), numeric=True),
        Column(_("Eerlijk deel"), numeric=True),
        _("Draagt nu"),
        _("Niet gevraagd"),
        _("Let op"),
    ]
    return table(columns, [_turn(one) for one in turns], caption=caption)


def _turn(one: BuddyTurn) -> list[Cell]:
    return [
        dcc.Link(one.name, href=f"{BUDDIES}/{one.buddy_id}"),
        one.asked,
        number(round(one.expected, 1)),
        _("{load} van {most}", load=one.load, most=one.most),
        "–" if one.silent is None else _for(one.silent),
        html.Div(attention(one), className="badges"),
    ]


def attention(one: BuddyTurn) -> list[Component]:
    """What stands out of one buddy, each in a word."""
    found = turn_badges(is_full=one.is_full, is_overlooked=one.is_overlooked)
    if one.judged in JUDGED:
        found.append(badge(str(JUDGED[one.judged]), "plain"))
    return found


def turn_badges(*, is_full: bool, is_overlooked: bool) -> list[Component]:
    """Whom not to ask now, and whom to think of."""
    found = [badge(_("vol"), "warn", symbol="users")] if is_full else []
    return [*found, badge(_("lang niet gevraagd"), "accent", symbol="clock")] if is_overlooked else found


def _overlooked(turns: Sequence[BuddyTurn]) -> str:
    count = sum(one.is_overlooked for one in turns)
    if not count:
        return _("Iedere buddy met plek is de laatste drie maanden gevraagd, of is er nog niet zo lang.")
    return n_(
        "{n} buddy met plek is al drie maanden of langer niet gevraagd.",
        "{n} buddy's met plek zijn al drie maanden of langer niet gevraagd.",
        count,
    )


def _for(days: int) -> str:
    """`29 dagen`, from two months on `5 maanden`."""
    months = days // MONTH
    return n_("{n} maand", "{n} maanden", months) if months > 1 else words.amount(days, Unit.DAYS)


def _silent(one: Stalled) -> list[Cell]:
    match = one.match
    parent = match.parent or _("Vraag {number}", number=match.request_id)
    return [
        dcc.Link(parent, href=f"{REQUESTS}/{match.request_id}"),
        dcc.Link(match.buddy, href=f"{BUDDIES}/{match.buddy_id}"),
        in_words(match.started_at),
        match.contacts,
        lasting(one.silent),
    ]
