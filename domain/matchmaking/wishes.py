"""What a parent who asks for a buddy tells us, and the words to which they said yes."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from domain.checking import Checked
from domain.forms import Form
from store.models import Setting


@dataclass(frozen=True)
class Wish:
    """What a parent asks. An empty tuple or None means: no wish, anything is fine."""

    name: str
    municipality_code: str
    topics: tuple[str, ...]
    email: str | None = None
    phone: str | None = None
    sector: str | None = None
    age_band: str | None = None
    contact_modes: tuple[str, ...] = ()
    moments: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    style: str | None = None
    avoid_own_municipality: bool = False


@dataclass(frozen=True)
class Consent:
    """The words to which a parent said yes, with a name that differs for any other words."""

    words: str

    @property
    def version(self) -> str:
        return f"consent.{hashlib.sha256(self.words.encode()).hexdigest()[:12]}"


def wish(checked: Checked) -> Wish:
    """What was typed into the form `request`, once it is free of errors."""
    return Wish(
        name=checked.text("name"),
        municipality_code=checked.text("municipality"),
        topics=checked.chosen("topics"),
        email=checked.text("email") or None,
        phone=checked.text("phone") or None,
        sector=checked.text("sector") or None,
        age_band=checked.text("age_band") or None,
        contact_modes=checked.chosen("contact_modes"),
        moments=checked.chosen("moments"),
        languages=checked.chosen("languages"),
        style=checked.text("style") or None,
        avoid_own_municipality=checked.yes("avoid_own_municipality"),
    )


def consent(form: Form) -> Consent:
    """The words beside the tick, as this reader saw them."""
    field = form.field("consent")
    return Consent(f"{field.label}\n{field.help}".strip())


def keep_words(session: Session, agreed: Consent, *, now: datetime) -> None:
    """Keep the words under their version, so that a consent can be shown with what it was given for."""
    if session.get(Setting, agreed.version):
        return
    try:
        with session.begin_nested():
            session.add(Setting(key=agreed.version, value=agreed.words, changed_at=now))
    except IntegrityError:  # another parent was first with the same words
        return
