"""Values that stand in for the real ones in the preview of a letter."""

from i18n import _


def sample_values() -> dict[str, str]:
    """A believable value for every placeholder that a letter can have, in the language that is spoken now."""
    return {
        "aantal": "2",
        "antwoord_voor": _("donderdag 26 november, 12:00"),
        "bel": "06 12345678",
        "bijeenkomst": _("Oudercafé: naar de brugklas"),
        "buddy": "Marloes",
        "contact": _("bellen"),
        "dagen": "7",
        "leeftijd": _("10 tot 13 jaar"),
        "link": "https://steunpunt.voorbeeld/link/abc",
        "mail": "naam@voorbeeld.nl",
        "momenten": _("dinsdagavond"),
        "naam": "Farida",
        "onderwerpen": _("Hoogbegaafdheid"),
        "onderwijs": _("Basisonderwijs"),
        "organisatie": _("Ouder- en jeugdsteunpunt"),
        "ouder": "Farida",
        "plaats": "Alkmaar",
        "reden": _("Nu geen tijd"),
        "scherm": "https://steunpunt.voorbeeld/werk/",
        "soort": _("Oudercafé"),
        "taak": _("Cijfers tellen"),
        "telefoon": "072 1234567",
        "toegang": _("gelijkvloers"),
        "waar": "De Wilg, Kerkstraat 1, Alkmaar",
        "wanneer": _("dinsdag 24 november, 19:30–21:30"),
        "wens": _("een luisterend oor"),
    }
