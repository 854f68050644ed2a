"""Texts made to keep a reader busy: reading them takes about as long as reading any other text of that length."""

import subprocess
import sys
from pathlib import Path

import pytest

from domain.stories.wording import HARD_LIMIT

ROOT = Path(__file__).parents[4]
UNITS = ("Aa-", "Jan-", "Aa ", "Jan ", "de Jan ", "Sint-", "St. ", "basisschool De ", "06-1234", "(Jan) ")
SECONDS = 10  # of the processor for the start of Python and one text, which takes a tenth of a second; it took thirty
READ = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
from domain.stories.finding.find import find
find(sys.stdin.read())
"""


@pytest.mark.parametrize("unit", UNITS)
def test_a_text_of_nothing_but_one_thing_is_read_with_little_work(unit: str) -> None:
    whole = unit * (HARD_LIMIT // len(unit))
    text = " ".join(whole[at : at + 390] for at in range(0, HARD_LIMIT - 50, 390))

    read = subprocess.run([sys.executable, "-c", READ], input=text, text=True, cwd=ROOT, check=False)

    assert read.returncode == 0
