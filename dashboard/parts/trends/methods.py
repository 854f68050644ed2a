"""How each figure is computed, in plain words; said beside the figure and in its file."""

from enum import StrEnum

from i18n import lazy
from trends.disclosure import SENSITIVE_THRESHOLD, THRESHOLD


class Method(StrEnum):
    COUNT = "tellen"
    CHANGE = "vergelijken"
    EXPECTED = "verwachten"
    QUARTERS = "kwartalen"


WORDS = {
    Method.COUNT: (
        lazy("We tellen vragen in de maand waarin ze gesteld zijn. Een vraag kan over meer onderwerpen gaan. Dan "
             "telt die bij elk van die onderwerpen mee, en bij “alle vragen” één keer."),
        lazy("Kiest u meer groepen, dan tellen we de groepen op. Een vraag over twee groepen telt dan twee keer."),
    ),
    Method.CHANGE: (
        lazy("We leggen dezelfde maanden naast elkaar: een schooljaar dat nog loopt nooit naast een heel jaar."),
        lazy("De factor zegt hoeveel keer zo veel vragen er zijn. Erachter staat tussen welke grenzen de factor "
             "ligt als we toeval meerekenen (95 % zeker, exact volgens Clopper en Pearson). Ligt 1 tussen de "
             "grenzen, dan kan het verschil toeval zijn."),
        lazy("“Stijgend” of “dalend” noemen we iets pas als hoogstens één op de tien van zulke uitspraken toeval "
             "is, over alle onderwerpen samen (Benjamini en Hochberg). “Mogelijk” betekent: los bekeken opvallend,"
             " maar samen met de andere onderwerpen niet zeker. Bij minder dan 10 vragen zeggen we niets."),
    ),
    Method.EXPECTED: (
        lazy("Wat te verwachten is, leren we van de maanden ervoor: hoe druk een onderwerp is, en hoe druk een "
             "maand van het jaar is. Dat doen we voor alle onderwerpen samen, zodat een onderwerp met weinig "
             "vragen niet bij toeval opvalt (negatief-binomiale verdeling, empirisch Bayes)."),
        lazy("De factor is voorzichtig: een groot verschil in kleine aantallen trekken we naar 1 toe."),
        lazy("Het grijs is de band waar 4 van de 5 maanden in vallen als er niets verandert. Elk kwartaal is "
             "verwacht met wat drie maanden eerder bekend was. Zo ziet u ook hoe goed dat tot nu toe lukte."),
        lazy("“Stijgend” of “dalend” noemen we iets als de laatste drie maanden ver buiten de verwachting liggen, "
             "en hoogstens één op de tien van zulke uitspraken toeval is. Zou zelfs een verdubbeling niet "
             "opvallen, dan staat er “te weinig gegevens”."),
    ),
    Method.QUARTERS: (
        lazy("Per groep van onderwerpen geven we een getal per kwartaal van het schooljaar vrij: augustus tot en "
             "met oktober, november tot en met januari, en zo verder."),
        lazy("De dunne lijn bij een stip is waar het aantal kan liggen door de afronding en door toeval (95 % "
             "zeker, exact volgens Garwood). Een verwachting tonen we hier niet: die is uit afgeronde getallen "
             "niet goed te maken."),
    ),
}  # fmt: skip
PUBLISHED = lazy(
    "Voor Beleid rekenen we alleen met cijfers die vrijgegeven zijn: onder de {n} (bij gevoelige onderwerpen {m}) "
    "tonen we niets, de rest is afgerond op 5. De grenzen rekenen die afronding mee."
)


def in_words(method: Method) -> list[str]:
    """The paragraphs about a method."""
    return [*(str(one) for one in WORDS[method]), str(PUBLISHED).format(n=THRESHOLD, m=SENSITIVE_THRESHOLD)]
