"""What refusals about requests for a buddy, and about proposals, say on screen."""

from collections.abc import Mapping

from i18n import lazy

MATCHMAKING: Mapping[str, lazy] = {
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
    "proposal.no_room_left": lazy(
        "Deze buddy kan helaas toch niet. Dat ligt niet aan u. Wij zoeken meteen verder, en u houdt uw plaats."
    ),
    "proposal.not_agreed": lazy("De buddy heeft nog geen ja gezegd. Wacht daar even op."),
    "proposal.not_open": lazy("Deze buddyvraag staat niet (meer) open, of er wordt al een buddy gevraagd."),
    "proposal.withdrawn": lazy("Dit voorstel is niet meer nodig. Dank u wel dat u wilde helpen."),
    "request.matched": lazy("Er loopt een koppeling voor deze buddyvraag. Beëindig die eerst."),
}
