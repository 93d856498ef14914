"""What a person types after `meso log`, read as observations: all of it or a sentence that helps."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from meso_cli.checkin import Checkin, read_checkin, refuse, zeros
from meso_cli.errors import BadValue
from meso_cli.guide.words import read_other_words
from meso_cli.model.guide import OtherWords
from meso_cli.model.records import Observation
from meso_cli.signs.logs import series_by_item
from tests.core.making import patient
from tests.core.recoveries import GUIDE

OTHER = read_other_words()
RED_FLAGS = tuple(row.id for row in GUIDE.signs.values() if row.is_red_flag)
CARE = tuple(row.id for row in GUIDE.care.values() if row.per_day is not None)
ADVICE = tuple(row.id for row in GUIDE.care.values() if row.per_day is None)
DENIALS = ("no", "not", "without")
ARABIC_TWO, FULL_WIDTH_TWO, SUPERSCRIPT_TWO = "\u0662", "\uff12", "\u00b2"


def read(*words: str) -> Checkin:
    return read_checkin(words, GUIDE, lambda: OTHER)


def recorded(*words: str) -> dict[str, int]:
    """What was understood; fails where something was not."""
    found = read(*words)
    assert found.problems == ()
    return {row.item: row.value for row in found.observations}


def refused(*words: str) -> str:
    """Why it was not understood, as the person reads it."""
    with pytest.raises(BadValue) as why:
        refuse(read(*words))
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
        *(ARABIC_TWO, FULL_WIDTH_TWO, SUPERSCRIPT_TWO, "½", "²2", "=2", "None None"),
    ],
)
def test_anything_else_is_no_grade(value: str) -> None:
    """Only ASCII 0-4 and the words: nothing is guessed, nothing recorded, and the answer says how."""
    found = read(f"redness={value}")
    assert found.observations == ()
    assert found.red_flags == ()
    assert "is no grade; grades go from 0 (none) to 4 (very severe): redness=2" in refused(f"redness={value}")


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


@pytest.mark.parametrize("alias", OTHER.items)
def test_every_alias_reads_as_its_item(alias: str) -> None:
    """And brings the card exactly where the item does."""
    found = read(alias)
    item = OTHER.items[alias]
    assert [row.item for row in found.observations] == [item]
    assert found.red_flags == ((item,) if item in RED_FLAGS else ())


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
    assert found.read_as == (f"pus={value.replace(' ', '-')} was read as yes",)


@pytest.mark.parametrize("sign", RED_FLAGS)
@pytest.mark.parametrize("value", ["5", "maybe", "", "?", "-", "yess", ARABIC_TWO])
def test_an_unreadable_value_of_a_red_flag_brings_its_card(sign: str, value: str) -> None:
    """Anything else beside a red flag's name: the card, nothing recorded, and the command as a yes."""
    found = read(f"{sign}={value}")
    assert (found.red_flags, found.observations) == ((sign,), ())
    assert "cannot be read; say yes or no" in refused(f"{sign}={value}")
    assert found.corrected == (f"{sign}=yes",)


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
    "value", ["29.9", "45.1", "85.9", "113.1", "60", "0.5", "9", "385", "38F", "100C", "38.555", "3 8", "38K"]
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
    """Bare is one; ASCII digits to 99; yes and no."""
    for words, count in ((item, 1), (f"{item}=6", 6), (f"{item}=0", 0), (f"{item}=99", 99)):
        assert recorded(words) == {item: count}
    assert recorded(f"{item}=yes") == {item: 1}
    assert recorded(f"{item}=no") == {item: 0}


@pytest.mark.parametrize("value", ["100", "1.5", "+2", "1_0", ARABIC_TWO, "some", ""])
def test_what_is_no_count(value: str) -> None:
    """Refused with the way to say it."""
    assert read(f"water={value}").observations == ()
    assert "is no count; say a number from 0 to 99: water=2" in refused(f"water={value}")


@pytest.mark.parametrize("item", ADVICE)
def test_advice_cannot_be_logged(item: str) -> None:
    """Only what can be ticked off is an item."""
    assert read(item).observations == ()
    assert "there is no item" in refused(item).lower()


# Words that stand apart.


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("redness", "2"), "redness=2"),
        (("redness", "very", "severe"), "redness=very-severe"),
        (("itch", "mild"), "itching=mild"),
        (("redness", "very", "severe", "2"), "redness=very-severe-2"),
        (("fever", "no"), "fever=no"),
        (("pus", "yes"), "pus=yes"),
        (("water", "6"), "water=6"),
        (("redness 2",), "redness=2"),
        (("no", "fever"), "fever=no"),
        (("not", "red"), "redness=no"),
        (("without", "pus"), "pus=no"),
        (("no fever",), "fever=no"),
        (("no-fever",), "fever=no"),
        (("no_pus",), "pus=no"),
        (("without-redness",), "redness=no"),
    ],
)
def test_an_item_and_its_value_in_two_words(words: tuple[str, ...], meant: str) -> None:
    """Refused with the corrected command: it may have been meant otherwise."""
    found = read(*words)
    assert (found.observations, found.corrected) == ((), (meant,))
    assert f"two words; join them: {meant}" in refused(*words)


# Here the denial says that the trouble is there: see test_not_breathing_is_no_denial.
DENIED = [(denial, sign) for denial in DENIALS for sign in RED_FLAGS]
DENIED = [pair for pair in DENIED if pair not in (("no", "breathing"), ("not", "breathing"))]


@pytest.mark.parametrize(("denial", "sign"), DENIED)
def test_a_denied_sign_brings_no_card(sign: str, denial: str) -> None:
    """`no SIGN` is no report."""
    assert not read(denial, sign).needs_card


def test_a_red_flag_with_its_value_apart_brings_the_card() -> None:
    """`fever 39`: it was named, and cannot be read as it is."""
    assert read("fever", "39").red_flags == ("fever",)
    assert read("fever", "39").corrected == ("fever=39",)


@pytest.mark.parametrize(
    ("words", "corrected", "flags"),
    [
        (("itch", "mild", "pus"), ("itching=mild", "pus"), ("pus",)),
        (("redness", "no", "fever"), ("redness", "fever=no"), ()),
        (("redness=2", "3", "pus"), ("redness=2", "pus"), ("pus",)),
        (("no=x", "fever"), ("fever",), ("fever",)),
        (("no", "no", "fever"), ("fever=no",), ()),
        (("no", "fever", "pus"), ("fever=no", "pus"), ("pus",)),
    ],
)
def test_what_stands_beside_is_read_on(
    words: tuple[str, ...], corrected: tuple[str, ...], flags: tuple[str, ...]
) -> None:
    """A value apart takes what belongs to it and no more; a denial only what it stands before."""
    found = read(*words)
    assert found.problems
    assert (found.corrected, found.red_flags) == (corrected, flags)


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
        ("redness", "redness"),
        ("redness=1", "redness=2"),
        ("itching=1", "itch=2"),
        ("fever=no", "fever"),
        ("fever", "fever=no"),
        ("spf", "sunscreen"),
    ],
)
def test_the_same_item_twice(words: tuple[str, ...]) -> None:
    """Through an alias too: which one was meant is not guessed; a yes among them brings its card."""
    assert "is there twice; say it once" in refused(*words)
    assert read(*words).red_flags == (("fever",) if "fever" in words else ())


@pytest.mark.parametrize("sign", RED_FLAGS)
def test_a_mistyped_red_flag_brings_its_card(sign: str) -> None:
    """A letter left out, doubled or two in the wrong order: the card, and "did you mean"."""
    middle = max(at for at in range(1, len(sign) // 2 + 1) if "-" not in sign[at - 1 : at + 1])
    left_out = sign[:middle] + sign[middle + 1 :]
    doubled = sign[:middle] + sign[middle] + sign[middle:]
    swapped = sign[: middle - 1] + sign[middle] + sign[middle - 1] + sign[middle + 1 :]
    for typo in {left_out, doubled, swapped}:
        found = read(typo)
        assert found.observations == (), typo
        assert sign in found.red_flags, typo
        assert f"did you mean {sign}" in refused(typo), typo
        assert f"{sign}=yes" in found.corrected, typo


def test_what_is_unknown_gets_a_suggestion_or_the_way_to_one() -> None:
    """Close names first; else where to look. Other items of the line are kept for the next try."""
    assert "there is no item 'rednes'; did you mean redness" in refused("rednes").lower()
    assert "see: meso log --help" in refused("zzzzz")
    found = read("zzzzz", "swelling=2", "pus")
    assert (found.corrected, found.red_flags) == (("swelling=2", "pus"), ("pus",))


@pytest.mark.parametrize("typo", ["ups", "psu", "UPS", "hievs", "fveer"])
def test_neighbours_that_changed_places_bring_the_card(typo: str) -> None:
    """Above all in a short name, where no other likeness is left."""
    assert read(typo).red_flags in (("pus",), ("hives",), ("fever",))


@pytest.mark.parametrize("word", ["sup", "spu", "use", "up", "sun", "run", "cup", "map", "car", "dog", "tea"])
def test_an_ordinary_word_brings_no_card(word: str) -> None:
    """Only neighbours that changed places, in a word of the same length."""
    assert not read(word).needs_card
    assert read(word).problems


@pytest.mark.parametrize("denial", DENIALS)
@pytest.mark.parametrize("sign", ["fever", "pus", "hives"])
def test_a_denial_in_one_word_is_a_denial(denial: str, sign: str) -> None:
    """`nofever`: no card, and the value that says it; never a yes."""
    found = read(f"{denial}{sign}", "redness=1")
    assert not found.needs_card
    assert found.corrected == (f"{sign}=no", "redness=1")
    assert f"say: {sign}=no" in refused(f"{denial}{sign}")


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("severe", "'severe' is a grade; say of what: redness=severe"),
        ("very severe", "'very' is a grade"),
        ("Moderate", "'Moderate' is a grade; say of what: redness=moderate"),
        ("none", "if no symptom is left: --none"),
        ("2", "'2' is a number; say of what: redness=2"),
        ("38.5", "'38.5' is a number"),
    ],
)
def test_a_value_without_an_item_asks_for_the_item(word: str, says: str) -> None:
    """A grade is no mistyped fever."""
    found = read(word)
    assert not found.needs_card
    assert says.casefold() in refused(word).casefold()


def test_a_value_without_an_item_does_not_hide_a_red_flag() -> None:
    """What stands beside it is read all the same."""
    assert read("severe", "pus").red_flags == ("pus",)
    assert read("severe pus").red_flags == ("pus",)


def test_a_contact_sign_mistyped_brings_no_card() -> None:
    """It is no red flag when it is typed right, either."""
    assert read("numbnes").red_flags == ()


@pytest.mark.parametrize("alarm", OTHER.alarms)
def test_a_word_of_alarm_brings_the_card(alarm: str) -> None:
    """ "infection" is no sign: the card, and what to look for."""
    found = read(alarm)
    assert (found.is_alarm, found.needs_card, found.observations) == (True, True, ())
    assert "is no sign; log what you see" in refused(alarm)


def test_every_problem_is_said_at_once() -> None:
    """One sentence for all, each said once; nothing to refuse is nothing raised."""
    words = refused("redness=9", "zzzzz", "zzzzz", "water=x")
    assert words[0].isupper()
    assert all(part in words for part in ("edness=9", "zzzzz", "water=x"))
    assert words.count("zzzzz") == 1
    refuse(read("redness=2"))
    refuse(read())


def test_what_was_typed_is_shown_harmless() -> None:
    """Whatever stands in a sentence is fit to show."""
    assert "\x1b" not in refused("\x1b[31mred")
    assert "\x1b" not in refused("redness=\x1b[31m")
    assert "\x1b" not in refused("pus=\x1b[31m")


def test_other_words_are_read_only_when_needed() -> None:
    """Ids alone need no second file."""

    def other() -> OtherWords:
        raise AssertionError("not needed")

    found = read_checkin(["redness=2", "fever=no", "water", "pus"], GUIDE, other)
    assert len(found.observations) == 4


def test_none_is_a_zero_for_what_was_above_it() -> None:
    """Symptoms whose latest value is above 0; what was named, signs and care are left alone."""
    record = patient((5, "redness=2 pain=1 swelling=0 flaking=1 pus water=2"), (9, "flaking=0"))
    logs = series_by_item(record.treatment, record.entries)
    assert zeros(logs, GUIDE, ()) == (Observation("redness", 0), Observation("pain", 0))
    assert zeros(logs, GUIDE, ("pain",)) == (Observation("redness", 0),)


# Anything at all.

KNOWN = sorted({*GUIDE.symptoms, *GUIDE.signs, *CARE, *OTHER.items, *OTHER.alarms, *DENIALS})
VALUES = ("0", "2", "9", "yes", "no", "severe", "very", "38.5", "101F", "-1", "x", "")
TOKENS = (
    st.sampled_from(KNOWN)
    | st.sampled_from(VALUES)
    | st.builds("{}{}{}".format, st.sampled_from(KNOWN), st.sampled_from("=: "), st.sampled_from(VALUES))
    | st.text(max_size=12)
    | st.text(st.characters(codec=None), max_size=5)
)


@settings(max_examples=400, deadline=None)
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
    if found.problems:
        assert refused(*words)
    else:
        assert [row.item in RED_FLAGS and row.value for row in found.observations].count(1) == len(
            found.red_flags
        )


@settings(max_examples=400, deadline=None)
@given(st.lists(TOKENS, max_size=4), st.sampled_from(RED_FLAGS), st.lists(TOKENS, max_size=4))
def test_a_red_flag_that_was_typed_is_never_overlooked(
    before: list[str], sign: str, after: list[str]
) -> None:
    """Its bare id brings its card whatever stands around it, unless a denial stands right before it."""
    denied = bool(before) and before[-1].replace("_", " ").replace("-", " ").casefold().split()[-1:] in (
        [[word] for word in DENIALS]
    )
    if not denied:
        assert sign in read(*before, sign, *after).red_flags


@pytest.mark.parametrize(
    ("words", "corrected", "red_flags"),
    [
        (("open", "sore"), "open-sore", ("open-sore",)),
        (("open", "sore=yes"), "open-sore=yes", ("open-sore",)),
        (("open", "sore=no"), "open-sore=no", ()),
        (("cold", "sore"), "cold-sore", ()),
    ],
)
def test_a_name_of_two_words_is_joined(
    words: tuple[str, ...], corrected: str, red_flags: tuple[str, ...]
) -> None:
    """Its second word may name something milder, so the whole name goes first."""
    found = read(*words)
    assert (found.corrected, found.red_flags, found.observations) == ((corrected,), red_flags, ())
    assert f"join them: {corrected}" in found.problems[0]


@pytest.mark.parametrize("words", [("pus,", "fever"), ("pus,fever",), ("pus, fever",), ("pus", ",", "fever")])
def test_commas_between_items_are_tolerated(words: tuple[str, ...]) -> None:
    """As people list things."""
    assert recorded(*words) == {"pus": 1, "fever": 1}


def test_a_comma_in_a_number_stays() -> None:
    """38,5 is one number."""
    assert read("fever=38,5", "redness=2,swelling=1").observations[0].reading == 38.5


def test_an_n_is_a_no_for_a_grade_too() -> None:
    """As for a sign: the check-in asks both. A y says no grade."""
    assert recorded("redness=n") == {"redness": 0}


@pytest.mark.parametrize(
    "typed",
    [
        "not breathing",
        "no breathing",
        "not-breathing",
        "can not breathe",
        "cannot breathe",
        "not breathing well",
    ],
)
@pytest.mark.parametrize("apart", [True, False])
def test_not_breathing_is_no_denial(typed, apart):
    """The sign is trouble with breathing: whoever writes that they do not breathe has it."""
    found = read(*(typed.split() if apart else [typed]))
    assert found.red_flags == ("breathing",)
    assert "breathing=no" not in found.corrected
