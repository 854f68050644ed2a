"""The colours, type and measures that every screen shares, as Python values and as CSS variables."""

FONT_TEXT = "'Figtree', system-ui, sans-serif"
FONT_HEADING = "'Fraunces', Georgia, serif"

# Shade 8 carries white text on light pages, shade 7 on dark ones (both above 4.5 : 1).
TEAL = (
    "#e8f3f2",
    "#d2e6e5",
    "#a6cfce",
    "#76b6b6",
    "#4fa1a2",
    "#389395",
    "#288183",
    "#1b7375",
    "#0f5f63",
    "#0a4b4e",
)

LIGHT = {
    "ground": "#f7f5f1",
    "surface": "#ffffff",
    "sunken": "#f1eee8",
    "line": "#e3ded5",
    "control": "#8a8f8b",
    "text": "#1d2827",
    "quiet": "#59635f",
    "accent": TEAL[8],
    "accent-strong": TEAL[9],
    "on-accent": "#ffffff",
    "tint": "#e2eeec",
    "thread": "#c23f22",
    "thread-tint": "#fdece5",
    "good": "#1a6b3c",
    "good-tint": "#e2f2e7",
    "warn": "#8a4b00",
    "warn-tint": "#fdf0d9",
    "bad": "#b42318",
    "bad-tint": "#fde8e5",
}

DARK = {
    "ground": "#151918",
    "surface": "#1e2423",
    "sunken": "#181d1c",
    "line": "#36403e",
    "control": "#7c8986",
    "text": "#e9ebe6",
    "quiet": "#abb7b3",
    "accent": "#7fc6c3",
    "accent-strong": "#a4dad7",
    "on-accent": "#0d2322",
    "tint": "#213634",
    "thread": "#ff8f70",
    "thread-tint": "#3a2620",
    "good": "#86d3a0",
    "good-tint": "#1c3325",
    "warn": "#f3bd6b",
    "warn-tint": "#382b17",
    "bad": "#ff9d94",
    "bad-tint": "#3c2321",
}

# Okabe and Ito's palette: told apart by colour-blind readers; the charts add dashes and markers.
SERIES_LIGHT = ("#0072b2", "#b86e00", "#00795a", "#b3548a", "#2a83b5", "#c44e00", "#5b5b5b")
SERIES_DARK = ("#56b4e9", "#e69f00", "#3ccfa0", "#e6a0c8", "#9ad0f5", "#ff8a4c", "#c9c9c9")


def variables(colours: dict[str, str]) -> str:
    """`--name: value;` for every colour."""
    return "".join(f"--{name}:{value};" for name, value in colours.items())


def series_variables(colours: tuple[str, ...]) -> str:
    """`--series-1` and on: the colours of the charts, for legends and calendars drawn in HTML."""
    return "".join(f"--series-{index}:{value};" for index, value in enumerate(colours, 1))


def _light() -> str:
    return f"{variables(LIGHT)}{series_variables(SERIES_LIGHT)}color-scheme:light;"


def _dark() -> str:
    return f"{variables(DARK)}{series_variables(SERIES_DARK)}color-scheme:dark;"


def _type() -> str:
    return f"--text-font:{FONT_TEXT};--heading-font:{FONT_HEADING};"


def follow_system() -> str:
    """CSS in which the reader's system chooses light or dark; paper is light."""
    return f":root{{{_type()}{_light()}}}@media screen and (prefers-color-scheme:dark){{:root{{{_dark()}}}}}\n"


def follow_choice() -> str:
    """CSS in which an attribute on <html> chooses light or dark; paper is light."""
    return f":root{{{_type()}{_light()}}}@media screen{{:root[data-mantine-color-scheme=dark]{{{_dark()}}}}}\n"
