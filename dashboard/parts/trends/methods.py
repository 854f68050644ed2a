"""How each figure is computed, in plain words; said beside the figure and in its file."""

from enum import StrEnum

from i18n import lazy
from trends.disclosure import SENSITIVE_THRESHOLD, THRESHOLD


class Method(StrEnum):
    COUNT = "tellen"
    CHANGE = "vergelijken"


WORDS = {
    Method.COUNT: (
        lazy("We tellen vragen in de maand waarin ze gesteld zijn. Een vraag kan over meer onderwerpen gaan. Dan telt "
             "die bij elk van die onderwerpen mee, en bij “alle vragen” één keer."),
        lazy("Kiest u meer groepen, dan tellen we de groepen op. Een vraag over twee groepen telt dan twee keer."),
    ),
    Method.CHANGE: (
        lazy("We leggen dezelfde maanden naast elkaar: een schooljaar dat nog loopt nooit naast een heel jaar."),
        lazy("De factor zegt hoeveel keer zo veel vragen er zijn. Erachter staat tussen welke grenzen de factor ligt "
             "als we toeval meerekenen (95 % zeker, exact volgens Clopper en Pearson). Ligt 1 tussen de grenzen, dan "
             "kan het verschil toeval zijn."),
        lazy("“Stijgend” of “dalend” noemen we iets pas als hoogstens één op de tien van zulke uitspraken toeval is, "
             "over alle onderwerpen samen (Benjamini en Hochberg). “Mogelijk” betekent: los bekeken opvallend, maar "
             "samen met de andere onderwerpen niet zeker. Bij minder dan 10 vragen zeggen we niets."),
    ),
}  # fmt: skip
PUBLISHED = lazy(
    "Voor Beleid rekenen we alleen met cijfers die vrijgegeven zijn: onder de {n} (bij gevoelige onderwerpen {m}) "
    "tonen we niets, de rest is afgerond op 5. De grenzen rekenen die afronding mee."
)


def in_words(method: Method) -> list[str]:
    """The paragraphs about a method."""
    return [*(str(one) for one in WORDS[method]), str(PUBLISHED).format(n=THRESHOLD, m=SENSITIVE_THRESHOLD)]
