"""One theme for the dashboard: Mantine's settings and defaults, from the shared tokens."""

from typing import Any

from i18n import _, language
from web import tokens

# Mantine's own dark greys are blue; these are warm. 0 is text, 7 a card.
_DARK = (
    tokens.DARK["text"],
    tokens.DARK["quiet"],
    tokens.DARK["quiet"],
    tokens.DARK["control"],
    "#4a5654",
    "#36403e",
    "#262e2c",
    tokens.DARK["surface"],
    tokens.DARK["sunken"],
    tokens.DARK["ground"],
)


def mantine_theme() -> dict[str, Any]:
    """The theme in the reader's language."""
    return {
        "colors": {"teal": list(tokens.TEAL), "dark": list(_DARK)},
        "primaryColor": "teal",
        "primaryShade": {"light": 8, "dark": 7},
        "defaultRadius": "md",
        "fontFamily": tokens.FONT_TEXT,
        "headings": {"fontFamily": tokens.FONT_HEADING, "fontWeight": "600"},
        "fontSizes": {"xs": "13px", "sm": "15px", "md": "16px", "lg": "18px", "xl": "20px"},
        "cursorType": "pointer",
        "respectReducedMotion": True,
        "components": {name: {"defaultProps": props} for name, props in _defaults().items()},
    }


def dates() -> dict[str, Any]:
    """How date controls speak: the reader's language, weeks from Monday."""
    return {"locale": language(), "firstDayOfWeek": 1, "consistentWeeks": True}


def _calendar() -> dict[str, Any]:
    return {
        "clearButtonProps": {"aria-label": _("Leegmaken")},
        "ariaLabels": {
            "previousMonth": _("Vorige maand"),
            "nextMonth": _("Volgende maand"),
            "previousYear": _("Vorig jaar"),
            "nextYear": _("Volgend jaar"),
            "previousDecade": _("Vorige tien jaar"),
            "nextDecade": _("Volgende tien jaar"),
            "monthLevelControl": _("Kies een maand"),
            "yearLevelControl": _("Kies een jaar"),
        },
        "valueFormat": "dd D MMMM YYYY",
        "highlightToday": True,
    }


def _defaults() -> dict[str, dict[str, Any]]:
    close = {"closeButtonProps": {"aria-label": _("Sluiten")}}
    # Mantine draws a <header>, which would be a second banner of the page.
    dialog = {**close, "attributes": {"header": {"role": "presentation"}}}
    hours = {"hoursInputLabel": _("Uren"), "minutesInputLabel": _("Minuten")}
    large = {"size": "md"}  # easy to tap, and a phone doesn't zoom in on it
    nothing = {"nothingFoundMessage": _("Niets gevonden"), "selectFirstOptionOnChange": True, "openOnFocus": False}
    inputs = ("TextInput", "Textarea", "NumberInput", "PasswordInput", "TagsInput", "Autocomplete", "CheckboxGroup")
    return {
        **dict.fromkeys(inputs, large),
        "Checkbox": large,
        "Switch": large,
        "SegmentedControl": large,
        "Modal": {**dialog, "centered": True, "radius": "lg", "padding": "lg"},
        "Drawer": dialog,
        "Notification": close,
        "DatePickerInput": {**large, **_calendar()},
        "TimePicker": {**large, **hours},
        "Select": {**large, **nothing},
        "MultiSelect": {**large, **nothing, "hidePickedOptions": True},
        "Button": large,
    }
