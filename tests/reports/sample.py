"""A small report, with one number that is hidden."""

from reports.document import Amount, Chart, ChartKind, Document, Row, Section, Table, Words


def amount(shown: int) -> Amount:
    return Amount(f"ongeveer {shown}", shown, shown // 2, shown * 2)


HIDDEN = Amount("minder dan 5", None, 0, 9)
BARS = Chart(
    ChartKind.BARS,
    "Thuiszitten stijgt",
    "Thuiszitten: ongeveer 45, een jaar eerder ongeveer 25. Klachten: minder dan 5.",
    "Groep",
    ("aug–okt 2026", "aug–okt 2025"),
    (Row("Thuiszitten", amount(45), amount(25)), Row("Klachten", HIDDEN, None)),
)
LINES = Chart(
    ChartKind.LINES,
    "Vragen per kwartaal",
    "Augustus tot en met oktober: ongeveer 85.",
    "Periode",
    ("2026–2027", "2025–2026"),
    (Row("aug–okt", amount(85), amount(60)), Row("nov–jan", None, HIDDEN), Row("feb–apr", None, amount(70))),
)
TABLE = Table("Wat er verandert", ("Groep", "Nu"), (("Thuiszitten", "ongeveer 45"), ("Klachten", "minder dan 5")), (1,))
DOCUMENT = Document(
    organisation="Oudersteunpunt <De Brug>",
    title="Signaalnotitie",
    period="augustus tot en met oktober 2026",
    lead="Wat stijgt: Thuiszitten.",
    sections=(
        Section("Wat er verandert", ("Eén zin.",), BARS, TABLE, "Kleine aantallen tonen we niet."),
        Section("Hoeveel vragen", (), LINES),
    ),
    computed=("Geteld per kwartaal.",),
    released="Vrijgegeven op 10 november 2026",
)
WORDS = Words("Beste lezer,\n\nHierbij #de notitie.", "Met groet", "Vastgesteld door Tess.")
