"""The strict check of a clinic's plan: what it finds, what it says, and that no red flag gives way."""

import datetime as dt
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meso_cli.clinic.file import LARGEST
from meso_cli.clinic.plan import read_plan
from meso_cli.errors import NothingFound, SystemRefused
from meso_cli.guide.files import data_folder
from meso_cli.guide.reading import read_guide
from meso_cli.model.plan import AddedActivity, AddedCare, AddedSign, ChangedWindow, ClinicPlan
from meso_cli.model.practitioner import Practitioner
from meso_cli.recovery.plan import extended
from tests.searching import examples

GUIDE = read_guide()
CLINIC = '[clinic]\nname = "C"\nissued = 2026-11-01\n'
SIGN = 'label = "a dressing"\ntier = "contact"\nquestion = "Is it off?"\nadvice = "Call us."\n'
ACTIVITY = 'label = "Dye"\nwhy = "It stings."\n'
CARE = 'label = "Gel"\ntext = "Thin."\n'


def problems(folder: Path, text: str | bytes) -> list[str]:
    """What the check says of a file that holds this."""
    file = folder / "plan.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    plan, found = read_plan(file, GUIDE)
    assert (plan is None) == bool(found)
    return [str(problem) for problem in found]


def test_the_example_is_read_whole() -> None:
    """The file that ships with meso can be loaded, and every kind of row comes out of it in hours."""
    plan, found = read_plan(data_folder() / "plans" / "example.toml", GUIDE)
    assert found == ()
    assert plan == ClinicPlan(
        Practitioner("Example Skin Clinic", "020 7946 0000", "020 7946 0999"),
        dt.date(2026, 11, 1),
        (
            ChangedWindow("makeup", 12, "Only the mineral powder that we gave you."),
            ChangedWindow("sauna", 240, "Steam rooms and hot yoga too."),
        ),
        (
            AddedActivity(
                "hair-dye",
                "Hair dye",
                168,
                336,
                "Dye runs on to the treated skin and stings.",
                "Dry shampoo, or a hat.",
                ("colour my hair", "hair colour"),
            ),
        ),
        (
            AddedCare(
                "healing-gel",
                "Healing gel",
                "A thin layer of the gel that we gave you, on clean skin, morning and evening.",
                0,
                120,
                2,
            ),
        ),
        (
            AddedSign(
                "lost-dressing",
                "lost dressing",
                "contact",
                "Has a dressing that we put on come off?",
                "Call us the same day; put nothing on in its place.",
                "daily",
                ("dressing-off",),
            ),
        ),
    )


BROKEN = [
    ("", "holds nothing; begin from: meso plan example"),
    ("x = [", "is not TOML (Invalid value"),
    ("[clinic]\nname = 'C'", "clinic: issued is missing; add it"),
    ("[windows.makeup]\navoid_until = '1d'", "clinic: the table is missing; add [clinic]"),
    (CLINIC + "emergency = '1'", "clinic: emergency is not a known key; remove it"),
    ("[clinic]\nname = 'C'\nissued = '2026'", "issued is '2026', not a date such as 2026-11-22"),
    ("clinic = 1", "clinic: this is 1, not a table"),
    (CLINIC + "[symptoms.redness]\ncourse = []", "symptoms: a plan has no such table; remove it"),
    (CLINIC + "[rules.holding]\nhold_all_from = 'watch'", "rules: a plan has no such table"),
    ("windows = 3\n" + CLINIC, "windows: this is not a table of tables; write [windows.ID]"),
    (
        CLINIC + "[windows.makup]\navoid_until = '1d'",
        "windows.makup: the guide has no such restriction; rename",
    ),
    (CLINIC + "[windows.dye]\navoid_until = '1d'", "write a new one as [activities.dye]"),
    (CLINIC + "[windows.fever]\navoid_until = '1d'", "windows.fever: the guide has no such restriction"),
    (
        CLINIC + "[windows.makeup]\navoid_until = '12'",
        "'12' is not a length of time; say the unit: 12h or 12d",
    ),
    (CLINIC + "[windows.makeup]\navoid_until = '-2d'", "'-2d' is not a length of time"),
    (CLINIC + "[windows.makeup]\navoid_until = 12", "avoid_until is 12, not a text; write a text"),
    (CLINIC + "[windows.makeup]\nnote = 'x'", "windows.makeup: avoid_until is missing"),
    (
        CLINIC + f"[activities.dye]\n{ACTIVITY}avoid_until = '3d'\ncaution_until = '2d'",
        "the window ends before it starts: caution_until (2d) is before avoid_until (3d); swap them",
    ),
    (CLINIC + f"[activities.dye]\n{ACTIVITY}avoid_until = '0h'", "avoid_until is 0 and there is no caution"),
    (
        CLINIC + f"[activities.dye]\n{ACTIVITY}avoid_until = 'open'\ncaution_until = '2d'",
        "caution_until has no place after an open end",
    ),
    (CLINIC + f"[activities.sauna]\n{ACTIVITY}avoid_until = '3d'", "change its time in [windows.sauna]"),
    (CLINIC + f"[activities.Dye]\n{ACTIVITY}avoid_until = '3d'", "this id cannot be typed with ease"),
    (CLINIC + f"[activities.pus]\n{ACTIVITY}avoid_until = '3d'", "this id is a red flag of the guide"),
    (
        CLINIC + f"[activities.dye]\n{ACTIVITY}avoid_until = '3d'\nwords = ['tint', 'tint']",
        "the word 'tint' stands for dye too",
    ),
    (CLINIC + f"[care.gel]\n{CARE}due_from = '2d'\ndue_until = '2d'", "due_until (2d) is not after due_from"),
    (CLINIC + f"[care.gel]\n{CARE}per_day = 0", "per_day is 0, outside 1-20"),
    (CLINIC + f"[care.spf]\n{CARE}", "this id is a care step of the guide"),
    (CLINIC + f"[care.gel]\n{CARE}[signs.gel]\n{SIGN}", "signs.gel: this id stands in care too"),
    (CLINIC + f"[signs.redness]\n{SIGN}", "this id is a symptom of the guide"),
    (CLINIC + f"[signs.rash]\n{SIGN}", "signs.rash: this id is a sign of the guide"),
    (CLINIC + f"[signs.inflamed]\n{SIGN}", "this id is a warning of the guide"),
    (CLINIC + f"[signs.infection]\n{SIGN}", "this id is a word of alarm"),
    (CLINIC + f"[signs.off]\n{SIGN}words = ['no']", "the word 'no' is a value that `meso log` reads"),
    (
        CLINIC + "[signs.off]\n" + SIGN.replace("contact", "watch"),
        "tier is 'watch', not one of contact, urgent",
    ),
    (
        CLINIC + "[signs.off]\n" + SIGN.replace("Call us.", "Normal healing."),
        "the text says 'normal healing'",
    ),
    (CLINIC + "[signs.off]\n" + SIGN.replace("a dressing", "x" * 41), "label is longer than 40 characters"),
    (
        CLINIC + "[signs.off]\n" + SIGN.replace("Call", "\\u001b[31m"),
        "advice holds characters that cannot be",
    ),
]


@pytest.mark.parametrize(("text", "says"), BROKEN)
def test_what_is_wrong_is_named_with_its_place_and_the_fix(tmp_path: Path, text: str, says: str) -> None:
    """One sentence a problem: the file, the table, what is wrong, what to do."""
    found = problems(tmp_path, text)
    assert any(says in problem for problem in found), found
    assert all(problem.startswith("plan.toml: ") and "; " in problem for problem in found)


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    """Nobody mends a file one error at a time."""
    text = CLINIC + "[windows.makup]\navoid_until = '12'\n[signs.fever]\n" + SIGN + "[symptoms.x]\n"
    said = "\n".join(problems(tmp_path, text))
    for place in (
        "windows.makup: the guide",
        "windows.makup: avoid_until",
        "signs.fever",
        "symptoms: a plan",
    ):
        assert place in said


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"\xff\xfe\x00", "is not UTF-8 text; save it as plain UTF-8 text"),
        (b"a = 1\0", "is not text (it holds NUL bytes)"),
        (b"# " + b"x" * LARGEST, "is larger than 100 kB"),
        (b"x = " + b"[" * 50_000, "is not TOML"),
        (b"x = " + b"9" * 50_000, "is not TOML"),
        (b"x." * 9_000 + b"x = 1", "a key of more than 20 parts (at line 1)"),
        (b"a = 1\nb = {" + b"x." * 9_000 + b"x = 1}", "a key of more than 20 parts (at line 2)"),
    ],
)
def test_a_file_that_may_be_anything(tmp_path: Path, raw: bytes, says: str) -> None:
    """Binary, huge or nested without end: a problem like any other, never a traceback."""
    (said, *_) = problems(tmp_path, raw)
    assert says in said


def test_what_windows_writes_is_read(tmp_path: Path) -> None:
    """A byte order mark and carriage returns are no mistake of the clinic's."""
    text = b"\xef\xbb\xbf" + CLINIC.replace("\n", "\r\n").encode()
    assert problems(tmp_path, text) == []


def test_a_folder_a_pipe_and_nothing_at_all(tmp_path: Path) -> None:
    """Named as what they are; a pipe is not waited for."""
    assert "is a folder; name the plan's own file" in str(read_plan(tmp_path, GUIDE)[1][0])
    os.mkfifo(tmp_path / "pipe")
    assert "is not a regular file" in str(read_plan(tmp_path / "pipe", GUIDE)[1][0])
    with pytest.raises(NothingFound, match="There is no file"):
        read_plan(tmp_path / "nothing.toml", GUIDE)
    with pytest.raises(SystemRefused):
        read_plan(tmp_path / "a\0b", GUIDE)


def test_a_file_that_cannot_be_read() -> None:
    """The system's refusal, with its reason: this one opens, and then gives nothing."""
    with pytest.raises(SystemRefused, match=r"cannot be read \(Input/output error\)"):
        read_plan(Path("/proc/self/mem"), GUIDE)


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (
            "[signs.off]\n" + SIGN + "words = ['pus yes']",
            "the word 'pus yes' is read by `meso log` as pus=yes",
        ),
        ("[signs.off]\n" + SIGN + "words = ['strip 38.5 fever']", "is read by `meso log` as fever"),
        ("[signs.off]\n" + SIGN + "words = ['pus=1']", "is read by `meso log` as pus=yes"),
        ("[signs.off]\n" + SIGN + "words = ['without pus']", "is read by `meso log` as pus=no"),
        ("[signs.off]\n" + SIGN + "words = ['an infection']", "as a word of alarm"),
        ("[signs.off]\n" + SIGN + "words = ['y']", "is a value that `meso log` reads"),
        ("[signs.off]\n" + SIGN + "words = ['2']", "is a value that `meso log` reads"),
        ("[signs.off]\n" + SIGN + "words = ['all clear']", "the text says 'all clear'"),
        ("[signs.off]\n" + SIGN.replace("a dressing", "pus"), "the label 'pus' is a red flag of the guide"),
        ("[signs.off]\n" + SIGN.replace("a dressing", "no fever"), "is read by `meso log` as fever=no"),
        ("[signs.fevr]\n" + SIGN, "signs.fevr: this id is read by `meso log` as fever=yes"),
        ("[signs.no-fever]\n" + SIGN, "signs.no-fever: this id is read by `meso log` as fever=no"),
        ("[care.fevr]\n" + CARE, "care.fevr: this id is read by `meso log` as fever=yes"),
        ("[care.gel]\n" + CARE.replace("Gel", "Pus"), "the label 'Pus' is a red flag of the guide"),
        ("[activities.dye]\n" + ACTIVITY.replace("Dye", "Pus") + "avoid_until = '1d'", "is a red flag"),
        (
            "[activities.dye]\n" + ACTIVITY + "avoid_until = '1d'\nwords = ['all clear']",
            "the text says 'all clear'",
        ),
    ],
)
def test_no_plan_takes_over_what_log_hears_in_a_name(tmp_path: Path, names: str, says: str) -> None:
    """Not by a value, a denial or a slip of the finger beside it, nor by a word of comfort."""
    found = problems(tmp_path, CLINIC + names)
    assert any(says in problem for problem in found), found


@pytest.mark.parametrize(
    "names",
    [
        "[signs.off]\n" + SIGN.replace("a dressing", "lost dressing") + "words = ['strip is off']",
        "[activities.cooking]\n" + ACTIVITY + "avoid_until = '1d'",
        "[care.balm]\n" + CARE.replace("Gel", "Gel for tight skin"),
    ],
)
def test_what_is_a_clinics_own_name_passes(tmp_path: Path, names: str) -> None:
    """A sentence with a common word in it, and an activity that is only spelt like a sign."""
    assert problems(tmp_path, CLINIC + names) == []


TIERS = st.sampled_from(["contact", "urgent", "emergency", "watch", "none"])
IDS = st.one_of(
    st.sampled_from([*GUIDE.signs, *GUIDE.symptoms, *GUIDE.combinations, *GUIDE.care]),
    st.from_regex(r"[a-z]{1,6}(-[a-z]{1,4})?", fullmatch=True),
)


@settings(max_examples=examples(100), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ids=st.lists(st.tuples(IDS, TIERS), min_size=1, max_size=4, unique_by=lambda pair: pair[0]))
def test_whatever_passes_leaves_what_warns_as_it_was(tmp_path: Path, ids: list[tuple[str, str]]) -> None:
    """The rows of the guide are the same in the guide that any loadable plan extends."""
    rows = "".join(f"[signs.{id}]\n{SIGN.replace('contact', tier)}" for id, tier in ids)
    file = tmp_path / "plan.toml"
    file.write_text(CLINIC + rows)
    plan, found = read_plan(file, GUIDE)
    if plan is None:
        assert found
        return
    longer = extended(GUIDE, plan)
    assert {id: longer.signs[id] for id in GUIDE.signs} == dict(GUIDE.signs)
    assert longer._replace(signs=GUIDE.signs) == GUIDE
    assert set(longer.signs) - set(GUIDE.signs) == {id for id, _ in ids}
