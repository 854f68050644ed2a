"""Words that every story has and that say nothing of what it is about, Dutch and English."""

WORDS = """
aan al alle alleen allemaal als altijd ander andere anders bij ben bent beetje best bleef blijven daar daarna daarom dan
dat de deed den der deze die dit doe doen doet door drie dus dag daardoor echt een eens eerst eerste en er erg ergens
even elk elke ene geen gehad geweest geworden gaan gaat gedaan gegaan ging gingen goed had hadden haar heb hebben hebt
heeft heel hele hem hen het hier hij hoe hoewel hun iemand iets ik in is ja jaar je jij jou jouw jullie kan keer kind
komen kon konden kreeg krijgen kunnen kwam later lang laten liet maar maken maand man me mee meer meest men met mij mijn
misschien moest moesten moet moeten mocht na naar naast net niet niets nog nooit nou nu of om omdat onder ons onze ook
op over opeens paar pas precies school samen sinds soms staan stond te tegen tijd toch toen tot twee uit uw u vaak van
vanaf veel vel verder vinden voor volgens vond waar waarom was waren wat week weer weg wel welk welke werd
werden wie wil willen wilde worden wordt wij wist zag zal ze zeer zeggen zegt zei zeiden zich zij zijn zo zoals zodat
zoon dochter zou zouden zonder moeder vader ouder dagen weken maanden jaren kinderen
about after again all also always am an and any are as at be because been before being but by can could day did do does
down each even ever every few first for from get go got had has have he her here him his how i if in into is it its just
like made many me more most much my never no not now of off on one only or other our out over own said same school she
so some son daughter still such than that the their them then there these they this those three time to told too two
under until up us very was way we week well went were what when where which while who why will with would year you your
"""
STOP_WORDS = frozenset(WORDS.split())
