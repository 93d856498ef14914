"""A red flag prints its card before anything else, whatever is broken."""

import json
import re
import resource
import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from meso_cli.errors import Exit
from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_item_names, read_words
from meso_cli.store import file
from tests.conftest import Answer, World

CARD = "emergency number (112, 911, 999, 000)"


def card_comes_first(answer: Answer, named: str) -> bool:
    first = answer.out.splitlines()[:1]
    return first == [line for line in first if f"You named: {named}." in line] and CARD in answer.out


def test_without_a_treatment(world: World) -> None:
    """Nothing can be saved: the card, exit 3, what was not saved and the command to repeat."""
    answer = world.meso("log", "breathing")
    assert card_comes_first(answer, "trouble breathing")
    assert answer.code == 3
    assert "Nothing was saved" in answer.err
    assert "meso log breathing" in answer.err


def test_with_a_damaged_file(world: World) -> None:
    """The card, exit 4, the file as it was."""
    world.database.parent.mkdir()
    world.database.write_text("not a database, but somebody's text\n" * 100)
    before = world.database.read_bytes()
    answer = world.meso("log", "breathing")
    assert card_comes_first(answer, "trouble breathing")
    assert answer.code == 4
    assert world.database.read_bytes() == before


def test_on_a_full_disk(treated: World) -> None:
    """The card, exit 6; the records as they were."""
    before = treated.meso("status", "--json").out

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    answer = treated.process("log", "breathing", "--at", "day 0 15:00", preexec_fn=full)
    assert card_comes_first(answer, "trouble breathing")
    assert answer.code == 6, answer.err
    assert "Nothing was saved" in answer.err
    assert treated.meso("status", "--json").out == before


@pytest.mark.parametrize(
    "words",
    [
        ["log", "breathing", "rednes=2"],
        ["log", "breathing", "redness=5"],
        ["log", "breathing", "--at", "03/04"],
        ["log", "breathing", "--att", "now"],
        ["lgo", "breathing"],
        ["log", "breathing=banana"],
        ["log", "brething"],
        ["log", "breathing", "breathing=no"],
        ["log", "breathing", "--treatment", "t9"],
    ],
)
def test_with_a_typo_beside_it(treated: World, words: list[str]) -> None:
    """A typo in an item, a value, an option or the command itself does not cost the card."""
    answer = treated.meso(*words)
    assert card_comes_first(answer, "trouble breathing")
    assert answer.code in (2, 3)
    assert answer.err.startswith("meso: ")
    assert treated.meso("status", "--brief").out.count("nothing logged") == 1


@pytest.mark.parametrize("value", ["38.5", "38,0", "101.3", "38.0C", "100.4F", "yes", "3"])
def test_a_fever_is_saved_and_read_back(treated: World, value: str) -> None:
    """38 °C and more, or 100.4 °F and more, or a plain yes."""
    answer = treated.at(hours=1).meso("log", f"fever={value}")
    assert answer.code == 0, answer.err
    assert card_comes_first(answer, "fever")
    assert answer.out.splitlines()[-1].startswith("SEE A DOCTOR TODAY")


@pytest.mark.parametrize("words", [["fever=37.9"], ["fever=98.6"], ["fever", "gone"]])
def test_what_is_no_fever_gets_no_card(treated: World, words: list[str]) -> None:
    """A corrected command and nothing saved; `fever=no` is asked for."""
    answer = treated.meso("log", *words)
    assert (answer.code, answer.out) == (2, "")
    assert "fever=no" in answer.err


def test_no_is_saved_without_a_card(treated: World) -> None:
    """`fever=no` is a check-in like any other."""
    answer = treated.meso("log", "fever=no")
    assert answer.code == 0
    assert CARD not in answer.out


def test_urgent_needs_nothing(world: World) -> None:
    """No database, a broken config: the card all the same."""
    world.config.write_text("region = [broken")
    answer = world.meso("urgent")
    assert answer.code == 0
    assert CARD in answer.out
    assert not world.database.exists()


def test_the_card_stays_without_the_guide(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installation that lost its data still says when to call."""
    from meso_cli.guide import files

    monkeypatch.setattr(files, "guide_folder", lambda: tmp_path / "gone")
    assert "CALL your local emergency number" in world.meso("urgent").out


def test_an_emergency_is_told_and_saved_whatever_the_config_says(treated: World) -> None:
    """The card first; the entry is there, too."""
    treated.config.write_text("day_start = 4")
    answer = treated.meso("log", "collapse")
    assert card_comes_first(answer, "collapse")
    assert answer.code == 0
    assert "collapse" in treated.meso("history").out


@pytest.mark.parametrize(
    "word", ["infection", "sepsis", "anaphylaxis", "allergic reaction", "stroke", "help"]
)
def test_a_word_of_alarm_brings_the_card_and_records_nothing(treated: World, word: str) -> None:
    """It is no sign itself: the card, then which signs to look for; exit 2."""
    before = treated.database.read_bytes()
    answer = treated.meso("log", *word.split())
    assert answer.out.startswith("CALL your local emergency number")
    assert answer.code == 2
    assert "log what you see: " in answer.err
    assert treated.database.read_bytes() == before


SIGNS = read_guide().signs


def warnings(world: World) -> set[str]:
    """The ids of what `status` warns of."""
    answer = world.meso("status", "--json")
    assert answer.code == 0, answer.err
    return {row["id"] for row in json.loads(answer.out)["warnings"]}


def entries(world: World) -> int:
    with closing(sqlite3.connect(world.database)) as connection:
        return int(connection.execute("SELECT count(*) FROM entries").fetchone()[0])


@pytest.mark.parametrize("sign", SIGNS)
def test_each_red_flag_alone_brings_the_card(world: World, sign: str) -> None:
    """Every sign of tier emergency or urgent does, and none of tier contact."""
    answer = world.meso("log", sign)
    assert (CARD in answer.out) == (SIGNS[sign].tier in ("emergency", "urgent"))
    assert answer.code == Exit.NOTHING_FOUND


def test_each_other_word_for_a_red_flag_brings_the_card(world: World) -> None:
    """An alias is as good as the id."""
    red_flags = {id for id, sign in SIGNS.items() if sign.is_red_flag}
    for item, names in read_item_names().items.items():
        answer = world.meso("log", names[0])
        assert card_comes_first(answer, SIGNS[item].label) if item in red_flags else CARD not in answer.out


@pytest.mark.parametrize("value", ["banana", "maybe", "46", "29", "38.5x", "38..5", "", "3_8", "٣٨", "1e2"])
def test_a_fever_that_cannot_be_read_still_brings_the_card(treated: World, value: str) -> None:
    """Nothing is guessed and nothing saved, but the card is there; exit 2."""
    before = treated.database.read_bytes()
    answer = treated.meso("log", f"fever={value}")
    assert card_comes_first(answer, "fever")
    assert answer.code == 2
    assert "fever=yes" in answer.err
    assert treated.database.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ["no fever"],
        ["no-fever"],
        ["redness=1", "no_fever"],
        ["fever=no"],
        ["fever:no"],
        ["fever=0"],
        ["fever=37.2"],
    ],
)
def test_saying_that_a_red_flag_is_not_there_brings_no_card(treated: World, words: list[str]) -> None:
    """Neither in one pair of quotes nor as a temperature below fever."""
    assert CARD not in treated.meso("log", *words).out
    assert warnings(treated) == set()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["log", "pus=maybe", "redness=1"], {"pus"}),
        (["log", "bad-smell", "fevr=banana"], {"bad-smell", "fever"}),
        (["log", "breathing", "breathing=banana"], {"breathing"}),
        (["log", "pus", "redness", "2", "zzzz"], {"pus"}),
        (["log", "fever", "38.5", "zzzz"], {"fever"}),
        (["log", "pus", "--nonsense"], {"pus"}),
        (["log", "--pus", "redness=1"], {"pus"}),
        (["log", "bad smell", "pus", "--at"], {"bad-smell", "pus"}),
        (["lgo", "pus", "redness=1"], {"pus"}),
        (["pus"], {"pus"}),
    ],
)
def test_the_command_to_repeat_records_every_red_flag(
    treated: World, words: list[str], found: set[str]
) -> None:
    """What is told to be typed again is understood, and holds the red flags that could not be read."""
    answer = treated.at(hours=1).meso(*words)
    assert (CARD in answer.out, answer.code) == (True, 2)
    assert "Nothing was saved" in answer.err
    command = shlex.split(re.split("repeat: |record it: ", answer.err)[1])
    assert command[0] == "meso"
    assert treated.meso(*command[1:]).code == 0
    assert found <= warnings(treated)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("meso log pus >/dev/full", Exit.SYSTEM),
        ("meso log pus >&-", Exit.SYSTEM),
        ("meso log pus | true", Exit.FINE),
        ("meso log pus | head -1", Exit.FINE),
        ("meso log pus 2>&-", Exit.FINE),
    ],
)
def test_an_output_that_is_refused_does_not_cost_the_entry(treated: World, line: str, code: int) -> None:
    """The card cannot be shown, so the entry matters all the more."""
    answer = treated.at(hours=1).shell(line)
    assert answer.code == code, answer
    assert "Traceback" not in answer.err
    assert warnings(treated) == {"pus"}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("log pus", "#2 was saved"),
        ("log redness=1", "#2 was saved"),
        ("start --area neck --no-input", "t2 was saved"),
        ("edit 1 redness=1", "#1 was corrected"),
        ("edit t1 --depth 2", "t1 was corrected"),
        ("delete 1", "#1 was deleted"),
        ("end", "t1 was ended"),
        ("undo", "'log #1' was taken back"),
    ],
)
def test_a_refused_answer_says_what_was_saved(treated: World, words: str, says: str) -> None:
    """Exit 6, and the number: somebody who repeats the command would record everything twice."""
    treated.at(hours=1).meso("log", "redness=2")
    answer = treated.shell(f"meso {words} >/dev/full")
    assert answer.code == Exit.SYSTEM
    assert says in answer.err
    assert "othing was saved" not in answer.err
    assert answer.err.count("\n") == 1


def test_a_refused_output_alone_says_nothing_of_saving(treated: World) -> None:
    """Reading saves nothing."""
    answer = treated.shell("meso status >/dev/full")
    assert answer.code == Exit.SYSTEM
    assert "saved" not in answer.err


@pytest.fixture
def raced(treated: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """Another program locks the file at the moment in which an entry is committed."""
    with closing(sqlite3.connect(treated.database, isolation_level=None)) as other:

        class Raced(file.Connection):
            def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
                cursor = super().execute(sql, *values)
                if sql == "COMMIT":
                    other.execute("BEGIN EXCLUSIVE")
                return cursor

        monkeypatch.setattr(file, "Connection", Raced)
        monkeypatch.setattr(file, "WRITE_SECONDS", 0.05)
        yield treated


def test_what_was_saved_is_never_called_unsaved(raced: World) -> None:
    """When only the answer fails, repeating the command would record everything twice."""
    answer = raced.meso("log", "pus")
    assert card_comes_first(answer, "pus")
    assert answer.code == Exit.SYSTEM
    said = "meso: #1 was saved, but the answer failed: Another program keeps"
    assert said in answer.err
    assert "repeat" not in answer.err.casefold()
    assert "othing was" not in answer.err


def test_a_refused_write_is_called_unsaved_once(treated: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was not saved, and what to do about it: once, whichever code noticed it."""
    treated.at(hours=1).meso("log", "redness=2")
    monkeypatch.setattr(file, "WRITE_SECONDS", 0.05)
    with closing(sqlite3.connect(treated.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for words in (["log", "redness=1"], ["log", "pus"], ["edit", "1", "pus"], ["start", "--another"]):
            answer = treated.meso(*words)
            assert answer.code == Exit.SYSTEM
            assert answer.err.count("Nothing was saved") == 1, answer.err


def test_a_backup_without_room_does_not_unsay_the_entry(
    treated: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk with room for the entry but not for the copy: it is saved, and nobody is told to repeat it."""
    connect = sqlite3.connect

    def without_room(path: Any, *args: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(path, *args, **options)
        if ".new?" in str(path):
            connection.execute("PRAGMA max_page_count = 1")
        return connection

    monkeypatch.setattr(sqlite3, "connect", without_room)
    answer = treated.at(days=1).meso("log", "redness=1")
    assert (answer.code, entries(treated)) == (0, 1)
    assert "Saved, but today's backup could not be made: No space left" in answer.err
    assert "repeat" not in answer.err
    assert "othing was saved" not in answer.err


def test_on_a_database_that_may_not_grow(treated: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite's own "full", without a full disk: the card, exit 6, every entry as it was."""
    treated.at(hours=1).meso("log", "redness=1", "--note", "x" * 50_000)
    before = treated.database.read_bytes()
    page = sqlite3.connect

    def small(*args: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = page(*args, **options)
        connection.execute("PRAGMA max_page_count = 1")  # SQLite takes it as "no more than there is"
        return connection

    monkeypatch.setattr(sqlite3, "connect", small)
    answer = treated.meso("log", "breathing", "--note", "y" * 50_000)
    assert card_comes_first(answer, "trouble breathing")
    assert answer.code == Exit.SYSTEM, answer.err
    assert "No space" in answer.err
    assert "meso log breathing" in answer.err
    assert treated.database.read_bytes() == before


def test_a_note_is_not_repeated_on_the_screen(world: World) -> None:
    """The command to repeat leaves out what somebody wrote in confidence."""
    answer = world.meso("log", "pus", "--note", "SECRET")
    assert "SECRET" not in answer.err + answer.out


@pytest.mark.parametrize(
    "broken", ["TYPER_USE_RICH=0", "MESO_DB=/nowhere/at/all", "MESO_CONFIG=/", "TZ=Mars", "HOME="]
)
def test_urgent_answers_whatever_the_environment_says(world: World, broken: str) -> None:
    """Nothing that is set wrongly stands between a person and the card."""
    answer = world.shell(f"{broken} meso urgent")
    assert answer.out.startswith(f"CALL your local {CARD}")
    assert (answer.code, answer.err) == (0, "")


@pytest.mark.parametrize(
    "words", [["lgo", "pus"], ["log", "pus", "rednes"], ["log", "pus=maybe"], ["log", "pus", "--nope"]]
)
def test_what_follows_a_sentence_begins_after_its_end(world: World, words: list[str]) -> None:
    """Two sentences on a line stay two: neither run together nor "?."."""
    err = world.meso(*words).err
    assert re.search(r"[.?!] Nothing was saved", err), err
    assert not re.search(r"[?.!]\.", err), err


def test_help_asks_for_help_and_log_help_for_help_now(treated: World) -> None:
    """`meso help` is what people type first: the help, exit 0; after `log` it is a word of alarm."""
    assert treated.meso("help") == treated.meso("--help")
    assert treated.meso("help", "log") == treated.meso("log", "--help")
    assert treated.meso("--plain", "help", "can").out == treated.meso("can", "--help").out
    assert treated.meso("help").code == 0
    assert CARD in treated.meso("log", "help").out
    assert CARD in treated.meso("help", "pus").out
    assert CARD in treated.meso("help", "me").out


def test_a_reported_sign_leads_its_tier(treated: World) -> None:
    """Fever is named before warmth that was logged earlier, on the card, in JSON and in the brief line."""
    treated.at(hours=30).meso("log", "warmth=4")
    treated.at(hours=31).meso("log", "fever", "bad-smell")
    assert "URGENT: fever +2" in treated.meso("status", "--brief").out
    rows = json.loads(treated.meso("status", "--json").out)["warnings"]
    assert [row["id"] for row in rows] == ["fever", "bad-smell", "warmth"]
    out = treated.meso("status").out
    assert out.index("fever") < out.index("bad smell") < out.index("warmth")
    treated.meso("log", "--told", "the clinic", "--about", "fever")
    assert "URGENT: bad smell +2" in treated.meso("status", "--brief").out


def test_a_verdict_has_the_practitioners_numbers(treated: World) -> None:
    """First and last line, with both numbers; without any, the region's alone."""
    treated.at(hours=30).meso("log", "fever", "bad-smell")
    treated.meso("config", "region", "gb")
    lines = treated.meso("status").out.splitlines()
    assert lines[0] == lines[-1] == "SEE A DOCTOR TODAY · NHS 111"
    treated.meso("edit", "t1", "--practitioner", "Dr Vale", "--phone", "030 1", "--out-of-hours", "030 2")
    lines = treated.meso("status").out.splitlines()
    assert lines[0] == lines[-1] == "SEE A DOCTOR TODAY · NHS 111 · Dr Vale 030 1 · out of hours 030 2"
    assert treated.meso("log", "worried").out.startswith(lines[0])


def test_below_the_card_the_answer_does_not_repeat_it(treated: World) -> None:
    """When to call was said on the card; each reason is said once; the last line is the verdict."""
    out = treated.at(hours=60).meso("log", "pus", "redness=4").out
    assert "Why: pus · redness 4 very severe (just now, #1)" in out
    assert out.count("Call your emergency number (112, 911, 999, 000) now for") == 1
    assert out.count("pus ·") == 1
    assert out.splitlines()[-1].startswith("SEE A DOCTOR TODAY · ")


CONTACTS = ("contact your", "see a doctor", "call now", "get medical advice", "ask your", "tell your")


@pytest.mark.parametrize("subject", ["symptoms", "combinations"])
def test_whom_to_call_and_when_is_said_by_the_tier_alone(subject: str) -> None:
    """A symptom comes at several tiers: its advice may name somebody only behind a condition of its own."""
    for words in read_words(subject).values():
        for sentence in (words.advice or "").split(". "):
            assert not sentence.casefold().startswith(CONTACTS), words.id
    assert "practitioner" not in (read_words("symptoms")["redness"].advice or "")


def test_sore_is_pain_and_an_open_sore_is_not(treated: World) -> None:
    """The program itself asks "how sore or tender": no card for an ache, and the card for a sore."""
    treated.at(hours=10)
    assert "You named" not in treated.meso("log", "sore").out
    assert treated.meso("log", "sore=2").code == 0
    for words in (["open-sore"], ["open sore"], ["open", "sore"], ["sores"]):
        assert "You named: open sore" in treated.meso("log", *words).out, words


HINT = "Notes are not judged. To record it: meso log pus fever=39"


@pytest.mark.parametrize("how", ["log", "edit", "stdin"])
def test_a_red_flag_in_a_note_is_not_passed_over(treated: World, how: str) -> None:
    """Notes are not judged: it is said, with what to type, and the card comes first."""
    treated.at(hours=30).meso("log", "redness=1")
    words = "pus on my cheek and fever 39"
    call = {
        "log": (["log", "--note", words], None),
        "edit": (["edit", "1", "--note", words], None),
        "stdin": (["log", "--note", "-"], words),
    }[how]
    out = treated.meso(*call[0], typed=call[1]).out
    assert "You named: " in out.splitlines()[0]
    assert HINT in out
    assert treated.meso("log", "--note", "no fever").out.startswith("Logged")
