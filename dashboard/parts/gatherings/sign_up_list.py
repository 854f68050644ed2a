"""Who comes and who waits, with what staff can do for each."""

from collections.abc import Collection, Sequence
from datetime import datetime

from dash import html
from dash.development.base_component import Component

from dashboard.parts.gatherings.sign_up_actions import actions, standing
from dashboard.parts.meanwhile import in_words
from dashboard.parts.pieces import empty_state
from dashboard.parts.tables import Cell, Column, table
from domain.forms import Form, Option
from domain.taking_part.line import InLine, next_in_line
from domain.taking_part.party import HAS_A_COLUMN
from domain.taking_part.sign_up_rows import LEFT
from domain.taking_part.waiting_list import GIVES_SEATS
from i18n import _, day_and_time, lazy, n_
from store.queries.gatherings.events import EventFacts
from store.queries.gatherings.sign_ups import SignUpFacts
from store.states import SignUpState

WAITING = (SignUpState.WAITING, SignUpState.OFFERED)
SEATED_OR_CAME = (SignUpState.CONFIRMED, SignUpState.ATTENDED, SignUpState.ABSENT)
GONE = {
    SignUpState.CANCELLED: lazy("Afgemeld"),
    SignUpState.DECLINED: lazy("Wilde de aangeboden plaats niet"),
    SignUpState.LAPSED: lazy("Antwoordde niet op tijd"),
    SignUpState.REFUSED: lazy("Kon deze keer niet komen"),
}


def sign_up_list(
    event: EventFacts, people: Sequence[SignUpFacts], form: Form, reasons: Sequence[Option], now: datetime
) -> list[Component]:
    """Who asks to come, who comes, and the waiting list in its order; below them who left."""
    if not people:
        sentence = _("Ouders melden zich aan op de openbare pagina. Belt er iemand? Voeg die hier toe.")
        return [empty_state(_("Nog geen aanmeldingen"), sentence, symbol="users")]

    def rows(states: Collection[SignUpState]) -> list[list[Cell]]:
        return [_row(event, one, people, form, reasons, now) for one in people if one.state in states]

    shown = [
        table(_columns(), found, caption=title, show_caption=True)
        for title, states in (
            (_("Wil graag komen, u beslist"), (SignUpState.REQUESTED,)),
            (_("Wie komt"), SEATED_OR_CAME),
            (_("Wachtlijst, wie vooraan staat eerst"), WAITING),
        )
        if (found := rows(states))
    ]
    gone = [one for one in people if one.state in LEFT]
    return [*shown, _gone(gone)] if gone else shown


def after_cancelling(event: EventFacts, leaving: SignUpFacts, people: Sequence[SignUpFacts], now: datetime) -> str:
    """Who gets a seat when somebody gives theirs up, in a sentence."""
    waiting = [one for one in people if one.state is SignUpState.WAITING and one.id != leaving.id]
    freed = leaving.party if leaving.state is SignUpState.CONFIRMED else 0
    if event.state not in GIVES_SEATS or now >= event.starts_at:
        return ""
    free = max(0, event.seats - event.seats_taken + freed)
    lucky = next_in_line(free, [InLine(one.id, one.party) for one in waiting], event.queue)
    if lucky:
        by_id = {one.id: one.name for one in waiting}
        names = ", ".join(by_id[one.id] for one in lucky)
        if event.offer_hours:
            return n_("{names} krijgt dan de vraag of het past.", "{names} krijgen dan de vraag of het past.",
                      len(lucky), names=names)  # fmt: skip
        return n_("{names} krijgt dan een plaats en een bericht.", "{names} krijgen dan een plaats en een bericht.",
                  len(lucky), names=names)  # fmt: skip
    if waiting:
        return _("Voor wie nu vooraan staat op de wachtlijst is er dan nog niet genoeg plaats.")
    return n_("Er komt {n} plaats vrij.", "Er komen {n} plaatsen vrij.", freed) if freed else ""


def _columns() -> list[Column | str]:
    people = Column(_("Mensen"), numeric=True)
    return [_("Naam"), _("Contact"), people, _("Aangemeld"), _("Wensen"), _("Stand"), _("Actie")]


def _row(
    event: EventFacts,
    one: SignUpFacts,
    people: Sequence[SignUpFacts],
    form: Form,
    reasons: Sequence[Option],
    now: datetime,
) -> list[Cell]:
    return [
        one.name or _("Naam gewist"),
        _contact(one),
        one.party,
        day_and_time(one.created_at),
        _wishes(one, form),
        standing(event, one, people, now),
        actions(event, one, after_cancelling(event, one, people, now), reasons, now),
    ]


def _contact(one: SignUpFacts) -> Component | str:
    ways = []
    if one.phone:
        ways.append(html.A(one.phone, href=f"tel:{one.phone.replace(' ', '')}"))
    if one.email:
        ways.append(html.A(one.email, href=f"mailto:{one.email}"))
    return html.Div(ways, className="contact") if ways else "–"


def _wishes(one: SignUpFacts, form: Form) -> str:
    told = [in_words(field, one.answers.get(field.key)) for field in form.fields if field.key not in HAS_A_COLUMN]
    return "; ".join(said for said in (one.access_needs, *told) if said and said != "–") or "–"


def _gone(gone: Sequence[SignUpFacts]) -> Component:
    title = n_("{n} die niet komt", "{n} die niet komen", len(gone))
    rows: list[list[Cell]] = [[one.name or _("Naam gewist"), one.party, str(GONE[one.state])] for one in gone]
    columns: list[Column | str] = [_("Naam"), Column(_("Mensen"), numeric=True), _("Waarom")]
    return html.Details([html.Summary(title), table(columns, rows, caption=title)], className="more")
