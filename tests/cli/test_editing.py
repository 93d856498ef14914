"""`meso edit ID` in the person's editor: a real editor process on a real terminal."""

import json
import os
import sqlite3
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pexpect
import pytest

from tests.cli.test_correcting import history
from tests.cli.test_terminal import before, rest, spawn
from tests.conftest import PATIENCE, World

EDITOR = """\
import json, os, re, sys
from pathlib import Path
file, steps = Path(sys.argv[-1]), Path(os.environ["STEPS"])
todo = json.loads(steps.read_text())
step, rest = todo[0], todo[1:]
steps.write_text(json.dumps(rest))
with Path(os.environ["SEEN"]).open("a") as seen:
    modes = [oct(path.stat().st_mode & 0o777) for path in (file, file.parent)]
    seen.write(json.dumps({"text": file.read_text(), "modes": modes, "path": str(file)}) + "\\n")
if "run" in step:
    os.system(step["run"])
text = file.read_text()
for old, new in step.get("replace", []):
    assert re.search(old, text, re.MULTILINE), (old, text)
    text = re.sub(old, new, text, count=1, flags=re.MULTILINE)
if "write" in step:
    text = step["write"]
file.write_text(text)
if step.get("remove"):
    file.unlink()
if "signal" in step:
    os.kill(os.getppid(), step["signal"])
sys.exit(step.get("exit", 0))
"""


class Edited(NamedTuple):
    """What a call showed, how it ended, and what the editor saw each time that it was opened."""

    shown: str
    code: int
    seen: list[dict[str, Any]]

    @property
    def text(self) -> str:
        return str(self.seen[0]["text"])


class Desk:
    """A person with an editor that does, each time that it is opened, the next thing told."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.script = world.folder / "an editor.py"
        self.script.write_text(EDITOR)

    def command(self) -> str:
        return f"'{sys.executable}' -I '{self.script}' --wait"

    def edit(self, name: str, *steps: dict[str, Any], answers: str = "", **environment: str) -> Edited:
        """`meso edit NAME`; `answers` are what is typed at each question, one letter each."""
        todo, log = self.world.folder / "steps.json", self.world.folder / "seen.jsonl"
        todo.write_text(json.dumps(steps))
        log.write_text("")
        own = {"EDITOR": self.command(), "VISUAL": "", "STEPS": str(todo), "SEEN": str(log), **environment}
        child = spawn(self.world, "edit", name, columns=120, rows=50, **own)
        shown = ""
        for answer in answers:
            child.expect_exact("(Enter: yes, n: no)")
            shown += before(child)
            if answer == "^":
                child.sendintr()
            else:
                child.sendline(answer.strip())
        shown += rest(child)
        child.close()
        seen = [json.loads(line) for line in log.read_text().splitlines()]
        assert child.exitstatus is not None, child
        return Edited(shown, child.exitstatus, seen)

    def drafts(self) -> list[Path]:
        return sorted(self.world.database.parent.glob("meso.db.edit-*/*"))


@pytest.fixture
def desk(treated: World) -> Desk:
    """Two entries, as in the tests of correcting; a fever with its temperature."""
    treated.at(hours=6).meso("log", "redness=2", "swelling=1", "--note", "hot\n# not a comment")
    treated.at(hours=22).meso("log", "fever=38.5", "redness=1", "water=3")
    treated.at(hours=30)
    return Desk(treated)


def replace(*pairs: tuple[str, str]) -> dict[str, Any]:
    return {"replace": pairs}


def as_recorded(world: World) -> str:
    """Everything that was recorded, the journal of undo steps included."""
    with sqlite3.connect(world.database) as connection:
        dump = "\n".join(connection.iterdump())
    connection.close()
    return dump


def test_the_text_is_readable_and_private(desk: Desk) -> None:
    """One `item = value` a line, the note below; 0600 in a 0700 folder, both gone afterwards."""
    edited = desk.edit("1", replace(("redness = 2", "redness = 3")))
    assert edited.code == 0, edited.shown
    assert edited.text.endswith(
        "\n\nat = 2026-03-02 20:00\nredness = 2\nswelling = 1\n\nnote:\nhot\n# not a comment\n"
    )
    assert all(line.startswith("# ") for line in edited.text.split("\n\n")[0].splitlines())
    assert edited.seen[0]["modes"] == ["0o600", "0o700"]
    assert desk.drafts() == []
    assert not Path(edited.seen[0]["path"]).parent.exists()
    assert "Corrected #1" in edited.shown


def test_an_entry_is_corrected_in_one_step(desk: Desk) -> None:
    """Set, take out, add, move, a new note: one transaction, taken back by one undo."""
    before = history(desk.world)
    steps = replace(
        ("^redness = 2", "redness = moderate\npeeling: 1\nwater"),
        ("^swelling = 1\n", ""),
        ("^at = .*", 'at = "yesterday 21:00"'),
        ("^hot", "hotter"),
    )
    edited = desk.edit("1", steps)
    assert edited.code == 0, edited.shown
    entry = history(desk.world)["entries"][0]
    assert entry["observations"] == {"redness": 2, "flaking": 1, "water": 1}
    assert (entry["hours"], entry["note"]) == (7.0, "hotter\n# not a comment")
    assert "Took back: edit #1 (" in desk.world.meso("undo").out
    assert history(desk.world)["entries"] == before["entries"]


def test_what_is_not_touched_is_not_read_anew(desk: Desk) -> None:
    """A temperature, seconds and a zone that the text does not show stay as they are; no card for them."""
    edited = desk.edit("2", replace(("redness = 1", "redness = 0")))
    assert edited.code == 0
    assert "fever = 38.5" in edited.text
    assert "You named" not in edited.shown
    with sqlite3.connect(desk.world.database) as connection:
        rows = connection.execute(
            "SELECT item, value, reading FROM observations WHERE entry_id = 2 ORDER BY 1"
        )
        assert rows.fetchall() == [("fever", 1, 38.5), ("redness", 0, None), ("water", 3, None)]
    connection.close()


@pytest.mark.parametrize("name", ["1", "2", "t1"])
@pytest.mark.parametrize(
    "step", [{}, {"replace": [["^# .*", "# mine"], ["^at = ", "at   =  "]]}], ids=["as it was", "comments"]
)
def test_unchanged_writes_nothing_and_says_so(desk: Desk, name: str, step: dict[str, Any]) -> None:
    """No new step to undo, no file left."""
    before = as_recorded(desk.world)
    edited = desk.edit(name, step)
    assert (edited.code, "Nothing was changed." in edited.shown) == (0, True)
    assert as_recorded(desk.world) == before
    assert desk.drafts() == []


@pytest.mark.parametrize(("name", "remove"), [("1", "meso delete 1"), ("t1", "meso delete t1")])
@pytest.mark.parametrize("text", ["", "\n \n", "# a comment\n\nnote:\n"])
def test_an_emptied_text_deletes_nothing(desk: Desk, name: str, remove: str, text: str) -> None:
    """Emptying is how people leave an editor; deleting has its own command, which is told."""
    before = as_recorded(desk.world)
    edited = desk.edit(name, {"write": text})
    assert edited.code == 0
    assert "emptied, so nothing was changed" in edited.shown
    assert remove in edited.shown
    assert as_recorded(desk.world) == before
    assert desk.drafts() == []


def test_all_problems_are_told_with_their_lines(desk: Desk) -> None:
    """Every one at once; the text that is kept has those lines, and is as it was typed."""
    before = as_recorded(desk.world)
    wrong = replace(
        ("^at = .*", "at = tomorrow"),
        ("^redness = 2", "rednes = 2\nitching = 9\nswelling = 2"),
    )
    edited = desk.edit("1", wrong, answers="n")
    assert edited.code == 2
    (kept,) = desk.drafts()
    lines = kept.read_text().splitlines()
    for words, says in (
        ("at = tomorrow", "'tomorrow' is still to come"),
        ("rednes = 2", "did you mean redness"),
        ("itching = 9", "grades go from 0"),
        ("swelling = 1", "'swelling' is there twice"),
    ):
        number = lines.index(words) + 1
        told = next(line for line in edited.shown.splitlines() if f"line {number}: " in line)
        assert says in told, edited.shown
    assert str(kept) in edited.shown.replace("\r\n", "")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert as_recorded(desk.world) == before


def test_the_editor_opens_again_with_the_problem_beside_its_line(desk: Desk) -> None:
    """Enter goes back; what explained the problem is gone from what is read, and from a note."""
    edited = desk.edit(
        "1",
        replace(("^redness = 2", "redness = lots")),
        replace(("^redness = lots", "redness = plenty")),
        replace(("^redness = plenty", "redness = 4")),
        answers="  ",
    )
    assert edited.code == 0, edited.shown
    second, third = edited.seen[1]["text"].splitlines(), edited.seen[2]["text"].splitlines()
    assert second[second.index("redness = lots") - 1].startswith("#! redness=lots is not a grade")
    assert third[third.index("redness = plenty") - 1].startswith("#! redness=plenty is not a grade")
    assert len([line for line in third if line.startswith("#!")]) == 1
    entry = history(desk.world)["entries"][0]
    assert (entry["observations"]["redness"], entry["note"]) == (4, "hot\n# not a comment")
    assert desk.drafts() == []


def test_a_red_flag_gets_its_card_first_even_when_nothing_can_be_saved(desk: Desk) -> None:
    """As with arguments; once, though the editor opens again."""
    edited = desk.edit(
        "1",
        replace(("^redness = 2", "redness = 9\npus = yes")),
        replace(("redness = 9", "redness = 2")),
        answers=" ",
    )
    assert edited.code == 0
    assert edited.shown.index("You named: pus") < edited.shown.index("grades go from")
    assert edited.shown.count("You named") == 1
    assert history(desk.world)["entries"][0]["observations"]["pus"] == 1


@pytest.mark.parametrize("line", ["pus =", "collapse="])
def test_taking_a_sign_out_shows_no_card(desk: Desk, line: str) -> None:
    """A name without a value is taken out, not reported."""
    edited = desk.edit("1", replace(("^redness = 2", line)))
    assert edited.code == 0
    assert "You named" not in edited.shown
    assert history(desk.world)["entries"][0]["observations"] == {"swelling": 1}


@pytest.mark.parametrize("meanwhile", ["edit 1 swelling=2", "delete 1", "edit 1 --note x"])
def test_a_change_made_meanwhile_is_not_overwritten(desk: Desk, meanwhile: str) -> None:
    """The other change stays, the text is kept, and the sentence says where."""
    told = f"cd '{Path(__file__).parents[2]}' && '{sys.executable}' -m meso_cli {meanwhile} >/dev/null"
    edited = desk.edit("1", {"run": told, "replace": [["redness = 2", "redness = 4"]]})
    assert edited.code in (2, 3)
    assert "Corrected" not in edited.shown
    (kept,) = desk.drafts()
    assert "redness = 4" in kept.read_text()
    assert str(kept) in edited.shown.replace("\r\n", "")
    answer = desk.world.meso("undo")
    assert meanwhile.split()[0] in answer.out
    assert history(desk.world)["entries"][0]["observations"]["redness"] == 2


def test_a_treatment_changed_meanwhile_is_not_overwritten(desk: Desk) -> None:
    """The same for a treatment."""
    told = f"cd '{Path(__file__).parents[2]}' && '{sys.executable}' -m meso_cli edit t1 --depth 2 >/dev/null"
    edited = desk.edit("t1", {"run": told, "replace": [["device = pen", "device = rf"]]})
    assert (edited.code, len(desk.drafts())) == (2, 1)
    treatment = history(desk.world)["treatments"][0]
    assert (treatment["device"], treatment["depth_mm"]) == ("pen", 2.0)


@pytest.mark.parametrize(
    "step", [{"exit": 1}, {"exit": 7, "replace": [["redness = 2", "redness = 4"]]}, {"remove": True}]
)
def test_an_editor_that_fails_changes_nothing(desk: Desk, step: dict[str, Any]) -> None:
    """Exit 6; what was typed before it failed is kept, what was not typed is not left behind."""
    before = as_recorded(desk.world)
    edited = desk.edit("1", step)
    assert edited.code == 6
    assert "nothing was changed" in edited.shown.casefold()
    assert as_recorded(desk.world) == before
    assert len(desk.drafts()) == ("replace" in step)


def test_text_that_is_not_utf8_is_kept(desk: Desk) -> None:
    """One sentence, exit 2, and the bytes as they were saved."""
    script = desk.world.folder / "latin.sh"
    script.write_text("#!/bin/sh\nprintf 'note:\\n\\351\\n' > \"$1\"\n")
    script.chmod(0o700)
    edited = desk.edit("1", EDITOR=f"'{script}'")
    assert edited.code == 2
    assert "not UTF-8" in edited.shown
    (kept,) = desk.drafts()
    assert b"\xe9" in kept.read_bytes()


@pytest.mark.parametrize(
    ("environment", "code", "says"),
    [
        ({"EDITOR": "/no/such/editor"}, 6, "The editor '/no/such/editor' could not be started"),
        ({"EDITOR": "'unclosed"}, 6, "$EDITOR cannot be read"),
        ({"EDITOR": " ", "PATH": "/nowhere"}, 5, "name yours in EDITOR"),
    ],
)
def test_without_a_usable_editor(desk: Desk, environment: dict[str, str], code: int, says: str) -> None:
    """One sentence that says which, and nothing left behind."""
    edited = desk.edit("1", **environment)
    assert edited.code == code
    assert says in edited.shown
    assert desk.drafts() == []


def test_visual_goes_before_editor_and_vi_is_the_last_resort(desk: Desk) -> None:
    """vi says how to leave it, since it does not say so itself."""
    assert desk.edit("1", {"exit": 3}, EDITOR="/no/such", VISUAL=desk.command()).code == 6
    (desk.world.folder / "bin").mkdir()
    vi = desk.world.folder / "bin" / "vi"
    vi.write_text(f'#!/bin/sh\nexec {desk.command()} "$1"\n')
    vi.chmod(0o700)
    edited = desk.edit("1", {}, EDITOR="", PATH=f"{vi.parent}:{os.environ['PATH']}")
    assert "Esc :q! Enter" in edited.text
    assert "Nothing was changed." in edited.shown


def test_an_interrupt_at_the_question_keeps_the_text(desk: Desk) -> None:
    """^C: exit 130, nothing written, and where the text is."""
    before = as_recorded(desk.world)
    edited = desk.edit("1", replace(("redness = 2", "redness = 9")), answers="^")
    assert edited.code == 130
    (kept,) = desk.drafts()
    assert str(kept) in edited.shown.replace("\r\n", "")
    assert as_recorded(desk.world) == before


def test_an_interrupt_inside_the_editor_is_the_editors(desk: Desk) -> None:
    """An editor uses ^C itself; it does not end meso, and the text is taken."""
    edited = desk.edit("1", {"signal": 2, "replace": [["redness = 2", "redness = 1"]]})
    assert edited.code == 0, edited.shown
    assert history(desk.world)["entries"][0]["observations"]["redness"] == 1


def test_nothing_left_of_an_entry_is_refused_with_the_way_out(desk: Desk) -> None:
    """A text with its moment alone: no empty entry, and the command that deletes it."""
    edited = desk.edit("1", {"write": "at = 2026-03-02 20:00\n"}, answers="n")
    assert edited.code == 2
    assert "meso delete 1" in edited.shown
    assert history(desk.world)["entries"][0]["observations"] == {"redness": 2, "swelling": 1}


def test_a_treatment_is_corrected_and_says_what_moves(desk: Desk) -> None:
    """The answer of `edit` with arguments; one step to undo; a removed line is "not recorded"."""
    desk.world.meso("edit", "t1", "--product", "Serum, X", "--product", "Balm", "--note", "fine")
    steps = replace(
        ("^device = .*", "device = rf"),
        ("^depth = .*\n", ""),
        ("^phone =", "phone = 020 7946 0000"),
        ("^history =", "history = eczema, keloid"),
        ("^product = Balm", "product = Balm 2\nproduct = Third"),
    )
    edited = desk.edit("t1", steps)
    assert edited.code == 0, edited.shown
    assert "What moves" in edited.shown
    treatment = history(desk.world)["treatments"][0]
    assert (treatment["device"], treatment["depth_mm"], treatment["skin_type"]) == ("rf", None, 2)
    assert treatment["practitioner"] == {"name": None, "phone": "020 7946 0000", "out_of_hours": None}
    assert treatment["products"] == ["Serum, X", "Balm 2", "Third"]
    assert (treatment["history"], treatment["note"]) == (["eczema", "keloid"], "fine")
    assert "Took back: edit t1." in desk.world.meso("undo").out
    assert history(desk.world)["treatments"][0]["device"] == "pen"


def test_all_problems_of_a_treatment_are_told(desk: Desk) -> None:
    """Each by the reader of its option, with its line."""
    wrong = replace(
        ("^at = .*", "at = in 2 days"),
        ("^device = .*", "device = laser\ndevicee = pen"),
        ("^depth = .*", "depth = 40"),
        ("^area = .*", "area = face\narea = neck"),
    )
    edited = desk.edit("t1", wrong, answers="n")
    assert edited.code == 2
    for says in (
        "is not a valid device",
        "did you mean device?",
        "is not a valid needle depth",
        "'area' is there twice",
        "in 2 days",
    ):
        assert any("line " in line and says in line for line in edited.shown.splitlines()), (
            says,
            edited.shown,
        )


def test_without_a_terminal_it_says_what_to_say(desk: Desk) -> None:
    """Exit 5 as before: in a pipe, and with --no-input."""
    assert desk.world.meso("edit", "1").code == 5
    child = spawn(desk.world, "edit", "1", "--no-input", EDITOR="/no/such")
    child.expect_exact("Say what to correct")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 5


def test_wipe_removes_a_text_that_was_kept(desk: Desk) -> None:
    """It holds what the records hold."""
    assert desk.edit("1", replace(("redness = 2", "redness = 9")), answers="n").code == 2
    (kept,) = desk.drafts()
    answer = desk.world.meso("wipe", "--yes")
    assert answer.code == 0, answer.err
    assert not kept.parent.exists()


@pytest.mark.parametrize("typed", ["", "redness = 4"])
def test_a_closed_terminal_leaves_only_what_was_typed(desk: Desk, typed: str) -> None:
    """The editor dies with its terminal; an untouched text is removed, a changed one kept."""
    started = desk.world.folder / "started"
    change = f"sed -i 's/redness = 2/{typed or 'redness = 2'}/' \"$1\""
    script = desk.world.folder / "waits.sh"
    script.write_text(f"#!/bin/sh\n{change}\ntouch '{started}'\nsleep 600\n")
    script.chmod(0o700)
    child = spawn(desk.world, "edit", "1", EDITOR=f"'{script}'")
    wait_for(started.exists)
    os.close(child.child_fd)  # a window that is closed: the system hangs up, pexpect's own close would kill
    child.closed = True
    wait_for(lambda: not child.isalive())
    assert [file.name for file in desk.drafts()] == (["entry-1.txt"] if typed else [])


def wait_for(happens: Callable[[], object]) -> None:
    for _ in range(PATIENCE * 20):
        if happens():
            return
        time.sleep(0.05)
    raise AssertionError("it did not happen")
