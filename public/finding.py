"""Looking for information: what fits, why it was found, what is near, and a person when there is nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from flask import Blueprint, render_template, request

from domain import crisis
from domain.crisis import Helpline
from domain.information.contents import documents, last_change
from domain.information.places import place_in
from domain.information.search import LONGEST, Document, Hit, Index, Where
from i18n import language, lazy
from public.wording import hours, seats
from store.door_states import Audience
from store.queries import choices
from store.queries.gatherings import agenda, events
from store.queries.gatherings.events import EventFacts
from store.sessions import Session
from store.states import EventState
from web.services import Services

PAGE = "page"
CAFES = 3
# What else can be found on this site, by the words that people look with.
OWN_PAGES = (
    ("/stel-een-vraag", lazy("Stel een vraag"), lazy("vraag, mailen, anoniem, antwoord, contact")),
    ("/bel-mij", lazy("Bel mij terug"), lazy("bellen, terugbellen, telefoon, spreken")),
    ("/vertellis", lazy("Vertellis!"), lazy("verhaal, ervaring, vertellen, meegemaakt")),
    ("/buddy", lazy("Vraag een buddy"), lazy("buddy, ervaren ouder, praten, maatje, alleen, lotgenoot")),
    ("/agenda", lazy("Oudercafés"), lazy("oudercafé, café, koffie, bijeenkomst, avond, agenda, ouders ontmoeten")),
    ("/wie-ziet-wat", lazy("Wie ziet wat"), lazy("privacy, geheim, gegevens, dossier, anoniem, geheimhouding")),
    ("/jong", lazy("Voor jongeren"), lazy("jongeren, jeugd, leerling, kind zelf, puber, scholier")),
    ("/adressen", lazy("Adressen"), lazy("adres, telefoonnummer, organisatie, instantie, hulplijn, gemeente")),
    ("/woordenlijst", lazy("Woordenlijst"), lazy("woord, afkorting, betekenis, moeilijke woorden")),
)
YOUNG_PAGES = (
    ("/jong/stel-een-vraag", lazy("Stel een vraag"), lazy("vraag, mailen, anoniem, antwoord, contact")),
    ("/jong/vertellis", lazy("Vertellis!"), lazy("verhaal, ervaring, vertellen, meegemaakt")),
    ("/jong#hulp-nu", lazy("Meteen iemand spreken?"), lazy("hulp, praten, chatten, bellen, hulplijn, kindertelefoon")),
    *(one for one in OWN_PAGES if one[0] in {"/wie-ziet-wat", "/woordenlijst", "/adressen"}),
)
KINDS = {
    "topic": lazy("Uitleg"),
    "rights": lazy("Rechten"),
    "answer": lazy("Vraag en antwoord"),
    "word": lazy("Woord"),
    "address": lazy("Adres"),
    PAGE: lazy("Pagina"),
}
STANDS = {
    Where.TITLE: lazy("in de titel"),
    Where.TOPIC: lazy("in het onderwerp"),
    Where.SUMMARY: lazy("in de uitleg"),
    Where.TEXT: lazy("in de tekst"),
}


@dataclass
class Finder:
    """The index of each language, in memory, made again once a text changed. What is asked is never kept."""

    own: Sequence[tuple[str, lazy, lazy]]
    made: dict[str, tuple[int, Index]] = field(default_factory=dict)

    def index(self, session: Session) -> Index:
        spoken, changed = language(), last_change(session)
        known = self.made.get(spoken)
        if known is None or known[0] != changed:
            known = changed, Index([*documents(session), *_own_pages(self.own)], spoken)
            self.made[spoken] = known
        return known[1]


@dataclass(frozen=True)
class Nearby:
    """What there is in the municipality that was named."""

    municipality: str
    code: str
    regions: Mapping[str, str]
    events: tuple[EventFacts, ...]


def routes(site: Blueprint, services: Services) -> None:
    parents, young = Finder(OWN_PAGES), Finder(YOUNG_PAGES)

    @site.get("/informatie/zoeken")
    def search() -> str:
        asked, now = _asked(), services.now()
        with services.database.reading() as session:
            index = parents.index(session)
            placed = place_in(asked, choices.place_names(session), index.knows)
            hits = index.find(placed.rest) if asked else ()
            nearby = _nearby(session, placed.code, services) if placed.code else None
            helplines = _help_at_once(session, asked, Audience.PARENTS)
        shown = {"asked": asked, "hits": hits, "nearby": nearby, "helplines": helplines}
        return render_template("search.html", **shown, kinds=KINDS, stands=STANDS, seats=seats, hours=hours, now=now)

    @site.get("/jong/zoeken")
    def search_young() -> str:
        """The address says for whom it is, so nothing needs to be remembered of who looks."""
        asked = _asked()
        with services.database.reading() as session:
            hits = _theirs_first(young.index(session).find(asked)) if asked else ()
            helplines = _help_at_once(session, asked, Audience.YOUNG)
        shown = {"asked": asked, "hits": hits, "helplines": helplines}
        return render_template("search_young.html", **shown, kinds=KINDS, stands=STANDS)


def _asked() -> str:
    return " ".join(request.args.get("q", "").split())[:LONGEST]


def _help_at_once(session: Session, asked: str, audience: Audience) -> tuple[Helpline, ...]:
    """Where help is, when words of danger were typed; nobody hears of it."""
    urgent = bool(asked) and crisis.speaks_of_danger(session, asked)
    return crisis.helplines(session, audience) if urgent else ()


def _theirs_first(hits: Sequence[Hit]) -> list[Hit]:
    """What was written for young people before what was written for their parents."""
    return sorted(hits, key=lambda one: one.document.is_for_parents)


def _own_pages(pages: Sequence[tuple[str, lazy, lazy]]) -> list[Document]:
    return [
        Document(address, str(title), PAGE, {Where.TITLE: str(title), Where.TOPIC: str(said)}, spoken=language())
        for address, title, said in pages
    ]


def _nearby(session: Session, code: str, services: Services) -> Nearby:
    now = services.now()
    name = next((one.name for one in choices.municipalities(session) if one.code == code), code)
    coming = [one for one in events.agenda(session, now=now, where=code) if one.state is EventState.OPEN]
    return Nearby(name, code, agenda.regions_of(session, code), tuple(coming[:CAFES]))
