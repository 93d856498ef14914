"""Records leave and come back whole; what is not ours is refused, and nothing is changed."""

import csv
import io
import json
import os
import re
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from meso_cli.commands.share import imports
from meso_cli.commands.support import progress, terminal
from tests.conftest import World

RELEASED = Path(__file__).parents[1] / "store" / "released" / "m001_initial.db"
SPITEFUL = "'); DROP TABLE entries; -- [bold red]x[/] \x1b[31m =cmd|' /C calc'!A0 \u202e <b>&amp;</b> ٢"


@pytest.fixture
def full(world: World) -> World:
    """A machine with something of every kind: two treatments, corrected, deleted, undone entries."""
    world.database.parent.mkdir(mode=0o700)
    shutil.copy(RELEASED, world.database)
    world.at(days=50)
    assert world.meso("log", "redness=1", "--note", SPITEFUL).code == 0
    assert world.meso("edit", "8", "redness=2").code == 0
    assert world.meso("undo").code == 0
    return world


def exported(world: World) -> str:
    answer = world.meso("export")
    assert answer.code == 0, answer.err
    return answer.out


def lines(world: World) -> list[str]:
    """The export without its header, which says when it was made."""
    return exported(world).splitlines()[1:]


def at_another(world: World, name: str = "other") -> World:
    """The same person at a machine on which nothing is recorded."""
    world.environment["MESO_DB"] = str(world.folder / name / "meso.db")
    os.environ["MESO_DB"] = world.environment["MESO_DB"]
    world.database = Path(world.environment["MESO_DB"])
    return world


def test_into_an_empty_file_and_out_again(full: World) -> None:
    """Byte for byte the same, but for when it was exported; and every number is the old one."""
    file = full.folder / "all.json"
    assert full.meso("export", "-o", str(file)).code == 0
    before, history = file.read_text("utf-8"), full.meso("history", "t1", "--json").out
    other = at_another(full)
    assert other.meso("import", str(file)).code == 0
    assert exported(other).splitlines()[1:] == before.splitlines()[1:]
    assert other.meso("history", "t1", "--json").out == history
    again = other.meso("import", str(file))
    assert (again.code, "nothing was changed" in again.out) == (0, True)
    assert exported(other).splitlines()[1:] == before.splitlines()[1:]


def test_it_is_json_for_any_program(full: World) -> None:
    """One document, valid as a whole; deleted entries are in it, marked."""
    document = json.loads(exported(full))
    assert document["schema"] == "meso.export/1"
    kinds = [record["record"] for record in document["records"]]
    assert list(dict.fromkeys(kinds)) == [
        "treatment", "entry", "observation", "instruction", "acknowledgement",
    ]  # fmt: skip  # one list
    gone = [
        record["number"]
        for record in document["records"]
        if record["record"] == "entry" and record["deleted_at"]
    ]
    assert gone == [4, 5]


def test_a_database_file_is_taken_in(full: World) -> None:
    """The other machine's file itself, also one of an earlier version; it stays as it was."""
    other_file, old = full.folder / "stick.db", RELEASED.read_bytes()
    shutil.copy(full.database, other_file)
    stick, history = other_file.read_bytes(), lines(full)
    other = at_another(full)
    assert other.meso("import", str(RELEASED)).code == 0
    answer = other.meso("import", str(other_file))
    assert answer.code == 0
    assert "entries: added 1" in answer.out
    assert lines(other) == history
    assert (other_file.read_bytes(), RELEASED.read_bytes()) == (stick, old)


def test_a_dry_run_changes_nothing(full: World) -> None:
    """It says what would come in; no file is made, none is changed, not even its time."""
    file = full.folder / "all.json"
    full.meso("export", "-o", str(file))
    found = full.database.stat()
    answer = full.meso("import", str(file), "--dry-run")
    assert "Nothing in it is new" in answer.out
    assert full.database.stat() == found
    other = at_another(full)
    answer = other.meso("import", str(file), "--dry-run")
    assert answer.code == 0
    assert "Would be imported" in answer.out
    assert "entries: added 8" in answer.out
    assert not other.database.parent.exists()


def test_conflicts_are_told(full: World) -> None:
    """Corrected on both sides: the later one counts, and both outcomes are named."""
    stick = full.folder / "stick.db"
    shutil.copy(full.database, stick)
    full.at(days=51).meso("edit", "1", "--note", "here, early")
    full.at(days=54).meso("edit", "2", "--note", "here, late")
    full.at(days=52).meso("--db", str(stick), "edit", "2", "--note", "there, early")
    full.at(days=53).meso("--db", str(stick), "edit", "1", "--note", "there, late")
    answer = full.at(days=55).meso("import", str(stick))
    assert "later there: #1" in answer.out
    assert "later here: #2" in answer.out
    assert "there, late" in full.meso("history", "1").out
    assert "here, late" in full.meso("history", "2").out


def test_an_import_is_one_step(full: World) -> None:
    """Undo takes it back, redo brings it again; its backup is listed beside that."""
    file = full.folder / "all.json"
    full.meso("export", "-o", str(file))
    there = full.meso("history", "t1", "--json").out
    other = at_another(full)
    other.meso("start", "2 days ago 10:00")
    before = other.meso("history", "--json").out
    answer = other.meso("import", str(file))
    assert "To take it back: meso undo" in answer.out
    assert other.meso("undo").out.startswith("Took back: import.")
    assert other.meso("history", "--json").out == before
    assert other.meso("redo").code == 0
    ours = json.loads(there)["entries"]
    entries = json.loads(other.meso("history", "t2", "--json").out)["entries"]
    assert [entry["uuid"] for entry in entries] == [entry["uuid"] for entry in ours]
    assert "before-import-" in other.meso("restore").out


def test_a_large_import_names_its_own_way_back(full: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Undo refuses with the command that goes back; that command does."""
    monkeypatch.setattr("meso_cli.store.exchange.merging.UNDOABLE", 5)
    file = full.folder / "all.json"
    full.meso("export", "-o", str(file))
    other = at_another(full)
    other.meso("start", "2 days ago 10:00")
    before = lines(other)
    answer = other.meso("import", str(file))
    way = answer.out.split("To take it back: ")[1].strip()
    refused = other.meso("undo")
    assert (refused.code, way in refused.err) == (2, True)
    assert other.meso(*way.split()[1:], "--yes").code == 0
    assert lines(other) == before


def test_through_a_pipe(full: World) -> None:
    """`meso export | meso import -` between two files; a reader that stops early is no error."""
    piped = full.shell('meso export | meso --db "$HOME/other.db" import -')
    assert piped.code == 0, piped.err
    assert full.shell('meso --db "$HOME/other.db" export').out.splitlines()[1:] == lines(full)
    early = full.shell("meso export | head -c 5")
    assert (early.code, early.err) == (0, "")
    assert full.shell("meso import - <&-").code == 5
    full_disk = full.shell("meso export > /dev/full")
    assert (full_disk.code, full_disk.err.count("\n")) == (6, 1)


def record_of(text: str, kind: str) -> tuple[int, dict[str, Any]]:
    """The first line of a kind, and what stands in it."""
    for number, line in enumerate(text.splitlines()):
        if f'"record": "{kind}"' in line:
            return number, json.loads(line.removesuffix(","))
    raise AssertionError(kind)


def with_line(text: str, number: int, line: str) -> str:
    """The document with one line replaced."""
    every = text.splitlines()
    every[number] = line + ("," if every[number].endswith(",") else "")
    return "\n".join(every) + "\n"


WRONG: tuple[object, ...] = (
    None,
    True,
    "",
    "x",
    "x\0",
    "\ud800",
    -1,
    2**70,
    1e300,
    1.5,
    [],
    [1],
    {},
    "9999-12-31T23:59:59Z",
)
KINDS = ("treatment", "entry", "observation", "instruction", "acknowledgement")


@pytest.mark.parametrize("kind", KINDS)
def test_no_wrong_value_comes_in(full: World, kind: str) -> None:
    """Each key of each record with each wrong value, missing, and beside an unknown one.

    What is refused changes nothing; what gets in can be read by every command.
    """
    text, file = exported(full), full.folder / "spoiled.json"
    number, record = record_of(text, kind)
    spoiled: list[object] = [{**record, "unknown": 1}]
    for key in record:
        spoiled.append({name: value for name, value in record.items() if name != key})
        spoiled += [{**record, key: wrong} for wrong in WRONG]
    other = at_another(full)
    other.meso("start", "2 days ago 10:00")
    before, came_in = other.database.read_bytes(), 0
    for wrong in spoiled:
        file.write_text(with_line(text, number, json.dumps(wrong)), "utf-8")
        answer = other.meso("import", str(file))
        assert answer.code in (0, 2), (wrong, answer)
        if answer.code == 2:
            assert answer.err.count("\n") == 1
            assert answer.err.startswith("meso: Line "), answer.err
            assert other.database.read_bytes() == before
            continue
        came_in += 1
        for words in (
            ["status"],
            ["status", "--treatment", "t2"],
            ["history", "t2"],
            ["export"],
            ["why", "fever"],
        ):
            assert other.meso(*words).code == 0, (wrong, words, other.meso(*words))
        other.database.write_bytes(before)
    assert 0 < came_in < len(spoiled) / 3


def _before_the_records(line: str) -> Callable[[str], str]:
    return lambda text: text.replace("\n{", f"\n{line},\n{{", 1)


def _depth(value: str) -> Callable[[str], str]:
    return lambda text: text.replace('"depth_mm": 1.5', f'"depth_mm": {value}')


SPOILED: dict[str, tuple[Callable[[str], str], str]] = {
    "empty": (lambda text: text[:0], "not a meso export"),
    "another document": (lambda text: text[-2:].strip(), "not a meso export"),
    "binary": (lambda text: "\x00" * len(text), "not a meso export"),
    "formatted and cut off": (lambda text: json.dumps(json.loads(text), indent=1)[:-40], "cut off"),
    "formatted, then more": (
        lambda text: json.dumps(json.loads(text), indent=1) + "{}",
        "cannot be imported",
    ),
    "another object": (
        lambda text: json.dumps({"records": json.loads(text)["records"]}),
        "not a meso export",
    ),
    "no records": (lambda _: '{"schema": "meso.export/1"}', "not a meso export"),
    "records twice": (
        lambda _: '{"schema": "meso.export/1", "records": [], "records": []}',
        "not a meso export",
    ),
    "a list as a key": (lambda _: '{["schema"]: "meso.export/1"}', "not a meso export"),
    "sorted": (lambda text: "\n".join(sorted(text.splitlines())), "not a meso export"),
    "cut in the middle": (lambda text: text[: len(text) // 2], "not valid JSON"),
    "no end": (lambda text: text.removesuffix("]}\n"), "cut off"),
    "twice": (lambda text: text + text, "something follows"),
    "a list": (_before_the_records('["x"]'), "it is not a record"),
    "deep": (_before_the_records("[" * 100_000), "not valid JSON"),
    "long": (_before_the_records('{"record": "' + "x" * 17_000_000 + '"}'), "far too long"),
    "no number": (_depth("NaN"), "not valid JSON"),
    "too large": (_depth("1e999"), "too large"),
    "too many digits": (_depth("9" * 5000), "not valid JSON"),
    "a key twice": (_depth('1, "depth_mm": 2'), "not valid JSON"),
    "a record twice": (
        lambda text: text.replace("\n{", f"\n{text.splitlines()[1]}\n{{", 1),
        "twice",
    ),
    "journal": (lambda text: text.replace('"record": "entry"', '"record": "journal"', 1), "kind of record"),
}


@pytest.mark.parametrize("name", SPOILED)
def test_a_spoiled_document_is_refused(full: World, name: str) -> None:
    """One sentence, exit 2; the database stays as it was to the byte, and no backup is left."""
    spoil, says = SPOILED[name]
    file = full.folder / "spoiled.json"
    file.write_text(spoil(exported(full)), "utf-8")
    before = full.database.read_bytes()
    answer = full.meso("import", str(file))
    assert (answer.code, answer.err.count("\n")) == (2, 1), answer.err[:300]
    assert says in answer.err
    assert full.database.read_bytes() == before
    assert "before-import" not in str(list(full.database.parent.rglob("*")))


LAYOUTS: dict[str, Callable[[dict[str, Any]], str]] = {
    "indented": lambda document: json.dumps(document, indent=2),
    "on one line": lambda document: json.dumps(document, separators=(",", ":")),
    "sorted, in its own script": lambda document: json.dumps(
        document, indent=1, sort_keys=True, ensure_ascii=False
    ),
    "behind a byte-order mark": lambda document: "\ufeff" + json.dumps(document, indent="\t"),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_an_export_that_a_tool_has_formatted_comes_in(full: World, name: str) -> None:
    """`jq . meso.json`: the same records, whatever the layout and the order of the keys; from a pipe, too."""
    text = exported(full)
    file = full.folder / "formatted.json"
    file.write_text(LAYOUTS[name](json.loads(text)), "utf-8")
    other = at_another(full)
    assert other.meso("import", str(file)).code == 0
    assert exported(other).splitlines()[1:] == text.splitlines()[1:]
    again = other.meso("import", "-", typed=file.read_bytes())
    assert (again.code, "nothing was changed" in again.out) == (0, True)


def test_a_plan_whose_numbers_a_tool_has_shortened_is_the_same_plan(treated: World) -> None:
    """`jq` writes 12.0 as 12 and may sort the keys: neither is a change."""
    (treated.folder / "clinic.toml").write_text(treated.meso("plan", "example").out, "utf-8")
    assert treated.meso("plan", "load", "clinic.toml").code == 0
    short = json.loads(exported(treated), parse_float=lambda said: int(float(said)))
    answer = treated.meso("import", "-", typed=json.dumps(short, sort_keys=True, indent=2))
    assert (answer.code, "nothing was changed" in answer.out) == (0, True)
    assert "Both sides" not in answer.out


def test_a_later_export_is_known_in_any_layout(full: World) -> None:
    """Where the schema stands behind the records, too."""
    document = json.loads(exported(full)) | {"schema": "meso.export/2"}
    answer = full.meso("import", "-", typed=json.dumps(document, sort_keys=True, indent=1))
    assert (answer.code, "newer version" in answer.err) == (4, True)


def test_the_longest_texts_come_in_again(treated: World) -> None:
    """A million characters, each of which takes twelve in JSON: no export of ours is too large to be read."""
    assert treated.meso("log", "--note", "x").code == 0
    with closing(sqlite3.connect(treated.database)) as connection, connection:
        connection.execute("UPDATE entries SET note = ?", ("\U000f0000" * 1_000_000,))
    text, file = exported(treated), treated.folder / "long.json"
    assert max(map(len, text.splitlines())) > 12_000_000
    for number, layout in enumerate((text, json.dumps(json.loads(text), indent=1))):
        file.write_text(layout, "utf-8")
        other = at_another(treated, str(number))
        assert other.meso("import", str(file)).code == 0
        assert exported(other).splitlines()[1:] == text.splitlines()[1:]


@pytest.mark.parametrize("stream", ["yes", "cat /dev/zero", "yes ''"])
def test_a_stream_that_does_not_begin_as_an_export_is_not_waited_for(treated: World, stream: str) -> None:
    """It may have no end: refused by what comes first, and nothing is imported."""
    before = treated.database.read_bytes()
    answer = treated.shell(f"set +o pipefail; {stream} | meso import -")
    assert (answer.code, "not a meso export" in answer.err) == (2, True), answer.err
    assert treated.database.read_bytes() == before


def test_a_stream_has_a_limit(treated: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that begins as an export and does not end is refused before the disk is full."""
    text = exported(treated)
    monkeypatch.setattr(imports, "LONGEST_STREAM", len(text) - 1)
    answer = treated.meso("import", "-", typed=text)
    assert (answer.code, "save it to a file" in answer.err) == (2, True)
    monkeypatch.setattr(imports, "LONGEST_STREAM", len(text))
    assert treated.meso("import", "-", typed=text).code == 0


def test_parents_must_come_first(full: World) -> None:
    """An entry whose treatment is nowhere belongs to nobody."""
    text = exported(full)
    number, _ = record_of(text, "treatment")
    every = text.splitlines()
    file = full.folder / "orphans.json"
    file.write_text("\n".join(every[:number] + every[number + 2 :]) + "\n", "utf-8")
    other = at_another(full)
    answer = other.meso("import", str(file))
    assert (answer.code, "belongs to is not there" in answer.err) == (2, True)


def test_a_later_export_is_not_guessed_at(full: World) -> None:
    """Exit 4: install that version."""
    file = full.folder / "later.json"
    file.write_text(exported(full).replace("meso.export/1", "meso.export/2", 1), "utf-8")
    answer = full.meso("import", str(file))
    assert (answer.code, "newer version" in answer.err) == (4, True)


HOSTILE = (
    "CREATE TRIGGER t AFTER DELETE ON journal BEGIN UPDATE observations SET value = 0; END",
    "CREATE VIEW v AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n FROM r) SELECT n FROM r",
    "ALTER TABLE entries ADD COLUMN extra TEXT AS (hex(zeroblob(500000000)))",
    "CREATE TABLE more (a)",
    "CREATE INDEX more ON entries(hex(zeroblob(length(uuid))))",
)


@pytest.mark.parametrize("sql", HOSTILE)
@pytest.mark.parametrize("source", ["today's", "an earlier one"])
def test_a_hostile_database_is_refused(full: World, sql: str, source: str) -> None:
    """Triggers, views, computed columns: no row of such a file is read; exit 4, both files as before."""
    file = full.folder / "hostile.db"
    shutil.copy(full.database if source == "today's" else RELEASED, file)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(sql)
    before = full.database.read_bytes(), file.read_bytes()
    answer = full.meso("import", str(file))
    told = re.search(r"did not make|does not make", answer.err) is not None
    assert (answer.code, told) == (4, True), answer
    assert (full.database.read_bytes(), file.read_bytes()) == before


def test_what_else_is_no_source(full: World, tmp_path: Path) -> None:
    """Itself, a folder, nothing, another program's database, a damaged one."""
    cookies = tmp_path / "cookies.db"
    with closing(sqlite3.connect(cookies)) as connection, connection:
        connection.execute("CREATE TABLE cookies (a)")
    cut = tmp_path / "cut.db"
    cut.write_bytes(full.database.read_bytes()[:30_000])
    before = full.database.read_bytes()
    for source, code in ((full.database, 2), (tmp_path, 2), (tmp_path / "none", 3), (cookies, 4), (cut, 4)):
        answer = full.meso("import", str(source))
        assert (answer.code, answer.err.count("\n")) == (code, 1), (source, answer)
    assert full.database.read_bytes() == before


def test_an_exported_file_is_private_and_replaces_nothing(full: World) -> None:
    """0600; an existing file stays unless --force; no link and no device is ever replaced."""
    file = full.folder / "all.json"
    assert full.meso("export", "-o", str(file)).code == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.write_text("mine")
    refused = full.meso("export", "-o", str(file))
    assert (refused.code, "--force" in refused.err, file.read_text()) == (2, True, "mine")
    assert full.meso("export", "-o", str(file), "--force").code == 0
    assert file.read_text("utf-8").endswith("]}\n")
    link = full.folder / "link.json"
    link.symlink_to(file)
    for target in (link, Path("/dev/null"), full.folder):
        assert full.meso("export", "-o", str(target), "--force").code == 2
    assert link.is_symlink()
    assert full.meso("export", "-o", str(full.folder / "no" / "such" / "folder.json")).code == 6
    assert not list(full.folder.glob(".meso-*"))


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_csv_is_a_table_of_what_was_logged(full: World) -> None:
    """One row an observation, RFC 4180; a note stands once; deleted entries are not in it."""
    answer = full.process("export", "--format", "csv")
    rows = table(answer.out)
    assert answer.out.count("\r\n") == len(rows) + 1
    assert [row["entry"] for row in rows if row["treatment"] == "t1"] == [*"1111222233666"]
    fever = next(row for row in rows if row["item"] == "fever" and row["value"] == "1")
    assert (fever["kind"], fever["reading_celsius"], fever["day"], fever["hours"]) == (
        "sign",
        "38.4",
        "1",
        "30.5",
    )
    assert fever["observed_at"] == "2026-03-03T20:30:00+01:00"
    assert [row["note"] for row in rows if row["note"]] == ["“tight” – [bold] =1+1\nsecond line", SPITEFUL]
    only = table(full.process("export", "--format", "csv", "--treatment", "t2").out)
    assert {row["treatment"] for row in only} == {"t2"}


RUN = ("=1+1", "+1", "-1", "@x", "\tx", "＝1+1", "＋1", "－1", "＠x", "\v=1+1", " =1", "\u3000=1", "\u200b=1")
NOT_RUN = ("1+1", "a=1", "皮膚 = 赤い", "‘=1")


def test_a_spreadsheet_runs_no_formula(full: World) -> None:
    """Text that a spreadsheet would run gets an apostrophe, full-width signs and what stands before
    them, too; numbers stay numbers, other text stays as it is."""
    notes = [*RUN, *NOT_RUN]
    for note in notes:
        assert full.meso("log", "--note", note).code == 0
    guarded = [f"'{note}" for note in RUN]
    assert exported_notes(full, "--for-spreadsheet")[-len(notes) :] == [*guarded, *NOT_RUN]
    assert exported_notes(full)[-len(notes) :] == notes


def exported_notes(world: World, *words: str) -> list[str]:
    answer = world.meso("export", "--format", "csv", *words)
    assert answer.code == 0, answer.err
    return [row["note"] for row in table(answer.out)]


@pytest.mark.parametrize("words", [["export"], ["export", "--format", "csv"], ["history", "--json"]])
def test_a_slow_reader_keeps_nobody_from_logging(treated: World, words: list[str]) -> None:
    """`meso export | less` stands open: the database is let go of before the first byte is shown."""
    for _ in range(3):
        assert treated.meso("log", "--note", "x" * 100_000).code == 0
    command = [sys.executable, "-m", "meso_cli", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, **treated.environment}) as slow:
        assert slow.stdout is not None
        assert slow.stdout.read(1)
        assert treated.meso("log", "water=1").code == 0
        slow.stdout.close()


def test_what_export_does_not_do(full: World, world: World) -> None:
    """An unknown format, options of the other format, nothing recorded: one sentence each."""
    assert full.meso("export", "--format", "xml").code == 2
    assert full.meso("export", "--treatment", "t1").code == 2
    assert full.meso("export", "--format", "csv", "--treatment", "t9").code == 3
    nothing = world.meso("--db", str(world.folder / "none.db"), "export")
    assert (nothing.code, nothing.out) == (3, "")


SPITEFUL_PLANS: dict[str, Callable[[dict[str, Any]], object]] = {
    "a red flag's name": lambda plan: plan["signs"][0].update(words=["infection"]),
    "a symptom's id": lambda plan: plan["signs"][0].update(id="redness"),
    "a combination's id": lambda plan: plan["signs"][0].update(id="inflamed"),
    "an id that is none": lambda plan: plan["signs"][0].update(id="crème"),
    "no id": lambda plan: plan["signs"][0].update(id=""),
    "comfort": lambda plan: plan["signs"][0].update(advice="All clear, nothing to worry about."),
    "a window backwards": lambda plan: plan["activities"][0].update(earliest=100, until=50),
    "markup": lambda plan: plan["activities"][0].update(id="[red]x[/]"),
    "no rule": lambda plan: plan["windows"][0].update(restriction="flying"),
}


@pytest.mark.parametrize("name", SPITEFUL_PLANS)
def test_a_plan_comes_in_only_as_it_could_be_loaded(treated: World, name: str) -> None:
    """An import is no way round the checks of `meso plan load`; the plan itself comes in."""
    (treated.folder / "clinic.toml").write_text(treated.meso("plan", "example").out, "utf-8")
    assert treated.meso("plan", "load", "clinic.toml").code == 0
    text, file = exported(treated), treated.folder / "spoiled.json"
    number, record = record_of(text, "plan")
    SPITEFUL_PLANS[name](record["document"])
    file.write_text(with_line(text, number, json.dumps(record)), "utf-8")
    other = at_another(treated)
    answer = other.meso("import", str(file))
    assert (answer.code, "not one that `meso plan load` takes" in answer.err) == (2, True), answer
    file.write_text(text, "utf-8")
    assert other.meso("import", str(file)).code == 0
    assert exported(other).splitlines()[1:] == text.splitlines()[1:]


def test_what_takes_long_shows_how_far_it_is(full: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bar on a terminal's stderr; the records and the answer are the same, and a pipe gets no bar."""
    file = str(full.folder / "all.json")
    monkeypatch.setattr(progress, "LONG", 1)
    assert full.meso("export", "-o", file).err == ""
    monkeypatch.setattr(terminal, "can_draw_beside", lambda call: not call.options.plain)
    monkeypatch.setenv("FORCE_COLOR", "1")  # Rich looks for a terminal itself
    monkeypatch.setenv("TERM", "xterm")
    out = full.meso("export", "-o", file, "--force")
    assert "Exporting" in out.err
    assert full.meso("export", "-o", file, "--force", "--plain") == (0, out.out, "")
    other = at_another(full)
    taken = other.meso("import", file)
    assert (taken.code, "Importing" in taken.err) == (0, True)
    assert json.loads(exported(other))["records"] == json.loads(Path(file).read_text("utf-8"))["records"]
