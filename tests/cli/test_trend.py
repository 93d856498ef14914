"""`meso trend`: one line of days per symptom, one symptom large, as text and as JSON."""

import json

import jsonschema
import pytest

from tests.cli.test_json import schema_of
from tests.conftest import World


@pytest.fixture
def followed(treated: World) -> World:
    """Three days, of which the second has no log; redness comes back above its course."""
    for hours, words in (
        (4, ["redness=3", "swelling=1", "--note", "like a sunburn"]),
        (56, ["redness=1", "swelling=0", "pain=0"]),
        (76, ["redness=2", "itching=1"]),
    ):
        assert treated.at(hours=hours).meso("log", *words).code == 0
    return treated


def test_every_symptom_has_its_days_and_a_sentence_in_words(followed: World) -> None:
    """Piped, the sentence comes first; a day without a log is counted and never given a value."""
    out = followed.meso("trend").out
    assert (
        "- Redness: 3 to 2 over 4 days, lowest 1 on day 2, above the usual range on day 3, a warning stands"
        in out
    )
    assert "1 day not recorded" in out
    assert "Never above 0 (n: days recorded): pain (n 1)" in out
    assert "Never recorded: warmth," in out
    assert "shade" not in out.lower()


def test_a_warning_that_stands_comes_before_the_days(followed: World) -> None:
    """A picture of the past must not hide what is to be done now."""
    followed.at(hours=77).meso("log", "fever")
    lines = followed.meso("trend").out.splitlines()
    urgent = next(number for number, line in enumerate(lines) if "URGENT" in line)
    assert urgent < next(number for number, line in enumerate(lines) if line.startswith("- Redness"))
    assert "- Fever: yes on day 3, not taken back; 3 days not recorded" in lines


def test_one_symptom_is_shown_whole_with_its_notes(followed: World) -> None:
    """Each day, those without a log together, and each log with the note beside it."""
    out = followed.meso("trend", "red").out
    assert "- day 0: 3, usual up to 3" in out
    assert "- day 1: not recorded" in out
    assert "- day 3: 2, usual up to 1, above the usual" in out
    assert '"like a sunburn"' in out


def test_an_earlier_treatment_stands_beside_it(followed: World) -> None:
    """With how many days were recorded, and when it was at 0; what it was of is said."""
    followed.meso("end", "--yes")
    followed.at(hours=24 * 40).meso("start", "--device", "rf")
    followed.at(hours=24 * 40 + 2).meso("log", "swelling=2")
    out = followed.meso("trend").out
    assert "- Swelling: t2 not yet (n 1), t1 day 2 (n 2)" in out
    assert "t1 face · pen · 1 mm · 2 Mar" in out
    large = followed.meso("trend", "swelling").out
    assert "- t1: 2 days logged, highest 1, 0 from day 2 on" in large
    assert followed.meso("trend", "--treatment", "t1").out.startswith("Day 0 to 28")


@pytest.mark.parametrize("words", [[], ["redness"], ["--days", "2"], ["fever"]])
def test_every_trend_is_as_the_schema_says(followed: World, words: list[str]) -> None:
    """Validated strictly; a day that was not recorded is null and unknown."""
    followed.meso("log", "fever")
    found = followed.as_json("trend", *words)
    jsonschema.validate(found, schema_of("trend"))
    if not words:
        redness = next(item for item in found["items"] if item["id"] == "redness")
        assert [day["max"] for day in redness["days"]] == [3, None, 1, 2]
        assert [day["state"] for day in redness["days"]] == ["inside", "unknown", "inside", "above"]
        assert json.dumps(found).count('"meso.trend/1"') == 1


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["elbow"], 2, "'elbow' is not a symptom or sign; symptoms are redness, swelling,"),
        (["rednes"], 2, "'rednes' is not a symptom or sign; did you mean redness?"),
        (["water"], 2, "'water' is not a symptom or sign"),
        (["pus"], 3, "You never logged pus for t1"),
        (["--days", "0"], 2, "--days takes 1 to 366, not '0'"),
        (["--days", "10,000"], 2, "--days takes 1 to 366, not '10,000'"),
        (["--days", "-1"], 2, "--days takes 1 to 366"),
        (["--days", "٣"], 2, "--days takes 1 to 366"),
        (["--days", ""], 2, "--days takes 1 to 366"),
        (["--treatment", "t9"], 3, "There is no such treatment"),
    ],
)
def test_what_cannot_be_shown_is_said_in_a_sentence(
    followed: World, words: list[str], code: int, said: str
) -> None:
    """One line on stderr, nothing on stdout."""
    answer = followed.meso("trend", *words)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1


def test_a_treatment_without_entries_has_no_trend(treated: World, world: World) -> None:
    """No data is no picture, and says what to do; without a treatment, how to start."""
    answer = treated.meso("trend")
    assert (answer.code, answer.out) == (3, "")
    assert "Nothing is logged for t1 yet" in answer.err
    world.meso("undo")
    assert world.meso("trend").code == 3


def test_the_demo_ends_with_how_it_went(world: World) -> None:
    """What a newcomer sees first: the status, then the days."""
    out = world.meso("demo").out
    assert out.index("Day 6") < out.index("And how it went") < out.index("- Redness: 3 to 0")


def test_the_status_ends_with_how_it_went_once_nothing_is_restricted(treated: World) -> None:
    """From day 28 on, quietly: at 0 since when, what can still come, the next session; not a day before."""
    treated.at(hours=4).meso("log", "redness=2")
    treated.at(hours=600).meso("log", "--none", "scabs=0", "flaking=0", "swelling=0", "warmth=0")
    assert "The last restriction ended" not in treated.at(hours=28 * 24 - 1).meso("status").out
    out = treated.at(hours=28 * 24 + 1).meso("status").out
    assert "The last restriction ended today 15:00:" in out  # the clocks went forward meanwhile
    assert "- How it went: At 0: redness from day 25 on." in out
    assert "- Can still come: new dark patches" in out
    assert "- Next session: by time from today 15:00 on; your practitioner decides" in out


def test_the_third_look_alike_is_told_when_the_next_is_useful(treated: World) -> None:
    """Between the entry and its undo line, and never after a rise."""
    for hours in (66, 67):
        assert "next useful look" not in treated.at(hours=hours).meso("log", "itching=1").out
    out = treated.at(hours=68).meso("log", "itching=1").out
    assert "The next useful look is today 20:00; sooner only if something gets worse." in out
    assert "next useful look" not in treated.at(hours=69).meso("log", "itching=2").out
