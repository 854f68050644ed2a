"""The program that reads: texts from standard input, what may give somebody away to standard output, nothing else.

It says so when its lists are in memory, and then gives one line for each text in their order: a list of
`[starts, ends, kind]`. It keeps nothing. A text over which it stumbles ends it; what it would say of that is for
nobody, because it could quote a story.
"""

import gc
import json
import os
import resource
import sys
from typing import Any

from deduce import Deduce

from domain.stories.finding.spans import Kind

READY = "ready"
PROCESSOR_SECONDS, MEMORY = 600, 4 << 30
POLITE = 10
KINDS = {
    "persoon": Kind.NAME, "patient": Kind.NAME, "locatie": Kind.PLACE, "datum": Kind.DATE, "leeftijd": Kind.AGE,
    "ziekenhuis": Kind.ORGANISATION, "zorginstelling": Kind.ORGANISATION, "telefoonnummer": Kind.PHONE,
    "emailadres": Kind.MAIL, "url": Kind.LINK, "bsn": Kind.NUMBER, "id": Kind.NUMBER,
}  # fmt: skip


def main() -> None:
    _hold_back()
    texts = json.load(sys.stdin)
    # Millions of words are read from disk once, and looking through them for garbage takes four times as long.
    gc.disable()
    reader = Deduce()
    _say(READY)
    for text in texts:
        _say(_read(reader, text))


def _hold_back() -> None:
    """Limited time and memory, the last in line for the processor, and no picture of the memory when it breaks."""
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(POLITE)


def _read(reader: Any, text: str) -> list[tuple[int, int, Kind]]:  # noqa: ANN401 - the library has no types
    found = reader.deidentify(text).annotations
    return sorted((int(one.start_char), int(one.end_char), KINDS.get(one.tag, Kind.NAME)) for one in found)


def _say(line: object) -> None:
    print(json.dumps(line), flush=True)  # noqa: T201 - this is how it answers


if __name__ == "__main__":
    main()
