"""What may be a story: words in any script, not a file, not too many."""

import base64

import pytest

from domain.refused import Refused
from domain.stories.wording import HARD_LIMIT, acceptable


def test_blank_lines_and_letters_that_nobody_sees_are_taken_off() -> None:
    assert acceptable("\n  Het ging\x00 goed.\r\nEcht.  \n") == "Het ging goed.\nEcht."


@pytest.mark.parametrize("words", ["Моя дочка не ходить до школи.", "ابنتي لا تذهب إلى المدرسة", "ውላደይ ካብ ቤት ትምህርቲ"])
def test_every_script_is_fine(words: str) -> None:
    assert acceptable(words) == words


@pytest.mark.parametrize("words", ["我的儿子不想去学校，老师没有听我们说话。" * 40, "ลูกสาวของฉันไม่อยากไปโรงเรียน" * 40])
def test_a_language_without_spaces_is_no_file(words: str) -> None:
    assert acceptable(words) == words


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "story.empty"),
        (" \n\t", "story.empty"),
        ("😢😢😢 ❤️ !!", "story.no_words"),
        ("12 34", "story.no_words"),
        ("data:image/png;base64,iVBORw0KGgo=", "story.is_a_file"),
        (base64.b64encode(bytes(range(256)) * 4).decode(), "story.is_a_file"),
        ("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "story.is_a_file"),
        ("\ufffd\ufffd\ufffd\ufffdJFIF" + "\x01" * 20, "story.is_a_file"),
        ("woord " * HARD_LIMIT, "story.too_long"),
    ],
)
def test_what_is_no_story_is_told_kindly(typed: str, key: str) -> None:
    with pytest.raises(Refused) as refused:
        acceptable(typed)

    assert (refused.value.key, refused.value.field) == (key, "words")


def test_a_story_of_just_the_most_letters_is_fine() -> None:
    words = "a bc " * (HARD_LIMIT // 5)

    assert acceptable(words[:HARD_LIMIT]) == words[:HARD_LIMIT].strip()


def test_what_turns_the_order_of_letters_around_is_taken_out() -> None:
    assert acceptable("De \u202ejuf\u202c luisterde.\x07") == "De juf luisterde."
