"""Values that stand in for the real ones in the preview of a letter."""

from i18n import _, n_


def sample_values() -> dict[str, str]:
    """A believable value for every placeholder that a letter can have, in the language that is spoken now."""
    return {**_about_people(), **_about_gatherings(), **_about_numbers(), **_about_us()}


def _about_people() -> dict[str, str]:
    return {
        "antwoord": _("Gaat wel"),
        "antwoord_voor": _("donderdag 26 november, 12:00"),
        "bel": "06 12345678",
        "buddy": "Marloes",
        "contact": _("bellen"),
        "termijn": n_("{n} uur", "{n} uur", 48),
        "ervaring": _("Hoogbegaafdheid, schorsing en verwijdering"),
        "geldt_tot": _("donderdag 24 december"),
        "gesprekken": "4",
        "leeftijd": _("10 tot 13 jaar"),
        "mail": "naam@voorbeeld.nl",
        "momenten": _("dinsdagavond"),
        "naam": "Farida",
        "onderwerpen": _("Hoogbegaafdheid"),
        "onderwijs": _("Basisonderwijs"),
        "ouder": "Farida",
        "van": "Farida",
        "wens": _("een luisterend oor"),
    }


def _about_gatherings() -> dict[str, str]:
    return {
        "aantal": "2",
        "te_laat": "1",
        "bijeenkomst": _("Oudercafé: naar de brugklas"),
        "dagen": "7",
        "plaats": "Alkmaar",
        "reden": _("Nu geen tijd"),
        "soort": _("Oudercafé"),
        "toegang": _("gelijkvloers"),
        "waar": "De Wilg, Kerkstraat 1, Alkmaar",
        "wanneer": _("dinsdag 24 november, 19:30–21:30"),
    }


def _about_numbers() -> dict[str, str]:
    return {
        "inleiding": _("Graag bespreken we dit op 3 december."),
        "periode": _("augustus 2026 tot en met oktober 2026"),
        "rapport": _("Signaalnotitie"),
        "tabel": "Thuiszitten | 45 | 25",
        "weergave": _("Thuiszitten dit jaar"),
        "samenvatting": _("Wat stijgt: Thuiszitten (van ongeveer 25 naar ongeveer 45 vragen)."),
    }


def _about_us() -> dict[str, str]:
    return {
        "link": "https://steunpunt.voorbeeld/link/abc",
        "organisatie": _("Ouder- en jeugdsteunpunt"),
        "scherm": "https://steunpunt.voorbeeld/werk/",
        "taak": _("Cijfers tellen"),
        "telefoon": "072 1234567",
    }
