"""Programs that answer as the second reader does, and break off where a test wants it."""

import sys
import textwrap

BEGINS = """
    import json, sys, time
    texts = json.load(sys.stdin)
    print('"ready"', flush=True)
    for text in texts:
"""


def reader(for_each: str) -> tuple[str, ...]:
    """One that does this with each `text`."""
    return (sys.executable, "-c", textwrap.dedent(BEGINS) + textwrap.indent(for_each, "    "))


FINDS_ALL = reader("print(json.dumps([[0, len(text), 'name']]), flush=True)")
SLEEPS_AT_B = reader("time.sleep(60 * (text == 'b'))\nprint('[]', flush=True)")
BREAKS_AT_B = reader("if text == 'b': raise ValueError(text)\nprint('[]', flush=True)")
NEVER_BEGINS = (sys.executable, "-c", "raise SystemExit(1)")
