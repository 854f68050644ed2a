"""Checking what was typed into a form: clean values, or a sentence for each field that is not right."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time

from domain.forms import Field, FieldKind, Form
from domain.pasted import is_a_file
from domain.readable import readable
from i18n import _, n_

Value = str | int | bool | date | time | tuple[str, ...] | None
MAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+")
PHONE = re.compile(r"\+?[\d\s\-‐-―()./]{8,20}")
LEAST_DIGITS = 8  # 0800 1234
LONGEST = {FieldKind.TEXT: 120, FieldKind.MAIL: 120, FieldKind.PHONE: 20, FieldKind.LONG_TEXT: 4000}
YES = {"ja", "yes", "on", "true", "1"}


class _Wrong(ValueError):
    """What is wrong with one field, as a sentence for who typed it."""


@dataclass(frozen=True)
class Checked:
    """`values` of the fields that are right, `errors` by field key of those that are not, in the form's order."""

    values: Mapping[str, Value] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """The value of a text field, empty when it was left open."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    def chosen(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key)
        return value if isinstance(value, tuple) else ()

    def number(self, key: str) -> int | None:
        value = self.values.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def yes(self, key: str) -> bool:
        return self.values.get(key) is True


def check(form: Form, typed: Mapping[str, object]) -> Checked:
    """Check every field of the form; what is not in the form is ignored. Never raises for what was typed."""
    values: dict[str, Value] = {}
    errors: dict[str, str] = {}
    for one in form.fields:
        try:
            values[one.key] = _check(one, typed.get(one.key))
        except _Wrong as wrong:
            errors[one.key] = str(wrong)
    return Checked(values, errors)


def _check(one: Field, typed: object) -> Value:
    if one.kind in (FieldKind.YES_NO, FieldKind.CONSENT):
        answer = typed is True or (isinstance(typed, str) and typed.strip().casefold() in YES)
        if one.required and not answer:
            raise _Wrong(_("Zet een vinkje bij: {label}", label=one.label))
        return answer
    if one.kind is FieldKind.CHOICES:
        return _choices(one, typed)
    text = str(typed).strip() if typed is not None else ""
    if not any(sign.isprintable() and not sign.isspace() for sign in readable(text)):
        if one.required:
            raise _Wrong(_("Vul in: {label}", label=one.label))
        return None
    return PARSERS[one.kind](one, text)


def _choices(one: Field, typed: object) -> tuple[str, ...]:
    given = [typed] if isinstance(typed, str) else list(typed) if isinstance(typed, (list, tuple)) else []
    chosen = tuple(dict.fromkeys(str(key) for key in given if str(key)))
    if not set(chosen) <= {option.key for option in one.options}:
        raise _Wrong(_("Kies uit de lijst: {label}", label=one.label))
    if one.required and not chosen:
        raise _Wrong(_("Kies minstens één: {label}", label=one.label))
    if one.most is not None and len(chosen) > one.most:
        raise _Wrong(_("Kies er hoogstens {most}: {label}", most=one.most, label=one.label))
    return chosen


def _choice(one: Field, text: str) -> str:
    if text not in {option.key for option in one.options}:
        raise _Wrong(_("Kies uit de lijst: {label}", label=one.label))
    return text


def _text(one: Field, text: str) -> str:
    if is_a_file(text):
        raise _Wrong(_("Dit lijkt een foto of een bestand. Schrijf het hier in woorden."))
    words = readable(text).strip()
    if one.kind is FieldKind.TEXT:  # a name is one line, also in a letter
        words = "".join(sign for sign in " ".join(words.split()) if sign.isprintable())
    longest = one.most or LONGEST[one.kind]
    if len(words) > longest:
        raise _Wrong(n_("Maak dit één teken korter.", "Maak dit {n} tekens korter.", len(words) - longest))
    return words


def _mail(one: Field, text: str) -> str:
    text = _without_unseen(text)
    if not MAIL.fullmatch(text) or len(text) > LONGEST[FieldKind.MAIL]:
        raise _Wrong(_("Dit e-mailadres klopt niet. Een goed voorbeeld: naam@voorbeeld.nl"))
    return text


def _phone(one: Field, text: str) -> str:
    text = _without_unseen(text)
    if not PHONE.fullmatch(text) or sum(sign.isdigit() for sign in text) < LEAST_DIGITS:
        raise _Wrong(_("Dit telefoonnummer klopt niet. Een goed voorbeeld: 06 12345678"))
    return text


def _without_unseen(text: str) -> str:
    """A list of contacts puts signs around a number or an address that nobody sees when it is pasted."""
    return "".join(sign for sign in text if sign.isprintable())


def _number(one: Field, text: str) -> int:
    if not re.fullmatch(r"-?\d{1,6}(\.0)?", text):
        raise _Wrong(_("Vul een heel getal in: {label}", label=one.label))
    number = int(float(text))
    if one.least is not None and number < one.least:
        raise _Wrong(_("Vul {least} of meer in: {label}", least=one.least, label=one.label))
    if one.most is not None and number > one.most:
        raise _Wrong(_("Vul {most} of minder in: {label}", most=one.most, label=one.label))
    return number


def _date(one: Field, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    found = re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", text)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else date.fromisoformat("")
    except ValueError:
        raise _Wrong(_("Deze datum klopt niet. Een goed voorbeeld: 24-11-2026")) from None


def _time(one: Field, text: str) -> time:
    found = re.fullmatch(r"(\d{1,2})[:.](\d{2})(:\d{2})?", text)
    try:
        return time(int(found[1]), int(found[2])) if found else time.fromisoformat("")
    except ValueError:
        raise _Wrong(_("Deze tijd klopt niet. Een goed voorbeeld: 19:30")) from None


PARSERS: Mapping[FieldKind, Callable[[Field, str], Value]] = {
    FieldKind.TEXT: _text,
    FieldKind.LONG_TEXT: _text,
    FieldKind.MAIL: _mail,
    FieldKind.PHONE: _phone,
    FieldKind.NUMBER: _number,
    FieldKind.DATE: _date,
    FieldKind.TIME: _time,
    FieldKind.CHOICE: _choice,
}
