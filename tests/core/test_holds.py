"""What holds a restriction whose time is up: what is on the skin, warnings, the practitioner."""

import datetime as dt

import pytest

from meso_cli.model.records import Acknowledgement, Instruction, Record
from meso_cli.model.status import RestrictionState
from meso_cli.recovery.windows import latest_instructions
from tests.core.making import HOLDING_NOTHING, MINUTE, ids_where, made, patient, seen, state, states
from tests.core.recoveries import GUIDE, TREATED, treatment

LATER = 60 * 24.0
"""All times are up by then but giving blood's."""
EVEN_LATER = 130 * 24.0
SKIN_FREE = {"touching", "sunscreen", "exercise", "anti-inflammatories", "alcohol", "blood-donation"}
SKIN = set(GUIDE.restrictions) - SKIN_FREE
# The design names needling; a roller at home is needling, too.
LATE = {"sun", "actives", "exfoliation", "facials", "needling", "home-roller"}
ADVISORIES = {"anti-inflammatories", "alcohol", "blood-donation"}

# Design, section 5: which restrictions each value still holds, and the lowest that does.
FRESH = {"makeup", "new-products", "actives", "exfoliation", "facials"}
HEAT = {"exercise", "hot-shower", "sauna", "swimming", "sun"}
HELD_BY_ITEM = {
    "redness": (2, FRESH | HEAT),
    "swelling": (2, HEAT),
    "flaking": (2, FRESH | {"picking"}),
    "scabs": (1, FRESH | {"picking"}),
}


def said(**values: int) -> str:
    """All that a hold looks at is 0, but for the given values."""
    named = {name.replace("_", "-"): value for name, value in values.items()}
    return " ".join(f"{item}={value}" for item, value in {**HOLDING_NOTHING, **named}.items())


def held_by(record: Record, item: str, hours: float = LATER) -> set[str]:
    return ids_where(record, hours, lambda row: item in row.held_by)


@pytest.mark.parametrize("item", HELD_BY_ITEM)
def test_an_item_holds_from_its_lowest_grade_on(item: str) -> None:
    """Redness, swelling, flaking >= 2 and scabs >= 1 hold their restrictions, and no other does.

    Logged inside its course, so that no warning holds as well; looked at when times are up.
    """
    lowest, named = HELD_BY_ITEM[item]
    assert held_by(patient((10, said(**{item: lowest}))), item) == named
    sooner = {"picking"} if item == "flaking" else set()
    assert held_by(patient((10, said(**{item: lowest - 1}))), item) == sooner


def test_mild_flaking_holds_picking_alone() -> None:
    """Picking waits for flaking >= 1, the others for >= 2."""
    assert held_by(patient((10, said(flaking=1))), "flaking") == {"picking"}
    assert held_by(patient((10, said(flaking=0))), "flaking") == set()


def test_an_open_sore_holds_by_itself_and_by_its_warning() -> None:
    """The sign stands among the fresh-skin items; its urgent warning holds every restriction."""
    assert held_by(patient((10, said(open_sore=1))), "open-sore", EVEN_LATER) == set(GUIDE.restrictions)


def test_a_hold_turns_allowed_into_caution_and_moves_no_time() -> None:
    """`held_by` says what holds; `by_time` and `until` are what they were."""
    free, held = patient((10, said())), patient((10, said(redness=2)))
    for id in FRESH | HEAT:
        before, after = state(free, id, LATER), state(held, id, LATER)
        assert (before.state, before.held_by) == ("allowed", ())
        assert (after.state, after.held_by) == ("caution", ("redness",))
        assert after == before._replace(state="caution", held_by=("redness",))


@pytest.mark.parametrize("id", sorted(FRESH | HEAT | {"picking"}))
def test_a_hold_changes_nothing_before_its_time_is_up(id: str) -> None:
    """Avoid stays avoid and caution caution; what is on the skin counts once the time is up."""
    free, held = patient((1, said())), patient((1, said(redness=2, swelling=2, flaking=2, scabs=2)))
    until = GUIDE.restrictions[id].until
    if "pih_prone" in GUIDE.restrictions[id].unknown_extends:
        until = GUIDE.restrictions[id].extended["pih_prone"]
    for hours in (1.0, 24.0, until - MINUTE):
        assert state(held, id, hours) == state(free, id, hours)
    assert state(held, id, until).held_by


def test_a_warning_holds_what_is_caution_by_time() -> None:
    """It is named there too, and moves neither the state nor a time; avoid stays avoid, unnamed."""
    free, held = patient((1, said())), patient((1, said(fever=1, bad_smell=1)))
    for hours, by_time, holders in ((23.9, "avoid", ()), (30.0, "caution", ("fever", "bad-smell"))):
        before, after = state(free, "makeup", hours), state(held, "makeup", hours)
        assert (before.by_time, before.held_by) == (by_time, ())
        assert after == before._replace(held_by=holders, not_now=True)


def test_the_latest_value_holds_at_any_age() -> None:
    """A value of day 0 still holds two months later; a later 0 frees."""
    assert state(patient((10, said(redness=2))), "makeup", LATER).held_by == ("redness",)
    freed = patient((10, said(redness=2)), (60, "redness=0"))
    assert state(freed, "makeup", LATER).state == "allowed"


def test_all_that_holds_is_named_once() -> None:
    """Warnings first, then items; an item whose own warning holds too stands there once."""
    held = patient((900, said(redness=2, scabs=1)))
    assert state(held, "makeup", LATER).held_by == ("redness", "scabs")


def test_what_was_never_logged_is_unchecked_and_does_not_hold() -> None:
    """Allowed by time, with the items that nobody looked at; those logged are left out."""
    nothing = state(patient(), "makeup", 200)
    assert (nothing.state, nothing.held_by) == ("allowed", ())
    assert nothing.unchecked == ("redness", "flaking", "scabs", "open-sore")
    assert state(patient((10, "redness=1 open-sore=0")), "makeup", 200).unchecked == ("flaking", "scabs")
    assert state(patient(), "picking", 240).unchecked == ("scabs", "flaking")
    assert state(patient(), "exercise", 48).unchecked == ("redness", "swelling")
    assert state(patient(), "shaving", 2000).unchecked == ()


def test_unchecked_begins_when_the_time_is_up() -> None:
    """Before that, time alone answers."""
    assert state(patient(), "makeup", 48 - MINUTE).unchecked == ()
    assert state(patient(), "makeup", 48).unchecked != ()


@pytest.mark.parametrize("skin_type", [4, 5, 6])
@pytest.mark.parametrize("item", ["warmth", "swelling"])
def test_brown_and_black_skin_is_held_by_mild_warmth_and_swelling(item: str, skin_type: int) -> None:
    """Redness shows less there; on lighter skin mild warmth and swelling inside their course hold nothing."""
    brown = treatment(skin_type=skin_type)
    for value, held in ((1, FRESH | HEAT), (0, set())):
        record = patient((10, said(**{"warmth": 0, item: value})), of=brown)
        assert held_by(record, item) == held
    for lighter in (treatment(skin_type=3), treatment()):
        assert held_by(patient((10, said(**{item: 1})), of=lighter), item) == set()


def test_what_brown_skin_waits_for_is_asked_about() -> None:
    """Never logged is unchecked there, too."""
    found = state(patient(of=treatment(skin_type=4)), "makeup", 48)
    assert found.unchecked == ("redness", "flaking", "scabs", "open-sore", "warmth", "swelling")
    assert state(patient(of=treatment(skin_type=4)), "exercise", 48).unchecked == (
        "redness",
        "swelling",
        "warmth",
    )


@pytest.mark.parametrize(
    ("words", "not_now"),
    [("fever", True), ("breathing", True), ("warmth=4", True), ("worried", False), ("warmth=3", False)],
)
def test_everything_waits_while_a_warning_of_urgent_or_above_stands(words: str, not_now: bool) -> None:
    """Rules and advice alike, at any hour; below that each is judged by itself."""
    for hours in (11, EVEN_LATER):
        assert {row.not_now for row in seen(patient((10, words)), hours).restrictions} == {not_now}


@pytest.mark.parametrize("sign", [row.id for row in GUIDE.signs.values() if row.is_red_flag])
def test_while_an_urgent_warning_stands_nothing_reads_allowed(sign: str) -> None:
    """Each red flag holds all 21 restrictions, advisories too, and is named as what holds."""
    record = patient((5, said(**{sign: 1})))
    assert set(states(record, EVEN_LATER).values()) == {"caution"}
    assert held_by(record, sign, EVEN_LATER) == set(GUIDE.restrictions)


@pytest.mark.parametrize(
    ("words", "holder"),
    [
        ("warmth=4", "warmth"),
        ("bruising=4", "bruising"),
        ("itching=3", "itching"),
        ("cold-sore eye-pain", "cold-sore-eye"),
        ("fever very-unwell", "infection-unwell"),
    ],
)
def test_urgent_symptoms_and_combinations_hold_everything(words: str, holder: str) -> None:
    """The tier decides, whatever raised it."""
    assert held_by(patient((5, words)), holder, EVEN_LATER) == set(GUIDE.restrictions)


@pytest.mark.parametrize("sign", ["rash", "cold-sore", "firm-bumps"])
def test_contact_signs_of_the_skin_hold_what_touches_it(sign: str) -> None:
    """All but alcohol, giving blood, anti-inflammatories, exercise, sunscreen and clean hands."""
    assert held_by(patient((800, said(**{sign: 1}))), sign, EVEN_LATER) == SKIN


@pytest.mark.parametrize("symptom", GUIDE.inflammatory)
def test_a_contact_warning_of_an_inflammatory_symptom_holds_the_skin(symptom: str) -> None:
    """Contact holds the group; the same symptom as a watch holds nothing."""
    watch = patient((800, said(**{symptom: 1})))
    assert held_by(watch, symptom, EVEN_LATER) == set()
    contact = patient((800, said(**{symptom: 1})), (810, said(**{symptom: 1})))
    assert {row.tier for row in seen(contact, EVEN_LATER).warnings} == {"contact"}
    assert held_by(contact, symptom, EVEN_LATER) == SKIN


def test_two_inflamed_on_day_one_hold_the_skin() -> None:
    """The combination `inflamed` holds as a contact warning does."""
    record = patient((30, said(pain=2, warmth=2)))
    assert [(row.id, row.tier) for row in seen(record, 31).warnings] == [("inflamed", "contact")]
    assert held_by(record, "inflamed", EVEN_LATER) == SKIN


def test_a_watch_holds_nothing() -> None:
    """Only contact and above hold."""
    record = patient((130, said(redness=1)))
    assert {row.tier for row in seen(record, 131).warnings} == {"watch"}
    assert held_by(record, "redness") == set()


@pytest.mark.parametrize(
    "sign", ["dark-patches", "grid-marks", "raised-scar", "hollowing", "numbness", "worried"]
)
def test_late_signs_hold_what_would_make_them_worse(sign: str) -> None:
    """Sun, actives, exfoliation, facials and needling; makeup, water and sport go on."""
    assert held_by(patient((800, said(**{sign: 1}))), sign, EVEN_LATER) == LATE


@pytest.mark.parametrize("symptom", ["flaking", "bruising", "glands", "tightness"])
def test_other_symptoms_hold_by_their_grade_alone(symptom: str) -> None:
    """Their contact warning names no group; only flaking's own value holds picking."""
    record = patient((800, said(**{symptom: 1})), (810, said(**{symptom: 1})))
    assert {row.tier for row in seen(record, EVEN_LATER).warnings} == {"contact"}
    assert held_by(record, symptom, EVEN_LATER) == ({"picking"} if symptom == "flaking" else set())


def test_a_warning_that_was_told_still_holds() -> None:
    """An acknowledgement changes how it is shown, nothing else."""
    record = patient((30, said(fever=1)))
    told = Acknowledgement("fever", "urgent", 1, record.treatment.moment(31), "rang them")
    record = record._replace(acknowledgements=(told,))
    assert seen(record, EVEN_LATER).warnings[0].acknowledged is not None
    assert set(states(record, EVEN_LATER).values()) == {"caution"}


def test_a_standing_warning_turns_no_avoid_into_caution() -> None:
    """A hold never loosens: on day 0 every rule is avoid, fever or not."""
    found = states(patient((1, "fever")), 2)
    assert {id: value for id, value in found.items() if value != "avoid"} == dict.fromkeys(
        ADVISORIES, "caution"
    )


# The practitioner's plan.


def planned(id: str, *hours: float | None, **known: object) -> Record:
    """A record with these instructions about one restriction, an hour apart, and calm skin."""
    treated = treatment(**known)
    plan = tuple(
        Instruction(id, each, "Dr Vale", None, TREATED + dt.timedelta(hours=number))
        for number, each in enumerate(hours)
    )
    return Record(treated, (made(10, said(), of=treated),), plan)


def window(record: Record, id: str) -> tuple[float | None, float | None]:
    row = state(record, id, 1)
    ends = (row.earliest, row.until)
    first, last = (None if at is None else record.treatment.hours(at) for at in ends)
    return first, last


@pytest.mark.parametrize(
    ("hours", "earliest", "until"),
    [(12, 12, 48), (0, 0, 48), (30, 30, 48), (48, 48, 48), (72, 72, 72)],
)
def test_an_instruction_moves_the_ends(hours: float, earliest: float, until: float) -> None:
    """`earliest` = N and `until` = max(until, N): stricter moves both out, looser only `earliest` in."""
    record = planned("makeup", hours)
    assert window(record, "makeup") == (earliest, until)
    for boundary, before, on in ((earliest, "avoid", "caution"), (until, "caution", "allowed")):
        if earliest == until:
            before, on = "avoid", "allowed"
        if boundary:
            assert state(record, "makeup", boundary - MINUTE).state == before
        assert state(record, "makeup", boundary).state == on


def guide_hours(row: RestrictionState) -> float:
    """Hours from the treatment to what the guide says."""
    assert row.guide_until
    return treatment().hours(row.guide_until)


def test_both_voices_are_there() -> None:
    """`set_by` names the practitioner and `guide_until` keeps what the guide says."""
    for hours in (12, 72, None):
        row = state(planned("makeup", hours), "makeup", 1)
        assert row.set_by == "practitioner"
        assert guide_hours(row) == 48
    other = state(planned("makeup", 12), "sauna", 1)
    assert (other.set_by, guide_hours(other)) == ("guide", 120)


def test_the_guides_voice_is_that_of_this_treatment() -> None:
    """After a deep session a looser instruction leaves the extended end."""
    row = state(planned("makeup", 12, depth_mm=2.0), "makeup", 50)
    assert (row.state, guide_hours(row)) == ("caution", 96)


def test_an_open_ended_instruction_has_no_end() -> None:
    """ "Until I say so": both ends null, avoid at any hour."""
    record = planned("sauna", None)
    assert window(record, "sauna") == (None, None)
    assert state(record, "sauna", 10 * EVEN_LATER).state == "avoid"


def test_the_last_instruction_counts() -> None:
    """Given later, even if it stands earlier in the file."""
    assert window(planned("makeup", 72, 12), "makeup") == (12, 48)
    assert window(planned("makeup", None, 60), "makeup") == (60, 60)
    turned = planned("makeup", 72, 12)
    turned = turned._replace(instructions=tuple(reversed(turned.instructions)))
    assert window(turned, "makeup") == (12, 48)


def test_a_hold_stands_over_what_the_practitioner_allowed_by_time() -> None:
    """A looser instruction does not free a restriction that a warning holds."""
    record = planned("makeup", 12)
    record = record._replace(entries=(made(20, said(fever=1)),))
    row = state(record, "makeup", 100)
    assert (row.by_time, row.state, row.held_by) == ("allowed", "caution", ("fever",))


def test_the_later_word_is_the_later_instant() -> None:
    """In the hour that the clocks repeat, 02:10 the second time is later than 02:30 the first time."""
    night = dt.datetime(2026, 10, 25, 2, 0, tzinfo=TREATED.tzinfo)
    first = Instruction("makeup", 100, "Dr Vale", None, night.replace(minute=30, fold=0))
    second = Instruction("makeup", 200, "Dr Vale", None, night.replace(minute=10, fold=1))
    for plan in ((first, second), (second, first)):
        assert latest_instructions(plan) == {"makeup": second}
