"""Every text that a page had: who wrote it when, what differs from the one before, and the way back to it."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from dashboard.parts.pieces import badge, card, empty_state
from i18n import _, day_and_time
from store.queries.articles import Text

BACK = "article-back"


def versions_card(found: Sequence[Text]) -> Component:
    title = _("Eerdere teksten")
    if not found:
        return card(
            empty_state(_("Nog geen tekst"), _("Wat u bewaart, komt hier te staan."), symbol="history"), title=title
        )
    pairs = zip(found, [*found[1:], None], strict=True)
    newest = found[0].number
    return card(html.Div([_version(one, before, one.number == newest) for one, before in pairs]), title=title)


def _version(one: Text, before: Text | None, is_newest: bool) -> Component:
    who = one.made_by or _("meegeleverd")
    head = html.Summary(
        [
            html.Strong(_("Tekst {number}", number=one.number)),
            html.Span(f" {day_and_time(one.made_at)} · {who} ", className="note"),
            badge(_("gepubliceerd"), "good", symbol="check") if one.published_at else None,
        ]
    )
    back = dmc.Button(
        _("Zet deze tekst terug"), id={"type": BACK, "number": one.number}, variant="default", size="compact-md",
        **aria(label=_("Zet tekst {number} terug", number=one.number)),
    )  # fmt: skip
    return html.Details([head, differences(one, before), None if is_newest else back], className="version")


def differences(one: Text, before: Text | None) -> Component:
    """What is in a text and was not in the one before it, and the other way round, sentence by sentence."""
    if before is None:
        return html.P(_("Dit is de eerste tekst."))
    lines = [html.Li(drawn) for drawn in _drawn(_lines(before), _lines(one))]
    explained = html.P(_("Weg: doorgestreept. Nieuw: onderstreept."), className="note")
    return html.Div([explained, html.Ul(lines, className="differences")])


def _drawn(old: Sequence[str], new: Sequence[str]) -> Iterator[Component]:
    for what, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            yield from (html.Del([_unseen(_("Weg: ")), line]) for line in old[first:last])
            yield from (html.Ins([_unseen(_("Nieuw: ")), line]) for line in new[start:end])


def _unseen(text: str) -> Component:
    return html.Span(text, className="unseen")


def _lines(text: Text) -> list[str]:
    whole = f"{text.title}\n{text.summary}\n{text.body}"
    return [line for part in whole.splitlines() for line in part.replace(". ", ".\n").splitlines() if line.strip()]
