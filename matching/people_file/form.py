"""The form of a file with people and rules: which fields there are, and what each means."""

from typing import Any

from matching.everybody import LOAD_WEIGHT, URGENCY
from matching.people import Contact, Daypart
from matching.people_file.fields import Day, Field, Many, Number, Object, OneOf, Text, Whole, YesNo
from matching.rules import RULES

FORMAT = "rodedraad-people/1"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_ROWS = 20_000

TEXT, TEXTS = Text(), Many(Text())
MOMENTS = Many(OneOf(tuple(f"{weekday} {part}" for weekday in WEEKDAYS for part in Daypart)))
WAYS = Many(OneOf(tuple(str(mode) for mode in Contact)))

PARENT = Object(
    (
        Field("id", TEXT, "A name or number for this parent that nobody else has; no need for the real name.", True),
        Field("topics", TEXTS, "Codes of what it is about. Left out: about anything."),
        Field("municipality", TEXT, "Code of where the parent lives. Left out: distance says nothing."),
        Field("sector", TEXT, "The kind of school of the child. Left out: any."),
        Field("age_band", TEXT, "The age of the child. Left out: any."),
        Field("contact_modes", WAYS, "How the parent wants contact. Left out: in any way."),
        Field("moments", MOMENTS, "When the parent has time. Left out: any moment."),
        Field("languages", TEXTS, "Languages the parent speaks. Left out: any."),
        Field("style", TEXT, "The kind of help the parent looks for. Left out: any."),
        Field("avoid_own_municipality", YesNo(), "Would rather not meet somebody from the own municipality."),
        Field("waiting_days", Whole(0, 20_000), "How long the parent waits. Left out: 0."),
        Field("waiting_since", Day(), "The same as a day; give one of the two."),
        Field("urgency", Whole(0, len(URGENCY) - 1), "0 as usual, 1 soon, 2 at once. Left out: 0."),
        Field("consent", YesNo(), "Whether the parent agreed that buddies are asked. Left out: yes."),
        Field("not_with", TEXTS, "Ids of buddies who must not be asked."),
        Field("acquainted", TEXTS, "Ids of buddies whom the parent knows."),
        Field("refused", TEXTS, "Ids of buddies who fell out for this parent before."),
        Field("earlier", TEXTS, "Ids of buddies who were this parent's buddy before."),
    )
)
BUDDY = Object(
    (
        Field("id", TEXT, "A name or number for this buddy that nobody else has; no need for the real name.", True),
        Field("topics", TEXTS, "Codes of what the buddy went through. Left out: nothing."),
        Field("in_the_middle", TEXTS, "Codes of what the buddy is still going through."),
        Field("municipality", TEXT, "Code of where the buddy lives. Left out: distance says nothing."),
        Field("travel_km", Whole(0, 500), "How far the buddy travels; 0 by phone or online only. Left out: 15."),
        Field("municipalities", TEXTS, "Codes of the only municipalities to help in. Left out: everywhere."),
        Field("sectors", TEXTS, "The kinds of school the buddy knows. Left out: may be asked for any."),
        Field("age_bands", TEXTS, "The ages the buddy knows. Left out: says nothing."),
        Field("contact_modes", WAYS, "How the buddy wants contact. Left out: by phone."),
        Field("moments", MOMENTS, "When the buddy has time. Left out: none."),
        Field("languages", TEXTS, "Languages the buddy speaks. Left out: Dutch, nl."),
        Field("style", TEXT, "The kind of help the buddy gives. Left out: says nothing."),
        Field("max_load", Whole(0, 100), "How many parents at the same time at most. Left out: 2."),
        Field("load", Whole(0, 100), "How many parents now. Left out: 0."),
        Field("last_match_on", Day(), "When the buddy last got a parent. Left out: never."),
        Field("paused", YesNo(), "Takes nobody for now. Left out: no."),
        Field("resting", YesNo(), "Rests after a heavy match. Left out: no."),
        Field("trained", YesNo(), "Did the training. Left out: yes."),
        Field("certificate_valid", YesNo(), "Has a certificate of conduct that still counts. Left out: yes."),
        Field("certificate_seen_on", Day(), "When it was seen; after three years it counts no more."),
        Field("not_with", TEXTS, "Ids of parents for whom this buddy must not be asked."),
        Field("acquainted", TEXTS, "Ids of parents whom the buddy knows."),
    )
)
TOPIC = Object(
    (
        Field("code", TEXT, "What parents and buddies call it in this file.", True),
        Field("group", TEXT, "Code of the topic that this one is a part of."),
        Field("name", TEXT, "For people."),
    )
)
MUNICIPALITY = Object(
    (
        Field("code", TEXT, "What parents and buddies call it in this file.", True),
        Field("latitude", Number(-90, 90), "Of its centre, in degrees.", True),
        Field("longitude", Number(-180, 180), "Of its centre, in degrees.", True),
        Field("name", TEXT, "For people."),
    )
)
LISTS = Object(
    tuple(
        Field(name, TEXTS, "Choices besides those that come with the product.")
        for name in ("sector", "age_band", "language", "style")
    )
)
WEIGHTS = Object(
    tuple(Field(one.key, Whole(0, 1000), f"How much this rule counts. Left out: {one.weight}.") for one in RULES)
)
PEOPLE = Object(
    (
        Field("format", OneOf((FORMAT,)), "Which form this file has.", True),
        Field("parents", Many(PARENT, 1, MOST_ROWS, distinct=False), "Who asks for a buddy.", True),
        Field("buddies", Many(BUDDY, 1, MOST_ROWS, distinct=False), "Who offers to be one.", True),
        Field("date", Day(), "The day from which is counted how long ago something was. Left out: today."),
        Field("weights", WEIGHTS, "How much each rule counts."),
        Field("load_weight", Whole(0, 10**6), f"How much a full buddy counts against. Left out: {LOAD_WEIGHT}."),
        Field("topics", Many(TOPIC, 1, 2000, distinct=False), "All topics. Left out: those of the product."),
        Field("topic_neighbours", Many(Many(TEXT, 2, 2)), "Pairs of codes of topics that resemble each other."),
        Field("municipalities", Many(MUNICIPALITY, 1, 2000, distinct=False), "Left out: those of the product."),
        Field("lists", LISTS, "Choices that the product does not know."),
    )
)


def schema() -> dict[str, Any]:
    """The form as JSON Schema, for other programs; the reader checks besides that what is named exists."""
    told = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        "description": "People and rules for `rodedraad match --people`.",
    }
    return {**told, **PEOPLE.schema()}
