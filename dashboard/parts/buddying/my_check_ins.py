"""What a buddy is asked about how a match goes, on their own page as in the letter: one tap answers."""

from datetime import datetime

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.buddying.my_proposals import WHY, act_button
from dashboard.parts.pieces import card
from domain import forms
from domain.actors import Actor
from domain.care import check_in_answers
from domain.care.care import Kind
from i18n import _, lazy
from store.queries.buddying import check_ins
from store.queries.buddying.check_ins import CheckInRow
from store.sessions import Session

CARE = "care-"
HEAVY = "heavy"
CARE_HEAVY = f"{CARE}{HEAVY}"
DONE = {
    f"{CARE}good": lazy("Fijn om te horen."),
    f"{CARE}so_so": lazy("Goed dat u het zegt. De coördinator leest uw antwoord."),
    f"{CARE}call_me": lazy("De coördinator belt u zo snel mogelijk."),
    f"{CARE}end": lazy("De koppeling is afgerond. Dank u wel voor uw tijd en uw luisterend oor."),
    f"{CARE}go_on": lazy("Prima. Over een tijdje vragen wij het nog een keer."),
}


def my_check_ins(session: Session, buddy_id: int) -> list[Component]:
    """One card per question that waits; nothing when none does."""
    return [_card(session, row) for row in check_ins.unanswered_by(session, buddy_id)]


def say(session: Session, number: int, what: str, *, heavy: bool, by: Actor, now: datetime) -> None:
    check_in_answers.answer(session, number, what.removeprefix(CARE), heavy=heavy, by=by, now=now)


def tired(what: str, number: int) -> Component:
    """A tick for who wants a breather after this match."""
    box = dmc.Checkbox(label=_("Het was zwaar: ik wil even adem, een tijdje geen nieuwe vragen"), value=HEAVY)
    return dmc.CheckboxGroup(box, id={"type": WHY, "what": what, "number": number}, value=[])


def _card(session: Session, row: CheckInRow) -> Component:
    kind = check_in_answers.kind_of(session, row.moment)
    name = (row.parent or _("de ouder")).partition(" ")[0]
    closing = kind is Kind.CLOSING
    title = _("Afronden met {name}?", name=name) if closing else _("Hoe gaat het met u en {name}?", name=name)
    answers = forms.terms(session, check_in_answers.LISTS[kind])
    # No answer looks better than another one.
    buttons = [act_button(one.label, f"{CARE}{one.key}", row.id, variant="default") for one in answers]
    return card(tired(CARE_HEAVY, row.id) if closing else None, html.Div(buttons, className="actions"), title=title)
