"""The small words of English that a sentence is built with, as far as they change what is meant.

They belong to the language and to no guide; words of the subject stand in `data/`.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FILLERS = _words(
    """a an the my your his her our their this that these those it its i im ive ill id me we us you he she
    they is are was were be been being am has have had having do does did got get gets getting feel
    feels feeling felt seem seems seemed of on in at to there here some any just please can could may
    might shall should would will if ok okay allowed theres thats"""
)
"""Carry no meaning for us: they are dropped from names and sentences alike."""

NEUTRAL = _words(
    """face facial skin cheek cheeks forehead chin nose jaw side left right both bit little area areas
    place places still again today now currently moment all over whole around near also too really very
    quite look looks looking like as by from with for so well one two sign signs went going getting
    become became turned coming came when touched touch anymore longer few couple several small tiny big
    round edge edges along between toward towards middle hairline temple temples eyebrow eyebrows neck
    patch patches out off lol haha omg ugh hmm woke tonight noticed notice noticing think thinking
    thought guess reckon suppose believe kinda sorta kind sort honestly actually
    basically literally tbh btw just other otherwise thanks thank cheers bits start starts started starting
    begin begins beginning begun began see come comes everywhere r u idk idek af asf
    👍 👌 👋 🙏 💪 🤞 🎉 ✨ ❤ 💕 😀 😃 😄 😁 😆 😅 🤣 😂 🙂 🙃 😉 😊 😎 🥲
    🙄 😬 😐 😑 😒 😕 😔 😖 😣 😫 😩 😢 😭 🥺 😤 😴 🥱 🤷 🤦 🤔 🫠 ♀ ♂"""
)
"""May stand in a name, and say nothing that would be lost where they do not."""

NEGATIONS = _words("no not without neither nor isnt arent wasnt dont doesnt didnt havent hasnt aint zero")
NO_MORE = _words("more longer")
"""Behind a denial these say nothing else: "no more redness"."""
GONE = _words("gone stopped disappeared vanished resolved cleared healed finished settled")
LESS_THAN_NO = _words("as that")
"""Between a denial and a name: "not as red" and "not that red" say that it is less, not that it is gone."""
HEDGES = _words("see think thinking guess suppose believe reckon sure")
"""Between a denial and a red flag: nobody is sure that it is not there."""
EXCEPTIONS = _words("except excepting apart besides unless until till")
"""Behind a denial: where or when it is there all the same."""
POSITIVE = _words(
    "fine good great ok okay okey alright well normal perfect better healed happy amazing lovely"
)
NEARLY = _words("nearly almost mostly practically virtually barely partly half hardly")
"""Before an end these say that it is none: "almost gone"."""
CHANGED = _words(
    """better less worse worsening improved improving improves reduced reducing subsiding subsided easing
    fading faded lighter more increasing increased rising changed lower higher bigger smaller redder
    hotter itchier down up same doubled tripled grown grew growing stronger weaker milder decreased decreasing
    diminished diminishing shrunk shrinking halved calmed calming dropped dropping"""
)
"""Say which way it goes, and no grade."""
PASSING = tuple(
    tuple(phrase.split())
    for phrase in (
        *("woke up", "wake up", "waking up", "woken up", "got up", "get up", "getting up", "stood up"),
        *(
            "stand up",
            "standing up",
            "sat up",
            "sit up",
            "looked up",
            "checking in",
            "check in",
            "checked in",
        ),
        *("than the other", "of all", "than yesterday", "than before", "than earlier", "than this morning"),
        *(
            "full stop",
            "than last night",
            "than usual",
            "than ever",
            "than last time",
            "then yesterday",
            "as before",
        ),
    )
)
"""Say nothing of what is logged, though a word of theirs alone might."""
DIRECTIONS = _words("up down")
WHERE = _words("my the to toward towards into onto along across over")
"""Behind a direction these say where something is, not which way it goes: "down my neck"."""
GROWING = _words(
    """worse worsening more increasing increased rising higher bigger redder hotter itchier up doubled tripled
    grown grew growing stronger"""
)
"""Those of them that say that it is there."""
SCARCELY = _words("hardly barely")
UNCLEAR_DEGREES = SCARCELY | _words(
    """terrible awful horrible dreadful nasty
    so too super much lot lots pretty insanely bad badly huge massive enormous ton tons loads heaps
    hell mad crazy duper hella proper properly dead mega uber crazily insane stupidly ridiculously incredibly
    terribly awfully horribly massively majorly freaking freakin fucking effing damn absolutely totally
    completely rather unusually noticeably visibly unbelievably"""
)
"""Say that there is much of it, or hardly any, and no grade either."""

CALM_DEGREES = _words("much lot lots loads tons heaps so super way slept sleep")
"""Beside calm words these say no more than that: "much better", "so good"."""

_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight")
NUMBERS = {word: str(number) for number, word in enumerate(_DIGITS)}
"""Said or dictated for a digit, right behind what it counts or grades: "redness two"."""
OFTEN = {"once": "1", "twice": "2", "thrice": "3"}
ROUGHLY = _words("about around roughly approx approximately maybe probably perhaps say level grade number")
"""Before a number these leave it as it is."""
STRETCHES = _words(
    """times time day days night nights hour hours hr hrs h min mins minutes week weeks cm mm inch inches
    cheek cheeks side sides place places area areas ones spots patches"""
)
"""Behind a number these say what is counted: not a grade."""

GRADE = _words("grade level")
"""Before a number that stands before a symptom: "grade 3 redness"."""
USING = _words("used using use uses applied applying apply put reapplied wore did done drank had took taken")
"""Beside a care these say that it was done."""

COMPARING = _words("as than like")
"""Before words of time: what it is compared with, and not when it was."""
ALTERNATIVES = _words("or nor")
ADDITIONS = _words("and plus & + n")
CONTRASTS = _words("but then yet although though while")

UNABLE = _words(
    "cant cannot couldnt unable not no isnt dont hardly barely hard difficult struggling struggle"
)
TROUBLE = _words("trouble difficulty difficulties problem problems issue issues")

JOINING = _words("and or & + n plus but then so also")
"""Between two things that are asked about: each is answered, and the strictest first."""
BESIDE = JOINING | _words("with without")
"""No name of what is asked about reaches over these."""

OF_ONESELF = _words("why need needs normal wrong bad worse serious")
"""One of these may turn a question about what one may do into one about how one is."""

STOPPING = NEGATIONS | _words(
    """stop stops stopped stopping quit quitting skip skips skipped skipping pause pauses paused pausing avoid
    avoiding miss missing drop dropping halve halving"""
)
"""Before a medicine, or behind it at the end, these ask whether it may be left off."""
OFF_AFTER = _words("come comes coming came go going get getting leave leaving left wean weaned cut cutting")
"""So does "off" behind one of these: "come off warfarin"."""

MEASURES = _words("glass glasses cup cups mug pint pints bottle bottles bowl slice piece drop drops dab bit")
"""Before "of" these are how much, not what: a glass of wine."""

AT_ONCE = ("straight", "away")
"""Says nothing in a question; either word alone may."""

ASKING = _words(
    """play playing ride riding when what how why where which whether long soon until till before after
    about ask asked allowed safe possible start started begin go going goes use using used put putting
    wear wearing take taking took have having eat eating drink drinking do doing make making apply
    applying get getting try trying need needs want wanna gonna able keep keeping return back out up
    off into onto through under over day days yet already okay alright fine good bad wants like
    starting ever away really quick quickly also more some every everyday usual normal him
    her them mine myself someone anyone thing things stuff kind sort bit session treatment needling
    pop let lets kids microneedling product products our own new first next time times while during since
    because done hit class classes lads girls mates mate friend friends boyfriend girlfriend husband wife
    idk lol pls plz sit sitting low impact"""
)
"""What a question is built with: left over, these name nothing that an answer would miss."""
