"""`meso log` alone on a terminal: a check-in of a few keys in which Enter is never a no.

The questions and answers in this process, by a keyboard that types what it is told; the keys of a
real terminal stand in test_guided_keys.py.
"""

import itertools
import shlex
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

import pytest

from meso_cli.commands.daily import check_in, entries, log
from meso_cli.commands.support import terminal, writes
from meso_cli.commands.support.call import Call
from meso_cli.commands.support.keyboard import InputEnded
from meso_cli.guide.files import data_folder
from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_words
from meso_cli.store import file
from tests.cli.test_correcting import history
from tests.cli.test_main_job import as_json
from tests.conftest import Answer, World

GUIDE = read_guide()
SIGNS = GUIDE.signs.values()
DAILY = [sign.id for sign in SIGNS if sign.is_red_flag and sign.ask == "daily"]
DAILY_CONTACT = [sign.id for sign in SIGNS if not sign.is_red_flag and sign.ask == "daily"]
ONCE = [sign.id for sign in SIGNS if sign.ask == "once"]
LATE = [sign.id for sign in SIGNS if sign.ask == "late"]
OTHERS = [symptom.id for symptom in GUIDE.symptoms.values() if not symptom.inflammatory]
ASKED = {sign.id: words.asked or "" for sign in SIGNS if (words := read_words("signs")[sign.id])}
STOP = KeyboardInterrupt()
END = EOFError()
CALM = "an ordinary day"
FOUR = ["0", "0", "0", "0"]


class Talk(NamedTuple):
    """A check-in that is over: the answer, the questions that were asked, all that was shown."""

    answer: Answer
    asked: list[str]
    shown: str
    keys: int


@pytest.fixture
def talk(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Talk]:
    """A function that answers a check-in, question by question; beyond the answers it is Enter."""

    def run(world: World, *answers: str | BaseException, words: tuple[str, ...] = (), rows: int = 24) -> Talk:
        monkeypatch.setenv("LINES", str(rows))
        monkeypatch.setenv("COLUMNS", "80")
        typed: Iterator[Any] = itertools.chain(answers, itertools.repeat(""))
        asked: list[str] = []
        pressed: list[str] = []

        class Told:
            has_keys = True

            def __init__(self, *_: object) -> None: ...

            def key(self, question: str, keys: str) -> str:
                answer = self.line(question)
                pressed.append(answer if answer and answer not in keys else ".")
                return answer

            def forget(self) -> None: ...

            def line(self, question: str) -> str:
                asked.append(question)
                terminal.remark(f"{question}:")
                if len(asked) > 60:
                    raise AssertionError("it asks for ever")
                answer = _calm(question) if answers == (CALM,) else next(typed)
                if isinstance(answer, BaseException):
                    raise answer
                if callable(answer):  # something happens meanwhile
                    answer()
                    return ""
                return answer

        with monkeypatch.context() as patch:
            patch.setattr(check_in, "Keyboard", Told)
            patch.setattr(terminal, "can_ask", lambda _: True)
            answer = world.meso("log", *words)
        return Talk(answer, asked, answer.err, sum(map(len, pressed)))

    return run


def _calm(question: str) -> str:
    """The answer of an ordinary day."""
    return "0" if "none of these" in question or "0 none" in question else ""


def last_entry(world: World) -> dict[str, Any]:
    return dict(history(world)["entries"][-1])


def values(world: World) -> dict[str, int]:
    found = last_entry(world)["observations"]
    assert isinstance(found, dict)
    return found


def test_a_whole_check_in_is_one_entry(treated: World, talk: Any) -> None:
    """Two groups of red flags, symptoms with their last value, contact signs, care, a note; one undo."""
    treated.at(hours=20).meso("log", "redness=2", "itching=1")
    answers = ["n", "n", "1", "0", "", "2", "1", "y", "flaking, tightness=moderate", "n"]
    found = talk(treated.at(hours=28), *answers, "c", "water=2, spf", "w", "calm", "")
    assert found.answer.code == 0, found.shown
    assert "Redness: How red is the skin now? Last: 2 moderate, 8 h ago." in found.shown
    entry = last_entry(treated)
    symptoms = {"redness": 1, "swelling": 0, "pain": 2, "itching": 1, "flaking": 1, "tightness": 2}
    signs = dict.fromkeys((*DAILY, *ONCE, *DAILY_CONTACT), 0)
    assert entry["observations"] == {**signs, **symptoms, "water": 2, "spf": 1}
    assert entry["note"] == "calm"
    assert "To be saved: redness 1 mild" in found.shown
    assert "Skipped, so not known: warmth" in found.shown
    assert "Took back: log #2" in treated.meso("undo").out


@pytest.mark.parametrize(
    ("hours", "signs"),
    [
        (2, [*DAILY, *ONCE, *DAILY_CONTACT]),
        (30, [*DAILY, *ONCE, *DAILY_CONTACT]),
        (98, [*DAILY, *DAILY_CONTACT]),
        (9 * 24, [*DAILY, *DAILY_CONTACT, *LATE]),
        (20 * 24, [*DAILY, *DAILY_CONTACT, *LATE]),
    ],
)
@pytest.mark.parametrize("skin_type", [2, 5])
def test_what_is_asked_and_in_how_many_keys(
    treated: World, talk: Any, hours: float, signs: list[str], skin_type: int
) -> None:
    """Redness, swelling, warmth, pain each time; the signs that are due; twelve keys on an ordinary day."""
    treated.meso("edit", "t1", "--skin-type", str(skin_type))
    if hours > 24:
        treated.at(hours=hours - 8).meso("log", "flaking=1", "redness=1", "itching=1", "tightness=1")
    found = talk(treated.at(hours=hours), CALM)
    assert found.answer.code == 0, found.shown
    assert found.keys <= 12, found.asked
    assert {*values(treated)} >= {*signs, *GUIDE.inflammatory}
    assert {*values(treated)} & {*ASKED} == {*signs}
    before_save = found.shown.split("To be saved")[0]
    assert [id for id, words in ASKED.items() if f" {words}" in before_save] == [
        id for id in ASKED if id in signs
    ]
    assert not any(f" {id}" in before_save for id in ASKED if "-" in id), "ids are no question"
    assert ("violet: go by the tone, the heat and the swelling" in " ".join(found.shown.split())) is (
        skin_type == 5
    )


def test_unknown_skin_is_asked_about_as_dark_skin(world: World, talk: Any) -> None:
    """Nobody said that it is light."""
    world.meso("start", "--no-input")
    assert "violet" in talk(world.at(hours=3), *"nn").shown


def test_a_warm_sore_cheek_on_day_four_is_urgent(treated: World, talk: Any) -> None:
    """Settled on day 2, warm and sore on day 4: that was never asked about once."""
    treated.at(hours=20).meso("log", "redness=2", "warmth=1", "pain=1", "swelling=1")
    treated.at(hours=50).meso("log", "--none")
    found = talk(treated.at(hours=98), "n", "n", "1", "0", "1", "1", "n", "n", "")
    assert found.answer.out.startswith("SEE A DOCTOR TODAY") or "URGENT" in found.answer.out
    assert {row["tier"] for row in as_json(treated)["warnings"]} == {"urgent"}


def test_enter_is_not_recorded(treated: World, talk: Any) -> None:
    """Enter at every question but one: that one alone is saved, the rest stays unknown and is named."""
    found = talk(treated.at(hours=30), "", "", "1")
    assert found.answer.code == 0, found.shown
    assert values(treated) == {"redness": 1}
    assert {*DAILY} <= {*as_json(treated)["not_checked"]}
    assert "Skipped, so not known: some of 'call now', some of 'doctor today'" in found.shown


def test_enter_all_along_saves_nothing(treated: World, talk: Any) -> None:
    """Nothing was answered: no empty entry, and it is said."""
    found = talk(treated.at(hours=30))
    assert (found.answer.code, history(treated)["entries"]) == (5, [])
    assert "nothing was saved" in found.shown


def number_of(sign: str) -> str:
    """Its number in its group on day 4."""
    tier = GUIDE.signs[sign].tier
    return str([row.id for row in SIGNS if row.tier == tier and row.ask == "daily"].index(sign) + 1)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (["pus"], {"pus": 1}),
        (["fever=38.5, bad smell"], {"fever": 1, "bad-smell": 1}),
        (["pus and fever"], {"pus": 1, "fever": 1}),
        (["Collapse"], {"collapse": 1}),
        (["pus, rednes"], {"pus": 1}),
        (["y", number_of("sight-loss")], {"sight-loss": 1}),
        ([number_of("breathing")], {"breathing": 1}),
        ([f"{number_of('sight-loss')} and pus"], {"sight-loss": 1, "pus": 1}),
        (["0, fever"], {"fever": 1}),
        (["n, fever"], {"fever": 1}),
        (["y 1"], {DAILY[0]: 1}),
        (["y1"], {DAILY[0]: 1}),
        (["Yes, pus."], {"pus": 1}),
        (["y, 3 and fever 38,5"], {DAILY[2]: 1, "fever": 1}),
        (["", "y", f"{number_of('fever')} {number_of('hives')}"], {"fever": 1, "hives": 1}),
        (["", f"{number_of('pus')}, {number_of('open-sore')}"], {"pus": 1, "open-sore": 1}),
        (["", "", "2", "pus"], {"redness": 2, "pus": 1}),
    ],
)
def test_a_red_flag_gets_its_card_at_once_and_is_saved(
    treated: World, talk: Any, answers: list[str], expected: dict[str, int]
) -> None:
    """By its number or in words, at any question: no further one stands between a person and the call."""
    found = talk(treated.at(hours=98), *answers)
    assert found.answer.code == 0, found.shown
    assert found.answer.out.count("You named: ") == 1
    assert "emergency number (112" in found.answer.out.split("Logged #1")[0]
    assert len(found.asked) == len(answers)
    assert values(treated) == expected


@pytest.mark.parametrize("wrong", ["2.5", "99", "maybe", "the cat sat on it", "1 99"])
def test_what_fits_no_question_is_asked_again(treated: World, talk: Any, wrong: str) -> None:
    """At a yes or no, at "which?" and at a grade: told, and nothing recorded."""
    found = talk(
        treated.at(hours=98), wrong, "y", wrong, "", "n", "n", "7", "lots of it", "3", "", "", "", ""
    )
    assert found.answer.code == 0, found.shown
    assert found.asked[0] == found.asked[1]
    assert values(treated) == {**dict.fromkeys(DAILY, 0), "redness": 3}
    assert "You named" not in found.answer.out


def test_a_mistyped_red_flag_gets_its_card_and_is_asked_again(treated: World, talk: Any) -> None:
    """What was meant is not guessed into the records."""
    found = talk(treated.at(hours=30), "fevr", "fever=no")
    assert found.answer.code == 0, found.shown
    assert "You named: fever." in found.answer.out
    assert "did you mean fever" in found.shown
    assert values(treated) == {"fever": 0}


@pytest.mark.parametrize("stop", [STOP, END], ids=["interrupt", "end of input"])
@pytest.mark.parametrize("before", range(12))
def test_leaving_saves_nothing_and_says_so(
    treated: World, talk: Any, stop: BaseException, before: int
) -> None:
    """^C and the end of the input at any question: exit 130, the file as it was to the byte."""
    as_it_was = treated.database.read_bytes()
    answers = ["n", "n", "1", "1", "", "", "y", "flaking", "n", "c", "water", "w"]
    found = talk(treated.at(hours=30), *answers[:before], stop)
    assert found.answer.code == 130, found.shown
    assert "Stopped; nothing was saved." in found.shown
    assert treated.database.read_bytes() == as_it_was


def test_a_no_at_the_end_saves_nothing(treated: World, talk: Any) -> None:
    """What will be saved is shown first, and may be refused."""
    found = talk(treated.at(hours=30), "n", "n", "1", "", "", "", "n", "n", "n")
    assert (found.answer.code, history(treated)["entries"]) == (5, [])
    assert "Nothing was saved." in found.shown


def test_what_is_there_is_asked_for_whatever_the_hour(treated: World, talk: Any) -> None:
    """A scab of last week is asked about in the fourth week."""
    treated.at(days=8).meso("log", "scabs=1", "redness=0")
    found = talk(treated.at(days=22), "", "", "", "", "", "", "none")
    assert "Small scabs: How many small scabs are there now? Last: 1 mild, 14 days ago." in found.shown
    assert values(treated) == {"scabs": 0}


def test_another_treatment_may_be_named(treated: World, talk: Any) -> None:
    """`--treatment` alone is still alone."""
    treated.at(hours=10).meso("start", "--area", "neck", "--no-input")
    found = talk(treated.at(hours=30), "", "", "1", words=("--treatment", "t1"))
    assert found.answer.code == 0, found.shown
    assert "Check-in, day 1: t1" in found.shown
    assert history(treated, "t1")["entries"][0]["observations"] == {"redness": 1}


@pytest.mark.parametrize("words", [("--at", "2h ago"), ("--note", "")])
def test_where_it_need_not_ask(treated: World, talk: Any, words: tuple[str, ...]) -> None:
    """Explained as before, exit 5; in a pipe, too."""
    found = talk(treated.at(hours=30), words=words)
    assert (found.answer.code, found.asked) == (5, [])
    assert "Say what you see" in found.shown
    assert treated.meso("log").code == 5


def test_without_a_treatment_it_does_not_ask_in_vain(world: World, talk: Any) -> None:
    """First how to begin."""
    found = talk(world, "n")
    assert (found.answer.code, found.asked) == (3, [])
    assert "meso start" in found.shown


@pytest.mark.parametrize("rows", [5, 8, 12, 20])
def test_a_no_is_a_no_to_what_was_shown(treated: World, talk: Any, rows: int) -> None:
    """A terminal that cannot hold a group shows it in parts, each with its own answer."""
    found = talk(treated.at(hours=98), "n", "n", "", rows=rows)
    groups = [text for text in found.shown.split("Any of these")[1:] if "\n 1 " in text or "\n" in text]
    shown = [id for id in DAILY if any(ASKED[id] in group for group in groups[:2])]
    assert [id for id in DAILY if id in values(treated)] == shown
    assert (len(shown) == len(DAILY)) is (rows >= 20)


@pytest.mark.parametrize("planned", ["t1", "both"])
def test_another_treatment_with_a_plan_costs_no_answer(treated: World, talk: Any, planned: str) -> None:
    """What is asked and understood is the guide of the treatment that is logged to, and its plan alone."""
    plan = str(data_folder() / "plans" / "example.toml")
    urgent = treated.folder / "urgent.toml"
    text = (data_folder() / "plans" / "example.toml").read_text("utf-8")
    urgent.write_text(text.replace('tier = "contact"', 'tier = "urgent"'), "utf-8")
    assert treated.meso("plan", "load", str(urgent)).code == 0
    treated.at(days=2).meso("start", "--area", "neck", *(("--plan", plan) if planned == "both" else ()))
    care = ("c", "healing gel=1") if planned == "both" else ()
    words = ("--treatment", "t2")
    found = talk(treated.at(days=3), "n", "n", "severe", *"000nn", *care, "w", "calm", words=words)
    assert found.answer.code == 0, found.shown
    entry = last_entry(treated)
    assert entry["observations"].get("lost-dressing") == (0 if planned == "both" else None)
    assert (entry["observations"]["redness"], entry["note"]) == (3, "calm")
    if planned == "both":
        assert entry["observations"]["healing-gel"] == 1


def test_a_standing_sign_does_not_end_by_a_collective_no(treated: World, talk: Any) -> None:
    """It is shown as reported and asked about by its name; Enter leaves it, yes ends it. A rash, too."""
    treated.at(hours=28).meso("log", "fever", "pus", "hives", "rash")
    found = talk(treated.at(hours=30), "n", "n", "", "y", "y", *FOUR, "n", "n", "y")
    assert found.answer.code == 0, found.shown
    assert f"{ASKED['fever']} (you reported this)" in found.shown
    assert "You reported fever. Is it gone?" in found.shown
    assert "fever" not in values(treated)
    assert [values(treated)[sign] for sign in ("pus", "hives", "bad-smell", "rash", "cold-sore")] == [0] * 5
    assert {warning["id"] for warning in as_json(treated)["warnings"]} == {"fever"}


def test_a_red_flag_that_is_still_there_is_reported_again(treated: World, talk: Any) -> None:
    """The person said so: the card comes, and the other questions can wait."""
    treated.at(hours=28).meso("log", "fever")
    found = talk(treated.at(hours=30), "n", "n", "n")
    assert found.answer.code == 0, found.shown
    assert "You named: fever." in found.answer.out
    assert values(treated)["fever"] == 1


def test_a_no_to_the_rest_keeps_what_was_named(treated: World, talk: Any) -> None:
    """Also where one of the names could not be read and the question came again."""
    answers = ["redness=2, itching=3", "", *"000", "y", "tightness=2, flakng", "", "n"]
    found = talk(treated.at(hours=30), *answers)
    assert (values(treated)["itching"], values(treated)["tightness"]) == (3, 2), found.shown
    assert values(treated)["flaking"] == 0


def test_nothing_bad_is_no_answer(treated: World, talk: Any) -> None:
    """An opinion is not a no to each of them."""
    found = talk(treated.at(hours=98), "nothing bad", "n", "n")
    assert "Press 0 if none of these is there" in found.shown
    assert "You named" not in found.answer.out
    assert values(treated) == dict.fromkeys(DAILY, 0)


def test_a_question_mark_explains(treated: World, talk: Any) -> None:
    """The whole question of one or of all, a screen at a time; what a symptom is; then it asks again."""
    found = talk(treated.at(hours=2), f"?{number_of('confusion')}", "n", "?", "", "n", "?", "1")
    assert "Are you muddled, not making sense" in found.shown
    assert "(Enter: more)" in found.asked
    assert "Looks like mild sunburn" in found.shown
    assert values(treated) == {**dict.fromkeys((*DAILY, *ONCE), 0), "redness": 1}


def test_many_noes_share_a_line(treated: World, talk: Any) -> None:
    """Twenty rows of no would push the rest off the screen."""
    out = talk(treated.at(hours=30), "n", "n", *FOUR, "n", "n").answer.out
    assert f"No: {len(DAILY) + len(ONCE)} red flags, {len(DAILY_CONTACT)} other signs." in out
    assert "None: redness, swelling, warmth, pain, " in out
    assert len(out.splitlines()) < 12


@pytest.mark.parametrize("sign", ASKED)
def test_each_sign_has_a_short_question(sign: str) -> None:
    """One line of a narrow terminal, or two; a question; not its id."""
    assert ASKED[sign].endswith("?")
    assert len(ASKED[sign]) <= 80


def test_a_dumb_terminal_or_a_screen_reader_is_answered_by_lines(
    treated: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Single keys need a terminal that can give them."""
    from meso_cli.commands.support.call import Options
    from meso_cli.commands.support.keyboard import Keyboard

    for environment, options in (("dumb", Options()), ("", Options()), ("xterm", Options(plain=True))):
        monkeypatch.setenv("TERM", environment)
        assert not Keyboard(Call(options), "").has_keys
    assert treated.now


@pytest.mark.parametrize("end", [(STOP,), (END,), ("", "", *["0"] * 30), ("",)])
@pytest.mark.parametrize(("group", "verdict"), [(0, "CALL"), (1, "SEE A DOCTOR TODAY")])
def test_a_yes_gets_its_card_whatever_follows(
    treated: World, talk: Any, end: tuple[str | BaseException, ...], group: int, verdict: str
) -> None:
    """Nobody has to know which one it is before reading whom to call."""
    found = talk(treated.at(hours=98), *[""] * group, "y", *end)
    assert found.answer.out.startswith(verdict), found.shown
    assert "112" in found.answer.out
    assert "NOW for any of these" in found.answer.out or group
    assert ("log which one it was: meso log" in found.shown) is (end[0] in (STOP, END))


@pytest.mark.parametrize("typed", ["3", "pus", "y", "fevr"])
@pytest.mark.parametrize("first", [(), ("y",)])
def test_what_was_typed_and_not_sent_is_heard(
    treated: World, talk: Any, typed: str, first: tuple[str, ...]
) -> None:
    """Leaving in the middle of a line: the card, and the command that would save it."""
    found = talk(treated.at(hours=98), *first, InputEnded(typed))
    assert found.answer.code == 130
    assert found.answer.out.startswith(("CALL", "SEE A DOCTOR TODAY")), found.shown
    assert history(treated)["entries"] == []
    sign = {"pus": "pus=yes", "fevr": "fever=yes", "3": f"{DAILY[2]}=yes"}.get(typed)
    assert sign is None or f"meso log {sign}" in found.shown


@pytest.mark.parametrize(
    ("answers", "seen"),
    [(("fever",), {"fever": 1}), (("c", "fever"), {"fever": 1}), (("w", "fever of 39 and pus"), {})],
)
def test_a_red_flag_at_the_end_is_saved_without_a_yes(
    treated: World, talk: Any, answers: tuple[str, ...], seen: dict[str, int]
) -> None:
    """At "Save it?", at care, in a note: nothing stands between it and the records."""
    found = talk(treated.at(hours=98), "", "", "1", *[""] * 5, *answers, STOP)
    assert found.answer.code == 0, found.shown
    assert values(treated) == {"redness": 1, **seen}
    assert found.answer.out.startswith(("CALL", "SEE A DOCTOR TODAY"))


def test_a_slip_that_was_not_settled_can_be_repeated(treated: World, talk: Any) -> None:
    """It got its card and was asked again; who leaves then reads the command."""
    found = talk(treated.at(hours=30), "fevr", STOP)
    assert (found.answer.code, "meso log fever=yes" in found.shown) == (130, True), found.shown


WHOLE = ["0", "0", "2", *["0"] * 5, "w", "it's sore"]


def test_a_check_in_that_is_refused_can_be_repeated(
    treated: World, talk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Locked at the last key: said while it waits, and the command holds every answer and the note."""
    monkeypatch.setattr(file, "WRITE_SECONDS", 0.2)
    monkeypatch.setattr(writes, "_PATIENCE", 0.01)
    other = sqlite3.connect(treated.database, isolation_level=None, check_same_thread=False)
    found = talk(treated.at(hours=98), *WHOLE, lambda: other.execute("BEGIN EXCLUSIVE"))
    other.close()
    assert found.answer.code == 6, found.shown
    assert "Waiting for another program" in found.shown
    words = shlex.split(found.shown.split("repeat: meso ")[1])
    assert treated.meso(*words).code == 0
    assert (values(treated)["redness"], last_entry(treated)["note"]) == (2, "it's sore")
    assert {*DAILY, *GUIDE.inflammatory} <= {*values(treated)}


@pytest.mark.parametrize("answers", [WHOLE, ["fever"]])
def test_records_that_are_gone_meanwhile_cost_no_answer(
    treated: World, talk: Any, monkeypatch: pytest.MonkeyPatch, answers: list[str]
) -> None:
    """Nothing is called saved that is not."""
    save = entries.record_entry

    def moved(*given: Any) -> Any:
        treated.database.rename(treated.folder / "elsewhere.db")
        return save(*given)

    monkeypatch.setattr(log, "record_entry", moved)
    found = talk(treated.at(hours=98), *answers)
    assert found.answer.code == 3, found.shown
    assert "repeat: meso log " in found.shown
    assert "saved now" not in found.shown


@pytest.mark.parametrize("answers", [WHOLE, ["fever"]])
def test_leaving_while_it_is_saved_names_the_command(
    treated: World, talk: Any, monkeypatch: pytest.MonkeyPatch, answers: list[str]
) -> None:
    """Nobody knows then whether it was saved: how to see that, and what to type."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(log, "record_entry", interrupted)
    found = talk(treated.at(hours=98), *answers)
    assert found.answer.code == 130
    assert "meso history" in found.shown
    assert "save it: meso log " in found.shown


def test_a_check_in_goes_to_the_treatment_that_it_named(treated: World, talk: Any) -> None:
    """Another one is recorded meanwhile, in another window; the answer names the one it went to."""
    begin = partial(treated.at(hours=50).told, "start", "--area", "hands", "--no-input")
    found = talk(treated, "", "", "2", *[""] * 5, begin)
    assert found.answer.code == 0, found.shown
    assert history(treated, "t1")["entries"][0]["observations"] == {"redness": 2}
    assert "Logged #1 to t1" in found.answer.out
