"""Proposals that are ready: looked at once more, and sent by whoever chooses to, or put away."""

from collections.abc import Mapping, Sequence

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.candidates import score_bar
from dashboard.parts.icons import icon
from dashboard.parts.pieces import badge, card, notice
from dashboard.parts.planning.plan_ids import AWAY, PICK, SEND, SEND_YES, do, quiet
from dashboard.parts.planning.plan_people import BUDDIES, REQUESTS, People, in_short
from dashboard.parts.planning.plan_situation import Situation
from domain.refused import Refused
from domain.texts import say
from i18n import _, n_
from matching.explain import why_not
from store.queries.matchmaking.plans import Prepared


def prepared_list(now: Situation) -> Component | None:
    """What is ready, each with a box that says whether it goes along; nothing when nothing is ready."""
    if not now.ready:
        return None
    count = n_("{n} voorstel staat klaar", "{n} voorstellen staan klaar", len(now.ready))
    send = dmc.Button(_("Stuur wat is aangevinkt…"), id={"type": SEND, "request": 0}, leftSection=icon("send"))
    said = html.P(_("Nog niemand kreeg bericht. U leest eerst wie een bericht krijgt."), className="note")
    rows = html.Ul([_row(one, now) for one in now.ready], className="plan-rows")
    return card(html.H2(count, className="answer"), said, rows, html.Div(send, className="actions"), className="ready")


def still_ready(now: Situation) -> Component | None:
    """The same, folded away while a newer plan is being looked at."""
    drawn = prepared_list(now)
    if drawn is None:
        return None
    title = n_(
        "Uit een eerder plan staat nog {n} voorstel klaar", "Uit een eerder plan staan nog {n} voorstellen klaar",
        len(now.ready),
    )  # fmt: skip
    said = html.P(_("Zet u het nieuwe plan klaar, dan komt het hiervoor in de plaats."), className="note")
    return html.Details([html.Summary(title), said, drawn], className="more still-ready")


def who_gets_mail(chosen: Sequence[Prepared], who: People, *, mails: bool) -> Component:
    """What is read before anything goes out: each buddy and about whom, and the yes."""
    lines = [html.Li(_goes(one, who)) for one in chosen]
    numbers = "-".join(str(one.request_id) for one in chosen)
    yes = n_("Ja, stuur {n} voorstel", "Ja, stuur {n} voorstellen", len(chosen))
    return html.Div(
        [
            html.P(_first(mails=mails)),
            html.Ul(lines, className="plan-mails"),
            dmc.Group(
                [
                    dmc.Button(_("Toch niet"), id={"type": SEND, "request": -1}, variant="default"),
                    dmc.Button(yes, id={"type": SEND_YES, "requests": numbers}, leftSection=icon("send")),
                ],
                justify="flex-end",
            ),
        ],
        className="stack",
    )


def what_was_sent(sent: Mapping[int, Refused | None], pairs: Mapping[int, int], who: People) -> Component:
    """How many went out, and of each that did not: why."""
    went = sum(refused is None for refused in sent.values())
    said = n_("{n} voorstel is gestuurd.", "{n} voorstellen zijn gestuurd.", went)
    fell = [
        f"{who.parent(one)} – {who.buddy(pairs.get(one, 0))}: {say(refused)}"
        for one, refused in sent.items()
        if refused
    ]
    return told(said if went else "", fell)


def what_was_prepared(ready: int, fell: Mapping[int, tuple[int, tuple[str, ...]]], who: People) -> Component:
    """How many pairs are ready now, and of each that no longer held: why."""
    said = n_("{n} voorstel staat klaar.", "{n} voorstellen staan klaar.", ready) + " "
    lost = [f"{who.parent(one)} – {who.buddy(buddy_id)}: {because(keys)}" for one, (buddy_id, keys) in fell.items()]
    return told(said + _("Er ging nog geen bericht uit."), lost)


def told(sentence: str, fell: Sequence[str]) -> Component:
    """What came of it; bad news with the reason for each."""
    if not fell:
        return notice(html.P(sentence), tone="good", symbol="circle-check")
    not_these = n_("{n} voorstel niet:", "{n} voorstellen niet:", len(fell))
    parts = [html.P(f"{sentence} {not_these}".strip()), html.Ul([html.Li(one) for one in fell])]
    return notice(*parts, tone="warn", symbol="triangle-alert")


def because(keys: Sequence[str]) -> str:
    """Why a pair no longer holds."""
    return ", ".join(why_not(keys)) or _("de vraag staat niet meer open, of de buddy is gestopt")


def _row(one: Prepared, now: Situation) -> Component:
    parent, buddy = now.who.parent(one.request_id), now.who.buddy(one.buddy_id)
    fell = now.fell.get(one.request_id)
    goes = _("{parent} en {buddy} versturen", parent=parent, buddy=buddy)
    box = dmc.Checkbox(id={"type": PICK, "request": one.request_id}, checked=fell is None, **aria(label=goes))
    names = html.H3(
        [
            dcc.Link(parent, href=f"{REQUESTS}/{one.request_id}"),
            html.Span([" ", icon("arrow-right"), " "]),
            dcc.Link(buddy, href=f"{BUDDIES}/{one.buddy_id}"),
        ]
    )
    asked = now.who.asked.get(one.request_id)
    no_more = badge(_("kan niet meer: {why}", why=because(fell[1])), "bad", symbol="triangle-alert") if fell else None
    about = html.Div([names, html.P(in_short(asked, now.who)) if asked else None, no_more], className="plan-parent")
    return html.Li(
        [box, about, score_bar(one.score), html.Div(_buttons(one, parent, buddy), className="actions plan-actions")],
        className="plan-row ready-row",
    )


def _buttons(one: Prepared, parent: str, buddy: str) -> list[Component]:
    names = {"parent": parent, "buddy": buddy}
    send = quiet(_("Stuur…"), {"type": SEND, "request": one.request_id}, "send", _("Stuur {parent} – {buddy}", **names))
    away = quiet(_("Haal weg"), do(AWAY, 0, one.request_id), "x", _("Haal {parent} – {buddy} weg", **names))
    return [send, away]


def _goes(one: Prepared, who: People) -> list[Component | str]:
    asked = who.asked.get(one.request_id)
    about = _("over {parent} ({asked})", parent=who.parent(one.request_id), asked=in_short(asked, who) if asked else "")
    return [html.Strong(who.buddy(one.buddy_id)), " ", about]


def _first(*, mails: bool) -> str:
    if mails:
        return _(
            "Deze buddy's krijgen een bericht, zonder naam van de ouder. Daarin staat tot wanneer het antwoord kan."
        )
    return _("Het bericht bij een nieuw voorstel staat uit. Niemand krijgt dus mail: bel deze buddy's zelf.")
