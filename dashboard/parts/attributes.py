"""Attributes whose names hold a dash, which Python's keywords can't."""

from typing import Any


def aria(**values: str) -> dict[str, Any]:
    """`**aria(label="Sluiten")` gives an element `aria-label`."""
    return {f"aria-{name}": value for name, value in values.items()}


def data(**values: str) -> dict[str, Any]:
    """`**data(label="Datum")` gives an element `data-label`."""
    return {f"data-{name.replace('_', '-')}": value for name, value in values.items()}
