"""How it stands with a letter, in words and badges; and the letter itself as its reader sees it."""

import re
from collections.abc import Mapping
from datetime import datetime

from dash import html
from dash.development.base_component import Component

from dashboard.parts.pieces import badge
from dashboard.parts.setup.job_words import moment
from i18n import _, lazy
from mail.html_twin import parts
from store.queries.letters import LetterRow, Paper
from store.states import LetterState

STATES: Mapping[LetterState, tuple[lazy, str, str]] = {
    LetterState.QUEUED: (lazy("Gaat zo weg"), "accent", "clock"),
    LetterState.SENDING: (lazy("Onderweg"), "accent", "send"),
    LetterState.SENT: (lazy("Verstuurd"), "good", "check"),
    LetterState.KEPT: (lazy("Niet verstuurd, bewaard"), "warn", "inbox"),
    LetterState.FAILED: (lazy("Niet aangekomen"), "bad", "circle-x"),
    LetterState.DROPPED: (lazy("Niet meer nodig"), "plain", "minus"),
    LetterState.TO_CALL: (lazy("Bel deze persoon"), "warn", "phone"),
}
LINK = re.compile(r"(/link/)\S+")


def standing(row: LetterRow) -> Component:
    text, tone, symbol = STATES[row.state]
    return badge(str(text), tone, symbol=symbol)


def meaning(row: LetterRow, now: datetime) -> str:
    """What the state means for whoever reads it, in a sentence."""
    if row.state is LetterState.QUEUED and row.attempts:
        return _("De vorige keer lukte het niet. We proberen het weer: {when}.", when=moment(row.next_at, now))
    if row.state is LetterState.SENT:
        return _("De mailserver heeft het aangenomen: {when}.", when=moment(row.sent_at, now))
    return {
        LetterState.QUEUED: _("Het bericht gaat vanzelf weg."),
        LetterState.SENDING: _("Het bericht wordt nu verstuurd."),
        LetterState.KEPT: _("Er is geen mailserver ingesteld. Geef het bericht zelf door, of verstuur het later."),
        LetterState.FAILED: _("Het bericht is niet bezorgd. Klopt het e-mailadres?"),
        LetterState.DROPPED: _("Er is iets veranderd voordat dit bericht weg kon. Het is daarom niet verstuurd."),
        LetterState.TO_CALL: _("Deze persoon heeft geen e-mailadres. Bel even, en zeg het hier."),
    }[row.state]


def paper(letter: Paper, *, with_links: bool) -> Component:
    """The letter as its reader sees it. A link lets whoever has it act as the reader: not everybody gets to see it."""
    body = letter.body or ""
    if not with_links:
        body = LINK.sub(r"\1•••", body)
    drawn = [_part(part.lines, part.address, with_links=with_links) for part in parts(body)]
    return html.Article([html.H2(letter.row.title), *drawn], className="paper", lang=letter.language)


def _part(lines: tuple[str, ...], address: str, *, with_links: bool) -> Component:
    if not address:
        return html.P([piece for line in lines for piece in (line, html.Br())][:-1])
    button = html.A(lines[0], href=address, className="link-button") if with_links else html.Strong(lines[0])
    return html.P([button, html.Br(), html.Span(address, className="note address")])
