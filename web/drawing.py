"""What every template can use: texts, dates, addresses of files, the reader and the organisation."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from flask import Flask, request, session
from markupsafe import Markup, escape

import i18n
from domain.forms import Option
from web.assets import asset
from web.languages import visitors_languages
from web.look import icon
from web.organisation import PRODUCT, current_organisation
from web.sessions import form_token
from web.sizes import LONGEST_TEXT

NUMBER = re.compile(r"\d+(?:-\d+)+")


def other_languages() -> Mapping[str, str]:
    """The languages that the reader may switch to: code and own name."""
    spoken = {**i18n.LANGUAGES, **visitors_languages()}
    return {code: name for code, name in spoken.items() if code != i18n.language()}


def here() -> str:
    """The address of this page with its question, to come back to."""
    query = request.query_string.decode()
    return f"{request.path}?{query}" if query and request.method == "GET" else request.path


def grouped(options: Sequence[Option]) -> list[tuple[str, list[Option]]]:
    """The options under their headings, both in the order that staff gave them."""
    return [(title, list(found)) for title, found in groupby(options, key=lambda option: option.group)]


def form_token_field() -> Markup:
    """The hidden field that each form that writes must hold."""
    return Markup('<input type="hidden" name="csrf_token" value="{}">').format(form_token())


def said_in(spoken: str) -> Markup:
    """For a tag around words in another language than the page: which one, and in which direction it is read."""
    if spoken == i18n.language():
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(spoken, i18n.direction(spoken))


def unbroken(words: str) -> Markup:
    """Words in which a number such as 0800-0113 stands on one line: half a number can't be called."""
    return Markup(NUMBER.sub(r'<span class="number">\g<0></span>', str(escape(words))))  # noqa: S704 - escaped


def is_signed_in() -> bool:
    """Whether this browser has a session; says nothing about what it may do."""
    return "token" in session


def _words() -> dict[str, Any]:
    return {
        "_": i18n._,
        "n_": i18n.n_,
        "day": i18n.day,
        "day_and_time": i18n.day_and_time,
        "month": i18n.month,
        "number": i18n.number,
        "percentage": i18n.percentage,
        "period": i18n.period,
        "time_of_day": i18n.time_of_day,
        "language": i18n.language,
        "direction": i18n.direction,
        "said_in": said_in,
        "is_draft": i18n.is_draft,
    }


def add_drawing(server: Flask) -> None:
    server.jinja_env.trim_blocks = True
    server.jinja_env.lstrip_blocks = True
    server.jinja_env.filters["unbroken"] = unbroken
    server.jinja_env.globals.update(
        _words(),
        asset=asset,
        icon=icon,
        here=here,
        other_languages=other_languages,
        organisation=current_organisation,
        product=PRODUCT,
        is_signed_in=is_signed_in,
        form_token=form_token_field,
        grouped=grouped,
        longest_text=LONGEST_TEXT,
    )
