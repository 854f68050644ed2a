"""What may be a question: something to read and to answer."""

from domain.pasted import is_a_file
from domain.refused import Refused
from store.door_states import InquiryKind


def no_file(words: str) -> None:
    """Raises `Refused` about the field `words` where they are a photo or another file."""
    if is_a_file(words):
        raise Refused("inquiry.is_a_file", field="words")


def something_asked(words: str, kind: InquiryKind) -> None:
    """Raises `Refused` about the field `words`: a file, or a question without a word. Who is called need not write."""
    no_file(words)
    if kind is InquiryKind.ASK and not any(sign.isalpha() for sign in words):
        raise Refused("inquiry.no_words", field="words")
