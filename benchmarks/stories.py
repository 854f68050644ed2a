"""How well personal data is found in stories: recall and over-masking on a hundred invented ones, made by hand.

`python -m benchmarks.stories` reads sixty for which the rules were tuned and forty that were held out, with the places
that come with the product as the only known names: by our rules, by the second reader where it is installed, and by
both together as a moderator sees them. A labelled stretch counts as found when each word of it is covered, titles and
small words apart; the interval is of Wilson, 95 %. Over-masking is how many words per hundred are covered without need.
`--misses` lists what our rules missed or covered in the sixty.
"""

import argparse
import math
import re
import resource
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from domain.content.standard import standard
from domain.stories.finding import lists
from domain.stories.finding.find import find, not_replaced
from domain.stories.finding.known import Known, known
from domain.stories.finding.spans import Kind, Span, settled
from domain.stories.looking import together
from domain.stories.second_reading import apart

HERE = Path(__file__).parent / "told"
LABEL = re.compile(r"\[\[(\w+):([^\]]+)\]\]")
PARTS = {"tuned on": "tuning.txt", "held out": "held_out.txt"}
Finder = Callable[[str], Sequence[Span]]


@dataclass(frozen=True)
class Told:
    """A story without its labels, and where those were: the stretches that give somebody away."""

    text: str
    labelled: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Score:
    stories: int
    labelled: int
    found: int
    words: int
    needless: int

    @property
    def recall(self) -> float:
        return self.found / self.labelled

    @property
    def interval(self) -> tuple[float, float]:
        """Between what the recall may be, with 95 % (Wilson)."""
        share, many, z = self.recall, self.labelled, 1.96
        middle = share + z * z / (2 * many)
        spread = z * math.sqrt(share * (1 - share) / many + z * z / (4 * many * many))
        whole = 1 + z * z / many
        return (middle - spread) / whole, (middle + spread) / whole

    @property
    def over_masking(self) -> float:
        """Words per hundred."""
        return 100 * self.needless / self.words


def told(name: str) -> tuple[Told, ...]:
    blocks = (HERE / name).read_text(encoding="utf-8").split("\n\n")
    return tuple(_read(one.strip()) for one in blocks if not one.startswith("#"))


def _read(block: str) -> Told:
    text, labelled, at = "", [], 0
    for match in LABEL.finditer(block):
        text += block[at : match.start()]
        labelled.append((len(text), len(text) + len(match[2])))
        text += match[2]
        at = match.end()
    return Told(text + block[at:], tuple(labelled))


def places() -> Known:
    content = standard()
    villages = (one for found in content.villages.values() for one in found)
    return known((name, Kind.PLACE) for name in (*content.municipalities.values(), *villages))


def rules() -> Finder:
    names = places()
    return lambda text: find(text, names)


def readers() -> dict[str, Finder]:
    """Who reads, by name. The second reader reads all of them at once, as it does for a support point."""
    alone = rules()
    if not apart.is_installed():
        return {"rules": alone}
    texts = [one.text for name in PARTS.values() for one in told(name)]
    began = time.monotonic()
    seen = {text: found or () for text, found in zip(texts, apart.read(texts), strict=True)}
    seconds, used = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"Second reader: {seconds:.1f} s, {used.ru_utime + used.ru_stime:.1f} s of processor, {used.ru_maxrss >> 10} MB"
    )
    return {
        "rules": alone,
        "second reader": lambda text: not_replaced(text, settled(seen[text])),
        "both": lambda text: together(text, alone(text), seen[text]).found,
    }


def missed(one: Told, found: Iterable[Span]) -> list[str]:
    covered = _letters((span.starts, span.ends) for span in found)
    return [one.text[a:b] for a, b in one.labelled if not _tellings(one.text, a, b) <= covered]


def needless(one: Told, found: Iterable[Span]) -> list[str]:
    meant = _letters(one.labelled)
    covered = _letters((span.starts, span.ends) for span in found) - meant
    return [word[0] for word in re.finditer(r"\w+", one.text) if set(range(*word.span())) <= covered]


def score(stories: Sequence[Told], finder: Finder) -> Score:
    found = [(one, finder(one.text)) for one in stories]
    labelled = sum(len(one.labelled) for one in stories)
    return Score(
        stories=len(stories),
        labelled=labelled,
        found=labelled - sum(len(missed(one, spans)) for one, spans in found),
        words=sum(len(re.findall(r"\w+", one.text)) for one in stories),
        needless=sum(len(needless(one, spans)) for one, spans in found),
    )


def _letters(stretches: Iterable[tuple[int, int]]) -> set[int]:
    return {at for starts, ends in stretches for at in range(starts, ends)}


def _tellings(text: str, starts: int, ends: int) -> set[int]:
    """The letters and figures that must be covered: of what is not just “mevrouw” or “de”."""
    small = lists.TITLES | lists.INSIDE | lists.ARTICLES | {"op", "juf", "meester", "geboren", "basisschool"}
    plain = [one for one in re.finditer(r"[\w@]+", text[starts:ends]) if one[0].casefold() not in small]
    return _letters((starts + one.start(), starts + one.end()) for one in plain)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="list what went wrong in the stories tuned on")
    asked = parser.parse_args()
    found = readers()
    print("| stories | read by | labelled | found | recall | interval | words covered without need, per 100 |")
    print("|---|---|---|---|---|---|---|")
    for part, name in PARTS.items():
        for who, finder in found.items():
            s = score(told(name), finder)
            facts = f"{s.labelled} | {s.found} | {s.recall:.3f} | {s.interval[0]:.2f} to {s.interval[1]:.2f}"
            print(f"| {s.stories} {part} | {who} | {facts} | {s.over_masking:.2f} |")
    if asked.misses:
        for story in told(PARTS["tuned on"]):
            spans = found["rules"](story.text)
            print(missed(story, spans), needless(story, spans))


if __name__ == "__main__":
    main()
