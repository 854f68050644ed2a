"""What happened to a question while somebody typed: what is there now, held against what the page showed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from i18n import _
from store.door_states import InquiryState
from store.queries.inquiries import InquiryFacts


@dataclass(frozen=True)
class Shown:
    """What the page showed of a question when it was drawn; kept in the browser."""

    messages: int
    closed: bool
    answered_by: str | None
    draft_by: str | None
    tries: int
    in_register: bool

    @classmethod
    def of(cls, one: InquiryFacts) -> Shown:
        closed = one.state is InquiryState.CLOSED
        return cls(len(one.messages), closed, one.answered_by, one.draft_by, one.tries, one.in_register)

    @classmethod
    def read(cls, kept: object, one: InquiryFacts) -> Shown:
        """As the browser kept it; as it is now where it kept nothing."""
        return cls(**kept) if isinstance(kept, dict) else cls.of(one)

    def kept(self) -> dict[str, object]:
        return asdict(self)


def also_writing(one: InquiryFacts, before: Shown, names: Mapping[str, str], me: str) -> str:
    """Who else began to write, and is still at it; empty when nobody is."""
    if not (one.draft and one.draft_by and one.draft_by not in (me, before.draft_by)):
        return ""
    return _("{name} schrijft ook aan dit antwoord. Dit staat er al:", name=_name(one.draft_by, names))


def happened(one: InquiryFacts, before: Shown, names: Mapping[str, str], me: str) -> str:
    """What matters most to who is typing: new words first, then what somebody did. Empty when it was neither."""
    if len(one.messages) > before.messages:
        return _new_words(one, names, me)
    if one.answered_by != before.answered_by and one.answered_by != me:
        return _("{name} sprak de vrager terwijl u typte. De vraag is gesloten.", name=_name(one.answered_by, names))
    return _moved(one, before)


def _new_words(one: InquiryFacts, names: Mapping[str, str], me: str) -> str:
    if not one.messages[-1].by_us:
        return _("De vrager schreef terug terwijl u typte.")
    if one.answered_by == me:
        return _("U stuurde al een antwoord, in een ander venster.")
    return _("{name} beantwoordde deze vraag terwijl u typte.", name=_name(one.answered_by, names))


def _moved(one: InquiryFacts, before: Shown) -> str:
    now = Shown.of(one)
    if now.closed != before.closed:
        return (
            _("Deze vraag is gesloten terwijl u typte, door de vrager of een collega.")
            if now.closed
            else _("Deze vraag is weer geopend terwijl u typte.")
        )
    if now.tries > before.tries:
        return _("Een collega belde de vrager terwijl u typte, en kreeg niemand aan de lijn.")
    if now.in_register and not before.in_register:
        return _("Een collega zette deze vraag in het register terwijl u typte.")
    return ""


def _name(label: str | None, names: Mapping[str, str]) -> str:
    return names.get(label or "", _("Een collega"))
