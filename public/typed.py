"""What was typed into a form on a page, as it is checked and as it is shown again."""

from flask import request

from domain.forms import FieldKind, Form


def typed(form: Form) -> dict[str, str | list[str]]:
    """The answer to each field of the form, empty when it was left open."""
    return {
        field.key: (
            request.form.getlist(field.key) if field.kind is FieldKind.CHOICES else request.form.get(field.key, "")
        )
        for field in form.fields
    }
