"""Who comes and who waits, with what staff can do for each."""

from collections.abc import Sequence
from datetime import datetime

from dash import html
from dash.development.base_component import Component

from dashboard.parts.dialog import confirm
from dashboard.parts.meanwhile import in_words
from dashboard.parts.pieces import empty_state
from dashboard.parts.tables import Cell, Column, table
from domain.forms import Form
from domain.line import InLine, next_in_line
from domain.party import HAS_A_COLUMN
from domain.sign_up_rows import IN
from domain.waiting_list import GIVES_SEATS
from i18n import _, day_and_time, n_
from store.queries.events import EventFacts
from store.queries.sign_ups import SignUpFacts
from store.states import SignUpState

SIGN_UP = "sign-up-"
WAITING = (SignUpState.WAITING, SignUpState.OFFERED)


def sign_up_list(event: EventFacts, people: Sequence[SignUpFacts], form: Form, now: datetime) -> list[Component]:
    """Two tables: those with a seat, and the waiting list in its order; below them who cancelled."""
    if not people:
        sentence = _("Ouders melden zich aan op de openbare pagina. Belt er iemand? Voeg die hier toe.")
        return [empty_state(_("Nog geen aanmeldingen"), sentence, symbol="users")]
    seated = [one for one in people if one.state not in (*WAITING, SignUpState.CANCELLED)]
    waiting = [one for one in people if one.state in WAITING]
    gone = [one for one in people if one.state is SignUpState.CANCELLED]
    shown: list[Component] = []
    if seated:
        rows = [_row(event, one, people, form, now) for one in seated]
        shown.append(table(_columns(), rows, caption=_("Wie komt"), show_caption=True))
    if waiting:
        name, *others = _columns()
        columns = [name, Column(_("Plek"), numeric=True), *others]
        rows = [_with_position(one, _row(event, one, people, form, now)) for one in waiting]
        shown.append(table(columns, rows, caption=_("Wachtlijst, wie vooraan staat eerst"), show_caption=True))
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
        return n_("{names} krijgt dan een plaats en een bericht.", "{names} krijgen dan een plaats en een bericht.",
                  len(lucky), names=names)  # fmt: skip
    if waiting:
        return _("Voor wie nu vooraan staat op de wachtlijst is er dan nog niet genoeg plaats.")
    return n_("Er komt {n} plaats vrij.", "Er komen {n} plaatsen vrij.", freed) if freed else ""


def _columns() -> list[Column | str]:
    return [_("Naam"), _("Contact"), Column(_("Mensen"), numeric=True), _("Aangemeld"), _("Wensen"), _("Actie")]


def _row(event: EventFacts, one: SignUpFacts, people: Sequence[SignUpFacts], form: Form, now: datetime) -> list[Cell]:
    return [
        one.name or _("Naam gewist"),
        _contact(one),
        one.party,
        day_and_time(one.created_at),
        _wishes(one, form),
        _cancel(event, one, people, now) if one.state in IN else None,
    ]


def _with_position(one: SignUpFacts, row: Sequence[Cell]) -> list[Cell]:
    name, *others = row
    return [name, one.position, *others]


def _contact(one: SignUpFacts) -> Component | str:
    ways = []
    if one.phone:
        ways.append(html.A(one.phone, href=f"tel:{one.phone.replace(' ', '')}"))
    if one.email:
        ways.append(html.A(one.email, href=f"mailto:{one.email}"))
    return html.Div(ways, className="contact") if ways else "–"


def _wishes(one: SignUpFacts, form: Form) -> str:
    told = [in_words(field, one.answers.get(field.key)) for field in form.fields if field.key not in HAS_A_COLUMN]
    return "; ".join(said for said in told if said != "–") or "–"


def _cancel(event: EventFacts, one: SignUpFacts, people: Sequence[SignUpFacts], now: datetime) -> Component:
    told = _("{name} krijgt een bevestiging per mail.", name=one.name) if one.email else ""
    sentence = f"{after_cancelling(event, one, people, now)} {told}".strip()
    return confirm(
        f"{SIGN_UP}{one.id}",
        _("Meld af"),
        title=_("{name} afmelden?", name=one.name),
        sentence=sentence,
        yes=_("Ja, meld af"),
    )


def _gone(gone: Sequence[SignUpFacts]) -> Component:
    title = n_("{n} afmelding", "{n} afmeldingen", len(gone))
    rows: list[list[Cell]] = [[one.name or _("Naam gewist"), one.party, day_and_time(one.created_at)] for one in gone]
    columns: list[Column | str] = [_("Naam"), Column(_("Mensen"), numeric=True), _("Aangemeld")]
    return html.Details([html.Summary(title), table(columns, rows, caption=title)], className="more")
