"""The kinds and states of what comes and goes through the parents' door."""

from enum import StrEnum


class Audience(StrEnum):
    """Whom a page speaks to, or who speaks: parents, or young people from twelve on."""

    PARENTS = "parents"
    YOUNG = "young"


class ArticleKind(StrEnum):
    """What sort of page it is: about a topic, one question with its answer, or what somebody has a right to."""

    TOPIC = "topic"
    ANSWER = "answer"
    RIGHTS = "rights"


class InquiryKind(StrEnum):
    """What somebody wants: an answer in writing, or to be phoned."""

    ASK = "ask"
    CALL_BACK = "call_back"


class InquiryState(StrEnum):
    """Whose turn it is: `OPEN` is ours."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class Consent(StrEnum):
    """How far a story may go: only be counted, be quoted inside the partnership, or be published."""

    COUNT = "count"
    QUOTE = "quote"
    PUBLISH = "publish"


class StoryState(StrEnum):
    """`WAITING` for the moderator, after whom others may read it or not."""

    WAITING = "waiting"
    RELEASED = "released"
    KEPT_BACK = "kept_back"


class SecondReading(StrEnum):
    """Whether a second reader looked for names in a story; `FAILED` when it could not read it."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"


class KnownNameKind(StrEnum):
    """What a name that we know of belongs to."""

    SCHOOL = "school"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
