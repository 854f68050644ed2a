"""A story on its way: what was answered so far travels along in the form, and is looked at again each time."""

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from flask import request

from domain.stories.telling import Telling, Triangle
from i18n import language
from store.door_states import Audience, Consent

ONE = ("verhaal", "gevoel", "zeggenschap", "driehoek", "soort", "rol", "toestemming", "formulier")
MANY = ("luisterde", "hielp", "miste", "onderwerp", "weg")
LONGEST_ANSWER = 60
KEPT_DAYS = 14
"""So long a text stays on the device of who asked for it, after the last word; the page says so."""
APART = "+"
LONGEST_LIST, MOST_NAMES = 80, 2000
"""Names to take out are as many as a story can hold: one that is cut off here would stay in it."""
CORNERS: Mapping[str, Triangle] = {
    "school": Triangle(100, 0, 0),
    "school-thuis": Triangle(50, 50, 0),
    "school-hulp": Triangle(50, 0, 50),
    "midden": Triangle(34, 33, 33),
    "thuis": Triangle(0, 100, 0),
    "thuis-hulp": Triangle(0, 50, 50),
    "hulp": Triangle(0, 0, 100),
}


@dataclass(frozen=True)
class Draft:
    """The answers by the name of their field; nothing of it is stored anywhere."""

    one: Mapping[str, str] = field(default_factory=dict)
    many: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def words(self) -> str:
        return self.one.get("verhaal", "")

    @property
    def seed(self) -> str:
        return self.one.get("formulier") or secrets.token_urlsafe(16)

    @property
    def consent(self) -> Consent | None:
        chosen = self.one.get("toestemming", "")
        return Consent(chosen) if chosen in set(Consent) else None

    def with_words(self, words: str) -> "Draft":
        return Draft({**self.one, "verhaal": words}, self.many)

    def with_seed(self) -> "Draft":
        """From here on it is known by a number of its own: sent twice it is one story."""
        return Draft({**self.one, "formulier": self.seed}, self.many)

    def apart(self) -> "Draft":
        """Sent as another story than the first one of this form; twice it is one other story."""
        return Draft({**self.one, "formulier": f"{self.seed}{APART}"}, self.many)

    def hidden(self, shown: Collection[str]) -> list[tuple[str, str]]:
        """What must travel along on a page that shows the fields `shown`."""
        single = [(name, value) for name, value in self.one.items() if value and name not in shown]
        return single + [(name, one) for name, values in self.many.items() if name not in shown for one in values]

    def telling(self, words: str, consent: Consent, audience: Audience) -> Telling:
        return Telling(
            words=words,
            consent=consent,
            audience=audience,
            language=language(),
            feeling=self.one.get("gevoel"),
            listened=self.many.get("luisterde", ()),
            helped=self.many.get("hielp", ()),
            missing=self.many.get("miste", ()),
            say=_percent(self.one.get("zeggenschap", "")),
            triangle=triangle(self.one.get("driehoek", "")),
            topics=self.many.get("onderwerp", ()),
            sector=self.one.get("soort"),
            role=self.one.get("rol"),
        )


def sent() -> Draft:
    """What the form of this request holds; answers that are far too long can't be ours."""
    one = {name: request.form.get(name, "") for name in ONE}
    short = {name: value if name == "verhaal" else value[:LONGEST_ANSWER] for name, value in one.items()}
    most = dict.fromkeys(MANY, LONGEST_LIST) | {"weg": MOST_NAMES}
    return Draft(short, {name: tuple(request.form.getlist(name)[: most[name]]) for name in MANY})


def triangle(chosen: str) -> Triangle | None:
    """A named place in the triangle, or three numbers such as “40-35-25” from the picture that can be tapped."""
    if chosen in CORNERS:
        return CORNERS[chosen]
    parts = chosen.split("-")
    return Triangle(*map(int, parts)) if len(parts) == 3 and all(part.isdecimal() for part in parts) else None


def _percent(chosen: str) -> int | None:
    return int(chosen) if chosen.isdecimal() and len(chosen) <= 3 else None
