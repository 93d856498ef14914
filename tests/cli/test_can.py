"""May I? The answer, its end, its reason, and never a yes about what is not known."""

import json
import re
from typing import Any

import pytest

from meso_cli.guide.reading import read_guide
from tests.conftest import World

KNOWN = {
    "makeup": "makeup, make-up, foundation, wear makeup, use concealer, put on some foundation",
    "swimming": "swim, swimming, pool, sea, go swimming, go to the pool",
    "sauna": "sauna, steam room, go to the sauna, steam",
    "exercise": "run, running, gym, go to the gym, workout, jogging, exercise, sport",
    "actives": "retinol, use retinol, tretinoin, vitamin c, benzoyl peroxide",
    "sun": "sunbed, sunbathe, sunbathing, tanning, direct sun",
    "exfoliation": "scrub, exfoliate, exfoliation, face scrub",
    "hot-shower": "hot shower, hot bath, take a hot shower",
    "hair-removal": "wax, waxing, hair removal",
    "shaving": "shave, shaving",
    "facials": "laser, facial, facials",
    "alcohol": "wine, beer, alcohol, a beer",
    "anti-inflammatories": "ibuprofen, take ibuprofen, naproxen",
    "blood-donation": "give blood, donate blood, blood donation",
    "needling": "needling, microneedling",
    "home-roller": "dermaroller, home roller",
    "picking": "picking, pick, pick scabs",
    "walking": "walk, walking, go for a walk",
}
UNKNOWN = """
tattoo my arm|keto|skydiving|walk on hot coals|eat chocolate|juggle|hyperbaric
bleach my hair blue|donate plasma and bone|cupping|quantum healing|read a book|climb the stairs
""".strip().replace("\n", "|")
SAYINGS = [(id, words) for id, row in KNOWN.items() for words in row.split(", ")]


def answer(world: World, *words: str) -> dict[str, Any]:
    result = world.meso("can", *words, "--json")
    document: dict[str, Any] = json.loads(result.out)
    return document | {"code": result.code}


@pytest.mark.parametrize(("id", "words"), SAYINGS)
def test_everyday_words_find_their_rule(treated: World, id: str, words: str) -> None:
    """As people say it, with or without filler."""
    found = answer(treated.at(hours=2), *words.split())
    assert id in (found.get("id"), *found["also"]), found


@pytest.mark.parametrize("words", UNKNOWN.split("|"))
def test_what_is_not_known_never_gets_a_yes(treated: World, words: str) -> None:
    """Exit 3, `allowed` null, and whom to ask."""
    found = answer(treated.at(days=200), *words.split())
    assert (found["code"], found["allowed"]) == (3, None)
    shown = treated.meso("can", *words.split())
    assert "ask your practitioner" in (shown.out + shown.err).casefold()


def test_the_exit_code_is_the_answer(treated: World) -> None:
    """Avoid and caution 1, allowed by time 0, at the boundaries of the rule."""
    calm = ["redness=0", "flaking=0", "scabs=0", "swelling=0", "open-sore=no"]
    treated.at(hours=1).meso("log", *calm)
    wanted = {23.9: ("avoid", 1), 24: ("caution", 1), 47.9: ("caution", 1), 48: ("allowed", 0)}
    for hours, expected in wanted.items():
        found = answer(treated.at(hours=hours), "makeup")
        assert (found["state"], found["code"]) == expected, hours
        assert found["allowed"] is (expected[1] == 0)


def test_an_unchecked_condition_is_said_beside_a_yes(treated: World) -> None:
    """Never logged is not absent."""
    found = answer(treated.at(hours=50), "makeup")
    assert (found["code"], found["unchecked"]) == (0, ["redness", "flaking", "scabs", "open-sore"])
    assert "never logged" in treated.meso("can", "makeup").out


def test_what_stands_is_asked_about_first(treated: World) -> None:
    """A hold is asked about first; with a red flag nothing is for now but what is fine from the start."""
    treated.at(hours=50).meso("log", "scabs=1", "rash")
    assert answer(treated, "makeup")["verdict"] == "ask-first"
    assert answer(treated, "walk")["code"] == 0
    treated.meso("log", "fever")
    assert answer(treated, "walk")["code"] == 0
    assert (answer(treated, "makeup")["verdict"], answer(treated, "makeup")["code"]) == ("not-now", 1)
    assert treated.meso("can", "wine").out.splitlines()[1].startswith("Not now: ")
    assert "fever" in treated.meso("can", "wine").out


def test_several_rules_answer_with_the_strictest(treated: World) -> None:
    """Hot tub is sauna and swimming; a peel is acids, scrubs and facials."""
    found = answer(treated.at(days=8), "peel")
    assert found["id"] == "facials"
    assert set(found["also"]) == {"actives", "exfoliation"}
    assert {answer(treated, "hot", "tub")["id"], *answer(treated, "hot", "tub")["also"]} == {
        "sauna",
        "swimming",
    }


def test_of_what_is_allowed_the_one_with_a_condition_answers(treated: World) -> None:
    """Sleeping is fine in itself; makeup over night is allowed only where nothing is open or flaking."""
    late = treated.at(hours=60)
    for words, id in (("sleep with makeup on", "makeup"), ("ride my bike to work", "exercise")):
        found = answer(late, *words.split())
        assert (found["id"], found["allowed"]) == (id, True)
        assert "if you have no redness" in late.meso("can", *words.split()).out.splitlines()[0]
        assert found["also"]


def test_a_red_flag_is_said_beside_every_answer(treated: World) -> None:
    """Whatever its state by time, everything waits; what comes first stands beside it."""
    treated.at(hours=30).meso("log", "bad-smell", "fever")
    makeup = json.loads(treated.meso("can", "makeup", "--json").out)
    assert (makeup["state"], makeup["verdict"], makeup["not_now"]) == ("caution", "not-now", True)
    assert makeup["held_by"] == ["fever", "bad-smell"]
    for words in ("makeup", "swim"):
        out = treated.meso("can", words).out
        assert out.startswith("SEE A DOCTOR TODAY · ")
        assert out.splitlines()[1] == f"Not now: {'swimming' if words == 'swim' else 'makeup'}"
        assert out.splitlines()[0] == out.splitlines()[-1]
        assert "Why: fever, bad smell" in out or "Why: fever · bad smell" in out
    for given in (["--ingredients", "foundation"], []):
        assert treated.meso("can", *given).out.startswith("SEE A DOCTOR TODAY")
    assert "Everything else waits until you have been seen: meso status --all" in treated.meso("status").out
    assert "Not now, until you have been seen" in treated.meso("status", "--all").out
    assert "not now" in treated.meso("can", "--ingredients", "foundation").out


def test_a_warning_below_urgent_is_said_beside_caution(treated: World) -> None:
    """What is caution by time is to be asked about as well."""
    treated.at(hours=30).meso("log", "rash")
    assert treated.meso("can", "makeup").out.startswith("With caution, and ask first: makeup, until")
    assert "ask first: your practitioner, because of rash" in treated.meso("can", "makeup").out
    assert "With caution, and ask first (rash), until" in treated.meso("status").out
    assert "; ask first (rash)" in treated.meso("plan", "set", "makeup", "20h").out
    assert "with caution, and ask first" in treated.meso("can", "--ingredients", "foundation").out


def test_a_bare_day_answers_for_its_strictest_moment(treated: World) -> None:
    """Swimming ends on Saturday at 14:00: Saturday is caution, Sunday is not."""
    treated.at(hours=1).meso("log", "redness=0", "swelling=0")
    assert answer(treated, "swim", "--at", "saturday")["code"] == 1
    assert answer(treated, "swim", "--at", "sunday")["code"] == 0


def test_who_says_so_is_always_said(treated: World) -> None:
    """Every answer names its sources with their strength."""
    for id in KNOWN:
        out = treated.at(hours=2).meso("can", id).out
        assert "sources: " in out
        assert re.search(r"\((strong|fair|weak|the article this guide began with)\)", out), id


def test_a_product_is_judged_by_its_ingredients(treated: World) -> None:
    """1 where one falls under a rule, 3 where none is known, never 0."""
    known = treated.at(hours=2).meso("can", "--ingredients", "aqua, Retinol, parfum")
    assert known.code == 1
    assert "Retinol: falls under" in known.out
    assert "aqua: a plain base" in known.out
    assert "unobtainium: not in the list" in treated.meso("can", "--ingredients", "unobtainium").out
    assert treated.at(days=300).meso("can", "--ingredients", "aqua, retinol").code == 3


def test_without_a_treatment_the_rule_is_told_in_general(world: World) -> None:
    """Exit 3: start first; the guide's rule is shown."""
    found = world.meso("can", "swim")
    assert found.code == 3
    assert "48 h" in found.out
    assert "meso start" in found.err


def test_alone_it_lists_everything(treated: World) -> None:
    """Activities by state."""
    found = treated.at(hours=50).meso("can")
    assert found.code == 0
    assert "Not yet, until" in found.out
    assert "Fine from early on: Walking" in found.out


RELATIVE = ("today", "tomorrow", "yesterday", " ago", "just now")


def first_line(world: World, *words: str) -> str:
    return world.meso("can", *words).out.splitlines()[0]


def test_an_asked_day_is_named_and_nothing_is_relative_to_it(treated: World) -> None:
    """Asked on Monday about Sunday, "since yesterday" would be read as last Sunday."""
    first = first_line(treated.at(hours=1), "swim", "--at", "sunday")
    assert first.startswith("On Sun 8 Mar 2026 (strictest of the day): Allowed: swimming, since Sat 7 Mar")
    first = first_line(treated, "swim", "--at", "sat 10:00")
    assert first == "On Sat 7 Mar 10:00: With caution: swimming, until Sat 7 Mar 14:00 (4 h later)"
    for words in (
        ["status", "--at", "sat 10:00"],
        ["status", "--at", "saturday"],
        ["can", "--at", "saturday"],
    ):
        out = treated.meso(*words).out
        assert "Sat 7 Mar" in out
        assert not [word for word in RELATIVE if word in out.casefold()], out


def test_a_condition_belongs_to_the_verdict(treated: World) -> None:
    """What was never logged stands in the first line, which may be all that is read."""
    first = first_line(treated.at(days=6), "swim")
    assert first.endswith("if you have no redness or swelling (never logged)")


@pytest.mark.parametrize(
    ("words", "option"),
    [
        ("swim saturday", "saturday"),
        ("swim on saturday", "saturday"),
        ("go swimming fri 18:00", "fri 18:00"),
        ("use retinol in 2 days", "in 2 days"),
        ("drink wine tonight", "tonight"),
    ],
)
def test_words_of_time_count_as_the_option(treated: World, words: str, option: str) -> None:
    """The answer is the one of `--at`, and names the moment; said in both ways, it is refused."""
    asked, bare = answer(treated, *words.split()), words.removesuffix(option).removesuffix(" on ").split()
    assert asked == {**answer(treated, *bare, "--at", option), "read_as": asked["read_as"]}
    assert treated.meso("can", *words.split()).out.startswith("On ")
    both = treated.meso("can", *words.split(), "--at", "tomorrow")
    assert (both.code, both.out) == (2, "")
    assert "says when, and so does --at" in both.err


def test_what_is_left_over_takes_a_yes_away(treated: World) -> None:
    """Part of the question may forbid it: null, exit 3, and what was not understood; a no stays a no."""
    late = answer(treated.at(days=60), "wear", "makeup", "underwater")
    assert (late["code"], late["allowed"], late["not_read"]) == (3, None, ["underwater"])
    early = answer(treated.at(hours=2), "wear", "makeup", "underwater")
    assert (early["code"], early["allowed"]) == (1, False)


@pytest.mark.parametrize("words", [[], ["--ingredients", "aqua, retinol"]])
def test_json_without_an_activity_is_json(treated: World, words: list[str]) -> None:
    """All that can be asked about, or a product: an answer, never text."""
    found = json.loads(treated.at(hours=2).meso("can", "--json", *words).out)
    assert found["schema"] == "meso.can/1"
    assert found["ingredients"][1]["id"] == "actives" if words else len(found["restrictions"]) > 15


def test_a_product_is_asked_about_alone(treated: World) -> None:
    """Words beside the ingredients would be dropped: refused."""
    assert treated.meso("can", "swim", "--ingredients", "aqua").code == 2


def test_drink_is_filler(treated: World) -> None:
    """As use and take are."""
    assert answer(treated, "drink", "wine")["id"] == "alcohol"
    assert answer(treated, "drink", "coffee")["id"] == "hot-drinks"


LED = {
    "wash my face": ("cleanse", "harsh-cleanser"),
    "shower": ("lukewarm-shower", "hot-shower"),
    "bath": ("lukewarm-bath", "hot-shower"),
    "go outside": ("outside", "sun"),
    "ice": ("cool-pack", "bare-ice"),
}


@pytest.mark.parametrize("words", LED)
def test_what_must_be_done_leads_what_must_not(treated: World, words: str) -> None:
    """A word for both is a yes with its way, and the other stands beside it."""
    found = answer(treated.at(hours=2), *words.split())
    assert (found["id"], found["also"], found["code"]) == (LED[words][0], [LED[words][1]], 0)


@pytest.mark.parametrize(
    ("words", "hours", "id", "kind", "code"),
    [
        ("botox", 167, "injectables", "rule", 1),
        ("botox", 336, "injectables", "rule", 0),
        ("contacts", 23, "contact-lenses", "advisory", 1),
        ("contacts", 24, "contact-lenses", "advisory", 0),
        ("bepanthen", 23, "panthenol", "fine", 1),
        ("bepanthen", 24, "panthenol", "fine", 0),
        ("hair dye", 2000, "hair-dye", "ask", 3),
        ("dye my hair", 2, "hair-dye", "ask", 3),
        ("ice pack", 1, "cool-pack", "fine", 0),
        ("nickel", 1, "metal-allergy", "ask", 3),
        ("shampoo", 1, "hair-wash-off-area", "fine", 0),
    ],
)
def test_each_kind_of_topic_answers(
    treated: World, words: str, hours: float, id: str, kind: str, code: int
) -> None:
    """A window as a restriction, what is fine with its hour, and what to ask with neither yes nor no."""
    calm = ["redness=0", "flaking=0", "scabs=0", "open-sore=no", "swelling=0"]
    treated.at(hours=0.5).meso("log", *calm)
    found = answer(treated.at(hours=hours), *words.split())
    assert (found["id"], found["kind"], found["code"]) == (id, kind, code)
    assert found["allowed"] is (None if code == 3 else code == 0)


def test_a_needled_scalp_has_its_own_answer(world: World) -> None:
    """Shampoo runs over it; elsewhere it only has to run away from it."""
    world.meso("start", "--area", "scalp", "--device", "pen", "--depth", "0.5", "--skin-type", "2")
    found = answer(world.at(hours=2), "shampoo")
    assert (found["id"], found["code"]) == ("hair-wash", 1)


def test_a_word_that_says_too_little_is_asked_about(treated: World) -> None:
    """Never guessed: the things that it may mean are named."""
    found = treated.meso("can", "wear", "a", "mask")
    assert (found.code, found.out) == (3, "")
    assert "say which: protective-mask or led-mask or cpap or new-products" in found.err


def test_every_topic_answers_by_its_name_and_has_a_why(treated: World) -> None:
    """With its words and who says so, or that the words are ours; nothing is left empty."""
    treated.at(hours=30)
    for id in read_guide().topics():
        for command in ("can", "why"):
            found = treated.meso(command, id)
            assert found.code in (0, 1, 3), (command, id, found.err)
            assert "sources" in found.out.casefold(), (command, id)
            assert "None" not in found.out


@pytest.mark.parametrize("words", ["wash my face", "walk", "cool pack"])
def test_a_red_flag_stands_beside_what_is_allowed_too(treated: World, words: str) -> None:
    """Care goes on in a scare, and its answer must not hide it."""
    treated.at(hours=58).meso("log", "fever=38.6")
    assert treated.meso("can", *words.split()).out.startswith("SEE A DOCTOR TODAY · ")
    assert treated.meso("why", *words.split()).out.startswith("SEE A DOCTOR TODAY · ")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("is redness normal", "meso why redness"),
        ("how long will redness last", "meso why redness"),
        ("will the scabs fall off", "meso why scabs"),
        ("should I go to the hospital", "meso urgent"),
        ("is fever bad", "meso urgent"),
    ],
)
def test_a_question_about_what_is_seen_is_led_on(treated: World, words: str, told: str) -> None:
    """It is nothing that may be done or not; who answers it is named."""
    answer = treated.meso("can", words)
    assert answer.code == 3
    assert told in answer.err


def test_what_to_do_instead_is_true_on_any_day(treated: World) -> None:
    """An advice that names tomorrow would be wrong on most days on which it is read."""
    for words in (["wine"], ["contact lenses"]):
        assert "tomorrow" not in treated.at(days=9).meso("can", *words).out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("is this infected", "meso urgent"),
        ("is it infected or just healing", "meso urgent"),
        ("should I be worried", "meso urgent"),
        ("do I need antibiotics", "meso urgent"),
        ("who do I call", "meso urgent"),
        ("is this normal", "meso urgent"),
        ("what if it gets worse", "meso urgent"),
        ("do I need to see a doctor", "meso urgent"),
        ("am I having an allergic reaction", "meso urgent"),
        ("can I die from this", "meso urgent"),
        ("should I go to A&E", "meso urgent"),
        ("my face is on fire", "meso why warmth"),
        ("why is my face peeling", "meso why flaking"),
        ("is peeling normal", "meso why flaking"),
        ("why does it itch", "meso why itching"),
    ],
)
@pytest.mark.parametrize("begun", [True, False])
def test_how_bad_it_is_is_no_topic(world: World, begun: bool, words: str, told: str) -> None:
    """No topic answers, least of all with a yes: whom to call, or how it is judged; not yet treated, too."""
    if begun:
        world.meso("start", "--no-input")
    answer = world.at(days=20).meso("can", words)
    assert (answer.code, answer.out) == (3, "")
    assert told in answer.err
    assert "meso log" in answer.err
    assert "drooping face, chest pain: call" in answer.err
    assert json.loads(world.meso("can", words, "--json").out)["allowed"] is None


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("take antibiotics", "prescribed-medicines"),
        ("why can't I swim", "swimming"),
        ("is it normal to exercise", "exercise"),
        ("permanent makeup", "tattoo-pmu"),
        ("scratch", "picking"),
        ("go out in the sun with a hat", "sun"),
    ],
)
def test_what_somebody_may_do_is_still_answered(treated: World, words: str, id: str) -> None:
    """Words of concern beside something to do, or in its name, keep nothing from its answer; a hat no sun."""
    assert json.loads(treated.at(hours=3).meso("can", words, "--json").out)["id"] == id


@pytest.mark.parametrize(
    "words",
    """stop taking my aspirin|stop aspirin|come off my warfarin|skip my blood pressure tablets|stop my meds
    |should aspirin be stopped|skipping aspirin|not take my aspirin|stop ibuprofen|pause my doxycycline
    |stop minoxidil for xyzzy|stop taking prednisone""".replace("\n    ", "").split("|"),
)
def test_no_medicine_is_left_off_on_ones_own(treated: World, words: str) -> None:
    """Whatever else the guide says of that medicine: the prescriber is asked, in the first line."""
    asked = answer(treated.at(hours=30), *words.split())
    assert (asked["id"], asked["verdict"], asked["code"]) == ("prescribed-medicines", "ask", 3)
    assert first_line(treated, words).startswith("Do not stop it on your own: ask whoever prescribed it")


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("take aspirin", "anti-inflammatories"),
        ("take ibuprofen to stop the pain", "anti-inflammatories"),
        ("quit smoking", "smoking"),
        ("go without makeup", "makeup"),
        ("skipping", "exercise"),
    ],
)
def test_what_is_no_question_about_stopping_a_medicine_is_answered(
    treated: World, words: str, id: str
) -> None:
    """The word for stopping stands elsewhere, or what is stopped is no medicine."""
    assert answer(treated.at(hours=2), *words.split())["id"] == id


def test_whom_to_call_stands_beside_another_answer(treated: World) -> None:
    """The gym is answered, and an infection is not passed over; a warning that stands comes first."""
    answer = treated.at(hours=3).meso("can", "my cheek is infected can I go to the gym")
    assert answer.code == 1
    assert "Not understood: infected. When to call, and whom: meso urgent." in answer.out
    treated.meso("log", "fever")
    assert treated.meso("can", "is this normal").out.startswith("SEE A DOCTOR TODAY")


def test_the_sea_waits_for_longer_than_the_pool_and_for_scabs(treated: World) -> None:
    """Its germs get in through broken skin: a week, and then not while anything is open or crusted."""
    treated.at(hours=130).meso("log", "scabs=1", "redness=0", "swelling=0", "open-sore=no")
    for hours, verdict in ((130, "not-yet"), (167.9, "not-yet"), (168, "ask-first")):
        sea = answer(treated.at(hours=hours), "swim", "in", "the", "sea")
        assert (sea["id"], sea["verdict"], sea["code"]) == ("sea-swimming", verdict, 1)
    assert sea["held_by"] == ["scabs"]
    assert answer(treated, "pool")["code"] == 0
    treated.meso("log", "scabs=0")
    assert answer(treated, "ocean")["code"] == 0


def test_spicy_food_is_advice_for_a_day(treated: World) -> None:
    """One clinic's word: caution, and never a ban; micellar water is a cleanser, by any of its names."""
    for hours, expected in ((1, ("caution", "advisory", 1)), (24, ("allowed", "advisory", 0))):
        found = answer(treated.at(hours=hours), "curry")
        assert (found["verdict"], found["kind"], found["code"]) == expected
    assert {answer(treated, *words.split())["id"] for words in ("micellar water", "micellar")} == {
        "harsh-cleanser"
    }


SAUNA = "Not yet: sauna and steam, until tomorrow 14:00 (in 18 h), then with caution until Sat 7 Mar 14:00"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("sauna", SAUNA),
        ("go outside", "Allowed now: going outside · Not yet: direct sun, until Mon 9 Mar 14:00 (in 6 days)"),
        ("sauna xyzzy", f"{SAUNA} · Not understood: xyzzy"),
    ],
)
def test_an_answer_in_one_line(treated: World, words: str, line: str) -> None:
    """With --short: the verdicts, and the same exit code; in a scare whom to call stands in it first."""
    short = treated.at(hours=30).meso("can", *words.split(), "--short")
    assert (short.out, short.code) == (f"{line}\n", treated.meso("can", *words.split()).code)
    treated.meso("log", "pus")
    short = treated.meso("can", "sauna", "--short")
    assert (
        short.out == "SEE A DOCTOR TODAY · your doctor or an urgent care service · Not now: sauna and steam\n"
    )
    assert treated.meso("can", "--short").code == 2


def test_beside_a_no_a_yes_is_about_that_thing_alone(treated: World) -> None:
    """The pool is allowed, the sea is not: no line begins like an answer to the whole question."""
    treated.at(hours=130).meso("log", "redness=0", "swelling=0", "scabs=0", "open-sore=no")
    lines = treated.meso("can", "swim in the sea").out.splitlines()
    assert lines[2].startswith("By itself allowed: swimming")


def test_in_general_one_line_too(world: World) -> None:
    """Without a treatment --short gives the guide's rule, and the same exit code."""
    answer = world.meso("can", "sauna", "--short")
    assert (answer.code, answer.out.count("\n")) == (3, 1)


@pytest.mark.parametrize("words", ["sauna on saturday at 10", "sauna saturday at 10"])
def test_an_hour_beside_a_day_is_not_dropped(treated: World, words: str) -> None:
    """What may I do on Saturday at ten? The earlier of the two readings answers, and is read back."""
    assert first_line(treated.at(hours=30), *words.split()).startswith(
        "On Sat 7 Mar 10:00: With caution: sauna"
    )
    refused = treated.meso("can", "sauna", "--at", "saturday at 10")
    assert (refused.code, "saturday 10:00 or saturday 22:00" in refused.err) == (2, True)
