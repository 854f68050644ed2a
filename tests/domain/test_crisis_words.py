"""Words of danger: what is recognised however it is typed, and what only looks like it."""

import pytest

from domain import crisis
from domain.inquiring import asking
from domain.stories import wording
from store.database import Database

DANGER = (
    "Ik wil dood.",
    "ik wil gewoon echt dood",
    "Mijn zoon zegt dat hij dood wil",
    "mn dochter van 12 zegt dat ze niet meer wil leven",
    "hij wou dat hij dood was",
    "Soms wil ik er niet meer zijn",
    "Het leven heeft voor mij geen zin meer",
    "ze wil een einde aan haar leven maken",
    "ik maak er een eind aan",
    "Zelfmoord",
    "ZELFMOORD!!!",
    "zelfmort",
    "zelfmoor",
    "zelfmoordgedachten",
    "zelfmoord plegen",
    "hij is suïcidaal",
    "suicidaal",
    "ik wiiiil doooood",
    "Ik wil dóód",
    "ze snijdt zichzelf",
    "mijn dochter snijt zich",
    "Zij krast in haar armen",
    "ik doe mezelf pijn",
    "hij springt voor de trein",
    "mijn man slaat mij",
    "Papa slaat me elke dag",
    "hij wordt thuis geslagen",
    "we zijn thuis niet veilig",
    "mijn kind is mishandeld",
    "mischandeling",
    "ik ben verkracht",
    "ze is seksueel misbruikt",
    "Ik ben bang voor mijn vader",
    "hij bedreigt ons met een mes",
    "I want to die",
    "my son says he wants to kill himself",
    "she cuts herself",
    "he is suicidal",
    "I don't want to live anymore",
    "I dont want to be here anymore",
    "my husband beats me",
    "we are not safe at home",
    "she has been raped",
    "suicied",
    "Hallo. Mijn kind zit thuis, ik ben moe.\nIk wil niet meer leven",
)

NO_DANGER = (
    "Ik ben doodmoe van alle gesprekken op school",
    "ik ga dood van het lachen",
    "Ik wil dood van het lachen, zo grappig",
    "We lachen ons dood met hem",
    "zij verveelt zich dood in de klas",
    "Ik schaam me dood voor de leraar",
    "ik schrok me dood",
    "Het is doodstil in de klas en hij vindt dat doodeng",
    "Onze hond is dood en hij wil er niet over praten",
    "Opa is dood",
    "Hij wil niet dood",
    "hij wil niet meer lezen",
    "Ze wil niet meer leren",
    "hij wil niet meer naar school",
    "Hij wil niet meer geven",
    "Wat een leven in de klas",
    "het leven op school is leuk",
    "de leraar slaat mijn zoon over bij de beurt",
    "zij slaat een klas over",
    "Ik verwacht dat de school ons helpt",
    "Wij wachten op een behandeling",
    "De school maakt misbruik van macht",
    "misstanden op school",
    "hij is bang voor de toets",
    "hij voelt zich niet veilig in de klas",
    "we maken het eind van het jaar de balans op",
    "Hij snijdt een moeilijk onderwerp aan",
    "Hij springt voor in de rij",
    "we nemen de trein naar school",
    "een moordende concurrentie",
    "Ik zou niet weten waar ik moet beginnen",
    "we died laughing",
    "the deadline kills me",
    "he hits the ball",
    "she cut her finger",
    "we want to live closer to school",
    "Mijn dochter heeft dyslexie. Heeft zij recht op extra tijd?",
    "Wat is een ontwikkelingsperspectief? En moet ik tekenen?",
    "Onze zoon van 14 zit al zes weken thuis. De leerplichtambtenaar dreigt met een boete. Wat nu?",
    "De juf zegt dat hij de boel saboteert en altijd ruzie maakt",
    "Het schooladvies is te laag. Kan ik bezwaar maken?",
    "",
    "..... !!! ???",
)


def test_of_a_text_that_is_too_long_to_be_sent_only_the_beginning_is_read(sqlite: Database) -> None:
    """Reading takes as long as the text is: whoever sends megabytes may not keep the others waiting."""
    long = "a " * 9000
    with sqlite.reading() as session:
        said = [crisis.speaks_of_danger(session, text) for text in (f"{DANGER[0]}. {long}", long + DANGER[0])]

    assert (said, max(asking.LONGEST, wording.HARD_LIMIT) < crisis.MOST_READ) == ([True, False], True)


@pytest.mark.parametrize("text", DANGER)
def test_danger_is_recognised_however_it_is_typed(sqlite: Database, text: str) -> None:
    with sqlite.reading() as session:
        found = crisis.speaks_of_danger(session, text)

    assert found


@pytest.mark.parametrize("text", NO_DANGER)
def test_what_only_looks_like_danger_raises_no_alarm(sqlite: Database, text: str) -> None:
    with sqlite.reading() as session:
        found = crisis.speaks_of_danger(session, text)

    assert not found


def test_a_very_long_text_is_looked_through_in_time(sqlite: Database) -> None:
    text = "wij maken ons zorgen en hij wil niet meer naar school omdat " * 300

    with sqlite.reading() as session:
        found = crisis.speaks_of_danger(session, text)

    assert not found
