"""Which guide a treatment follows: its own, where meso has several; a sentence, where it does not have it."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from meso_cli.guide import files
from meso_cli.guide.check import check
from meso_cli.guide.files import data_folder
from tests.conftest import World
from tests.guide.changing import forget

UNKNOWN = "t2 follows the guide rf-deep, which this version of meso does not have; update meso"
PLAN = data_folder() / "plans" / "example.toml"


def follow(world: World, treatment: int, guide: str) -> None:
    """What a later version would have recorded."""
    with closing(sqlite3.connect(world.database)) as connection, connection:
        connection.execute("UPDATE treatments SET guide = ? WHERE id = ?", (guide, treatment))


def started(world: World, *guides: str) -> World:
    """A treatment a day, each with one entry, that follow these guides."""
    for number, guide in enumerate(guides, start=1):
        assert world.at(days=number).meso("start", "--area", "face", "--another").code == 0
        assert world.at(days=number, hours=2).meso("log", "redness=1", "warmth=0").code == 0
        follow(world, number, guide)
    return world.at(days=len(guides), hours=3)


# A treatment whose guide is not there


@pytest.mark.parametrize(
    "line",
    [
        "status --treatment t2",
        "status --check --treatment t2",
        "log redness=2",
        "log --none",
        "log --note calm",
        "log --told x --about redness",
        "can",
        "can swim",
        "can --ingredients aqua",
        "why redness",
        "history",
        "history t2",
        "history 2 --json",
        "trend",
        "calendar",
        "report --format markdown",
        "export --format csv",
        "export --format fhir",
        "guide --week",
        "guide --before 2026-12-01",
        "plan",
        "plan set sauna 7d",
        "plan clear sauna",
        f"plan load {PLAN}",
        "edit 2 redness=2",
        "edit 2 --note calm",
        "edit t2 --depth 1",
        "end --yes",
    ],
)
def test_it_is_not_judged(world: World, line: str) -> None:
    """One sentence names it, its guide, what to do, and the treatment that is judged; nothing is changed."""
    before = started(world, "microneedling", "rf-deep").database.read_bytes()
    answer = world.meso(*line.split())
    assert answer.code == 4, answer
    assert answer.err.startswith(f"meso: {UNKNOWN}"), answer.err
    assert answer.err.count("\n") == 1
    assert world.database.read_bytes() == before


@pytest.mark.parametrize(
    "form", ["", "status", *(f"status --{form}" for form in ("brief", "check", "json", "all"))]
)
def test_alone_it_has_no_status(world: World, form: str) -> None:
    """In no form."""
    answer = started(world, "rf-deep").meso(*form.split())
    assert (answer.code, answer.out) == (4, "")
    assert answer.err == f"meso: {UNKNOWN.replace('t2', 't1')}. If it is serious: meso urgent\n"


def test_the_other_treatment_is_named(world: World) -> None:
    """Somebody who asks for anything gets what answers for the other one."""
    answer = started(world, "microneedling", "rf-deep").meso("trend")
    assert answer.err == f"meso: {UNKNOWN}. t1 alone: --treatment t1. If it is serious: meso urgent\n"


def test_a_warning_of_the_other_is_not_silent(world: World) -> None:
    """The status is of the latest that is judged, and names the one that is not."""
    started(world, "microneedling", "microneedling", "rf-deep")
    assert world.meso("status", "--check").code == 4
    assert world.meso("log", "breathing", "--treatment", "t1").code == 0
    answer = world.meso("status")
    assert answer.out.startswith("CALL ")
    assert "t3 follows the guide rf-deep" in " ".join(answer.out.split())
    assert world.meso("status", "--check").code == 12
    found = world.as_json("status")
    assert [found["treatment"]["id"], *(row["id"] for row in found["others"])] == ["t2", "t1"]
    assert found["not_judged"] == [{"id": "t3", "guide": "rf-deep"}]


@pytest.mark.parametrize(
    "line",
    [
        "urgent",
        "undo",
        "delete t2 --yes",
        "delete 2",
        "export",
        "backup",
        "guide",
        "guide --day 3",
        "history t1",
        "log redness=1 --treatment t1",
        "start --area neck",
    ],
)
def test_what_judges_nothing_of_it_goes_on(world: World, line: str) -> None:
    """The card, the records as they are, and the treatment whose guide is there."""
    answer = started(world, "microneedling", "rf-deep").meso(*line.split())
    assert answer.code == 0, answer


@pytest.mark.parametrize("words", [("pus",), ("--note", "there is pus"), ("fever=39", "--treatment", "t2")])
def test_a_red_flag_has_its_card_first(world: World, words: tuple[str, ...]) -> None:
    """Then the sentence, and what was not saved."""
    answer = started(world, "microneedling", "rf-deep").meso("log", *words)
    assert answer.code == 4
    assert answer.out.startswith("SEE A DOCTOR TODAY")
    assert UNKNOWN in answer.err


# Beside it a treatment whose guide is there


@pytest.fixture
def beside(world: World) -> World:
    """The present treatment is judged; an earlier one, which is open too, is not."""
    return started(world, "rf-deep", "microneedling")


def test_a_status_names_it(beside: World) -> None:
    """No screen, line or document of the one looks as if the other were quiet."""
    said = "t1 follows the guide rf-deep, which this version of meso does not have"
    screen = beside.meso("status").out
    assert f"{said}: no warning sign of it can be found here. Update meso." in " ".join(screen.split())
    assert "No warning sign in what you logged for t2." in " ".join(screen.split())
    assert "nothing can judge: t1 (update meso)" in beside.meso("status", "--brief").out
    assert beside.meso("status", "--format", "{warning}").out == "nothing can judge: t1 (update meso)\n"
    found = beside.as_json("status")
    assert found["not_judged"] == [{"id": "t1", "guide": "rf-deep"}]
    jsonschema.validate(
        found, json.loads((data_folder() / "schema" / "status.schema.json").read_text("utf-8"))
    )


def test_a_page_names_it(beside: World) -> None:
    """The practitioner reads what was not judged, and why."""
    page = beside.meso("report", "--format", "markdown").out
    assert "Another treatment is open, and nothing of it was judged: t1 follows the guide rf-deep" in page


def test_a_scare_names_it_too(beside: World) -> None:
    """What stands for the one comes first, and is counted with what nobody can judge."""
    assert beside.meso("log", "pus").code == 0
    screen = beside.meso("status").out
    assert screen.startswith("SEE A DOCTOR TODAY")
    assert "t1 follows the guide rf-deep" in " ".join(screen.split())
    assert "URGENT: t2 pus +1" in beside.meso("status", "--brief").out


@pytest.mark.parametrize(("words", "code"), [((), 4), (("pus",), 11), (("breathing",), 12)])
def test_no_check_is_quiet_about_it(beside: World, words: tuple[str, ...], code: int) -> None:
    """A warning that stands has its code; without one, that not all was judged."""
    assert not words or beside.meso("log", *words).code == 0
    answer = beside.meso("status", "--check")
    assert (answer.code, answer.err) == (code, "")


def test_nothing_is_allowed_beside_it(beside: World) -> None:
    """Something grave in it would make everything wait: a no is said, a yes is not."""
    assert beside.meso("can", "sauna").code == 1
    later = beside.at(days=40)
    answer = later.meso("can", "sauna", "--json")
    assert (answer.code, answer.out) == (4, "")
    follow(beside, 1, "microneedling")
    assert later.meso("can", "sauna", "--json").code == 0


def test_a_reminder_of_the_other_is_due(beside: World) -> None:
    """One that is due is told; where none is, that not all was looked at."""
    assert beside.meso("remind", "--check").code == 4
    assert beside.at(days=3, hours=7).meso("remind", "--check").code == 20


def test_a_treatment_after_it_is_recorded(world: World) -> None:
    """Whether it is early cannot be said, and is not passed over."""
    answer = started(world, "rf-deep").at(days=9).meso("start", "--area", "face")
    assert answer.code == 0
    assert "Whether it is early is not known: t1 follows the guide rf-deep" in answer.err


# Where it comes from


def test_doctor_names_it(world: World) -> None:
    """And says what to do: nothing is wrong with the file."""
    started(world, "microneedling", "rf-deep")
    report = json.loads(world.meso("doctor", "--json").out)
    (rows,) = [check for check in report["checks"] if check["subject"] == "rows"]
    assert rows["condition"] == "attention"
    assert "t2: it follows the guide rf-deep, which this version of meso does not have" in rows["found"]
    assert rows["todo"] == "update meso"


@pytest.mark.parametrize("form", ["export", "database"])
def test_it_is_not_imported(world: World, tmp_path: Path, form: str) -> None:
    """Its line is named, and nothing comes in; the export itself holds it for a later version."""
    started(world, "microneedling", "rf-deep")
    file = tmp_path / "other"
    if form == "export":
        assert world.meso("export", "-o", str(file)).code == 0
        assert [row.get("guide") for row in exported(world) if row["record"] == "treatment"] == [
            None,
            "rf-deep",
        ]
    else:
        shutil.copy(world.database, file)
    world.database.unlink()
    answer = world.meso("import", str(file))
    place = "Line 3" if form == "export" else "Record 2"
    assert answer.code == 2
    assert answer.err == (
        f"meso: {place} cannot be imported: it follows the guide rf-deep, which this version of meso "
        "does not have; update meso. Nothing was imported.\n"
    )
    assert not world.database.exists()


@pytest.mark.parametrize("guide", ['"RF"', '"../x"', '""', "7", "null", '"a\\u0000b"'])
def test_what_is_no_guide_is_not_imported(world: World, tmp_path: Path, guide: str) -> None:
    """A name that is none is not shown either."""
    started(world, "microneedling")
    file = tmp_path / "other.json"
    assert world.meso("export", "-o", str(file)).code == 0
    stamped = '"deleted_at": null}'
    text = file.read_text().replace(stamped, f'"deleted_at": null, "guide": {guide}}}', 1)
    file.write_text(text)
    answer = world.meso("import", str(file))
    assert answer.code == 2
    assert answer.err.startswith("meso: Line 2 cannot be imported: ")
    assert guide.strip('"') not in answer.err or guide in ('""', "7")


def exported(world: World) -> list[dict[str, Any]]:
    """The records of an export."""
    found: list[dict[str, Any]] = json.loads(world.meso("export").out)["records"]
    return found


def test_the_default_stands_in_no_export(world: World, tmp_path: Path) -> None:
    """So an earlier version reads it; without the key, and with it, the same comes in."""
    started(world, "microneedling")
    file = tmp_path / "other.json"
    assert world.meso("export", "-o", str(file)).code == 0
    text = file.read_text()
    assert "guide" not in text
    for form in (
        text,
        text.replace('"deleted_at": null}', '"deleted_at": null, "guide": "microneedling"}', 1),
    ):
        file.write_text(form)
        answer = world.meso("import", str(file))
        assert answer.code == 0
        assert "Nothing" in answer.out
    assert json.loads(text)["records"] == exported(world)


# A second guide

SECOND = "second"


@pytest.fixture
def two_guides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a second guide beside the default one, and its name among those that meso has."""
    data = Path(shutil.copytree(data_folder(), tmp_path / "two" / "data"))
    folder = Path(shutil.copytree(data / "microneedling", data / SECOND))
    change(folder / "guide.toml", 'id = "microneedling"', f'id = "{SECOND}"')
    monkeypatch.setattr(files, "GUIDES", (*files.GUIDES, SECOND))
    monkeypatch.setattr(files, "__file__", str(tmp_path / "two" / "meso_cli" / "guide" / "files.py"))
    forget()
    yield folder
    monkeypatch.undo()
    forget()


def change(file: Path, old: str, new: str) -> None:
    """One line of a guide's file is another."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def both(world: World, two_guides: Path) -> World:
    """Two treatments of one moment, of which the second follows a guide with one number changed."""
    sauna = "\n".join(('label = "Sauna and steam"', 'kind = "rule"', "earliest = 48", "until = "))
    change(two_guides / "restrictions.toml", f"{sauna}120", f"{sauna}144")
    return followed(world)


def followed(world: World) -> World:
    """Two treatments of one moment: one by the default guide, and the present one by the second."""
    for number, area in enumerate(("face", "neck"), start=1):
        assert world.at(hours=0).meso("start", "--area", area, "--depth", "0.5", "--device", "pen").code == 0
        follow(world, number, ("microneedling", SECOND)[number - 1])
    return world.at(hours=130)


def test_each_is_judged_by_its_own(both: World, two_guides: Path) -> None:
    """A second guide is a folder and its name, and no code: its treatment waits by its number."""
    assert check(two_guides) == ()
    found = {name: both.as_json("status", "--treatment", name) for name in ("t1", "t2")}
    assert [found[name]["treatment"]["guide"] for name in found] == ["microneedling", SECOND]
    ends = {
        name: {row["id"]: (row["state"], row["until"]) for row in found[name]["restrictions"]}
        for name in found
    }
    assert {id for id in ends["t1"] if ends["t1"][id] != ends["t2"][id]} == {"sauna"}
    assert [both.meso("can", "sauna", "--treatment", name).code for name in ("t1", "t2", "t1")] == [0, 1, 0]
    assert both.meso("can", "sauna").code == 1


def test_a_guide_words_its_own(world: World, two_guides: Path) -> None:
    """What it says, what it calls things, its threshold: for its own treatment alone."""
    change(
        two_guides / "words" / "restrictions.toml",
        'why = "Heat and sweat irritate,',
        'why = "Steam is unkind,',
    )
    change(
        two_guides / "item_names.toml",
        '\nfever = [\n    "temperature",',
        '\nfever = [\n    "zigzaggle", "temperature",',
    )
    change(two_guides / "activities.toml", 'sauna = """\nsteam,', 'sauna = """\nsteamcave, steam,')
    change(two_guides / "rules.toml", "fever_celsius = 38.0", "fever_celsius = 37.5")
    assert check(two_guides) == ()
    followed(world)
    for name, code, why in (("t1", 3, "Heat and sweat"), ("t2", 0, "Steam is unkind")):
        assert why in world.meso("why", "sauna", "--treatment", name).out
        assert world.meso("can", "steamcave", "--treatment", name).code == code
    assert world.as_json("guide")["guide"] == SECOND
    assert world.meso("log", "fever=37.8", "--treatment", "t1").code == 2
    assert world.meso("log", "fever=37.8", "--treatment", "t2").code == 0
    assert world.meso("log", "zigzaggle=no", "--treatment", "t1").code == 2
    assert world.meso("log", "zigzaggle=no").code == 0


def test_both_go_out_and_come_in(both: World, tmp_path: Path) -> None:
    """Each with its guide, by export and by database; nothing of either is remarked on."""
    assert both.meso("log", "redness=2").code == 0
    before, file = exported(both), tmp_path / "other"
    assert [row.get("guide") for row in before if row["record"] == "treatment"] == [None, SECOND]
    for bring in (
        lambda: both.meso("export", "-o", str(file), "--force"),
        lambda: shutil.copy(both.database, file),
    ):
        bring()
        both.database.unlink()
        assert both.meso("import", str(file)).code == 0
        assert exported(both) == before
    report = json.loads(both.meso("doctor", "--json").out)
    found = {row["subject"]: row["condition"] for row in report["checks"]}
    assert (found["rows"], found["schema"]) == ("fine", "fine")


def test_a_folder_of_another_guide_is_refused(both: World, two_guides: Path) -> None:
    """A guide is known by its folder, and says the same of itself."""
    change(two_guides / "guide.toml", f'id = "{SECOND}"', 'id = "third"')
    forget()
    answer = both.meso("status")
    assert answer.code == 4
    assert "it is the guide of 'third'" in answer.err


# Steps from before a treatment had a guide


def as_before(world: World) -> None:
    """The journal as an earlier version wrote it: no image holds a guide."""
    with closing(sqlite3.connect(world.database)) as connection, connection:
        rows = connection.execute("SELECT id, changes FROM journal").fetchall()
        for id, changes in rows:
            kept = [
                [
                    table,
                    row,
                    *(
                        {key: image[key] for key in image if key != "guide"} if image else image
                        for image in images
                    ),
                ]
                for table, row, *images in json.loads(changes)
            ]
            connection.execute("UPDATE journal SET changes = ? WHERE id = ?", (json.dumps(kept), id))


def test_steps_from_before_are_undone_and_redone(world: World, tmp_path: Path) -> None:
    """A treatment begun, corrected, ended, deleted, brought by an import: all the way back and forth."""
    other = tmp_path / "other.json"
    started(world, "microneedling")
    assert world.meso("export", "-o", str(other)).code == 0
    world.database.unlink()
    steps: list[list[str]] = [
        ["start", "--area", "neck"],
        ["edit", "t1", "--depth", "0.5"],
        ["import", str(other)],
        ["end", "t1"],
        ["delete", "t2", "--yes"],
    ]
    seen = []
    for step in steps:
        assert world.meso(*step).code == 0, step
        seen.append(shown(world))
    as_before(world)
    for state in (*reversed(seen[:-1]), None):
        assert world.meso("undo").code == 0
        assert state is None or shown(world) == state
    assert world.meso("undo").code == 3
    for state in seen:
        answer = world.meso("redo")
        assert answer.code == 0, answer
        assert shown(world) == state
    with closing(sqlite3.connect(world.database)) as connection:
        guides = connection.execute("SELECT DISTINCT guide FROM treatments").fetchall()
    assert guides == [("microneedling",)]


def shown(world: World) -> list[dict[str, Any]]:
    """What is recorded, without when it was last changed: undoing moves that on."""
    return [{key: row[key] for key in row if key != "updated_at"} for row in exported(world)]
