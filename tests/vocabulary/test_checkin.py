"""What a person types after `meso log`, read as observations: all of it or a sentence that helps."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from meso_cli.commands.daily.unclear import refuse
from meso_cli.commands.support.call import Call
from meso_cli.errors import BadValue
from meso_cli.guide.words import read_item_names
from meso_cli.model.names import ItemNames
from meso_cli.model.records import Observation
from meso_cli.signs.logs import series_by_item
from meso_cli.vocabulary.checkin import Checkin, none_left, read_checkin
from meso_cli.vocabulary.items import Items
from tests.core.making import patient
from tests.core.recoveries import GUIDE
from tests.searching import examples

SPOKEN = read_item_names()
ITEMS = Items(GUIDE, read_item_names)
RED_FLAGS = tuple(row.id for row in GUIDE.signs.values() if row.is_red_flag)
CARE = tuple(row.id for row in GUIDE.care.values() if row.per_day is not None)
ADVICE = tuple(row.id for row in GUIDE.care.values() if row.per_day is None)
DENIALS = ("no", "not", "without")
ARABIC_TWO, FULL_WIDTH_TWO, SUPERSCRIPT_TWO = "\u0662", "\uff12", "\u00b2"


def read(*words: str) -> Checkin:
    return read_checkin(words, ITEMS)


def recorded(*words: str) -> dict[str, int]:
    """What was understood; fails where something was not."""
    found = read(*words)
    assert found.is_whole, found
    return {row.item: row.value for row in found.observations}


def refused(*words: str) -> str:
    """Why it was not understood, as the person reads it."""
    with pytest.raises(BadValue) as why:
        refuse(read(*words), ITEMS, Call())
    return str(why.value)


# Symptoms.


@pytest.mark.parametrize("symptom", GUIDE.symptoms)
def test_a_bare_symptom_is_mild(symptom: str) -> None:
    """`swelling` is 1; a grade from 0 to 4 may follow, after = or :."""
    assert recorded(symptom) == {symptom: 1}
    for grade in range(5):
        assert recorded(f"{symptom}={grade}") == {symptom: grade}
        assert recorded(f"{symptom}:{grade}") == {symptom: grade}


@pytest.mark.parametrize(
    ("word", "grade"),
    [
        ("none", 0),
        ("no", 0),
        ("mild", 1),
        ("yes", 1),
        ("moderate", 2),
        ("severe", 3),
        ("very severe", 4),
        ("very-severe", 4),
        ("very_severe", 4),
        ("MILD", 1),
        ("Very  Severe", 4),
        (" 2 ", 2),
    ],
)
def test_a_grade_in_words(word: str, grade: int) -> None:
    """The words of the grades, in any case, with spaces, dashes or underscores."""
    assert recorded(f"redness={word}") == {"redness": grade}


@pytest.mark.parametrize(
    "value",
    [
        *("5", "10", "02", "1.0", "1_0", "+2", "2+", "1/2", "0x1", "2e0", "", " ", "a lot", "y"),
        *(ARABIC_TWO, FULL_WIDTH_TWO, SUPERSCRIPT_TWO, "½", "²2", "=2"),
    ],
)
def test_anything_else_is_no_grade(value: str) -> None:
    """Only ASCII 0-4 and the words: nothing is guessed, nothing recorded, and the answer says how."""
    found = read(f"redness={value}")
    assert found.observations == ()
    assert found.red_flags == ()
    assert "is not a grade; grades go from 0 (none) to 4 (very severe): redness=2" in refused(
        f"redness={value}"
    )


@pytest.mark.parametrize("words", ["redness=-1", "redness=-2", "redness=_2", "water=-2", "fever=-38.5"])
def test_a_sign_before_a_number_is_not_dropped(words: str) -> None:
    """Grades are ASCII 0-4: a minus is a mistake to point out, not to read past."""
    assert read(words).observations == ()


@pytest.mark.parametrize(
    ("word", "item"),
    [
        ("itch", "itching"),
        ("itchy", "itching"),
        ("peeling", "flaking"),
        ("swollen", "swelling"),
        ("Redness", "redness"),
        ("REDNESS", "redness"),
        ("cold_sore", "cold-sore"),
        ("Cold Sore", "cold-sore"),
        ("discharge", "pus"),
        ("sunscreen", "spf"),
        ("milia", "breakouts"),
    ],
)
def test_other_words_for_an_item(word: str, item: str) -> None:
    """Aliases, and ids in any case or with other joints; a value may follow them too."""
    assert recorded(word) == {item: 1}
    assert recorded(f"{word}=0") == {item: 0}


NAMED = [(item, word) for item, words in SPOKEN.items.items() for word in words]


@pytest.mark.parametrize(("item", "word"), NAMED)
def test_every_name_reads_as_its_item(item: str, word: str) -> None:
    """And brings the card exactly where the item does. What says that there is much of it needs its grade."""
    found = read(word, "3") if word in SPOKEN.strong else read(word)
    assert bool(read(word).problems) == (word in SPOKEN.strong)
    assert [row.item for row in found.observations] == [item]
    assert found.red_flags == ((item,) if item in RED_FLAGS else ())


@pytest.mark.parametrize("id", [*GUIDE.symptoms, *GUIDE.signs, *CARE])
def test_what_a_screen_prints_can_be_typed(id: str) -> None:
    """Labels, and how the status screen says the care that is due."""
    label = next(rows[id].label for rows in (GUIDE.symptoms, GUIDE.signs, GUIDE.care) if id in rows)
    assert [row.item for row in read(label).observations] == [id]
    if id in CARE:
        assert [row.item for row in read(*GUIDE.care[id].glance.split()).observations] == [id]


# Signs.


@pytest.mark.parametrize("sign", GUIDE.signs)
def test_a_bare_sign_is_yes(sign: str) -> None:
    """A yes of a red flag brings its card, a no does not; contact signs bring none."""
    for words in (sign, f"{sign}=yes", f"{sign}=y", f"{sign}=true", f"{sign}=1"):
        found = read(words)
        assert found.observations == (Observation(sign, 1),)
        assert found.needs_card == (sign in RED_FLAGS)
        assert found.red_flags == ((sign,) if sign in RED_FLAGS else ())
        assert found.read_as == ()
    for words in (f"{sign}=no", f"{sign}=n", f"{sign}=false", f"{sign}=0", f"{sign}=none"):
        found = read(words)
        assert found.observations == (Observation(sign, 0),)
        assert (found.red_flags, found.needs_card) == ((), False)


@pytest.mark.parametrize("value", ["2", "3", "4", "mild", "moderate", "severe", "very severe"])
def test_a_grade_of_a_sign_is_yes_and_read_back(value: str) -> None:
    """Signs have no grades; what was made of it is said."""
    found = read(f"pus={value}")
    assert found.observations == (Observation("pus", 1),)
    assert found.read_as == (f"pus={value} was read as yes",)


@pytest.mark.parametrize("sign", RED_FLAGS)
@pytest.mark.parametrize("value", ["5", "maybe", "", "?", "-", "yess", ARABIC_TWO])
def test_an_unreadable_value_of_a_red_flag_brings_its_card(sign: str, value: str) -> None:
    """Anything else beside a red flag's name: the card, nothing recorded, and the command as a yes."""
    found = read(f"{sign}={value}")
    assert (found.red_flags, found.observations) == ((sign,), ())
    assert "cannot be read; say yes or no" in refused(f"{sign}={value}")
    assert found.to_repeat == (f"{sign}=yes",)


def test_an_unreadable_value_of_a_contact_sign_brings_no_card() -> None:
    """It is refused all the same."""
    assert read("rash=maybe").red_flags == ()
    assert "cannot be read" in refused("rash=maybe")


# Fever.


@pytest.mark.parametrize(
    ("value", "celsius"),
    [
        ("38", 38.0),
        ("38.0", 38.0),
        ("38,5", 38.5),
        ("38.5c", 38.5),
        ("38.5°C", 38.5),
        ("38.5 °C", 38.5),
        ("45", 45.0),
        ("45.0", 45.0),
        ("100.4", 38.0),
        ("100.4F", 38.0),
        ("101.3 °F", 38.5),
        ("113", 45.0),
        ("102", 38.9),
    ],
)
def test_a_temperature_is_a_fever(value: str, celsius: float) -> None:
    """From 38 °C on, 30-45 being Celsius and 86-113 Fahrenheit; kept, and read back in Celsius."""
    found = read(f"fever={value}")
    assert found.problems == ()
    assert found.observations == (Observation("fever", 1, celsius),)
    assert found.red_flags == ("fever",)
    assert found.read_as[0].endswith(f"was read as yes, {celsius:g} °C")


@pytest.mark.parametrize(
    "value", ["30", "30.0", "36.6", "37.9", "37,99", "37.9C", "86", "86.0", "98.6", "100", "100.2F"]
)
def test_a_temperature_below_the_number_is_no_fever(value: str) -> None:
    """Nothing is recorded, no card; the answer asks for `fever=no`."""
    found = read(f"fever={value}")
    assert (found.observations, found.needs_card) == ((), False)
    assert "below 38 °C" in refused(f"fever={value}")
    assert "fever=no" in refused(f"fever={value}")


@pytest.mark.parametrize(
    "value", ["29.9", "45.1", "85.9", "113.1", "60", "0.5", "9", "385", "38F", "100C", "38.555", "38K"]
)
def test_what_is_no_temperature_of_a_body_brings_the_card(value: str) -> None:
    """Outside both ranges, or in the wrong unit: never guessed, and never waved through."""
    found = read(f"fever={value}")
    assert (found.observations, found.red_flags) == ((), ("fever",))
    assert "say yes or no or a temperature" in refused(f"fever={value}")


def test_only_fever_takes_a_temperature() -> None:
    """An alias of it does; other signs do not."""
    assert read("temperature=39").observations == (Observation("fever", 1, 39.0),)
    assert read("pus=39").observations == ()


# Care.


@pytest.mark.parametrize("item", CARE)
def test_care_is_counted(item: str) -> None:
    """Bare is one; ASCII digits to 99; yes and no as a sign takes them."""
    for words, count in ((item, 1), (f"{item}=6", 6), (f"{item}=0", 0), (f"{item}=99", 99)):
        assert recorded(words) == {item: count}
    for words, count in (("yes", 1), ("y", 1), ("true", 1), ("no", 0), ("n", 0), ("none", 0), ("false", 0)):
        assert recorded(f"{item}={words}") == {item: count}


@pytest.mark.parametrize("value", ["100", "1.5", "+2", "1_0", ARABIC_TWO, "some", ""])
def test_what_is_no_count(value: str) -> None:
    """Refused with the way to say it."""
    assert read(f"water={value}").observations == ()
    assert "is not a count; say a number from 0 to 99: water=2" in refused(f"water={value}")


@pytest.mark.parametrize("item", ADVICE)
def test_advice_cannot_be_logged(item: str) -> None:
    """Only what can be ticked off is an item."""
    assert not read(item).is_whole
    assert item not in [row.item for row in read(item).observations]


# Words that stand apart.


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("redness 2", {"redness": 2}),
        ("redness very severe", {"redness": 4}),
        ("very severe redness", {"redness": 4}),
        ("itch mild", {"itching": 1}),
        ("mild redness", {"redness": 1}),
        ("slightly red", {"redness": 1}),
        ("a bit swollen", {"swelling": 1}),
        ("quite sore", {"pain": 2}),
        ("really itchy", {"itching": 3}),
        ("extremely red", {"redness": 4}),
        ("bleeding a bit", {"bleeding": 1}),
        ("redness severe itching mild", {"redness": 3, "itching": 1}),
        ("severe redness mild itching", {"redness": 3, "itching": 1}),
        ("fever no", {"fever": 0}),
        ("pus yes", {"pus": 1}),
        ("water 6", {"water": 6}),
        ("drank 2 glasses of water", {"water": 2}),
        ("no fever", {"fever": 0}),
        ("not red", {"redness": 0}),
        ("without pus", {"pus": 0}),
        ("no_pus", {"pus": 0}),
        ("no more pus", {"pus": 0}),
        ("I don't have a fever", {"fever": 0}),
        ("no longer red", {"redness": 0}),
        ("redness gone", {"redness": 0}),
        ("redness and swelling are gone", {"redness": 0, "swelling": 0}),
        ("red but the swelling is gone", {"redness": 1, "swelling": 0}),
        ("no pus or fever", {"pus": 0, "fever": 0}),
        ("neither fever nor pus", {"fever": 0, "pus": 0}),
        ("no pus, fever", {"pus": 0, "fever": 1}),
        ("no pus and fever", {"pus": 0, "fever": 1}),
        ("no pus but fever", {"pus": 0, "fever": 1}),
        ("no fever no pus", {"fever": 0, "pus": 0}),
        ("my face is red and a bit swollen", {"redness": 1, "swelling": 1}),
        ("cold sore", {"cold-sore": 1}),
        ("fever blister", {"cold-sore": 1}),
        ("swollen lips", {"throat-swelling": 1}),
        ("lips are really swollen", {"throat-swelling": 1}),
        ("eye swollen shut", {"eye-swelling": 1}),
        ("itchy welts", {"hives": 1}),
        ("burning", {"warmth": 1}),
        ("moisturizer burns", {"sensitivity": 1}),
        ("no trouble breathing", {"breathing": 0}),
        ("redness 1, red 1", {"redness": 1}),
        ("red, redness 2", {"redness": 2}),
    ],
)
@pytest.mark.parametrize("apart", [True, False])
def test_a_sentence_is_read(words: str, meant: dict[str, int], apart: bool) -> None:
    """Degrees, numbers, denials and ends as people say them, quoted or not; the longest name counts."""
    assert recorded(*(words.split() if apart else [words])) == meant


@pytest.mark.parametrize(
    "words",
    [
        "so itchy",
        "too red",
        "less red",
        "redness is better",
        "swelling went down",
        "worse itching",
        "not very red",
        "pain 3/10",
        "pain 3 out of 10",
    ],
)
def test_what_gives_no_grade_asks_for_one(words: str) -> None:
    """A direction, "so" and numbers of another scale say no grade of ours."""
    found = read(words)
    assert found.observations == ()
    assert "how strong is it now" in refused(words).lower()


@pytest.mark.parametrize(
    "words",
    [
        *(
            "swollen 3 days",
            "itchy 2 times",
            "red 2 nights now",
            "scabs 4 small ones",
            "redness 2-3",
            "redness 2 or 3",
        ),
        *(
            "redness between 1 and 2",
            "pain went from 3 to 1",
            "redness was 3 now 1",
            "redness 2ish",
            "redness two out of four",
        ),
        *(
            "swelling has doubled",
            "swelling dropped",
            "super duper red",
            "dead itchy",
            "0 redness 1 swelling",
        ),
        *("2 pimples on my chin", "redness almost gone", "scabs are nearly gone", "almost no redness"),
        *("redness not gone", "redness has not completely gone", "pain not settled", "not as red"),
        *("not that red", "no redness except on my nose", "no pain unless I touch it"),
        *("redder", "getting redder", "more swollen", "one cheek hotter", "red cheeks gone numb"),
    ],
)
def test_a_number_of_something_else_is_no_grade(words: str) -> None:
    """How long, how often, which of two, redder than before: the grade as it is now is asked for."""
    found = read(words)
    assert not [row for row in found.observations if row.item in GUIDE.symptoms]
    assert [problem.grade_of for problem in found.problems] != []


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("redness two swelling one pain zero", {"redness": 2, "swelling": 1, "pain": 0}),
        ("redness one and swelling two", {"redness": 1, "swelling": 2}),
        ("redness about a 2", {"redness": 2}),
        ("redness 2 6 glasses of water", {"redness": 2, "water": 6}),
        ("two glasses of water and spf twice", {"water": 2, "spf": 2}),
        ("washed 3 times", {"cleanse": 3}),
        ("red on one cheek", {"redness": 1}),
        ("one cheek is red", {"redness": 1}),
        ("red comma no fever full stop", {"redness": 1, "fever": 0}),
        ("flaking everywhere 😩", {"flaking": 1}),
        ("redness completely gone", {"redness": 0}),
        ("pain free", {"pain": 0}),
        ("redness: moderate, swelling: none", {"redness": 2, "swelling": 0}),
        ("redness = 2 swelling = 1", {"redness": 2, "swelling": 1}),
        ("red/itchy/dry", {"redness": 1, "itching": 1, "flaking": 1}),
        ("rash hasn't gone", {"rash": 1}),
        ("fever hasn't gone", {"fever": 1}),
        ("breathing properly", {"breathing": 0}),
        ("fever n", {"fever": 0}),
        ("pus n fever n", {"pus": 0, "fever": 0}),
        ("fever no pus no", {"pus": 0, "fever": 0}),
        ("rash no pus", {"rash": 1, "pus": 0}),
        ("red n puffy", {"redness": 1, "swelling": 1}),
        ("half my face has gone numb", {"face-droop": 1}),
        ("cheeks gone red", {"redness": 1}),
        ("redness gone swelling gone", {"redness": 0, "swelling": 0}),
        ("a cold sore on my lip", {"cold-sore": 1}),
    ],
)
def test_numbers_as_they_are_dictated(words: str, meant: dict[str, int]) -> None:
    """Digits or words, behind what they grade or before what they count; pictures and places say no more."""
    assert recorded(words) == meant


@pytest.mark.parametrize(
    ("words", "card"),
    [
        ("fever not gone", True),
        ("fever has not settled", True),
        ("fever free", False),
        ("big lips gone", None),
        ("I don't think I have a fever", False),
    ],
)
def test_an_end_that_is_none_or_not_sure(words: str, card: bool | None) -> None:
    """A fever that has not gone brings its card; one that nobody is sure of asks for its no."""
    found = read(words)
    assert (found.needs_card, [row for row in found.observations if not row.value]) == (bool(card), [])
    assert card is not False or found.to_repeat == ("fever=no",)


@pytest.mark.parametrize("words", ["no good", "nothing is ok", "not great", "not better"])
def test_what_is_not_good_is_not_calm(words: str) -> None:
    """It is never offered as no symptom left."""
    assert not read(words).is_calm


@pytest.mark.parametrize("words", ["🤮", "red 🤒", "my lip is swollen and tender", "stomach hurts"])
def test_what_may_mean_more_is_not_passed_over(words: str) -> None:
    """A face that is sick, a stomach that hurts: asked about, or the card; never read past."""
    found = read(words)
    assert found.left or found.red_flags


def test_the_end_of_a_red_flag_is_asked_about() -> None:
    """It is denied by no, not or without alone; "gone" is no report either, so it brings no card."""
    found = read("fever gone")
    assert (found.observations, found.needs_card, found.to_repeat) == ((), False, ("fever=no",))


@pytest.mark.parametrize("words", ["my cat is red", "red like my jumper", "not sure about pus", "red dog 7"])
def test_what_is_left_over_is_never_dropped(words: str) -> None:
    """The rest was understood, and is saved only when somebody says yes to it."""
    found = read(words)
    assert found.left
    assert not found.is_whole


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("red yesterday 20:15", "yesterday 20:15"),
        ("fever 39 at 18:00", "at 18:00"),
        ("itchy 20 min ago", "20 min ago"),
        ("red yesterday", "yesterday"),
        ("pus this morning", "this morning"),
        ("red today", None),
        ("red now", None),
        ("red since yesterday", None),
        ("red for 2 days", None),
    ],
)
def test_words_of_time_say_when_it_was(words: str, at: str | None) -> None:
    """They are kept apart from the items; how long something lasts is no time of an entry."""
    assert read(words).at == at


@pytest.mark.parametrize("words", ["fine", "all good", "nothing", "ok", "feels calm", "nothing new"])
def test_calm_words_suggest_none(words: str) -> None:
    """They write nothing by themselves."""
    found = read(words)
    assert (found.is_calm, found.observations, found.needs_card) == (True, (), False)


# Here the denial says that the trouble is there: see test_not_breathing_is_no_denial.
DENIED = [(denial, sign) for denial in DENIALS for sign in RED_FLAGS]
DENIED = [
    pair for pair in DENIED if pair not in (("no", "breathing"), ("not", "breathing"), ("no", "vision"))
]


@pytest.mark.parametrize(("denial", "sign"), DENIED)
def test_a_denied_sign_brings_no_card(sign: str, denial: str) -> None:
    """`no SIGN` is no report."""
    assert not read(denial, sign).needs_card


@pytest.mark.parametrize("words", ["fever 39", "no, fever", "not sure about fever", "no idea if fever"])
def test_a_red_flag_is_denied_right_before_its_name_alone(words: str) -> None:
    """Anything else between the two is no denial."""
    assert read(words).red_flags == ("fever",)


@pytest.mark.parametrize("words", ["redness=2 pus", "zzz=1 pus", "swelling=1 very-unwell", "fever=no pus"])
def test_a_red_flag_in_quotes_beside_a_value_brings_its_card(words: str) -> None:
    """It was named: the card, whatever becomes of the rest (design, section 7)."""
    assert read(words).red_flags == (words.split()[1],)


def test_several_words_in_one_pair_of_quotes() -> None:
    """Read as if they had been typed apart; an item or a value of several words stays one."""
    assert recorded("pus redness=2") == {"pus": 1, "redness": 2}
    assert recorded("redness=very severe") == {"redness": 4}
    assert recorded("fever=38.5 C") == {"fever": 1}
    assert recorded("redness = 2") == {"redness": 2}
    assert recorded("swelling pus") == {"swelling": 1, "pus": 1}
    assert recorded("cold sore") == {"cold-sore": 1}


# Twice, unknown, alarms.


@pytest.mark.parametrize(
    "words",
    [
        ("redness=1", "redness=2"),
        ("itching=1", "itch=2"),
        ("fever=no", "fever"),
        ("fever", "fever=no"),
        ("no redness, redness 2",),
    ],
)
def test_two_values_of_one_item(words: tuple[str, ...]) -> None:
    """Which one was meant is not guessed; a yes among them brings its card."""
    assert "is there with two values; say it once" in refused(*words)
    assert read(*words).red_flags == (("fever",) if "fever" in words else ())


@pytest.mark.parametrize("words", [("redness", "redness"), ("spf", "sunscreen"), ("fever", "fever=yes")])
def test_the_same_value_twice_counts_once(words: tuple[str, ...]) -> None:
    """As it would for a person."""
    assert len(recorded(*words)) == 1


LONG_NAMES = [sign for sign in RED_FLAGS if any(len(part) >= 5 for part in sign.split("-"))]


@pytest.mark.parametrize("sign", LONG_NAMES)
def test_a_slip_in_a_red_flag_brings_its_card(sign: str) -> None:
    """A letter left out, doubled or two in the wrong order: the card all the same."""
    part = max(sign.split("-"), key=len)
    middle = len(part) // 2
    left_out = part[:middle] + part[middle + 1 :]
    doubled = part[:middle] + part[middle] + part[middle:]
    swapped = part[: middle - 1] + part[middle] + part[middle - 1] + part[middle + 1 :]
    for typo in {left_out, doubled, swapped} - {part} - {*SPOKEN.english}:
        found = read(sign.replace(part, typo))
        assert sign in found.red_flags, typo


@pytest.mark.parametrize("word", SPOKEN.english)
def test_an_english_word_is_no_slip(word: str) -> None:
    """What can be meant as it stands brings no card and no guess."""
    found = read(word)
    assert (found.needs_card, found.observations, found.guesses) == (False, (), ())


def test_the_nearest_name_is_offered() -> None:
    """A guess is no report: no card, and no command that records a sign."""
    found = read("rednes")
    assert [guess.item for guess in found.guesses] == ["redness"]
    assert "did you mean redness?" in refused("rednes")
    assert read("numbnes").red_flags == ()
    assert "meso log --help lists all of it" in refused("zzzzz")


@pytest.mark.parametrize(
    "word", ["sup", "spu", "use", "up", "sun", "run", "cup", "map", "car", "dog", "tea", "psu", "ups"]
)
def test_a_short_word_is_no_slip(word: str) -> None:
    """In so few letters another word is always near."""
    assert not read(word).needs_card
    assert not read(word).is_whole


@pytest.mark.parametrize("word", ["severe", "very severe", "2", "38.5"])
def test_a_value_without_an_item_is_left_over(word: str) -> None:
    """A grade is no mistyped fever; what stands beside it is read all the same."""
    assert not read(word).needs_card
    assert not read(word).is_whole
    assert read(word, "pus").red_flags == ("pus",)


@pytest.mark.parametrize("alarm", SPOKEN.alarms)
def test_a_word_of_alarm_brings_the_card(alarm: str) -> None:
    """ "infection" is no sign: the card, and what to look for."""
    found = read(alarm)
    assert (found.alarms, found.needs_card, found.observations) == ((alarm,), True, ())
    assert "is not a sign; log what you see" in refused(alarm)


def test_every_problem_is_said_at_once() -> None:
    """One sentence for all, each said once; nothing to refuse is nothing raised."""
    words = refused("redness=9", "zzzzz", "zzzzz", "water=x")
    assert words[0].isupper()
    assert all(part in words for part in ("edness=9", "zzzzz", "water=x"))
    assert words.count("zzzzz") == 1
    refuse(read("redness=2"), ITEMS, Call())
    refuse(read(), ITEMS, Call())


def test_what_was_typed_is_shown_harmless() -> None:
    """Whatever stands in a sentence is fit to show."""
    assert "\x1b" not in refused("\x1b[31mred")
    assert "\x1b" not in refused("redness=\x1b[31m")
    assert "\x1b" not in refused("pus=\x1b[31m")


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("breathing is normal", 0),
        ("i can breathe fine", 0),
        ("not breathing normally", 1),
        ("breathing is not normal", 1),
        ("cannot breathe fine", 1),
        ("cant breathe normally", 1),
        ("hard to breathe normally", 1),
    ],
)
def test_what_goes_as_usual_denies_the_sign(said: str, value: int) -> None:
    """Its own denial reports it again, with the card."""
    found = read(said)
    assert [(row.item, row.value) for row in found.observations] == [("breathing", value)]
    assert bool(found.red_flags) == bool(value)


@pytest.mark.parametrize("said", ["redness same as yesterday", "swelling is huge", "as red as a lobster"])
def test_what_says_no_grade_is_asked_about(said: str) -> None:
    """Neither a grade nor a time that nobody said."""
    found = read(said)
    assert (found.observations, found.at, found.left) == ((), None, ())
    assert len(found.problems) == 1


def test_other_names_are_read_only_when_needed() -> None:
    """Ids alone need no second file."""

    def spoken() -> ItemNames:
        raise AssertionError("not needed")

    found = read_checkin(["redness=2", "fever=no", "very-unwell=yes", "water"], Items(GUIDE, spoken))
    assert len(found.observations) == 4


def test_none_is_a_zero_for_what_was_above_it() -> None:
    """Symptoms whose latest value is above 0; what was named, signs and care are left alone."""
    record = patient((5, "redness=2 pain=1 swelling=0 flaking=1 pus water=2"), (9, "flaking=0"))
    logs = series_by_item(record.treatment, record.entries)
    assert none_left(logs, GUIDE, ()) == ((Observation("redness", 0), Observation("pain", 0)), "")
    assert none_left(logs, GUIDE, ("pain",)) == ((Observation("redness", 0),), "")
    assert none_left(logs, GUIDE, ("pain", "redness")) == ((), "")


@pytest.mark.parametrize(
    ("logged", "but", "items"),
    [
        ("itching=0 pain=0 pus", (), ["pain", "itching"]),
        ("itching=0 pain=0 pus", ("pain",), ["itching"]),
        ("pus water=2", (), ["redness", "swelling", "warmth", "pain"]),
        ("pus water=2", ("warmth", "spf"), ["redness", "swelling", "pain"]),
    ],
)
def test_none_where_nothing_was_above_zero(logged: str, but: tuple[str, ...], items: list[str]) -> None:
    """What was logged before, else what each check-in asks by name; never a sign; and it is said."""
    record = patient((5, logged))
    found = none_left(series_by_item(record.treatment, record.entries), GUIDE, but)
    assert found.zeros == tuple(Observation(item, 0) for item in items)
    assert "signs stay unknown" in found.read_as


# Anything at all.

KNOWN = sorted({*GUIDE.symptoms, *GUIDE.signs, *CARE, *ITEMS.names, *SPOKEN.alarms, *DENIALS})
VALUES = ("0", "2", "9", "yes", "no", "severe", "very", "38.5", "101F", "-1", "x", "")
TOKENS = (
    st.sampled_from(KNOWN)
    | st.sampled_from(VALUES)
    | st.builds("{}{}{}".format, st.sampled_from(KNOWN), st.sampled_from("=: "), st.sampled_from(VALUES))
    | st.text(max_size=12)
    | st.text(st.characters(codec=None), max_size=5)
)


@settings(max_examples=examples(150), deadline=None)
@example(["=", ":", "", " ", "no", "\udcff", "="])
@given(st.lists(TOKENS, max_size=6))
def test_whatever_is_typed_is_read_or_refused(words: list[str]) -> None:
    """Never an exception but the refusal; what was understood is valid and there once."""
    found = read(*words)
    items = [row.item for row in found.observations]
    assert len(items) == len(set(items))
    for row in found.observations:
        highest = 4 if row.item in GUIDE.symptoms else 1 if row.item in GUIDE.signs else 99
        assert 0 <= row.value <= highest
        assert not (row.value and row.item in RED_FLAGS) or row.item in found.red_flags
    if not found.is_whole:
        assert refused(*words)


@settings(max_examples=examples(150), deadline=None)
@given(st.lists(TOKENS, max_size=4), st.sampled_from(RED_FLAGS), st.lists(TOKENS, max_size=4))
def test_a_red_flag_that_was_typed_is_never_overlooked(
    before: list[str], sign: str, after: list[str]
) -> None:
    """Its name between commas brings its card whatever stands around it."""
    assert sign in read(*before, ",", sign, ",", *after).red_flags


@pytest.mark.parametrize("words", [("pus,", "fever"), ("pus,fever",), ("pus, fever",), ("pus", ",", "fever")])
def test_commas_between_items_are_tolerated(words: tuple[str, ...]) -> None:
    """As people list things."""
    assert recorded(*words) == {"pus": 1, "fever": 1}


def test_a_comma_in_a_number_stays() -> None:
    """38,5 is one number."""
    assert read("fever=38,5", "redness=2,swelling=1").observations[0].reading == 38.5


@pytest.mark.parametrize(
    "typed",
    [
        "not breathing",
        "no breathing",
        "not-breathing",
        "can not breathe",
        "can't breathe",
        "hardly breathing",
    ],
)
@pytest.mark.parametrize("apart", [True, False])
def test_not_breathing_is_no_denial(typed: str, apart: bool) -> None:
    """The sign is trouble with breathing: whoever writes that they do not breathe has it."""
    found = read(*(typed.split() if apart else [typed]))
    assert found.red_flags == ("breathing",)
    assert "breathing=no" not in found.to_repeat


@pytest.mark.parametrize(
    ("words", "understood", "asked"),
    [
        ("very red and swollen", ("redness=3",), "swollen"),
        ("really dry and my skin is itchy", ("flaking=3",), "itchy"),
        ("extremely red and sore", ("redness=4",), "sore"),
        # It ends at a comma, at "but", at another word, and where the other has a degree or value of its own.
        ("very red, swollen", ("redness=3", "swelling=1"), None),
        ("very red but swollen", ("redness=3", "swelling=1"), None),
        ("very red and a bit swollen", ("redness=3", "swelling=1"), None),
        ("very red and swelling 2", ("redness=3", "swelling=2"), None),
        # One or two grades are not much apart: a bare name is 1, as ever.
        ("a bit red and swollen", ("redness=1", "swelling=1"), None),
        ("quite red and swollen", ("redness=2", "swelling=1"), None),
        # A sign is there or not, and "no" is said of what it stands before.
        ("very red and no pus", ("redness=3", "pus=no"), None),
        ("very red and pus", ("redness=3", "pus=yes"), None),
    ],
)
def test_how_far_a_degree_reaches(words: str, understood: tuple[str, ...], asked: str | None) -> None:
    """Over "and" it is not certain what is meant: the grade is asked for, neither 1 nor 3 is recorded."""
    found = read(words)
    assert found.understood == understood
    assert [asked is not None and asked in problem.why for problem in found.problems] == [True] * bool(asked)


@pytest.mark.parametrize(
    "words",
    [
        "red since yesterday",
        "red since this morning",
        "it has been red for two days",
        "red all day",
        "red for ages",
    ],
)
def test_how_long_it_has_been_so_is_said_back(words: str) -> None:
    """A log says what is there now: words of how long are no time of it, and are not dropped in silence."""
    found = read(words)
    assert (found.understood, found.left, found.at) == (("redness=1",), (), None)
    assert any("was read as how long" in said for said in found.read_as)


@pytest.mark.parametrize(
    ("words", "card"),
    [
        ("my chest is a bit red", False),
        ("itchy and flaky on my chest", False),
        ("red chest, tight", False),
        ("chest", True),
        ("my chest feels funny", True),
        ("my chest is red and feels funny", True),
        ("my chest is red and sore", True),
        ("chest feels heavy, cheeks red", True),
        ("chest pain, red cheeks", True),
        ("red throat", True),
    ],
)
def test_a_place_of_the_skin_alarms_nobody(words: str, card: bool) -> None:
    """Beside what is seen on skin the chest is where it is; beside all else, or alone, it brings the card."""
    assert read(words).needs_card == card


@pytest.mark.parametrize(
    "words", ["had a hot drink", "hot showers", "red wine last night", "used dry shampoo"]
)
def test_a_thing_that_is_called_after_a_symptom_is_none(words: str) -> None:
    """Nothing is recorded of it, and it is not understood."""
    found = read(words)
    assert found.observations == ()
    assert found.left


@pytest.mark.parametrize(
    ("words", "understood"),
    [
        ("woke up red", ("redness=1",)),
        ("swelling went up", ()),
        ("swelling has gone down", ()),
        ("swelling has gone", ("swelling=0",)),
        ("redness down my neck", ("redness=1",)),
        ("the skin's dry", ("flaking=1",)),
        ("tbh i think its just red", ("redness=1",)),
        ("red tonight", ("redness=1",)),
    ],
)
def test_small_words_change_nothing_but_where_they_say_something(
    words: str, understood: tuple[str, ...]
) -> None:
    """ "Woke up" is no rise, and "gone down" is not gone."""
    assert read(words).understood == understood


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("fever and green pus", {"fever": 1, "pus": 1}),
        ("now i feel shivery and there is some yellow gunk", {"fever": 1, "pus": 1}),
        ("fever and hives on my arms", {"fever": 1, "hives": 1}),
        ("redness around my mouth", {"redness": 1}),
        ("red around the eyes", {"redness": 1}),
        ("swollen around the eyes", {"eye-swelling": 1}),
    ],
)
def test_a_place_or_a_colour_belongs_to_the_name_beside_it(words: str, items: dict[str, int]) -> None:
    """Whatever else the sentence names: a red flag is saved, and not left for its colour."""
    assert recorded(*words.split()) == items


@pytest.mark.parametrize(
    "words", ["fever and yellow", "green and a cold sore", "rash, and swelling on my hand"]
)
def test_a_place_or_a_colour_of_something_else_is_left(words: str) -> None:
    """It may be what the person meant to say."""
    assert not read(*words.split()).is_whole
