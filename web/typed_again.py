"""What was typed into a form of ours that met an error: nobody has to write it twice."""

from dataclasses import dataclass

from flask import request

from web.gate import FORM_FIELD, has_our_token, is_for_a_program

A_TEXT = 3
"""Words; what has fewer is a choice or a number, and not shown apart."""
TOO_LARGE = 413


@dataclass(frozen=True)
class Typed:
    """All fields in their order, and whether they may be given back: never a file or a password."""

    fields: tuple[tuple[str, str], ...] = ()
    offered: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """What somebody wrote in words, to be read and copied."""
        return tuple(value for _name, value in self.fields if len(value.split()) >= A_TEXT)


def typed() -> Typed:
    """What this request brought along in a form."""
    if request.files or "password" in request.form:
        return Typed()
    every = tuple((name, value) for name, value in request.form.items(multi=True) if name != FORM_FIELD)
    return Typed(every, offered=True)


def typed_before(code: int) -> Typed:
    """What a page may give back that answers with the error `code`; nothing of what another site sent."""
    sent = request.method == "POST" and code != TOO_LARGE and not is_for_a_program()
    return typed() if sent and has_our_token() else Typed()
