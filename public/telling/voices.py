"""How parents and young people are spoken to: the same pages, each in words of their own."""

from collections.abc import Mapping
from dataclasses import dataclass

from i18n import lazy
from store.door_states import Audience


@dataclass(frozen=True)
class Voice:
    """What differs on the pages; `home` is where they begin."""

    audience: Audience
    home: str
    title: lazy
    lead: lazy
    what_happens: tuple[lazy, ...]
    prompt: lazy
    prompt_help: lazy
    examples: tuple[lazy, ...]
    meaning: lazy
    meaning_lead: lazy
    feeling: lazy
    listened: lazy
    helped: lazy
    missing: lazy
    say: lazy
    weight: lazy
    topics: lazy
    sector: lazy
    role: lazy
    check_lead: lazy
    consent: lazy
    thanks: lazy
    keep_code: lazy
    next_steps: tuple[lazy, ...]


PARENTS = Voice(
    audience=Audience.PARENTS,
    home="/vertellis",
    title=lazy("Vertellis! Uw verhaal telt"),
    lead=lazy("Hoe gaat het met uw kind op school? Wat ging goed, wat niet? Vertel het ons. Uw naam is niet nodig."),
    what_happens=(
        lazy("U schrijft over één moment. Daarna stellen wij een paar korte vragen. Alles mag u overslaan."),
        lazy("Het duurt vijf minuten. Stoppen kan altijd: wij krijgen pas iets als u op ‘Verstuur’ drukt."),
        lazy("Eén medewerker van het steunpunt leest uw verhaal. School en gemeente zien alleen wat u laat lezen."),
        lazy("U kiest zelf wat anderen later lezen: niets, alleen zinnen, of het hele verhaal."),
        lazy("U krijgt een code. Daarmee wist u uw verhaal, wanneer u maar wilt."),
    ),
    prompt=lazy("Vertel over een moment dat u bijbleef"),
    prompt_help=lazy(
        "Wat gebeurde er? Wie waren erbij? Wat deed het met u? "
        "Elke taal is goed. Inspreken met uw telefoon kan ook."
    ),
    examples=(
        lazy("Een gesprek op school dat anders liep dan u dacht."),
        lazy("De dag dat het niet meer ging, of juist weer wel."),
        lazy("Iemand die iets zei of deed wat hielp."),
    ),
    meaning=lazy("Wat betekent het voor u?"),
    meaning_lead=lazy("U weet zelf het beste wat uw verhaal zegt. Sla over wat niet past."),
    feeling=lazy("Welk gevoel past het best bij dit moment?"),
    listened=lazy("Wie luisterde er naar u?"),
    helped=lazy("Wat hielp u?"),
    missing=lazy("Wat miste u?"),
    say=lazy("Hoeveel had u te zeggen over wat er gebeurde?"),
    weight=lazy("Waar draaide het om in uw verhaal?"),
    topics=lazy("Waar gaat uw verhaal over?"),
    sector=lazy("Op welke soort school speelt het?"),
    role=lazy("Wie bent u in dit verhaal?"),
    check_lead=lazy("Dit verraadt misschien wie of waar het is. Wij halen weg wat u aangevinkt laat."),
    consent=lazy("Wat mag er met uw verhaal gebeuren?"),
    thanks=lazy("Dank u wel voor uw verhaal"),
    keep_code=lazy("Bewaar deze code als u uw verhaal later wilt kunnen wissen. U ziet hem maar één keer."),
    next_steps=(
        lazy("Eén medewerker leest uw verhaal en kijkt of niemand te herkennen is."),
        lazy("Wij leggen verhalen naast elkaar en zoeken wat steeds terugkomt."),
        lazy("Wat wij ermee doen, leest u op deze site."),
    ),
)  # fmt: skip
YOUNG = Voice(
    audience=Audience.YOUNG,
    home="/jong/vertellis",
    title=lazy("Vertellis! Jouw verhaal telt"),
    lead=lazy("Ben je 12 jaar of ouder? Vertel hoe het op school gaat. Wij vragen niet hoe je heet."),
    what_happens=(
        lazy("Je schrijft over één moment. Daarna tik je een paar vragen aan. Alles mag je overslaan."),
        lazy("Het duurt vijf minuten. Stoppen kan altijd: wij krijgen pas iets als je op ‘Verstuur’ drukt."),
        lazy("Eén medewerker van het steunpunt leest je verhaal. Je school leest alleen wat jij laat lezen."),
        lazy("Je kiest zelf wat anderen later lezen: niets, alleen zinnen, of het hele verhaal."),
        lazy("Je ouders krijgen geen bericht. Jij beslist of je het ze vertelt."),
        lazy("Je krijgt een code. Daarmee wis je je verhaal, wanneer je maar wilt."),
    ),
    prompt=lazy("Vertel over een moment dat je niet vergeet"),
    prompt_help=lazy(
        "Wat gebeurde er? Wie waren erbij? Hoe was dat voor je? "
        "Elke taal is goed. Inspreken met je telefoon kan ook."
    ),
    examples=(
        lazy("Een les of gesprek dat anders liep dan je dacht."),
        lazy("De dag dat het niet meer ging, of juist weer wel."),
        lazy("Iemand die iets zei of deed wat hielp."),
    ),
    meaning=lazy("Wat betekent het voor jou?"),
    meaning_lead=lazy("Jij weet zelf het beste wat je verhaal zegt. Sla over wat niet past."),
    feeling=lazy("Welk gevoel past het best bij dit moment?"),
    listened=lazy("Wie luisterde er naar je?"),
    helped=lazy("Wat hielp je?"),
    missing=lazy("Wat miste je?"),
    say=lazy("Hoeveel had jij te zeggen over wat er gebeurde?"),
    weight=lazy("Waar draaide het om in je verhaal?"),
    topics=lazy("Waar gaat je verhaal over?"),
    sector=lazy("Op welke soort school speelt het?"),
    role=lazy("Wie ben jij in dit verhaal?"),
    check_lead=lazy("Dit verraadt misschien wie of waar het is. Wij halen weg wat je aangevinkt laat."),
    consent=lazy("Wat mag er met je verhaal gebeuren?"),
    thanks=lazy("Dankjewel voor je verhaal"),
    keep_code=lazy("Bewaar deze code als je je verhaal later wilt kunnen wissen. Je ziet hem maar één keer."),
    next_steps=(
        lazy("Eén medewerker leest je verhaal en kijkt of niemand te herkennen is."),
        lazy("Wij leggen verhalen naast elkaar en zoeken wat steeds terugkomt."),
        lazy("Wat wij ermee doen, lees je op deze site."),
    ),
)  # fmt: skip
VOICES: Mapping[Audience, Voice] = {voice.audience: voice for voice in (PARENTS, YOUNG)}
