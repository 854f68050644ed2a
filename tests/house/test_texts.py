"""Every text exists: journal kinds, refusals, and each sentence in English."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

from domain.journal import KINDS
from domain.texts import REFUSALS
from i18n import direction
from i18n.collect import KEYWORDS, key, texts_of_the_screens, words_of_a_new_installation
from i18n.texts import VISITORS_LANGUAGES, _catalogue
from tests.house.code import ROOT, Module, calls, modules


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
    says = ("refusals.py", "domain/texts.py")
    text = "".join(module.text for module in modules() if not module.name.endswith(says))

    assert [key for key in REFUSALS if f'"{key}"' not in text] == []


def test_every_text_has_its_english() -> None:
    english = _catalogue("en")
    wanted = [message for message in texts_of_the_screens() if message.id]
    missing = [one.id for one in wanted if (found := english.get(key(one.id))) is None or not all(_forms(found.string))]

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
    known = {key(one.id) for one in texts_of_the_screens()} | set(words_of_a_new_installation())
    translated = [one for one in _catalogue(code) if one.id]

    assert [one.id for one in translated if key(one.id) not in known or not all(_forms(one.string))] == []
    assert [one.id for one in translated if isinstance(one.id, str) and _names(one.id) != _names(str(one.string))] == []


@pytest.mark.parametrize("code", VISITORS_LANGUAGES)
def test_every_text_of_the_pages_for_visitors_is_said_in_their_language(code: str) -> None:
    """What visitors see whoever they are: the public pages, signing in, and why something can't be done there."""
    catalogue = _catalogue(code)
    wanted = {text for path in _pages_for_visitors() for text in _texts_in(path)} | _refusals_for_visitors()

    assert sorted(text for text in wanted if catalogue.get(text) is None) == []


@pytest.mark.parametrize("code", VISITORS_LANGUAGES)
def test_a_sentence_that_goes_the_other_way_does_not_begin_with_a_name(code: str) -> None:
    """A paragraph takes its direction from its first letter, and a name is mostly written in ours."""
    turned = _catalogue(code) if direction(code) == "rtl" else ()
    said = [str(form) for one in turned if one.id for form in _forms(one.string)]

    assert [one for one in said if re.match(r"{(name|naam|title|day|moment)}.*\w", one)] == []


def _pages_for_visitors() -> list[Path]:
    rooms = (ROOT / "public", ROOT / "web", ROOT / "dashboard" / "templates")
    return sorted(path for room in rooms for path in room.rglob("*") if path.suffix in (".py", ".html"))


def _texts_in(path: Path) -> set[str]:
    method = "jinja2" if path.suffix == ".html" else "python"
    return {key(message) for _line, message, *_rest in extract_from_file(method, path, keywords=KEYWORDS)}


def _refusals_for_visitors() -> set[str]:
    """Those of every verb beside one that the pages call: a module is read whole."""
    doors = [one for one in modules() if one.name.startswith(("public/", "web/"))]
    names = {one.name for one in doors} | {name for one in doors for name in _imported(one)}
    refused = [call for one in modules() if one.name in names for call in calls(one, "Refused")]
    given = {str(node.value) for call in refused for node in ast.walk(call) if isinstance(node, ast.Constant)}
    return {REFUSALS[one].text for one in given if one in REFUSALS}


def _imported(module: Module) -> set[str]:
    """The modules that it imports by name, as paths."""
    found = [node for node in ast.walk(module.tree) if isinstance(node, ast.ImportFrom) and node.module]
    dotted = {f"{node.module}.{one.name}" for node in found for one in node.names} | {str(one.module) for one in found}
    return {f"{name.replace('.', '/')}.py" for name in dotted}


def _forms(string: object) -> tuple[object, ...]:
    return tuple(string) if isinstance(string, (tuple, list)) else (string,)


def _names(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))
