"""Filling in the text of a letter: placeholders that the letter declares, and nothing else."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

NAMED = re.compile(r"\{([^{}\n]*)\}")
LONGEST_TITLE = 150
LONGEST_BODY = 5000


@dataclass(frozen=True)
class Wording:
    """The title and the body of a letter in one language, as staff write them."""

    title: str
    body: str


@dataclass(frozen=True)
class Problem:
    """What is wrong with a text: the key of a sentence, with the names that it is about."""

    key: str
    names: tuple[str, ...] = ()


def check(text: str, allowed: Collection[str], *, needed: Collection[str] = ()) -> list[Problem]:
    """What is wrong with a text that staff wrote; empty when it can be used.

    `allowed` are the placeholders that the letter knows, `needed` those that it can't do without.
    """
    if not text.strip():
        return [Problem("letter.empty")]
    if len(text) > LONGEST_BODY:
        return [Problem("letter.too_long")]
    found = NAMED.findall(text)
    problems = []
    if unknown := tuple(dict.fromkeys(name for name in found if name not in allowed)):
        problems.append(Problem("letter.unknown_field", unknown))
    if missing := tuple(name for name in needed if name not in found):
        problems.append(Problem("letter.missing_field", missing))
    if re.search(r"[{}]", NAMED.sub("", text)):
        problems.append(Problem("letter.loose_brace"))
    return problems


def fill(wording: Wording, values: Mapping[str, str]) -> Wording:
    """The letter with its values filled in, each once: braces inside a value stay as they are.

    A line of which every placeholder is empty is left out, so that an unknown phone number leaves no gap. Raises
    KeyError for a placeholder without a value.
    """
    lines = [_line(line, values) for line in wording.body.strip().splitlines()]
    body = "\n".join(line for line in lines if line is not None)
    title = " ".join((_line(wording.title, values) or "").split())[:LONGEST_TITLE]
    return Wording(title, re.sub(r"\n{3,}", "\n\n", body).strip() + "\n")


def _line(line: str, values: Mapping[str, str]) -> str | None:
    named = NAMED.findall(line)
    if named and not any(values[name].strip() for name in named):
        return None
    return NAMED.sub(lambda found: values[found.group(1)], line).rstrip()
