"""Why something from elsewhere could not be read."""

from enum import StrEnum


class Why(StrEnum):
    """In one word, so that screens can say it in a sentence."""

    NO_ADDRESS = "no_address"
    NOT_ALLOWED = "not_allowed"
    NOT_FOUND = "not_found"
    NOT_SAFE = "not_safe"
    NO_ANSWER = "no_answer"
    CLOSED = "closed"
    GONE = "gone"
    UNWELL = "unwell"
    WANDERS = "wanders"
    TOO_SLOW = "too_slow"
    TOO_BIG = "too_big"
    NO_TEXT = "no_text"
    NO_CALENDAR = "no_calendar"
    TOO_MUCH = "too_much"


class Unreadable(Exception):
    """It could not be read. Never carries the address, which is a secret, nor what was in the answer."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why
