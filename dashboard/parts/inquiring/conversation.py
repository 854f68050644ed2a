"""One question from a parent as staff see it: what was said, the answer to write, the phone, the register."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts import aria, badge, card, icon, link_button, notice, page_header
from dashboard.parts.facts import facts, ways_to_reach
from dashboard.parts.fields import choices_data
from dashboard.parts.inquiring.looks import PATH, danger_badge, promise_badge, state_badge, who
from dashboard.parts.inquiring.standard import standard_buttons
from domain.forms import Option
from domain.inquiring.standard_answers import StandardAnswer
from i18n import _, day, lazy, n_
from store.door_states import InquiryState
from store.queries.inquiries import InquiryFacts, Message

# The buttons by name, with what is said afterwards.
ACTS = {
    "send": lazy("Het antwoord staat klaar."),
    "phoned": lazy("Genoteerd: gebeld. De vraag is gesloten."),
    "not-reached": lazy("Genoteerd: niet bereikt."),
    "close": lazy("De vraag is gesloten."),
    "reopen": lazy("De vraag staat weer open."),
}


@dataclass(frozen=True)
class Writing:
    """What goes into the answer: the words so far, what is told above them, texts to begin with, what to do after."""

    words: str
    told: Component | None
    standard: Sequence[StandardAnswer]
    following: int | None


def conversation(
    one: InquiryFacts, writing: Writing, topics: tuple[Option, ...], moments: Mapping[str, str], *, today: date
) -> Component:
    standing: list[Component | str] = [state_badge(one), " "]
    if one.state is InquiryState.OPEN:
        standing += [promise_badge(one.answer_by, today), " "]
    if one.is_urgent:
        standing.append(danger_badge())
    return html.Div(
        [
            page_header(who(one), one.topic, _following(writing), back=(PATH, _("Vragen van ouders"))),
            html.Div(standing, className="standing"),
            _danger(one),
            html.Div(
                [
                    html.Div([_said(one), _answer(one, writing)], className="stack"),
                    html.Div([_asker(one, moments), _register(one, topics), _closing(one)], className="stack"),
                ],
                className="columns",
            ),
        ],
        className="stack",
    )


def _danger(one: InquiryFacts) -> Component | None:
    if not one.is_urgent or one.state is InquiryState.CLOSED:
        return None
    said = _("Hier staan woorden die op gevaar kunnen wijzen. De vrager zag al waar hulp is. Antwoord als eerste.")
    return notice(said, tone="bad", symbol="triangle-alert")


def _said(one: InquiryFacts) -> Component:
    return card(html.Ol([_message(part) for part in one.messages if part.words], className="talk"), title=_("Gesprek"))


def _message(part: Message) -> Component:
    by = _("Wij") if part.by_us else _("De vrager")
    head = html.P(f"{by} · {day(part.written_on)}", className="note")
    return html.Li([head, html.P(part.words, className="words")], className="turn ours" if part.by_us else "turn")


def _following(writing: Writing) -> Component | None:
    if writing.following is None:
        return None
    return link_button(_("Volgende vraag"), f"{PATH}/{writing.following}", symbol="arrow-right", primary=False)


def _answer(one: InquiryFacts, writing: Writing) -> Component:
    text = dmc.Textarea(
        id="inquiry-answer", label=_("Uw antwoord"), description=_how(one), value=writing.words, autosize=True,
        minRows=6, maxRows=20,
    )  # fmt: skip
    send = dmc.Button(_("Verstuur het antwoord"), id="inquiry-send", leftSection=icon("send"))
    said = html.P(id="inquiry-draft-said", className="note", role="status", **aria(live="polite"))
    back = html.P(id="inquiry-back", className="note", role="status", **aria(live="polite"))
    inside = [writing.told, standard_buttons(writing.standard), text, back, said, dmc.Group([send])]
    return card(html.Div(inside, className="stack"), title=_("Antwoorden"))


def _how(one: InquiryFacts) -> str:
    """How the answer reaches who asked."""
    if one.email:
        return _("De vrager krijgt een mail met een link. Het antwoord zelf staat niet in de mail.")
    return _("De vrager leest het antwoord met de code.")


def _asker(one: InquiryFacts, moments: Mapping[str, str]) -> Component:
    rows = [*ways_to_reach(one.phone, one.email), (_("Gevraagd op"), day(one.asked_on))]
    if one.moment:
        rows.append((_("Belt het liefst"), moments.get(one.moment, one.moment)))
    if one.tries:
        rows.append((_("Gebeld"), n_("{n} keer niet bereikt", "{n} keer niet bereikt", one.tries)))
    unknown = html.P(_("Wij weten niet wie dit is. Antwoorden kan alleen hier."), className="note")
    can_call = bool(one.phone) and one.state is not InquiryState.CLOSED
    return card(
        unknown if one.is_anonymous else None,
        facts(rows),
        dmc.Group(
            [_button("phoned", _("Gebeld"), "phone"), _button("not-reached", _("Niet bereikt"), "x")],
            style={} if can_call else {"display": "none"},
        ),
        title=_("Wie vraagt het"),
    )


def _register(one: InquiryFacts, topics: tuple[Option, ...]) -> Component:
    """The button stays in the page, hidden once it was counted: callbacks need what they listen to."""
    known = [one.topic_code] if one.topic_code else []
    choose = dmc.MultiSelect(
        id="inquiry-topics",
        label=_("Onderwerp"),
        data=choices_data(topics),
        value=known,
        maxValues=3,
        searchable=True,
        placeholder=_("Zoek en kies"),
    )
    button = dmc.Button(_("Zet in het register"), id="inquiry-count", variant="default", leftSection=icon("plus"))
    form = html.Div([choose, button], className="stack", style={"display": "none"} if one.in_register else {})
    done = badge(_("Staat in het register"), "good", symbol="check") if one.in_register else None
    counts = _("Wat meetelt: onderwerp, dag, hoe de vraag kwam en of een jongere vroeg. Tekst en naam gaan niet mee.")
    said = html.P(counts, className="note")
    return card(html.Div([done, None if one.in_register else said, form], className="stack"), title=_("Register"))


def _closing(one: InquiryFacts) -> Component:
    closed = one.state is InquiryState.CLOSED
    kept = _("Wij wissen deze vraag op {day}.", day=day(one.forget_on)) if one.state is not InquiryState.OPEN else ""
    return card(
        html.P(kept, className="note") if kept else None,
        _button("close", _("Sluit deze vraag"), "check", hidden=closed),
        _button("reopen", _("Sluiten ongedaan maken"), "undo-2", hidden=not closed),
        title=_("Afronden"),
    )


def _button(act: str, text: str, symbol: str, *, hidden: bool = False) -> Component:
    style = {"display": "none"} if hidden else {}
    return dmc.Button(text, id=f"inquiry-{act}", variant="default", leftSection=icon(symbol), style=style)
