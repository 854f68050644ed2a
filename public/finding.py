"""Looking for information: what fits, why it was found, what is near, and a person when there is nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import Blueprint, render_template, request

from domain import crisis
from domain.information.contents import documents, last_change
from domain.information.places import place_in
from domain.information.search import LONGEST, Document, Index, Where
from i18n import language, lazy
from public.wording import hours, seats
from store.door_states import Audience
from store.queries import agenda, choices, events
from store.queries.events import EventFacts
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

    made: dict[str, tuple[int, Index]] = field(default_factory=dict)

    def index(self, session: Session) -> Index:
        spoken, changed = language(), last_change(session)
        known = self.made.get(spoken)
        if known is None or known[0] != changed:
            known = changed, Index([*documents(session), *_own_pages()], spoken)
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
    finder = Finder()

    @site.get("/informatie/zoeken")
    def search() -> str:
        asked, now = " ".join(request.args.get("q", "").split())[:LONGEST], services.now()
        with services.database.reading() as session:
            index = finder.index(session)
            placed = place_in(asked, choices.place_names(session), index.knows)
            hits = index.find(placed.rest) if asked else ()
            nearby = _nearby(session, placed.code, services) if placed.code else None
            urgent = bool(asked) and crisis.speaks_of_danger(session, asked)
            helplines = crisis.helplines(session, Audience.PARENTS) if urgent else ()
        shown = {
            "asked": asked,
            "hits": hits,
            "nearby": nearby,
            "kinds": KINDS,
            "stands": STANDS,
            "helplines": helplines,
        }
        return render_template("search.html", **shown, seats=seats, hours=hours, now=now)


def _own_pages() -> list[Document]:
    return [
        Document(address, str(title), PAGE, {Where.TITLE: str(title), Where.TOPIC: str(said)}, spoken=language())
        for address, title, said in OWN_PAGES
    ]


def _nearby(session: Session, code: str, services: Services) -> Nearby:
    now = services.now()
    name = next((one.name for one in choices.municipalities(session) if one.code == code), code)
    coming = [one for one in events.agenda(session, now=now, where=code) if one.state is EventState.OPEN]
    return Nearby(name, code, agenda.regions_of(session, code), tuple(coming[:CAFES]))
