"""New buddies who would help most, as cards, with a text to call for them; and what one more of a kind would change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.icons import icon
from dashboard.parts.pieces import notice
from domain.organisation import Organisation
from i18n import _, n_, one_after_another
from matching.recruits import Gain, Profile, Recruits


@dataclass(frozen=True)
class Words:
    """What staff call the topics, municipalities and languages, by their codes."""

    topics: Mapping[str, str]
    places: Mapping[str, str]
    languages: Mapping[str, str]


def two_buddies(found: Recruits, waiting: int, words: Words, who: Organisation) -> Component:
    """The answer in a sentence, a card for each of them and the text for a call."""
    if not found.profiles:
        return notice(html.P(_nobody(found, waiting)), symbol="info")
    cards = [_card(one, number, words) for number, one in enumerate(found.profiles, 1)]
    text = call(found.profiles, words, who)
    copied: dict[str, Any] = {"copiedChildren": _("Gekopieerd"), "buttonProps": {"variant": "default"}}
    return html.Div(
        [
            html.P(_brings(found), className="answer"),
            html.Div(cards, className="candidates"),
            html.H3(_("Tekst voor een oproep")),
            html.Blockquote([html.P(line) for line in text.split("\n")], className="call-text"),
            html.Div(dmc.CopyButton(value=text, children=_("Kopieer de tekst"), **copied), className="actions"),
        ],
        className="stack",
    )


def call(profiles: Sequence[Profile], words: Words, who: Organisation) -> str:
    """A call for volunteers in plain words, to put in a newsletter."""
    lines = [_("{name} zoekt ouders met ervaring.", name=who.short_name)]
    lines += [_("Herkent u dit? {about}", about=_about(one, words)) for one in dict.fromkeys(profiles)]
    lines.append(_("Als buddy luistert u naar een andere ouder en denkt u mee."))
    lines.append(_("U krijgt een training, en u kiest zelf wanneer u tijd heeft."))
    phone = _("Bel {phone}", phone=who.phone) if who.phone else ""
    mail = _("Mail {mail}", mail=who.email) if who.email else ""
    if phone or mail:
        lines.append(_("Iets voor u?") + " " + " ".join(f"{way}." for way in (phone, mail) if way))
    return "\n".join(lines)


def one_buddy(gain: Gain, waiting: int) -> Component:
    """What one more buddy would change, in one sentence."""
    if gain.served:
        said = n_("Dan krijgt {n} ouder meer een buddy.", "Dan krijgen {n} ouders meer een buddy.", gain.served)
        return notice(html.P(said), tone="good", symbol="trending-up")
    if gain.priority:
        return notice(html.P(_("Dan komen er niet meer ouders aan de beurt, maar wel iemand die al langer wacht.")))
    said = (
        _("Dat helpt nu niemand meer: wie wacht, past niet bij deze buddy of krijgt er al een.")
        if waiting
        else _("Nu wacht er niemand.")
    )
    return notice(html.P(said), tone="plain", symbol="minus")


def _brings(found: Recruits) -> str:
    more = n_("{n} ouder meer", "{n} ouders meer", found.gain.served)
    if len(found.profiles) == 1:
        return _("Met deze buddy kunt u {more} helpen.", more=more)
    return _("Met deze twee kunt u {more} helpen.", more=more)


def _nobody(found: Recruits, waiting: int) -> str:
    if not waiting:
        return _("Nu wacht er niemand. Kijk in de tabel hieronder waar het krap is.")
    if not found.without:
        return _("Iedereen die nu wacht, kan een buddy krijgen. Nieuwe buddy's zijn nu niet nodig.")
    return _("Twee nieuwe buddy's helpen nu niet: bij wie geen buddy krijgt, zit iets anders in de weg.")


def _card(one: Profile, number: int, words: Words) -> Component:
    topics = [html.Li([icon("tag"), words.topics.get(code, code)]) for code in one.topics]
    where = (
        _("woont in of bij {place}", place=words.places.get(one.place.municipality, ""))
        if one.place
        else _("bellen of online is genoeg")
    )
    spoken = _languages(one, words)
    facts = [
        html.Li([icon("map-pin" if one.place else "phone"), where]),
        *([html.Li([icon("languages"), spoken])] if spoken else []),
    ]
    return html.Article(
        [html.H3(_("Buddy {n}", n=number)), html.Ul([*topics, *facts], className="reasons")], className="card candidate"
    )


def _about(one: Profile, words: Words) -> str:
    topics = one_after_another([words.topics.get(code, code) for code in one.topics])
    where = _("U woont in of bij {place}.", place=words.places.get(one.place.municipality, "")) if one.place else ""
    spoken = _("U spreekt ook {languages}.", languages=_languages(one, words)) if _languages(one, words) else ""
    return " ".join(part for part in (f"{topics}.", where, spoken) if part)


def _languages(one: Profile, words: Words) -> str:
    """Those besides Dutch."""
    return one_after_another([words.languages.get(code, code) for code in sorted(one.languages - {"nl"})])
