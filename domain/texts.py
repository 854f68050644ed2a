"""What a refusal says on screen: one sentence that tells what to do."""

from collections.abc import Mapping

from domain.refused import Refused
from i18n import _, lazy

REFUSALS: Mapping[str, lazy] = {
    "account.wrong": lazy("Deze combinatie van e-mailadres en wachtwoord kennen we niet."),
    "account.mail_of_staff": lazy(
        "Deze buddy is ook medewerker. Alleen een beheerder mag dit e-mailadres wijzigen: daarmee logt iemand in."
    ),
    "account.mail_taken": lazy("Er is al een gebruiker met dit e-mailadres."),
    "account.password_short": lazy("Kies een wachtwoord van minstens {least} tekens."),
    "account.last_administrator": lazy("Er moet minstens één beheerder zijn. Maak eerst iemand anders beheerder."),
    "account.old_password": lazy("Dit is niet uw wachtwoord van nu."),
    "account.repeat": lazy("De twee nieuwe wachtwoorden zijn niet gelijk."),
    "availability.backwards": lazy("De eindtijd moet na de begintijd liggen."),
    "availability.outside_day": lazy("Kies een dag en tijden tussen 0:00 en 24:00."),
    "buddy.load": lazy("Een buddy heeft hoogstens {most} koppelingen tegelijk."),
    "buddy.mail_taken": lazy("Er is al een buddy met dit e-mailadres."),
    "buddy.still_linked": lazy("Deze buddy heeft nog een lopende koppeling of een open voorstel. Rond dat eerst af."),
    "catalogue.unknown": lazy("Deze instelling bestaat niet (meer). Laad de pagina opnieuw."),
    "closure.backwards": lazy("De laatste dag kan niet voor de eerste dag liggen."),
    "closure.name_needed": lazy("Vul in waarom het steunpunt gesloten is."),
    "closure.too_long": lazy("Kies hoogstens {most} dagen achter elkaar."),
    "event.changed_meanwhile": lazy("Iemand anders heeft deze bijeenkomst net gewijzigd. Kijk wat er veranderd is."),
    "event.end_before_start": lazy("Het einde moet na het begin zijn."),
    "event.is_over": lazy("Deze bijeenkomst is voorbij of afgezegd. U kunt haar niet meer wijzigen."),
    "event.not_open": lazy("Deze bijeenkomst staat niet open voor aanmelden."),
    "event.seats_below_taken": lazy("Er zijn al {taken} plaatsen bezet. Kies {taken} plaatsen of meer."),
    "event.starts_in_the_past": lazy("Deze dag en tijd zijn al voorbij. Kies een moment dat nog komt."),
    "form.too_fast": lazy("Dat ging wel heel snel. Kijk alles nog eens na en verstuur het dan opnieuw."),
    "form.trap": lazy("U vulde een veld in dat leeg moet blijven. Verstuur het formulier opnieuw."),
    "form.incomplete": lazy("Controleer de velden die gemarkeerd zijn."),
    "import.column_needed": lazy("Kies in welke kolom dit staat: {column}."),
    "import.empty": lazy("Dit bestand is leeg."),
    "import.has_bad_rows": lazy("Er kwam niets binnen: in {rows} rijen klopt iets niet. U koos voor alles of niets."),
    "import.in_use": lazy("Dit kan niet meer ongedaan gemaakt worden: een deel ervan wordt al gebruikt."),
    "import.meanwhile": lazy("Iemand anders leest nu hetzelfde bestand in. Laad de pagina opnieuw."),
    "import.no_table": lazy("Dit bestand kunnen we niet lezen. Bewaar het als Excel-werkmap (.xlsx) of als CSV."),
    "import.nothing_good": lazy("Er is geen rij die goed genoeg is om in te lezen."),
    "import.nothing_new": lazy("Alles in dit bestand is al ingelezen. Er kwam niets bij."),
    "import.old_office": lazy("Dit is een oud soort Excel-bestand. Open het en bewaar het als .xlsx."),
    "import.plan": lazy("Deze keuze past niet bij het bestand. Kies het bestand opnieuw."),
    "import.protected": lazy("Op dit bestand zit een wachtwoord. Haal het wachtwoord eraf en probeer het opnieuw."),
    "import.too_large": lazy("Dit bestand is te groot. Het mag niet groter zijn dan {megabytes} MB."),
    "import.too_many_rows": lazy("Dit bestand heeft meer dan {rows} rijen. Verdeel het over meer bestanden."),
    "import.unpacks_too_large": lazy("Dit bestand is uitgepakt te groot. Bewaar alleen het blad dat u nodig hebt."),
    "job.never_rests": lazy("Deze taak werkt de hele tijd. U hoeft haar niet te starten."),
    "job.paused": lazy("Deze taak staat op pauze. Hervat haar eerst."),
    "letter.empty": lazy("Er staat nog geen tekst. Schrijf iets, of zet de standaardtekst terug."),
    "letter.erased": lazy("De tekst van dit bericht is gewist, omdat het oud is. U kunt het niet meer versturen."),
    "letter.loose_brace": lazy("Er staat een losse accolade in de tekst. Een veld staat altijd tussen twee accolades."),
    "letter.missing_field": lazy("In dit bericht moet ook staan: {names}."),
    "letter.no_address": lazy("We hebben geen e-mailadres van deze persoon. Bel in plaats daarvan."),
    "letter.too_long": lazy("Deze tekst is te lang. Maak het bericht korter."),
    "letter.unknown_field": lazy("Dit veld kent dit bericht niet: {names}. Kies een veld uit de lijst."),
    "limit.reached": lazy("U hebt dit vaak geprobeerd. Wacht {minutes} minuten en probeer het dan opnieuw."),
    "link.used": lazy(
        "Met een link kiest u één keer een wachtwoord. Log in, of vraag een nieuwe link als dat niet lukt."
    ),
    "link.unknown": lazy("Deze link werkt niet (meer). Neem contact met ons op, dan helpen we u verder."),
    "match.ended": lazy("Deze koppeling is al beëindigd."),
    "not_allowed": lazy("Dit mag u niet bekijken of wijzigen."),
    "not_found": lazy("Dit bestaat niet (meer)."),
    "series.date": lazy("{day}: {why}"),
    "series.every_day_closed": lazy("Al deze dagen zijn gesloten. Kies andere dagen, of sla gesloten dagen niet over."),
    "series.no_date": lazy("Zo komt er geen enkele datum uit. Kies een latere dag of vaker."),
    "series.no_end": lazy("Vul in hoe vaak het is, of tot en met welke dag."),
    "series.reason_needed": lazy("Vul in waarom. Wie zich aanmeldde, leest het."),
    "series.step": lazy("Kies een getal van 1 tot en met {most}."),
    "series.too_many": lazy("Dit worden meer dan {most} datums. Kies een eerdere laatste dag of minder keren."),
    "signup.contact_missing": lazy("Vul een e-mailadres of een telefoonnummer in. Dan kunnen we u bereiken."),
    "signup.listed": lazy("Deze ouder staat al op de lijst."),
    "signup.no_room": lazy("Er is niet genoeg plaats. Vrije plaatsen nu: {free}."),
    "signup.not_open": lazy("U kunt zich niet (meer) aanmelden voor deze bijeenkomst."),
    "signup.party_unknown": lazy("Vul in met hoeveel mensen u komt. U telt zelf ook mee."),
    "signup.others_wait": lazy("Andere ouders wachten op een plaats. U kunt daarom niet met meer mensen komen."),
    "signup.over": lazy("Deze aanmelding kunt u niet meer wijzigen."),
    "signup.party_too_large": lazy("Zoveel mensen passen er niet in. Deze bijeenkomst heeft {seats} plaatsen."),
    "signup.too_late": lazy("Deze bijeenkomst is al begonnen. U kunt zich niet meer aanmelden."),
    "signup.twice": lazy("U bent al aangemeld. In het bericht dat u kreeg, kunt u iets wijzigen of u afmelden."),
    "time.skipped": lazy("Op {day} bestaat {time} niet: de klok gaat dan een uur vooruit. Kies een andere tijd."),
    "proposal.answered": lazy("Op dit voorstel is al geantwoord. U hoeft niets te doen."),
    "proposal.declined": lazy("Goed dat u het zegt. Wij vragen iemand anders; u hoeft niets te doen."),
    "proposal.does_not_fit": lazy("Deze buddy kan nu niet gevraagd worden: {why}."),
    "proposal.expired": lazy(
        "Dank u wel voor uw antwoord. De tijd om te antwoorden is voorbij; we kijken nu wie anders kan. "
        "U hoeft niets te doen."
    ),
    "proposal.full": lazy(
        "U hebt op dit moment het aantal koppelingen dat bij u past. Daarom konden we deze er niet bij doen. "
        "Bel ons gerust als u dat anders wilt."
    ),
    "proposal.not_open": lazy("Deze buddyvraag staat niet (meer) open, of er wordt al een buddy gevraagd."),
    "proposal.withdrawn": lazy("Dit voorstel is niet meer nodig. Dank u wel dat u wilde helpen."),
    "request.matched": lazy("Er loopt een koppeling voor deze buddyvraag. Beëindig die eerst."),
    "request.no_contact": lazy("Vul uw telefoonnummer of uw e-mailadres in, zodat we u kunnen bereiken."),
    "question.channel": lazy("Kies hoe de vraag binnenkwam."),
    "question.date": lazy("Kies een datum tussen 1 januari 2000 en vandaag."),
    "question.place": lazy("Deze plaats kennen we niet. Kies een dorp of gemeente uit de lijst."),
    "question.topics": lazy("Kies één tot {most} onderwerpen uit de lijst."),
    "question.undo_too_late": lazy("Ongedaan maken kan tot {minutes} minuten na het opslaan."),
    "logo.no_picture": lazy("Kies een plaatje: PNG, JPEG of WebP."),
    "logo.too_large": lazy("Dit plaatje is te groot. Het mag niet groter zijn dan {kilobytes} kB."),
    "region.municipality_needed": lazy("Kies minstens één gemeente."),
    "region.name_needed": lazy("Geef de regio een naam."),
    "region.place_needed": lazy("Vul de naam van een dorp of wijk in."),
    "region.place_taken": lazy("{place} hoort al bij {municipality}. Haal het daar eerst weg."),
    "topic.name_needed": lazy("Geef het onderwerp een Nederlandse naam."),
    "topic.name_taken": lazy("Er is al een onderwerp met deze naam."),
    "weights.all_zero": lazy("Laat minstens één regel meetellen."),
    "weights.bounds": lazy("Kies een getal van 0 tot en met {most}."),
}


def say(refused: Refused) -> str:
    """The refusal as a sentence in the reader's language."""
    return _(REFUSALS[refused.key].text, **refused.values)
