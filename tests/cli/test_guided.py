"""`meso log` alone on a terminal: a short check-in in which Enter is never a no."""

import re
from typing import Any

import pexpect
import pytest

from meso_cli.guide.files import data_folder
from meso_cli.guide.reading import read_guide
from tests.cli.test_correcting import history
from tests.cli.test_main_job import as_json
from tests.cli.test_terminal import before, rest, spawn
from tests.conftest import World

GUIDE = read_guide()
DAILY = [sign.id for sign in GUIDE.signs.values() if sign.is_red_flag and sign.ask == "daily"]
END = ["", "", "", "", ""]
INTERRUPT, END_OF_INPUT = "\x03", "\x04"


class Talk:
    """A check-in that is over: what was shown, how it ended, which questions were asked."""

    def __init__(self, child: "pexpect.spawn[str]", answers: list[str]) -> None:
        shown = ""
        self.asked: list[str] = []
        for answer in answers:
            if child.expect([r"\((?:[^()]*)\): ", pexpect.EOF]):
                shown += before(child)
                break
            question = f"{before(child)}{child.after}"
            shown += question
            self.asked.append(question.replace("\r", "").strip().splitlines()[-1].strip())
            child.send(answer if answer in (INTERRUPT, END_OF_INPUT) else f"{answer}\r")
        else:
            shown += rest(child)
        child.close()
        self.shown = re.sub("\x1b\\[[0-9;]*m", "", shown)
        self.code = child.exitstatus


def talk(world: World, *answers: str, words: tuple[str, ...] = ("log",), columns: int = 80) -> Talk:
    return Talk(spawn(world, *words, columns=columns), list(answers))


def last_entry(world: World) -> dict[str, Any]:
    return dict(history(world)["entries"][-1])


def test_a_whole_check_in_is_one_entry(treated: World) -> None:
    """The red flags in one question, symptoms with their last value, care, a note; one step to undo."""
    treated.at(hours=20).meso("log", "redness=2", "itching=1")
    treated.at(hours=28)
    found = talk(
        treated, "no", "mild", "0", "", "2", "1", "flaking, tightness=moderate", "water=2, spf", "calm", ""
    )
    assert found.code == 0, found.shown
    assert "redness, last 2 moderate, 8 h ago (none, mild, moderate, severe, very severe)" in found.shown
    assert [question.split(",")[0] for question in found.asked] == [
        "Name them",
        "redness",
        "swelling",
        "warmth",
        "pain",
        "itching",
        "Name them",
        "Name them (Enter: skip):",
        "A note? (Enter: none):",
        "Save it? (Enter: yes",
    ]
    entry = last_entry(treated)
    symptoms = {"redness": 1, "swelling": 0, "pain": 2, "itching": 1, "flaking": 1, "tightness": 2}
    assert entry["observations"] == {**dict.fromkeys(DAILY, 0), **symptoms, "water": 2, "spf": 1}
    assert entry["note"] == "calm"
    assert "To be saved: redness 1 mild" in found.shown
    assert found.shown.index("To be saved") < found.shown.index("Logged #2")
    assert "Took back: log #2." in treated.meso("undo").out


def test_every_red_flag_of_the_day_is_named_before_no_is_recorded(treated: World) -> None:
    """`no` records a 0 for each one that was shown, and for no other."""
    found = talk(treated.at(hours=30), "no", *END, "", "", "", "")
    assert found.code == 0, found.shown
    question = " ".join(found.shown.split("Name them")[0].split())
    assert all(f"{sign}," in question or question.endswith(sign) for sign in DAILY)
    assert last_entry(treated)["observations"] == dict.fromkeys(DAILY, 0)
    assert set(DAILY).isdisjoint(as_json(treated)["not_checked"])


def test_enter_is_not_recorded(treated: World) -> None:
    """Enter at every question but one: that one alone is saved, the rest stays unknown."""
    found = talk(treated.at(hours=30), "", "1", "", "", "", "", "", "", "")
    assert found.code == 0, found.shown
    assert last_entry(treated)["observations"] == {"redness": 1}
    assert set(DAILY) <= set(as_json(treated)["not_checked"])


def test_enter_all_along_saves_nothing(treated: World) -> None:
    """Nothing was answered: no empty entry, and it is said."""
    found = talk(treated.at(hours=30), *END, "", "", "")
    assert (found.code, history(treated)["entries"]) == (5, [])
    assert "nothing was saved" in found.shown


@pytest.mark.parametrize(
    ("answer", "values"),
    [
        ("pus", {"pus": 1}),
        ("fever=38.5, bad smell", {"fever": 1, "bad-smell": 1}),
        ("Collapse", {"collapse": 1}),
        ("pus, rednes", {"pus": 1}),
    ],
)
def test_a_red_flag_gets_its_card_at_once_and_is_saved(
    treated: World, answer: str, values: dict[str, int]
) -> None:
    """No further question stands between a person and the call; nothing that was not said is recorded."""
    found = talk(treated.at(hours=30), answer)
    assert found.code == 0, found.shown
    assert "You named: " in found.shown
    assert found.shown.index("CALL your local emergency number") < found.shown.index("Logged #1")
    assert found.shown.count("You named") == 1
    assert len(found.asked) == 1
    assert last_entry(treated)["observations"] == values


def test_a_red_flag_is_heard_at_any_question(treated: World) -> None:
    """Also where a grade was asked for; what was answered before is saved with it."""
    found = talk(treated.at(hours=30), "", "2", "pus")
    assert found.code == 0, found.shown
    assert "You named: pus." in found.shown
    assert last_entry(treated)["observations"] == {"redness": 2, "pus": 1}


def test_a_mistyped_red_flag_gets_its_card_and_is_asked_again(treated: World) -> None:
    """What was meant is not guessed into the records."""
    found = talk(treated.at(hours=30), "fevr", "fever=no", "", *END, "", "", "")
    assert found.code == 0, found.shown
    assert "You named: fever." in found.shown
    assert "did you mean fever" in found.shown
    assert last_entry(treated)["observations"] == {"fever": 0}


def test_a_wrong_answer_is_asked_again(treated: World) -> None:
    """With what would be understood; Enter still skips it."""
    found = talk(treated.at(hours=30), "", "9", "3", "lots", "", "", "", "", "", "", "")
    assert found.code == 0, found.shown
    assert found.shown.count("grades go from 0") == 2
    assert last_entry(treated)["observations"] == {"redness": 3}


@pytest.mark.parametrize("stop", [INTERRUPT, END_OF_INPUT])
@pytest.mark.parametrize("before", [0, 2, 6, 8])
def test_leaving_saves_nothing_and_says_so(treated: World, stop: str, before: int) -> None:
    """^C and the end of the input at any question, the last one too: exit 130."""
    found = talk(treated.at(hours=30), *["no", "1", "1", "", "", "flaking", "water", "x"][:before], stop)
    assert found.code == 130, found.shown
    assert "Stopped; nothing was saved." in found.shown
    assert history(treated)["entries"] == []


def test_a_no_at_the_end_saves_nothing(treated: World) -> None:
    """What will be saved is shown first, and may be refused."""
    found = talk(treated.at(hours=30), "no", "1", "", "", "", "", "", "", "n")
    assert (found.code, history(treated)["entries"]) == (5, [])
    assert "Nothing was saved." in found.shown


@pytest.mark.parametrize(
    ("hours", "asked"),
    [(2, ["redness", "swelling", "warmth", "pain"]), (80, ["redness"]), (400, [])],
)
def test_it_asks_for_what_matters_at_this_hour(treated: World, hours: float, asked: list[str]) -> None:
    """One by one only what is there or inflammatory and usual now: ten questions at most, fewer each day."""
    found = talk(treated.at(hours=hours), *[""] * 12)
    symptoms = [words.split(",")[0] for words in found.asked if words.split(",")[0] in GUIDE.symptoms]
    assert symptoms == asked
    assert len(found.asked) <= 9


def test_what_is_there_is_asked_for_whatever_the_hour(treated: World) -> None:
    """A scab of last week is asked about in the fourth week."""
    treated.at(days=8).meso("log", "scabs=1", "redness=0")
    found = talk(treated.at(days=22), "", "none", "", "", "", "")
    assert "scabs, last 1 mild, " in found.shown
    assert last_entry(treated)["observations"] == {"scabs": 0}


def test_another_treatment_may_be_named(treated: World) -> None:
    """`--treatment` alone is still alone."""
    treated.at(hours=10).meso("start", "--area", "neck", "--no-input")
    found = talk(treated.at(hours=30), "", "1", *[""] * 8, words=("log", "--treatment", "t1"))
    assert found.code == 0, found.shown
    assert history(treated, "t1")["entries"][0]["observations"] == {"redness": 1}


@pytest.mark.parametrize("words", [("log", "--no-input"), ("log", "--at", "2h ago"), ("log", "--note", "")])
def test_where_it_cannot_or_need_not_ask(treated: World, words: tuple[str, ...]) -> None:
    """Explained as before, exit 5."""
    found = talk(treated.at(hours=30), "", words=words)
    assert (found.code, found.asked) == (5, [])
    assert "Say what you see" in found.shown
    assert treated.meso("log").code == 5


def test_without_a_treatment_it_does_not_ask_in_vain(world: World) -> None:
    """First how to begin."""
    found = talk(world, "no")
    assert (found.code, found.asked) == (3, [])
    assert "meso start" in found.shown


def test_no_line_is_cut_by_a_narrow_terminal(treated: World) -> None:
    """The explanations are wrapped between words."""
    found = talk(treated.at(hours=30), "", INTERRUPT, columns=40)
    lines = found.shown.replace("\r", "").split("\n")
    assert [line for line in lines if len(line) > 40 and not line.startswith("  ")] == []


@pytest.mark.parametrize("planned", ["t1", "both"])
def test_another_treatment_with_a_plan_costs_no_answer(treated: World, planned: str) -> None:
    """What is asked and understood is the guide of the treatment that is logged to, and its plan alone."""
    plan = str(data_folder() / "plans" / "example.toml")
    urgent = treated.folder / "urgent.toml"
    text = (data_folder() / "plans" / "example.toml").read_text("utf-8")
    urgent.write_text(text.replace('tier = "contact"', 'tier = "urgent"'), "utf-8")
    assert treated.meso("plan", "load", str(urgent)).code == 0
    treated.at(days=2).meso("start", "--area", "neck", *(("--plan", plan) if planned == "both" else ()))
    treated.at(days=3)
    care = "healing gel=1" if planned == "both" else ""
    found = talk(treated, "no", "severe", *END[2:], "", care, "calm", "")
    assert found.code == 0, found.shown
    entry = last_entry(treated)
    assert "lost-dressing" not in entry["observations"], "no red flag of this treatment's"
    assert (entry["observations"]["redness"], entry["note"]) == (3, "calm")
    if planned == "both":
        assert entry["observations"]["healing-gel"] == 1


def test_a_standing_red_flag_does_not_end_by_a_collective_no(treated: World) -> None:
    """It is shown as standing and asked about by its name; Enter leaves it, yes ends it."""
    treated.at(hours=28).meso("log", "fever", "pus", "hives")
    found = talk(treated.at(hours=30), "no", "", "yes", "yes", *END, "", "", "", "", "")
    assert found.code == 0, found.shown
    assert "(standing: fever, pus, hives)" in " ".join(found.shown.split())
    assert "fever is still reported: is it gone?" in found.shown
    values = last_entry(treated)["observations"]
    assert isinstance(values, dict)
    assert "fever" not in values
    assert (values["pus"], values["hives"], values["bad-smell"]) == (0, 0, 0)
    assert {warning["id"] for warning in as_json(treated)["warnings"]} == {"fever"}


def test_a_red_flag_that_is_still_there_is_reported_again(treated: World) -> None:
    """The person said so: the card comes, and the other questions can wait."""
    treated.at(hours=28).meso("log", "fever")
    found = talk(treated.at(hours=30), "n", "no")
    assert found.code == 0, found.shown
    assert "You named: fever." in found.shown
    values = last_entry(treated)["observations"]
    assert isinstance(values, dict)
    assert values["fever"] == 1


def test_a_no_to_the_rest_keeps_what_was_named(treated: World) -> None:
    """Also where one of the names could not be read and the question came again."""
    found = talk(
        treated.at(hours=30), "redness=2, itching=3", *[""] * 4, "tightness=2, flakng", "n", "", "", ""
    )
    values = last_entry(treated)["observations"]
    assert isinstance(values, dict), found.shown
    assert (values["itching"], values["tightness"], values["flaking"]) == (3, 2, 0)


@pytest.mark.parametrize("answer", ["nothing bad", "?"])
def test_what_is_no_item_gets_help_and_the_question_again(treated: World, answer: str) -> None:
    """Nothing is guessed at: no near word of a phrase, and ? tells what the names mean."""
    found = talk(treated.at(hours=30), answer, "n", *END, "", "", "", "", "")
    assert "did you mean" not in found.shown
    assert "You named" not in found.shown
    assert ("fever: " in found.shown) is (answer == "?")
    assert last_entry(treated)["observations"] == dict.fromkeys(DAILY, 0)


def test_and_joins_names_as_a_comma_does(treated: World) -> None:
    """ "pus and fever" names two."""
    talk(treated.at(hours=30), "pus and fever")
    assert last_entry(treated)["observations"] == {"pus": 1, "fever": 1}


def test_many_noes_share_a_row(treated: World) -> None:
    """Twenty rows of no would push the rest off the screen."""
    found = talk(treated.at(hours=30), "no", *END, "", "", "", "", "")
    rows = [line for line in found.shown.split("Logged #1")[1].splitlines() if "no" in line.split()]
    assert rows == []
    assert "No: trouble breathing, " in " ".join(found.shown.split("Logged #1")[1].split())
