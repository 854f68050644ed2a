"""Small lists by which a name is told from a word, read from the files beside this one."""

import tomllib
from collections.abc import Mapping
from pathlib import Path


def _read(name: str) -> Mapping[str, frozenset[str]]:
    found = tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return {key: frozenset(words.split()) for key, words in found.items()}


_LISTS, _GIVEN = _read("lists.toml"), _read("given_names.toml")
KIN, TITLES, CALLED, BETWEEN = (_LISTS[key] for key in ("kin", "titles", "called", "between"))
INSIDE, STAYS_SMALL, VERBS = (_LISTS[key] for key in ("inside", "stays_small", "verbs"))
TO_PLACE, AT_SCHOOL, ARTICLES = (_LISTS[key] for key in ("to_place", "at_school", "articles"))
SCHOOL_WORDS, NOT_A_NAME, AFTER_KIN = (_LISTS[key] for key in ("school_words", "not_a_name", "after_kin"))
BODIES, AFTER_DE, BEFORE_A_FUNCTION = (_LISTS[key] for key in ("bodies", "after_de", "before_a_function"))
FUNCTION_ENDINGS = tuple(sorted(_LISTS["function_endings"]))
SCHOOL_ENDINGS = ("school", "college", "lyceum", "gymnasium", "kindcentrum")
ALSO_WORDS = _GIVEN["also_words"]
GIVEN_NAMES = ALSO_WORDS | _GIVEN["names"]
