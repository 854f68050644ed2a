"""How each figure is computed, in plain words; said beside the figure and in its file."""

from enum import StrEnum

from i18n import lazy
from trends.disclosure import SENSITIVE_THRESHOLD, THRESHOLD


class Method(StrEnum):
    COUNT = "tellen"
    CHANGE = "vergelijken"
    EXPECTED = "verwachten"
    QUARTERS = "kwartalen"
    RATE = "per-duizend"
    PARTS = "delen"
    PLACES = "plaatsen"
    TOGETHER = "samen"
    WORK = "werk"
    COVERAGE = "dekking"
    TESTED = "toetsen"
    LONG_RUN = "lange lijn"
    STORIES = "verhalen"


METHODS_PATH = "/werk/hoe-rekenen-we"
TITLES = {
    Method.COUNT: lazy("Vragen tellen"),
    Method.CHANGE: lazy("Vergelijken met eerder"),
    Method.EXPECTED: lazy("Wat te verwachten was"),
    Method.QUARTERS: lazy("Per kwartaal"),
    Method.RATE: lazy("Per 1.000 leerlingen"),
    Method.PARTS: lazy("Delen van een schooljaar"),
    Method.PLACES: lazy("Per gemeente"),
    Method.TOGETHER: lazy("Wat samen voorkomt"),
    Method.WORK: lazy("Oudercafés en koppelingen"),
    Method.COVERAGE: lazy("Wie wacht, en waar plek is"),
    Method.TESTED: lazy("Stijgt het?"),
    Method.LONG_RUN: lazy("De lange lijn"),
    Method.STORIES: lazy("Verhalen"),
}
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
        lazy("Het grijs is de band waar 4 van de 5 maanden in vallen als er niets verandert. Elke maand is "
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
    Method.PARTS: (
        lazy("We tellen de vragen van een schooljaar per deel. Van één vraag kan meer dan één ding gedaan zijn: die "
             "delen tellen dan niet op tot alle vragen."),
        lazy("Bij meer groepen onderwerpen tellen we de groepen op. Een vraag over twee groepen telt dan twee keer. Is "
             "een van de getallen die we optellen te klein om te tonen, dan staan de grenzen erbij."),
    ),
    Method.PLACES: (
        lazy("We tellen de vragen van een schooljaar per gemeente. Bij meer groepen onderwerpen tellen we de groepen "
             "op."),
        lazy("Is bekend hoeveel leerlingen er in elke gemeente zijn, dan tonen we vragen per 1.000 leerlingen. Kleine "
             "gemeenten trekken we naar het gemiddelde van de regio, omdat een paar vragen meer of minder daar veel "
             "uitmaakt (empirische Bayes, Marshall 1991)."),
        lazy("Is een deel van het getal van een gemeente te klein om te tonen, dan staat er tussen welke grenzen het "
             "ligt. Die gemeente telt dan niet mee in het gemiddelde."),
    ),
    Method.TOGETHER: (
        lazy("We tellen hoe vaak twee onderwerpen in één vraag voorkomen, en hoe vaak dat zou zijn als het ene niets "
             "met het andere te maken had. Staat er “2 keer”, dan komen ze twee keer zo vaak samen als bij toeval."),
        lazy("“Vaker dan toeval” zeggen we pas bij minstens 10 vragen, en als hoogstens één op de twintig van zulke "
             "uitspraken toeval is, over alle paren samen (exacte toets van Fisher; Benjamini en Hochberg)."),
    ),
    Method.WORK: (
        lazy("Elke stap telt wat er in het schooljaar gebeurde. Een koppeling kan dus komen van een buddyvraag van het "
             "jaar ervoor: de stappen zijn geen delen van elkaar."),
    ),
    Method.COVERAGE: (
        lazy("Per groep onderwerpen: ouders die op een buddy wachten, en buddy's met plek die dat zelf meemaakten. Een "
             "buddy telt bij elk onderwerp mee dat hij kent. Weinig plek betekent: er wachten zeker meer ouders dan er "
             "buddy's met plek zijn."),
    ),
    Method.TESTED: (
        lazy("We tellen de vragen van de laatste drie hele maanden. Daarnaast leggen we wat te verwachten was, als er "
             "niets verandert. Dat leren we van de drie jaar ervoor (zonder de laatste drie maanden), voor alle "
             "onderwerpen samen: hoe druk een onderwerp is, hoe druk de maand altijd is, en hoeveel schooldagen de "
             "maand had (negatief-binomiale verdeling, empirisch Bayes)."),
        lazy("“Stijgend” of “dalend” noemen we iets als het aantal zo ver buiten de verwachting ligt, dat hoogstens "
             "één op de tien van zulke uitspraken toeval is (Benjamini en Hochberg). “Mogelijk” betekent: los bekeken "
             "opvallend, maar samen met de andere niet zeker. Zou zelfs een verdubbeling niet opvallen, dan staat er "
             "“te weinig gegevens”."),
        lazy("De tweede methode is die van de gezondheidsdienst bij uitbraken van ziekten (Farrington, verbeterd door "
             "Noufaily). Zij kijkt alleen naar de laatste maand, en naar dezelfde tijd van het jaar in eerdere jaren. "
             "Zij heeft drie jaar en vijf vragen nodig. Zien beide hetzelfde, dan is dat sterker."),
        lazy("Bovenaan staat wat het zekerst stijgt: de ondergrens van de factor telt, niet de factor zelf. Zo wint "
             "een klein aantal niet bij toeval."),
    ),
    Method.LONG_RUN: (
        lazy("Per jaar: hoeveel procent er elk jaar bij komt of af gaat, over hoogstens vijf jaar (quasi-Poisson "
             "regressie, met de maand en de schooldagen erin). We zijn 95 % zeker dat het tussen de twee grenzen "
             "ligt. Liggen die aan weerszijden van 0, dan kan het toeval zijn. Er zijn drie jaar en 30 vragen nodig."),
        lazy("De komende drie maanden: 4 van de 5 keer komt het aantal tussen de twee grenzen. We maakten zulke "
             "verwachtingen ook voor elke maand in het verleden, met wat toen bekend was. U ziet hoe vaak dat klopte. "
             "Bij kleine aantallen klopt het vaker dan 4 van de 5 keer."),
        lazy("Wat opviel is een aantekening bij wat is geweest, geen signaal. Een nieuw niveau: vanaf die maand "
             "kwamen er blijvend meer of minder vragen (change points, met een strenge straf per wisseling). Een piek: "
             "een tijd met ongeveer twee keer zo veel vragen (bursts, Kleinberg)."),
    ),
    Method.STORIES: (
        lazy("We tellen verhalen die iemand gelezen en vrijgegeven heeft, één keer: als het schooljaar voorbij is. "
             "Daarna verandert er niets meer, ook niet als er later een verhaal bij komt of weg gaat."),
        lazy("Een woordenlijst stelt thema's voor, een mens beslist. Wat vertellers kozen, tonen we van alle thema's "
             "samen. Van twee thema's zeggen we alleen dát ze samen voorkomen (exacte toets van Fisher, gecorrigeerd "
             "volgens Benjamini en Hochberg)."),
        lazy("Typische woorden komen in een thema vaker voor dan in de andere verhalen (log-odds met een "
             "Dirichlet-prior, Monroe, Colaresi en Quinn). Het zijn woorden uit minstens 5 verhalen, van thema's met "
             "minstens 10."),
    ),
}  # fmt: skip
WORDS |= {
    Method.RATE: (
        *WORDS[Method.CHANGE],
        lazy("Per 1.000 leerlingen: het aantal vragen, gedeeld door de leerlingen van de hele regio in dat schooljaar. "
             "Erachter staat tussen welke grenzen het ligt als we toeval meerekenen (95 % zeker, exact volgens "
             "Garwood). Van een schooljaar dat nog loopt, tellen alleen de maanden tot nu toe."),
    )
}  # fmt: skip
PUBLISHED = lazy(
    "Voor Beleid rekenen we alleen met cijfers die vrijgegeven zijn: onder de {n} (bij gevoelige onderwerpen {m}) "
    "tonen we niets, de rest is afgerond op 5. De grenzen rekenen die afronding mee."
)


def in_words(method: Method) -> list[str]:
    """The paragraphs about a method."""
    return [*(str(one) for one in WORDS[method]), str(PUBLISHED).format(n=THRESHOLD, m=SENSITIVE_THRESHOLD)]


def anchor(method: Method) -> str:
    """Where a method stands on the page about all of them."""
    return method.replace(" ", "-")
