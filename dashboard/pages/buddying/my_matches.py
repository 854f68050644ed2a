"""What a buddy is asked, and the parents with whom a buddy is in touch; nobody else's, ever."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dash import ALL, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.page import BUDDY, WORK, Page
from dashboard.parts import badge, card, empty_state, notice, page_header, toast
from dashboard.parts.availability.appointments import plan_link
from dashboard.parts.buddying import my_check_ins as caring
from dashboard.parts.buddying.my_proposals import DO, WHY, act_button, asked_now, choose_reason, waits_for_parent
from dashboard.parts.facts import Fact, facts, ways_to_reach
from dashboard.parts.gatherings import my_hosting as hosting
from dashboard.parts.gatherings.feed_card import feed_card, register_feed_card
from domain import forms
from domain.actors import Actor
from domain.care import matches
from domain.forms import Option
from domain.gatherings import hosts
from domain.local_time import wall
from domain.matchmaking import agreement, asked, proposals
from domain.refused import Refused
from i18n import _, day, lazy
from store.queries.buddying import matches as found
from store.queries.buddying.matches import MyMatch
from store.sessions import Session
from store.states import FeedKind
from web.services import Services
from web.sessions import current_actor

PATH = "/werk/mijn-voorstellen"
DONE = {
    "yes": lazy("Fijn! Wij vragen nu de ouder. U hoort van ons."),
    "no": lazy("Goed dat u het zegt. Wij vragen iemand anders."),
    "spoke": lazy("Genoteerd. Dank u wel."),
    "help": lazy("De coördinator neemt contact met u op."),
    "end": lazy("De koppeling is afgerond. Dank u wel voor uw hulp."),
    **hosting.DONE,
    **caring.DONE,
}


def layout() -> Component:
    head = page_header(_("Mijn voorstellen"), _("Ouders die u kunt helpen, en met wie u contact hebt."))
    return html.Div([head, dcc.Store(id="mine-changed"), html.Div(id="mine"), feed_card(FeedKind.BUDDY)])


def register(callbacks: Callbacks, services: Services) -> None:
    register_feed_card(callbacks, services, FeedKind.BUDDY, BUDDY)

    @callbacks(Output("mine", "children"), Input("mine-changed", "data"), roles=BUDDY)
    def show(_changed: object) -> Component:
        number = current_actor().buddy_id
        if number is None:
            return empty_state(_("Geen buddy"), _("Deze gebruiker is niet als buddy ingeschreven."))
        with services.database.reading() as session:
            return _draw(session, number, services.now())

    @callbacks(
        Output("mine-changed", "data"),
        Input({"type": DO, "what": ALL, "number": ALL}, "n_clicks"),
        State({"type": WHY, "what": ALL, "number": ALL}, "value"),
        roles=BUDDY,
        prevent_initial_call=True,
    )
    def act(_clicks: object, _reasons: object) -> Any:  # noqa: ANN401 - a moment or Dash's own "leave it"
        pressed = ctx.triggered_id
        if not pressed or not ctx.triggered[0]["value"]:
            return no_update
        what, number = str(pressed["what"]), int(pressed["number"])
        now = services.now()
        with services.database.writing() as session:
            _act(session, what, number, by=current_actor(), now=now)
        toast(str(DONE.get(what) or _("Bewaard.")))
        return now.isoformat()


def _reason(what: str, number: int) -> Any:  # noqa: ANN401 - a reason, or the ticks of a group
    """What was chosen beside the button that was pressed."""
    for chosen in ctx.states_list[0]:
        if chosen["id"]["what"] == what and chosen["id"]["number"] == number:
            return chosen.get("value") or None
    return None


def _act(session: Session, what: str, number: int, *, by: Actor, now: datetime) -> None:
    reason = _reason(what, number)
    match what:
        case "yes":
            agreement.accept_for_buddy(session, number, by=by, now=now)
        case "no":
            proposals.decline(session, number, reason, by=by, now=now)
        case "spoke":
            matches.log_contact(session, number, by=by, now=now)
        case "help":
            matches.ask_help(session, number, by=by, now=now)
        case "end":
            heavy = bool(_reason(caring.HEAVY, number))
            matches.end(session, number, reason or "agreed", heavy=heavy, by=by, now=now)
        case _ if what.startswith(caring.CARE):
            heavy = bool(_reason(caring.CARE_HEAVY, number))
            caring.say(session, number, what, heavy=heavy, by=by, now=now)
        case hosting.YES | hosting.NO:
            if by.buddy_id is None:
                raise Refused("not_allowed")
            hosts.answer(session, number, by.buddy_id, yes=what == hosting.YES, by=by, now=now)
        case _:
            raise Refused("not_found")


def _draw(session: Session, number: int, now: datetime) -> Component:
    waiting, running = found.asked_of(session, number, now=now), found.of_buddy(session, number)
    labels = asked.terms(session)
    declines, ends = forms.terms(session, "decline_reason"), forms.terms(session, "end_reason")
    questions = caring.my_check_ins(session, number)
    cards = [asked_now(one, labels, declines) for one in waiting]
    cards += [waits_for_parent(one, labels) for one in found.agreed_by(session, number)]
    if not cards and not questions:
        cards = [card(empty_state(_("Geen voorstel"), _("U krijgt een mail zodra wij u iets vragen.")))]
    mine = [_match(one, labels, ends, now) for one in running]
    if not mine:
        mine = [
            card(
                empty_state(
                    _("Nog geen koppeling"),
                    _("Zeggen u en de ouder allebei ja, dan staat hier hoe u de ouder bereikt."),
                )
            )
        ]
    cards += hosting.my_hosting(session, number, now, DO)
    return html.Div([*questions, *cards, html.H2(_("Mijn koppelingen")), *mine], className="stack")


def _match(one: MyMatch, labels: Mapping[str, str], reasons: tuple[Option, ...], now: datetime) -> Component:
    spoke_today = one.last_contact_at is not None and wall(one.last_contact_at)[0] == wall(now)[0]
    spoke = badge(_("Vandaag genoteerd"), "good", symbol="check") if spoke_today else act_button(
        _("Wij spraken elkaar"), "spoke", one.id
    )  # fmt: skip
    end = html.Details(
        [
            html.Summary(_("Afronden")),
            choose_reason(reasons, "end", one.id, _("Hoe rondt u af?"), first="agreed"),
            caring.tired(caring.HEAVY, one.id),
            act_button(_("Rond deze koppeling af"), "end", one.id, variant="default"),
        ],
        className="more",
    )
    wish = facts(asked.describe(one.asked, labels))
    details = html.Details([html.Summary(_("Wat de ouder vroeg")), wish], className="more")
    parts = [facts(_contact(one)), html.Div([spoke, plan_link(one.id), _help(one)], className="actions"), details, end]
    return card(*parts, title=one.first_name or _("Ouder"))


def _contact(one: MyMatch) -> list[Fact]:
    said = _("{n} keer, het laatst {day}", n=one.contacts, day=_last(one))
    spoken = said if one.contacts else _("nog niet; bel of mail zo snel als het u lukt")
    return [*ways_to_reach(one.phone, one.email), (_("Gesproken"), spoken)]


def _last(one: MyMatch) -> str:
    return day(one.last_contact_at) if one.last_contact_at else ""


def _help(one: MyMatch) -> Component:
    if one.help_asked_at:
        return notice(_("U vroeg om overleg. De coördinator belt u."), symbol="life-buoy")
    return act_button(_("Ik wil overleggen"), "help", one.id, variant="default")


PAGE = Page(PATH, lazy("Mijn voorstellen"), BUDDY, layout, register=register, icon="heart-handshake", group=WORK)
