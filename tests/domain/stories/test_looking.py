"""What a moderator is shown: what our rules find now, joined with what the second reader found before."""

from domain.stories import looking
from domain.stories.finding.spans import Kind, Span
from store.database import Database
from store.models import StoryFinding
from store.queries.stories import story_queue
from tests import stories

WORDS = "Ik sprak met Karim. De zus van bloem hielp."
FLOWER = (WORDS.index("bloem"), WORDS.index("bloem") + 5)


def test_what_overlaps_is_one_and_what_only_the_second_reader_saw_is_unsure() -> None:
    ours = [Span(13, 18, Kind.NAME)]

    looked = looking.together(WORDS, ours, [Span(3, 18, Kind.NAME), Span(*FLOWER, Kind.NAME)])

    assert looked.found == (Span(3, 18, Kind.NAME), Span(*FLOWER, Kind.NAME))
    assert looked.unsure == {Span(*FLOWER, Kind.NAME)}


def test_what_stands_for_a_name_is_left_alone() -> None:
    text = "Met [naam 1] ging het goed."

    assert looking.together(text, [], [Span(4, 12, Kind.NAME)]).found == ()


def test_words_of_the_second_reader_are_looked_for_in_what_others_may_read(sqlite: Database) -> None:
    with sqlite.writing() as session:
        number = stories.told(session, WORDS)
        session.add(StoryFinding(story_id=number, starts=FLOWER[0], ends=FLOWER[1], kind="name"))
    edited = "Haar bloem hielp. Een bloemist ook."

    with sqlite.reading() as session:
        one = story_queue.one(session, number)
        found = looking.in_edited(session, edited, one).found
        without = looking.in_edited(session, edited, None).found

    assert ([one.of(edited) for one in found], without) == (["bloem"], ())
