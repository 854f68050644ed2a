"""Is a buddy still wanted? What staff see when a parent's word is old, with a button for who asked by phone."""

from datetime import datetime

from dash import html
from dash.development.base_component import Component

from dashboard.parts.dialog import confirm
from dashboard.parts.pieces import notice
from domain.matchmaking import still_wanted
from i18n import _, day
from store.queries.matchmaking.requests import Asked
from store.sessions import Session
from store.states import RequestState

WANTED = "still-wanted"


def still_wanted_notice(session: Session, one: Asked, now: datetime) -> Component | None:
    """Nothing when the parent's word is fresh, or when there is nothing left to want."""
    said = _said(session, one, now)
    if said is None:
        return None
    yes = confirm(
        WANTED,
        _("Ouder wil nog een buddy"),
        title=_("Wil de ouder nog een buddy?"),
        sentence=_("U hebt het de ouder gevraagd. De plaats in de rij blijft."),
        yes=_("Ja, nog gewenst"),
        danger=False,
    )
    return notice(html.P(said), html.Div(yes, className="actions"), tone="warn", symbol="clock")


def _said(session: Session, one: Asked, now: datetime) -> str | None:
    word = still_wanted.word(session, one.id, now)
    if word is None:
        return None
    if one.state is RequestState.CLOSED:
        return _("Deze vraag is in de wacht: de ouder antwoordde niet of een buddy nog gewenst is.")
    if word.asked_at:
        return _(
            "Op {day} vroegen wij of een buddy nog gewenst is. De ouder antwoordde nog niet.", day=day(word.asked_at)
        )
    return _("De ouder vroeg dit op {day}. Vraag eerst of een buddy nog gewenst is.", day=day(word.given_at))
