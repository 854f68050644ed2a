"""The nouns and the actors of the journal, in words."""

from collections.abc import Mapping

from dash import dcc
from dash.development.base_component import Component

from i18n import _, lazy
from store.queries.journal import Line

SUBJECTS: Mapping[str, lazy] = {
    "event": lazy("Bijeenkomst"),
    "sign_up": lazy("Aanmelding"),
    "buddy": lazy("Buddy"),
    "request": lazy("Buddyvraag"),
    "proposal": lazy("Voorstel"),
    "plan": lazy("Plan"),
    "match": lazy("Koppeling"),
    "first_contact": lazy("Koppeling"),
    "check_in": lazy("Vraag hoe het gaat"),
    "appointment": lazy("Afspraak"),
    "question": lazy("Vraag"),
    "letter": lazy("Bericht"),
    "job": lazy("Taak"),
    "job_run": lazy("Uitvoering van een taak"),
    "account": lazy("Gebruiker"),
    "catalogue": lazy("Instelling"),
    "organisation": lazy("Organisatie"),
    "import": lazy("Ingelezen bestand"),
    "month": lazy("Maand"),
    "topic": lazy("Onderwerp"),
    "region": lazy("Regio"),
}
ACTORS: Mapping[str, lazy] = {
    "parent": lazy("een ouder"),
    "buddy": lazy("een buddy"),
    "clock": lazy("het programma"),
    "automation": lazy("een automatisering"),
    "demo": lazy("verzonnen voorbeeld"),
    "account": lazy("een gebruiker van toen"),
    "unknown": lazy("onbekend"),
}
ADDRESSES = {
    "event": "/werk/kalender/{number}",
    "buddy": "/werk/buddys/{number}",
    "request": "/werk/buddyvragen/{number}",
    "plan": "/werk/koppelen/{number}",
    "match": "/werk/koppelingen/{number}",
    "first_contact": "/werk/koppelingen/{number}",
    "question": "/werk/vragen/{number}",
    "letter": "/werk/postbak/{number}",
    "account": "/werk/gebruikers/{number}",
}


def subject_link(line: Line) -> Component | str:
    """What a line is about, with the way there when it has a page of its own."""
    noun, number = line.subject
    known = SUBJECTS.get(noun)
    name = str(known) if known else noun
    if noun in ("job", "job_run") and "job" in line.facts:
        return dcc.Link(name, href=f"/werk/taken/{line.facts['job']}")
    if not number:
        return name
    text = _("{name} {number}", name=name, number=number)
    return dcc.Link(text, href=ADDRESSES[noun].format(number=number)) if noun in ADDRESSES else text
