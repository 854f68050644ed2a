"""From one step to the next: what was typed is looked at; the next page comes, or the same one with a reason."""

from collections.abc import Callable, Mapping

from flask import g, render_template, request
from flask.typing import ResponseReturnValue

from domain import codes, crisis
from domain.refused import Refused
from domain.stories import consent_texts, detecting, telling
from domain.stories.finding import replacing
from domain.stories.finding.spans import Span
from domain.stories.wording import HARD_LIMIT, SOFT_LIMIT, acceptable
from domain.texts import say
from i18n import _
from public import doorman
from public.quiet_limits import QuietLimit
from public.telling import draft as drafts
from public.telling import marking, questions
from public.telling.draft import Draft
from public.telling.voices import Voice
from store.database import Busy
from store.door_states import Audience
from store.sessions import Session
from web.services import Services

UNPROCESSABLE = 422
MOMENT, MEANING, WHERE, CHECK, CONSENT, SEND = "moment", "betekenis", "plek", "nakijken", "toestemming", "versturen"
REPLACE, APART = "vervangen", "apart"
"""What may be done when the same form comes again with other words: in the place of the first, or beside it."""
SENT = (SEND, REPLACE, APART)
AGAIN = ("story.sent_already", "story.read_already")
IN_ORDER = (MOMENT, MEANING, WHERE, CHECK, CONSENT)
LIMIT = "story.too_many"
MOST, MINUTES = 200, 60
"""Readings of a story from one part of the network. Sending weighs five: a class of 28 can tell at once."""
SENDING = 5
Found = tuple[Span, ...]
FIELDS = {"words": ("verhaal", MOMENT), "topics": ("onderwerp", WHERE), "consent": ("toestemming", CONSENT)}


class Steps:
    """The steps for one audience. Each page is drawn from the draft that its form brought along."""

    def __init__(self, services: Services, voice: Voice, limit: QuietLimit) -> None:
        self._services, self._voice, self._limit = services, voice, limit
        self._pages: Mapping[str, Callable[..., str]] = {
            MOMENT: self._moment,
            MEANING: self._meaning,
            WHERE: self._where,
            CHECK: self._check,
            CONSENT: self._consent,
        }

    def begin(self) -> ResponseReturnValue:
        return self._moment(Draft().with_seed(), {})

    def go(self) -> ResponseReturnValue:
        """Where the button leads. Back is always free; forward needs words that can be kept."""
        draft, wanted = drafts.sent().with_seed(), request.form.get("naar", MEANING)
        if wanted == MOMENT:
            return self._moment(draft, {})
        try:
            draft = draft.with_words(acceptable(draft.words))
            return self._send(draft, wanted) if wanted in SENT else self._pages.get(wanted, self._meaning)(draft, {})
        except Refused as refused:
            if refused.key in AGAIN:
                return self._ask_again(draft.apart() if wanted == APART else draft, refused.key == AGAIN[0])
            name, step = FIELDS.get(refused.field or "", ("", WHERE if refused.key == LIMIT else CONSENT))
            return self._again(step, draft, {name: say(refused)})
        except Busy:
            return self._again(CONSENT, draft, {"": _("Het is erg druk. Probeer het over een paar tellen weer.")})

    def _again(self, step: str, draft: Draft, errors: Mapping[str, str]) -> ResponseReturnValue:
        """The page that holds the field, with everything on it as it was; one that reads nothing past the limit."""
        try:
            return self._pages[step](draft, errors), UNPROCESSABLE
        except Refused as enough:
            return self._where(draft, {"": say(enough)}), UNPROCESSABLE

    def _read(self, session: Session, words: str) -> Found:
        """What may give somebody away in it: looked for once a request, and counted, since it is the heaviest we do."""
        read: tuple[str, Found] = g.get("story_read", ("", ()))
        if read[0] != words:
            self._limit.count(doorman.source(), self._services.now())
            g.story_read = read = (words, detecting.detect(session, words))
        return read[1]

    def _ask_again(self, draft: Draft, may_replace: bool) -> str:
        """This form was sent before, with other words. Nothing is done until its teller says what was meant."""
        facts = {"voice": self._voice, "hidden": draft.hidden(()), "may_replace": may_replace, "back": CONSENT}
        hidden_fields = doorman.hidden_fields(self._services.now())
        return render_template("story_again.html", **facts, hidden_fields=hidden_fields)

    def _send(self, draft: Draft, wanted: str) -> ResponseReturnValue:
        draft = draft.apart() if wanted == APART else draft
        now, consent = self._services.now(), draft.consent
        if consent is None:
            raise Refused("story.consent_needed", field="consent")
        doorman.check(now)
        self._limit.count(doorman.source(), now, times=SENDING - 1)
        with self._services.database.writing() as session:
            kept = replacing.without(draft.words, self._read(session, draft.words), draft.many["weg"])
            code = codes.derived(session, draft.seed)
            again = telling.is_told(session, code)
            told = draft.telling(kept, consent, self._voice.audience)
            telling.tell(session, told, code, now=now, anew=wanted == REPLACE)
            urgent = crisis.speaks_of_danger(session, draft.words)
            helplines = crisis.helplines(session, self._voice.audience) if urgent else ()
        return render_template("story_sent.html", voice=self._voice, code=code, again=again, helplines=helplines)

    def _moment(self, draft: Draft, errors: Mapping[str, str]) -> str:
        limits = {"soft_limit": SOFT_LIMIT, "hard_limit": HARD_LIMIT, "kept_days": drafts.KEPT_DAYS}
        return self._draw(MOMENT, draft, errors, shown=("verhaal", "weg"), **limits)

    def _meaning(self, draft: Draft, errors: Mapping[str, str]) -> str:
        fields = questions.load(self._services.database, self._voice).meaning
        shown = (*(field.key for field in fields), "zeggenschap")
        return self._draw(MEANING, draft, errors, shown=shown, fields=fields, say_words=questions.say_words())

    def _where(self, draft: Draft, errors: Mapping[str, str]) -> str:
        fields = questions.load(self._services.database, self._voice).where
        shown = (*(field.key for field in fields), "driehoek")
        return self._draw(WHERE, draft, errors, shown=shown, fields=fields, places=questions.places())

    def _check(self, draft: Draft, errors: Mapping[str, str]) -> str:
        """What may give somebody away. Where nothing was found there is nothing to tick, and the text is shown."""
        with self._services.database.reading() as session:
            found = self._read(session, draft.words)
        suggested = replacing.suggestions(draft.words, found)
        chosen = set(draft.many["weg"]) if "gekeken" in request.form else {one.key for one in suggested}
        marked = marking.marked(draft.words, found)
        return self._draw(CHECK, draft, errors, shown=("weg",), marked=marked, suggested=suggested, chosen=chosen)

    def _consent(self, draft: Draft, errors: Mapping[str, str]) -> str:
        with self._services.database.reading() as session:
            found = self._read(session, draft.words)
            urgent = crisis.speaks_of_danger(session, draft.words)
            helplines = crisis.helplines(session, self._voice.audience) if urgent else ()
        return self._draw(
            CONSENT,
            draft,
            errors,
            shown=("toestemming",),
            preview=replacing.without(draft.words, found, draft.many["weg"]),
            tiers=consent_texts.TEXTS[self._voice.audience],
            extra=consent_texts.YOUNG_EXTRA if self._voice.audience is Audience.YOUNG else "",
            helplines=helplines,
        )

    def _draw(
        self, step: str, draft: Draft, errors: Mapping[str, str], *, shown: tuple[str, ...], **facts: object
    ) -> str:
        place = IN_ORDER.index(step)
        return render_template(
            f"story_{STEP_PAGES[step]}.html",
            voice=self._voice,
            draft=draft,
            errors=errors,
            hidden=draft.hidden(shown),
            looked="gekeken" in request.form,
            hidden_fields=doorman.hidden_fields(self._services.now()),
            step=place + 1,
            steps=len(IN_ORDER),
            back=IN_ORDER[place - 1] if place else "",
            forward=(*IN_ORDER, SEND)[place + 1],
            **facts,
        )


STEP_PAGES = {MOMENT: "moment", MEANING: "meaning", WHERE: "where", CHECK: "check", CONSENT: "consent"}
