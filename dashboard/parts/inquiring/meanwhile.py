"""What happened to a question from a parent while somebody typed an answer: told, with what was typed still there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.inquiring.looks import PATH
from dashboard.parts.pieces import card, notice, page_header
from i18n import _
from store.queries.inquiries import InquiryFacts


@dataclass(frozen=True)
class Typed:
    """What stood in the answer when the page is drawn anew; `is_told` where somebody else was first."""

    words: str = ""
    is_kept: bool = False
    is_told: bool = False
    at: str = ""

    @classmethod
    def read(cls, changed: object) -> Typed:
        return cls(**changed) if isinstance(changed, dict) else cls()

    @classmethod
    def kept(cls, words: str, now: datetime, *, told: bool = False) -> dict[str, object]:
        """For the browser, to be read again."""
        return asdict(cls(words, True, told, now.isoformat()))


def typed_meanwhile(one: InquiryFacts, names: Mapping[str, str], me: str) -> Component:
    """Who did what, and what they wrote that is not in the conversation."""
    theirs = html.P(one.draft, className="words") if one.draft and one.draft_by != me else None
    return notice(
        html.P(html.Strong(_what(one, names, me))),
        html.P(_("Uw tekst staat er nog. Lees wat er nieuw is en kies dan zelf.")),
        theirs,
        tone="warn",
        symbol="users",
    )


def begun_by_another(one: InquiryFacts, names: Mapping[str, str], me: str) -> Component | None:
    """Told before anything is typed, so that two people do not answer the same question."""
    if not (one.draft and one.draft_by and one.draft_by != me):
        return None
    return notice(_("{name} begon aan dit antwoord.", name=names.get(one.draft_by, _("Iemand anders"))))


def _what(one: InquiryFacts, names: Mapping[str, str], me: str) -> str:
    somebody = _("Een collega")
    if one.draft and one.draft_by and one.draft_by != me:
        return _("{name} schrijft ook aan dit antwoord. Dit staat er al:", name=names.get(one.draft_by, somebody))
    if one.messages[-1].by_us and one.answered_by and one.answered_by != me:
        name = names.get(one.answered_by, somebody)
        return _("{name} beantwoordde deze vraag terwijl u typte.", name=name)
    if not one.messages[-1].by_us and len(one.messages) > 1:
        return _("De vrager schreef terug terwijl u typte.")
    return _("Deze vraag veranderde terwijl u typte.")


def erased(words: str) -> Component:
    """The asker took everything away; what was typed meanwhile went nowhere, and can still be copied."""
    gone = _("Deze vraag is er niet meer. Misschien heeft de vrager hem gewist.")
    head = page_header(_("Vraag van een ouder"), gone, back=(PATH, _("Vragen van ouders")))
    kept = dmc.Textarea(label=_("Dit typte u"), value=words, readOnly=True, autosize=True, minRows=3)
    said = html.P(_("Uw antwoord is niet verstuurd en nergens bewaard."))
    return html.Div([head, card(said, kept) if words.strip() else None], className="stack")
