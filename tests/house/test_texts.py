"""Every text exists: journal kinds, refusals, and each sentence in English."""

import ast
import csv
import re
import tomllib
from pathlib import Path

import pytest

from domain.content import __path__ as content
from domain.journal import KINDS
from domain.texts import REFUSALS
from i18n.collect import texts_of_the_screens
from i18n.texts import VISITORS_LANGUAGES, _catalogue
from tests.house.code import calls, modules

CONTENT = Path(content[0])
WHERE_REFUSALS_ARE_SAID = (
    "domain/texts.py",
    "domain/improving/refusals.py",
    "domain/matchmaking/refusals.py",
    "domain/register/refusals.py",
    "domain/stories/moderation_refusals.py",
    "domain/stories/refusals.py",
)


def _said(*names: str, position: int) -> set[str]:
    """The constant strings given to a function at `position` anywhere in the product."""
    found = set()
    for module in modules():
        for call in calls(module, *names):
            if len(call.args) > position:
                node = call.args[position]
                found |= {
                    one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)
                }
    return found


def test_every_kind_that_is_recorded_has_its_text() -> None:
    assert _said("record", position=1) - set(KINDS) == set()


def test_every_refusal_has_its_sentence() -> None:
    assert _said("Refused", position=0) - set(REFUSALS) == set()


def test_no_sentence_is_kept_for_a_refusal_that_is_never_given() -> None:
    text = "".join(module.text for module in modules() if module.name not in WHERE_REFUSALS_ARE_SAID)

    assert [key for key in REFUSALS if f'"{key}"' not in text] == []


def test_every_text_has_its_english() -> None:
    english = _catalogue("en")
    wanted = [message for message in texts_of_the_screens() if message.id]
    missing = [
        one.id for one in wanted if (found := english.get(_key(one.id))) is None or not all(_forms(found.string))
    ]

    assert missing == []


def test_a_translation_fills_in_the_same_names() -> None:
    wrong = [
        message.id
        for message in _catalogue("en")
        if message.id and isinstance(message.id, str) and _names(message.id) != _names(str(message.string))
    ]

    assert wrong == []


@pytest.mark.parametrize("code", VISITORS_LANGUAGES)
def test_a_visitors_language_translates_texts_that_there_are_and_fills_in_the_same_names(code: str) -> None:
    known = {_key(one.id) for one in texts_of_the_screens()} | _our_own_words()
    translated = [one for one in _catalogue(code) if one.id]

    assert [one.id for one in translated if _key(one.id) not in known or not all(_forms(one.string))] == []
    assert [one.id for one in translated if isinstance(one.id, str) and _names(one.id) != _names(str(one.string))] == []


def _our_own_words() -> set[str]:
    """What the catalogues of a new installation say in Dutch, with the names of its topics."""
    entries = [
        one for path in sorted(CONTENT.rglob("*.toml")) for one in tomllib.loads(path.read_text()).get("entry", ())
    ]
    said = {one[key] for one in entries for key in ("label_nl", "help_nl") if one.get(key)}
    with (CONTENT / "topics.csv").open() as file:
        return said | {row["name_nl"] for row in csv.DictReader(file)}


def _key(message: object) -> str:
    return str(message[0] if isinstance(message, (tuple, list)) else message)


def _forms(string: object) -> tuple[object, ...]:
    return tuple(string) if isinstance(string, (tuple, list)) else (string,)


def _names(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))
