"""The journal: what happened, by whom, when; the audit log and the trigger of every consequence in one table."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from domain.actors import Actor
from i18n import lazy
from store.appending import append
from store.models import JournalLine

# Every kind of line with its text for the log. A test finds a kind that is recorded but not listed here.
KINDS: Mapping[str, lazy] = {
    "account.added": lazy("Gebruiker toegevoegd"),
    "account.asked_password": lazy("Link voor een wachtwoord gevraagd"),
    "account.changed": lazy("Gebruiker gewijzigd"),
    "account.signed_in": lazy("Ingelogd"),
    "account.signed_out": lazy("Uitgelogd"),
    "catalogue.changed": lazy("Instelling gewijzigd"),
    "setting.changed": lazy("Gegevens van de organisatie gewijzigd"),
    "topic.changed": lazy("Onderwerp gewijzigd"),
    "region.changed": lazy("Regio gewijzigd"),
    "event.added": lazy("Bijeenkomst gemaakt"),
    "event.changed": lazy("Bijeenkomst gewijzigd"),
    "event.opened": lazy("Bijeenkomst openbaar gemaakt"),
    "event.closed": lazy("Aanmelden gesloten"),
    "event.cancelled": lazy("Bijeenkomst afgezegd"),
    "event.skipped": lazy("Datum van een reeks overgeslagen"),
    "event.brought_back": lazy("Datum van een reeks gaat toch door"),
    "series.added": lazy("Reeks bijeenkomsten gemaakt"),
    "series.changed": lazy("Reeks bijeenkomsten gewijzigd"),
    "series.extended": lazy("Reeks bijeenkomsten langer gemaakt"),
    "closure.added": lazy("Dagen gesloten toegevoegd"),
    "closure.removed": lazy("Dagen gesloten weggehaald"),
    "event.held": lazy("Bijeenkomst geweest"),
    "event.archived": lazy("Bijeenkomst naar het archief"),
    "signup.confirmed": lazy("Aangemeld"),
    "signup.waiting": lazy("Op de wachtlijst"),
    "signup.promoted": lazy("Plaats gekregen van de wachtlijst"),
    "signup.requested": lazy("Vraagt of er plaats is"),
    "signup.approved": lazy("Mag komen"),
    "signup.refused": lazy("Mag niet komen"),
    "signup.offered": lazy("Plaats aangeboden van de wachtlijst"),
    "signup.told": lazy("Gehoord dat er een plaats is voor wie eerst komt"),
    "signup.accepted": lazy("Aangeboden plaats aangenomen"),
    "signup.declined": lazy("Aangeboden plaats niet aangenomen"),
    "signup.lapsed": lazy("Aangeboden plaats verlopen"),
    "signup.overbooked": lazy("Plaats gegeven buiten de volgorde"),
    "signup.released": lazy("Plaats vrij na een afmelding of wijziging"),
    "signup.undone": lazy("Afmelding of wijziging ongedaan gemaakt"),
    "signup.changed": lazy("Aanmelding gewijzigd"),
    "signup.cancelled": lazy("Afgemeld"),
    "attendance.noted": lazy("Aanwezigheid genoteerd"),
    "attendance.counted": lazy("Aantal aanwezigen geteld"),
    "feedback.given": lazy("Mening gegeven na een bijeenkomst"),
    "buddy.added": lazy("Buddy toegevoegd"),
    "buddy.changed": lazy("Buddy gewijzigd"),
    "buddy.paused": lazy("Buddy neemt pauze"),
    "buddy.resumed": lazy("Buddy is weer beschikbaar"),
    "buddy.rests": lazy("Buddy rust even uit"),
    "buddy.rested": lazy("Rust van de buddy is voorbij"),
    "buddy.attended": lazy("Buddy was bij een intervisie of training"),
    "buddy.not_attended": lazy("Aanwezigheid van een buddy weggehaald"),
    "buddy.certificate_ending": lazy("VOG van een buddy loopt af"),
    "buddy.stopped": lazy("Buddy gestopt"),
    "availability.changed": lazy("Beschikbaarheid gewijzigd"),
    "availability.terms": lazy("Afspraken over beschikbaarheid gewijzigd"),
    "days_off.added": lazy("Dagen die anders zijn toegevoegd"),
    "days_off.removed": lazy("Dagen die anders zijn weggehaald"),
    "request.asked": lazy("Buddyvraag gesteld"),
    "request.changed": lazy("Buddyvraag gewijzigd"),
    "request.urgency": lazy("Haast van een buddyvraag gewijzigd"),
    "request.withdrawn": lazy("Buddyvraag ingetrokken"),
    "request.closed": lazy("Buddyvraag gesloten"),
    "request.wanted_asked": lazy("Gevraagd of een buddy nog gewenst is"),
    "request.wanted": lazy("Buddy is nog gewenst"),
    "request.parked": lazy("Buddyvraag geparkeerd: geen antwoord"),
    "request.again": lazy("Ouder wil weer een buddy"),
    "pair.said": lazy("Over een buddy bij een buddyvraag is iets gezegd"),
    "pair.taken_back": lazy("Wat over een buddy was gezegd, geldt niet meer"),
    "proposal.sent": lazy("Voorstel gestuurd"),
    "proposal.reminded": lazy("Buddy herinnerd aan een voorstel"),
    "proposal.agreed": lazy("Buddy zegt ja, ouder gevraagd"),
    "proposal.parent_reminded": lazy("Ouder herinnerd aan een buddy"),
    "proposal.parent_silent": lazy("Ouder antwoordt niet op tijd op een buddy"),
    "proposal.accepted": lazy("Ouder zegt ja op een buddy"),
    "proposal.parent_declined": lazy("Ouder zegt nee op een buddy"),
    "proposal.fell_through": lazy("Buddy kon toch niet, voorstel vervalt"),
    "proposal.declined": lazy("Voorstel niet aangenomen"),
    "proposal.expired": lazy("Voorstel verlopen"),
    "proposal.withdrawn": lazy("Voorstel ingetrokken"),
    "match.started": lazy("Koppeling gemaakt"),
    "match.contact": lazy("Contact gehad"),
    "match.help": lazy("Buddy vraagt hulp"),
    "match.helped": lazy("Hulpvraag van buddy opgepakt"),
    "match.no_contact": lazy("Nog geen eerste contact"),
    "match.ended": lazy("Koppeling beëindigd"),
    "check_in.asked": lazy("Gevraagd hoe het gaat"),
    "check_in.answered": lazy("Geantwoord hoe het gaat"),
    "check_in.taken_up": lazy("Antwoord opgepakt"),
    "helpfulness.given": lazy("Drie vragen beantwoord"),
    "appointment.planned": lazy("Afspraak gemaakt"),
    "appointment.moved": lazy("Afspraak verplaatst"),
    "appointment.cancelled": lazy("Afspraak afgezegd"),
    "appointment.held": lazy("Afspraak geweest"),
    "own_calendar.linked": lazy("Eigen agenda gekoppeld"),
    "own_calendar.removed": lazy("Eigen agenda losgemaakt"),
    "plan.made": lazy("Plan voor alle ouders gemaakt"),
    "plan.adjusted": lazy("Plan voor alle ouders aangepast"),
    "plan.applied": lazy("Voorstellen uit het plan klaargezet"),
    "plan.dropped": lazy("Plan voor alle ouders weggelegd"),
    "plan.put_away": lazy("Klaargezet voorstel weggehaald"),
    "question.registered": lazy("Vraag geregistreerd"),
    "question.changed": lazy("Registratie gewijzigd"),
    "question.undone": lazy("Registratie ongedaan gemaakt"),
    "counts.published": lazy("Cijfers vrijgegeven"),
    "marker.added": lazy("Gebeurtenis bij de cijfers gezet"),
    "marker.changed": lazy("Gebeurtenis bij de cijfers gewijzigd"),
    "marker.removed": lazy("Gebeurtenis bij de cijfers weggehaald"),
    "letter.again": lazy("Bericht opnieuw klaargezet"),
    "letter.called": lazy("Bericht telefonisch doorgegeven"),
    "letter.failed": lazy("Bericht niet aangekomen"),
    "host.asked": lazy("Gastheer of gastvrouw gevraagd"),
    "host.accepted": lazy("Gastheer of gastvrouw zegt ja"),
    "host.declined": lazy("Gastheer of gastvrouw zegt nee"),
    "host.taken_back": lazy("Vraag om gastheer of gastvrouw te zijn ingetrokken"),
    "host.stopped": lazy("Gastheer of gastvrouw stopt als buddy"),
    "feed.made": lazy("Link voor eigen agenda gemaakt"),
    "feed.revoked": lazy("Link voor eigen agenda ingetrokken"),
    "job.asked": lazy("Taak met de hand gestart"),
    "job.paused": lazy("Taak gepauzeerd"),
    "job.resumed": lazy("Taak hervat"),
    "job.late": lazy("Taak is te laat"),
    "job.failed": lazy("Taak mislukt"),
    "import.done": lazy("Bestand ingelezen"),
    "import.undone": lazy("Inlezen ongedaan gemaakt"),
}


def record(session: Session, kind: str, subject: tuple[str, int], *, by: Actor, now: datetime, **facts: object) -> None:
    """Write one line. `subject` is a noun and its id; `facts` are plain coded values, never personal data."""
    if kind not in KINDS:
        raise KeyError(f"{kind} is not in journal.KINDS")
    noun, number = subject
    who = by.label or "unknown"
    append(session, JournalLine, at=now, kind=kind, subject_kind=noun, subject_id=number, actor=who, facts=facts)


def settle(session: Session, *, now: datetime) -> None:
    """Mark every line so far as handled: invented history has no consequences."""
    session.execute(update(JournalLine).where(JournalLine.handled_at.is_(None)).values(handled_at=now))
