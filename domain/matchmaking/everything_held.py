"""All that we hold about a request, in words, for the parent who made it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from domain.care import helpfulness
from domain.journal import KINDS
from domain.matchmaking import asked
from domain.refused import Refused
from i18n import LANGUAGES, _, day, day_and_time, number, period
from store.queries.buddying import appointments
from store.queries.matchmaking import held
from store.queries.matchmaking import requests as found
from store.queries.matchmaking.held import HeldMatch
from store.queries.matchmaking.requests import Asked, Asker
from store.states import ProposalState

Rows = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Section:
    """A heading with what we hold under it, each with a name."""

    title: str
    rows: Rows


def everything(session: Session, request_id: int) -> tuple[Section, ...]:
    """What the parent told, how it went, and what we wrote; sections without anything are left out.

    Of a buddy only the first name, and only once both said yes. What a buddy or staff answered is not the parent's.
    """
    one, who = found.one(session, request_id), found.asker(session, request_id)
    if one is None or who is None:
        raise Refused("not_found")
    labels = asked.terms(session)
    sections = (
        Section(_("Wie u bent"), _who(who)),
        Section(_("Wat u vroeg"), (*asked.describe(one, labels), *_beside(one))),
        Section(_("Uw toestemming"), _consent(session, who)),
        Section(_("Buddy's die wij vroegen"), tuple(_proposals(session, request_id))),
        Section(_("Uw buddy"), tuple(_matches(session, request_id, labels))),
        Section(_("Uw afspraken"), _meetings(session, one, labels)),
        Section(_("Wat u antwoordde"), (*_answers(session, request_id, labels), *_scores(session, request_id))),
        Section(_("Wat wij u schreven"), _letters(session, request_id)),
        Section(_("Wat er gebeurde"), tuple(_happened(session, request_id))),
    )
    return tuple(one for one in sections if one.rows)


def _who(who: Asker) -> Rows:
    rows = ((_("Naam"), who.name), (_("E-mailadres"), who.email), (_("Telefoonnummer"), who.phone))
    return (
        *((name, text) for name, text in rows if text),
        (_("Taal van onze brieven"), LANGUAGES.get(who.language, LANGUAGES["nl"])),
    )


def _beside(one: Asked) -> Rows:
    level = {1: _("Haast"), 2: _("Dringend")}.get(one.urgency, "")
    rows = ((_("Gevraagd op"), day_and_time(one.created_at)), (_("Hoe snel, volgens het steunpunt"), level))
    return tuple((name, text) for name, text in rows if text)


def _consent(session: Session, who: Asker) -> Rows:
    words = held.consent_words(session, who.consent_text)
    rows = (
        (_("Gegeven op"), day_and_time(who.consented_at)),
        (_("Versie van de tekst"), who.consent_text),
        (_("De tekst"), words),
    )
    return tuple((name, text) for name, text in rows if text)


def _proposals(session: Session, request_id: int) -> Iterator[tuple[str, str]]:
    how = {
        ProposalState.SENT: _("De buddy denkt na."),
        ProposalState.AGREED: _("De buddy zei ja. Nu mag u kiezen."),
        ProposalState.ACCEPTED: _("U zei allebei ja."),
        ProposalState.DECLINED: _("Een van u zei nee."),
        ProposalState.EXPIRED: _("Er kwam geen antwoord."),
        ProposalState.WITHDRAWN: _("De vraag aan de buddy is teruggenomen."),
    }
    for one in held.proposals(session, request_id):
        yield day_and_time(one.asked_at), how.get(one.state, "")


def _matches(session: Session, request_id: int, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for one in held.matches(session, request_id):
        yield one.buddy, ". ".join(filter(None, _match(one, labels))) + "."


def _match(one: HeldMatch, labels: Mapping[str, str]) -> Iterator[str]:
    yield _("Vanaf {day}", day=day(one.started_at, year=True))
    if one.first_contact_at:
        yield _("Eerste gesprek op {day}", day=day(one.first_contact_at, year=True))
    yield _("Aantal keer contact: {number}", number=number(one.contacts))
    if one.ended_at:
        yield _("Tot {day}", day=day(one.ended_at, year=True))
        yield labels.get(f"parent_end_reason.{one.end_reason}", "")


def _meetings(session: Session, one: Asked, labels: Mapping[str, str]) -> Rows:
    return tuple(
        (period(meeting.starts_at, meeting.ends_at), labels.get(f"contact_mode.{meeting.contact_mode}", ""))
        for meeting in appointments.all_of_request(session, one.id)
    )


def _answers(session: Session, request_id: int, labels: Mapping[str, str]) -> Rows:
    return tuple(
        (day(one.asked_at, year=True), ". ".join(filter(None, (_said(one.answer, labels), one.remark))))
        for one in held.answers(session, request_id)
        if one.answer or one.remark
    )


def _said(answer: str | None, labels: Mapping[str, str]) -> str:
    lists = ("check_in_answer", "closing_answer")
    return next((labels[f"{name}.{answer}"] for name in lists if f"{name}.{answer}" in labels), answer or "")


def _scores(session: Session, request_id: int) -> Rows:
    sentences = helpfulness.questions(session)
    return tuple(
        (day(one.given_on, year=True), _("{sentence} {score} van 5", sentence=sentences.get(key, key), score=score))
        for one in held.scores(session, request_id)
        for key, score in one.answers.items()
    )


def _letters(session: Session, request_id: int) -> Rows:
    return tuple(
        (day_and_time(one.written_at), f"{one.title}\n{one.body}") for one in held.letters(session, request_id)
    )


def _happened(session: Session, request_id: int) -> Iterator[tuple[str, str]]:
    for at, kind in held.happened(session, request_id):
        yield day_and_time(at), str(KINDS.get(kind, kind))
