"""Makes register.xlsx and vragen.csv beside this file; run it again after changing what is in them."""

import random
from datetime import date, time, timedelta
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

HERE = Path(__file__).parent
FIRST_DAY = date(2025, 9, 1)
Row = list[str | int | float | date | time | None]

QUESTION_HEADER: Row = [
    "Datum", "Via", "Wie", "Woonplaats", "Schoolsoort", "Leeftijd", "Onderwerp(en)",
    "Wat gedaan", "Doorverwezen naar", "Min.", "Hoe gevonden", "Opmerking",
]  # fmt: skip
CHANNELS = ("Telefoon", "telefoon", "tel", "E-mail", "mail", "website", "Oudercafé", "WhatsApp", "spreekuur")
ASKERS = ("moeder", "vader", "Ouder", "ouders", "leerling", "IB-er", "Moeder")
PLACES = (
    "Alkmaar", "alkmaar", "ALKMAAR", "Heerhugowaard", "heerhugowaard", "Langedijk", "Sint Pancras", "St. Pancras",
    "Schermer", "Bergen", "Bergen (NH)", "Egmond aan Zee", "Castricum", "Akersloot", "heiloo", "Uitgeest",
    "Dijk en Waard", "de Rijp", None, "onbekend",
)  # fmt: skip
SECTORS = ("PO", "po", "basisschool", "VO", "voortgezet", "havo", "SBO", "vso", "so", "brugklas", None)
AGES = (8, 11, "12 jaar", "groep 7", "gr 3", "brugklas", 15, "klas 2", "7-9", date(2025, 12, 10), None, "?")
TOPICS = (
    "Thuiszitten", "thuiszitten; autisme", "Hoogbegaafdheid", "hb", "TLV", "C1", "D2, F6", "schooladvies",
    "Overgang po-vo en schooladvies", "po-vo", "OPP", "Autisme / thuiszitten", "Angst, somberheid, schoolweigering",
    "ANGST", "Communicatie met school", "communicatie en pesten", "Klacht", "wachtlijst", "Leerlingenvervoer",
    "dyslexie", "ADHD/ADD", "ADHD/ADD; executieve functies", "Schorsing en verwijdering", "zorgplicht",
    "Weigering / school is vol", "C1 - TLV", "Zorg voor jezelf, overbelasting", "leerplicht", "sbo", "F1 en F2",
)  # fmt: skip
DONE = ("informatie", "Geluisterd", "geluisterd + info", "advies", "doorverwezen", "Buddy", "meegedacht, café", None)
REFERRED = ("onderwijsconsulent", "SWV", "leerplicht", "O&O", "CJG", None, None, None, "-")
MINUTES = (10, 15, 20, 25, 30, 45, "20 min", "1 uur", "1,5 uur", time(0, 40), None)
FOUND = ("via school", "google", "website", "huisarts", "andere ouder", "folder", "wijkteam", None, None)

# What goes wrong in every register: an unknown topic, an impossible day, a typing mistake, nothing at all.
BAD_QUESTIONS: tuple[Row, ...] = (
    ["3-10-2025", "tel", "moeder", "Alkmaar", "po", 9, "Dyslectie", "info", None, 15, None, "tikfout in onderwerp"],
    ["31-11-2025", "mail", "vader", "Heiloo", "vo", 14, "pesten", "advies", None, 20, None, "die dag bestaat niet"],
    ["14-01-2026", "tel", "moeder", "Heerenveen", "po", 8, "TLV", None, None, 10, None, "plaats buiten de regio"],
    ["20-01-2026", "postduif", "ouder", "Castricum", "po", 7, "autisme", None, None, 10, None, None],
    ["2 feb 2026", "tel", "moeder", "Bergen", "po", 10, None, "geluisterd", None, 25, None, "onderwerp vergeten"],
    [None, "tel", "vader", "Limmen", "vo", 13, "schorsing", "advies", None, 30, None, "datum vergeten"],
    ["11-3-2026", "mail", "moeder", "Alkmaar", "po", 6, "paardrijden", None, None, 5, None, "hoort hier niet"],
    ["18-3-2026", "tel", "moeder", "Alkmaar", "po", 6, "TLV; sbo; autisme; vervoer", None, None, 40, None, None],
    ["24-11-2096", "tel", "moeder", "Uitgeest", "vo", 16, "mbo", None, None, 15, None, "jaartal"],
)  # fmt: skip

BUDDIES: tuple[Row, ...] = (
    ["Naam", "E-mail", "Mobiel", "Woonplaats", "Ervaring met", "Sector", "Contact", "Talen", "Max ouders",
     "Training", "VOG gezien"],
    ["Marloes Bakker", "marloes.bakker@voorbeeld.nl", "06-12345601", "Alkmaar", "Hoogbegaafdheid; dubbel bijzonder",
     "po, vo", "bellen, thuis", "Nederlands", 2, date(2024, 3, 12), "12 mrt 2024"],
    ["Yusuf Demir", "YUSUF.DEMIR@voorbeeld.nl", 612345602, "heerhugowaard", "autisme / thuiszitten", "PO", "bellen",
     "nederlands, turks", 1, "9-11-2024", "01/10/24"],
    ["Ingrid Visser", "ingrid.visser@voorbeeld.nl ", "072 1234567", "Langedijk", "TLV, sbo", "sbo", "online", None,
     None, "14 sept 2023", date(2023, 9, 14)],
    ["Anneke de Groot", "anneke.de.groot@voorbeeld.nl", None, "St. Pancras", "Angst, somberheid, schoolweigering", "VO",
     "app; wandelen", "NL", 3, "aangevraagd", "aangevraagd"],
    ["Samira el Amrani", "samira@voorbeeld.nl", "+31 6 12345605", "Castricum", "leerlingenvervoer, pgb", "so en vso",
     "bellen en online", "Nederlands en Arabisch", 2, "3-2-2025", "3-2-2025"],
    ["Piet Kok", "piet.kok-voorbeeld.nl", "0612345606", "Uitgeest", "dyslexie", "po", "bellen", "NL", 1, None, None],
    ["Bram Smit", "bram.smit@voorbeeld.nl", "0612345607", "Bergen NH", "D2", "vo", "thuis", "NL", 5, "6-6-2025", None],
    ["Marloes B.", "marloes.bakker@voorbeeld.nl", "06-12345601", "Alkmaar", "hb", "po", "bellen", "NL", 2, None, None],
)  # fmt: skip

CAFES: tuple[Row, ...] = (
    ["Oudercafés 2025-2026", None, None, None, None, None, None, None],
    [],
    ["Datum", "Tijd", "Titel", "Thema", "Locatie", "Plaats", "Plaatsen", "Aanwezig"],
    [date(2025, 9, 23), "19:30-21:30", "Oudercafé: de start", "communicatie", "Bibliotheek Heiloo", None, 20, 9],
    ["di 14 okt 2025", "19.30 uur", "Hoogbegaafd, en nu?", "hb", "De Wilg", "alkmaar", 15, 12],
    ["11-11-2025", time(9, 30), "Koffieochtend", None, "Buurthuis", "Heerhugowaard", None, 6],
    ["09/12/25", "20u", "Thuiszitters", "thuiszitten; leerplicht", "Wijkcentrum Castricum", None, 12, "8 ouders"],
    ["20 jan 2026", "19:30 - 21:30", "Naar de brugklas", "po-vo", "Raadhuis", "Bergen (NH)", 25, 21],
    ["30-2-2026", "19:30", "Oudercafé", "autisme", "De Wilg", "Alkmaar", 15, 7],
    ["24-03-2026", "21:30-19:30", "Oudercafé", "autisme", "De Wilg", "Alkmaar", 15, 7],
    ["21-04-2026", None, None, None, "Bibliotheek Uitgeest", None, None, None],
)  # fmt: skip


def questions() -> list[Row]:
    """About sixty rows in the order of the school year, good and bad mixed, one of them twice."""
    chance = random.Random(2026)
    rows = [_question(chance, FIRST_DAY + timedelta(days=round(index * 5.4))) for index in range(50)]
    for index, bad in enumerate(BAD_QUESTIONS):
        rows.insert(5 * index + 4, bad)
    return [*rows[:20], [], *rows[20:], rows[7]]


def _question(chance: random.Random, day: date) -> Row:
    choices = (CHANNELS, ASKERS, PLACES, SECTORS, AGES, TOPICS, DONE, REFERRED, MINUTES, FOUND)
    told: Row = [chance.choice(options) for options in choices]
    return [_written(chance, day), *told, chance.choice(("", "", "belt terug", "dank!"))]


def _written(chance: random.Random, day: date) -> str | date:
    month = ("jan", "feb", "mrt", "apr", "mei", "juni", "juli", "aug", "sept", "okt", "nov", "dec")[day.month - 1]
    return chance.choice(
        (day, f"{day:%d-%m-%Y}", f"{day:%d/%m/%y}", f"{day.day} {month} {day.year}", f"{day:%-d-%-m-%Y}")
    )


def workbook() -> Workbook:
    book = Workbook()
    first = book.worksheets[0]
    first.title = "vragen"
    _fill(first, [["Register oudersteunpunt 2025-2026 (verzonnen)"], [], QUESTION_HEADER, *questions()])
    _fill(book.create_sheet("buddy's"), list(BUDDIES))
    _fill(book.create_sheet("cafés"), list(CAFES))
    return book


def _fill(sheet: Worksheet, rows: list[Row]) -> None:
    for row in rows:
        sheet.append(row)
    for cell in sheet[1]:
        cell.font = Font(bold=True)


def text_file() -> str:
    """The questions as an older Excel saves them: semicolons, and to be encoded as Windows does."""
    lines = [QUESTION_HEADER, *questions()]
    return "\r\n".join(";".join(_text(cell) for cell in line) for line in lines) + "\r\n"


def _text(cell: object) -> str:
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    text = "" if cell is None else f"{cell:%H:%M}" if isinstance(cell, time) else str(cell)
    return f'"{text}"' if ";" in text else text


if __name__ == "__main__":
    workbook().save(HERE / "register.xlsx")
    (HERE / "vragen.csv").write_bytes(text_file().encode("cp1252"))
