"""Which outline of a map is which of our municipalities: by its code first, then by a forgiving look at its name."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

Properties = Mapping[str, object]
CODE_NAMES = ("code", "nummer", "number", "gm", "cbs", "id")
"""What a property with a bare number must be called, in part, to be taken for a code."""
IN_BRACKETS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True)
class Which:
    """More than one outline may be the municipality that we call `name`; `candidates` are what the map calls them."""

    code: str
    name: str
    candidates: tuple[str, ...]


@dataclass(frozen=True)
class Matched:
    """The places of the outlines of each municipality by code, and what only a person can say."""

    places: Mapping[str, tuple[int, ...]]
    open: tuple[Which, ...]


def matched(outlines: Sequence[Properties], names: Mapping[str, str], chosen: Mapping[str, str]) -> Matched:
    """`names` are ours by code; `chosen` says what the map calls a municipality of which more than one may be it.

    1. By code, with or without GM and leading zeros. 2. What has a code of ours is nobody else. 3. By just the
    name. 4. By the name without accents, signs, what stands in brackets and the word for municipality.
    """
    found = {code: places for code in names if (places := _by_code(outlines, code))}
    taken = {place for places in found.values() for place in places}
    left = [place for place in range(len(outlines)) if place not in taken]
    questions = []
    for code, name in names.items():
        if code in found:
            continue
        known = _by_name(outlines, left, name)
        label = chosen.get(code, "") if chosen.get(code) in known else next(iter(known), "")
        if len(known) > 1 and chosen.get(code) not in known:
            questions.append(Which(code, name, tuple(sorted(known))))
        elif known:
            found[code] = known[label]
    return Matched(found, tuple(questions))


def loose(name: str) -> str:
    """`'s-Gravenhage` → `sgravenhage`, `Gemeente Bergen (NH.)` → `bergen`."""
    plain = unicodedata.normalize("NFKD", IN_BRACKETS.sub(" ", name.casefold()))
    words = [word for word in plain.split() if word not in ("gemeente", "municipality")]
    return "".join(sign for sign in "".join(words) if sign.isalnum())


def _by_code(outlines: Sequence[Properties], code: str) -> tuple[int, ...]:
    digits = code.removeprefix("GM")
    whole = [place for place, one in enumerate(outlines) if code.casefold() in _said(one.values())]
    bare = {digits, digits.lstrip("0")}
    return tuple(whole or [place for place, one in enumerate(outlines) if bare & _said(_codes(one))])


def _codes(outline: Properties) -> list[object]:
    return [value for key, value in outline.items() if any(part in key.casefold() for part in CODE_NAMES)]


def _by_name(outlines: Sequence[Properties], left: Sequence[int], name: str) -> dict[str, tuple[int, ...]]:
    """The places by what the map calls them: those with just this name, else those that look like it."""
    for reading in (str.casefold, loose):
        found: dict[str, tuple[int, ...]] = {}
        for place in left:
            said = [str(value).strip() for value in outlines[place].values() if isinstance(value, str)]
            label = next((one for one in said if reading(one) == reading(name)), "")
            if label:
                found[label] = (*found.get(label, ()), place)
        if found:
            return found
    return {}


def _said(values: Collection[object]) -> set[str]:
    return {str(value).strip().casefold() for value in values}
