"""Saving a form that others may have open: who saves second hears what the other one changed, and loses nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dash import no_update
from dash.development.base_component import Component

from dashboard.parts.attempt import attempt
from dashboard.parts.fields import errors_of
from domain.checking import Checked
from domain.forms import Form
from domain.refused import Refused

MEANWHILE = "changed_meanwhile"  # how every refusal ends that says that somebody else was first
Newer = tuple[list[Any], Component, Mapping[str, object]]  # what each field gets, the words about it, what is seen now


@dataclass(frozen=True)
class Tried:
    """How it went, as the form takes it: an error and a value by field, the words above it, and what is seen now."""

    saved: bool
    errors: list[str | None]
    values: Any
    said: Any
    seen: Any


def try_to_save(
    form: Form, as_typed: Mapping[str, object], write: Callable[[Checked], object], newer: Callable[[], Newer] | None
) -> Tried:
    """Save when everything is right; `newer` is asked when somebody else saved since. Other refusals are raised on.

    A form of something new has no `newer`.
    """
    try:
        errors = attempt(form, as_typed, write)
    except Refused as refused:
        if newer is None or not refused.key.endswith(MEANWHILE):
            raise
        return Tried(False, errors_of(form, {}), *newer())
    left = [no_update for _field in form.fields]
    return Tried(not errors, errors_of(form, errors), left, no_update if errors else None, no_update)
