"""The building blocks of pages: accessible, translated and the same everywhere."""

from dashboard.parts.attributes import aria, data
from dashboard.parts.chart import chart
from dashboard.parts.dialog import confirm, confirmed
from dashboard.parts.fields import control, errors_of, field_errors, field_values, filled, form_controls, typed
from dashboard.parts.icons import icon
from dashboard.parts.pieces import badge, card, empty_state, kpi, kpis, link_button, notice, page_header
from dashboard.parts.tables import Column, table
from dashboard.parts.toasts import toast

__all__ = [
    "Column",
    "aria",
    "badge",
    "card",
    "chart",
    "confirm",
    "confirmed",
    "control",
    "data",
    "empty_state",
    "errors_of",
    "field_errors",
    "field_values",
    "filled",
    "form_controls",
    "icon",
    "kpi",
    "kpis",
    "link_button",
    "notice",
    "page_header",
    "table",
    "toast",
    "typed",
]
