"""Sentences that invented stories are made of: how one begins, what it is about, how it ends; and their titles."""

OPENINGS = (
    "Het begon na de zomer.",
    "In groep zes ging het mis.",
    "Op een maandag belde de juf.",
    "Wij zaten met zijn vieren aan een klein tafeltje.",
    "Ik weet nog hoe stil het was in de gang.",
    "De mentor vroeg of wij konden komen.",
    "Hij kwam thuis en gooide zijn tas in de hoek.",
    "Zij zei al weken dat haar buik pijn deed.",
)
MIDDLES = {
    "waiting": (
        "Er was een wachtlijst van elf maanden. Niemand kon zeggen wanneer wij aan de beurt waren.",
        "Wij wachtten op een onderzoek. Elke keer schoof de datum op.",
        "De intake was in het voorjaar. Daarna duurde het wachten tot de winter.",
    ),
    "not_heard": (
        "Ik legde uit wat thuis werkt, maar er werd niet geluisterd. Het plan lag al klaar.",
        "Er werd over ons heen gepraat. Mijn vraag stond niet eens in het verslag.",
        "Ik voelde mij niet serieus genomen. Zij keken naar de klok.",
    ),
    "at_home": (
        "Na de herfst zat hij thuis. De gordijnen bleven dicht tot de middag.",
        "Zij durfde niet naar school. Bij het fietsenhok draaide zij om.",
        "Het verzuim werd gemeld. Een plan om terug te komen was er niet.",
    ),
    "fitting_help": (
        "Hij kreeg een rustige plek bij het raam. Met de koptelefoon op lukte rekenen weer.",
        "De begeleiding stopte na zes lessen. Daarna moest zij het alleen doen.",
        "Een aanpassing was genoeg: eerder naar binnen. De prikkels waren toen minder.",
    ),
    "heard": (
        "De intern begeleider luisterde echt. Zij schreef op wat hij zelf zei.",
        "Er was iemand die de tijd nam. Voor het eerst dacht er iemand mee.",
        "De nieuwe meester luisterde naar haar. Zij mocht zelf kiezen waar zij zat.",
    ),
    "switching": (
        "Wij zochten een andere school. Bij de vierde mochten wij komen kijken.",
        "De overstap naar de brugklas was groot. Niemand had de oude school gebeld.",
        "Op de nieuwe school wist niemand wat er was afgesproken. Wij begonnen opnieuw.",
    ),
    "bullying": (
        "Hij werd gepest in de kleedkamer. De anderen deden alsof zij niets zagen.",
        "Zij stond alleen op het plein. Bij feestjes werd zij buitengesloten.",
        "Het uitlachen begon klein. Later durfde hij zijn vinger niet meer op te steken.",
    ),
}
TITLES = {
    "waiting": ("Elf maanden wachten", "Steeds een andere datum", "Wachten tot de winter"),
    "not_heard": ("Het plan lag al klaar", "Over ons heen gepraat", "Niet serieus genomen"),
    "at_home": ("De gordijnen dicht", "Omgedraaid bij het fietsenhok", "Thuis zonder plan"),
    "fitting_help": ("Een plek bij het raam", "Na zes lessen was het klaar", "Eerder naar binnen"),
    "heard": ("Eindelijk iemand die luisterde", "Iemand die de tijd nam", "Zij mocht zelf kiezen"),
    "switching": ("Op zoek naar een andere school", "De stap naar de brugklas", "Opnieuw beginnen"),
    "bullying": ("In de kleedkamer", "Alleen op het plein", "Zijn vinger niet meer opsteken"),
}
ENDS = (
    "Dat moment vergeet ik niet.",
    "Ik huilde in de auto.",
    "Nu gaat het iets beter.",
    "Ik hoop dat een ander dit niet meemaakt.",
    "Wij zijn er nog steeds mee bezig.",
    "Toen wist ik dat het goed kwam.",
)
FEELINGS = {False: ("angry", "sad", "worried", "powerless"), True: ("relieved", "proud")}
