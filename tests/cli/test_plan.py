"""What the practitioner said: recorded, shown beside the guide by every command, taken back."""

import csv
import io
import json
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from meso_cli.errors import Exit
from meso_cli.guide.files import data_folder
from meso_cli.store.writing import writing as real_writing
from tests.conftest import Answer, World

EXAMPLE = str(data_folder() / "plans" / "example.toml")
WINDOW = '[windows.{}]\navoid_until = "{}"\n'
CLINIC = '[clinic]\nname = "Clinic Two"\nissued = 2026-02-01\n'
SIGN = 'label = "loose strip"\ntier = "{}"\nquestion = "Is it loose?"\nadvice = "Call us."\n'


def done(answer: Answer) -> str:
    """The answer of a call that must succeed."""
    assert answer.code == 0, answer
    return answer.out


def plan_file(world: World, text: str, name: str = "two.toml") -> str:
    path = world.folder / name
    path.write_text(CLINIC + text, "utf-8")
    return str(path)


def voices(world: World, id: str) -> dict[str, Any]:
    """What can, status, plan and why say of one restriction, which must be the same."""
    status = {row["id"]: row for row in json.loads(done(world.meso("status", "--json")))["restrictions"]}[id]
    can = json.loads(world.meso("can", id, "--json").out)
    plan = {row["id"]: row for row in json.loads(done(world.meso("plan", "--json")))["restrictions"]}[id]
    for name in ("state", "earliest", "until", "guide_until", "said"):
        assert status[name] == can[name] == plan[name], name
    assert status["set_by"] == can["set_by"] == ("practitioner" if plan["said"] else "guide")
    assert isinstance(plan, dict)
    return plan


CALM = ["redness=0", "flaking=0", "scabs=0", "swelling=0", "open-sore=no"]


@pytest.mark.parametrize(
    ("hours", "makeup", "sauna"),
    [
        (11.9, "avoid", "avoid"),
        (12, "caution", "avoid"),
        (47.9, "caution", "avoid"),
        (48, "allowed", "avoid"),
        (120, "allowed", "avoid"),
        (239.9, "allowed", "avoid"),
        (240, "allowed", "allowed"),
    ],
)
def test_a_looser_and_a_stricter_word_agree_everywhere(
    treated: World, hours: float, makeup: str, sauna: str
) -> None:
    """Makeup after 12 h, sauna after 10 days: the same state, both voices, in four commands."""
    treated.at(hours=1).meso("log", *CALM)
    done(treated.meso("plan", "set", "makeup", "12h", "--by", "Dr Lee"))
    done(treated.meso("plan", "set", "sauna", "10d", "--by", "Dr Lee"))
    treated.at(hours=hours)
    assert (voices(treated, "makeup")["state"], voices(treated, "makeup")["differs"]) == (makeup, "looser")
    assert (voices(treated, "sauna")["state"], voices(treated, "sauna")["differs"]) == (sauna, "stricter")
    for command in (["can", "makeup"], ["why", "makeup"], ["can", "sauna"], ["why", "sauna"]):
        out = treated.meso(*command).out
        length = "12 h" if "makeup" in command else "10 days"
        earliest = 24 if "makeup" in command else 48
        avoid = "not until .*14:00, " if hours < earliest else ""
        assert re.search(rf"Dr Lee: {length}, .*15:00; the guide: {avoid}caution until ", out), out
    assert treated.meso("can", "makeup").code == (0 if makeup == "allowed" else 1)
    out = done(treated.meso("plan"))
    assert "Makeup: guide 24 h, caution to 48 h, plan 12 h, which is looser, said by Dr Lee" in out
    assert "Sauna and steam: guide 48 h, caution to 5 days, plan 10 days, which is stricter" in out
    assert "alcohol caution to 24 h" in out
    status = done(treated.meso("status"))
    for label, state in (("Makeup", makeup), ("Sauna and steam", sauna)):
        said = rf"{label} .*says Dr Lee: 1[02] (h|days); the guide: (not|caution) until"
        assert bool(re.search(said, status)) == (state != "allowed"), status


def test_an_open_end_has_none(treated: World) -> None:
    """Until they say so, months later too; then cleared, and the guide speaks alone."""
    done(treated.meso("plan", "set", "exercise", "open", "--note", "until the [/b] check-up"))
    treated.at(days=100)
    row = voices(treated, "exercise")
    assert (row["state"], row["until"], row["differs"]) == ("avoid", None, "open-ended")
    assert "until your practitioner says" in treated.meso("can", "exercise").out
    assert "until the [/b] check-up" in done(treated.meso("plan"))
    done(treated.meso("plan", "clear", "exercise"))
    assert voices(treated, "exercise")["said"] is None


def test_until_a_moment_is_turned_into_hours(treated: World) -> None:
    """Quoted or not; a bare day counts to its end; before the treatment is refused."""
    treated.at(hours=2)
    for words in (["until fri 18:00"], ["until", "fri", "18:00"]):
        done(treated.meso("plan", "set", "hair", "removal", *words))
        assert voices(treated, "hair-removal")["said"]["hours"] == 100
    done(treated.meso("plan", "set", "sun", "until friday"))
    assert voices(treated, "sun")["earliest"] == "2026-03-07T00:00:00+01:00"
    refused = treated.meso("plan", "set", "sun", "until yesterday 18:00")
    assert (refused.code, "before t1 began" in refused.err) == (2, True)


def test_a_word_that_names_several_sets_each_and_says_so(treated: World) -> None:
    """Hot tub is sauna and swimming, as `can` reads it; one undo takes both back."""
    out = done(treated.meso("plan", "set", "hot", "tub", "10d"))
    assert "'hot tub' names Sauna and steam and Swimming: each of them." in out
    assert [voices(treated, id)["said"]["hours"] for id in ("sauna", "swimming")] == [240, 240]
    done(treated.meso("undo"))
    assert [voices(treated, id)["said"] for id in ("sauna", "swimming")] == [None, None]


def test_the_latest_word_governs(treated: World) -> None:
    """Set again, the new one counts; who said it defaults to the practitioner on record."""
    done(treated.meso("edit", "t1", "--practitioner", "Dr Ana"))
    done(treated.meso("plan", "set", "makeup", "3d"))
    done(treated.at(hours=1).meso("plan", "set", "makeup", "0h", "--note", "it is fine"))
    assert voices(treated, "makeup")["said"] == {
        "hours": 0,
        "by": "Dr Ana",
        "note": "it is fine",
        "at": "2026-03-02T15:00:00+01:00",
    }


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["set", "makup", "12h"], 3, "There is no restriction 'makup'; did you mean makeup?"),
        (["set", "skydiving", "12h"], 3, "There is no restriction 'skydiving'"),
        (["set", "cool pack", "3d"], 3, "a clinic's plan can restrict it: [activities.cool-pack]"),
        (["set", "makeup", "12"], 2, "say the unit: 12h or 12d"),
        (["set", "makeup", "soon"], 2, "'soon' is not a length of time"),
        (["set", "makeup", "until soon"], 2, "'soon' is not a time"),
        (["set", "makeup"], 2, "meso plan set makeup 12h"),
        (["set", "makeup", "12h", "--treatment", "t9"], 3, "no such treatment"),
        (["clear", "makeup"], 3, "Nothing is recorded about Makeup for t1"),
        (["clear", "makup"], 3, "did you mean makeup?"),
        (["clear"], 2, "Say which"),
        (["clear", "makeup", "--loaded"], 2, "Say which"),
        (["clear", "--loaded"], 3, "No plan is loaded for t1"),
        (["load", "nothing.toml"], 3, "There is no file nothing.toml"),
        (["check", "nothing.toml"], 3, "There is no file nothing.toml"),
        (["shwo"], 2, "meso plan --help"),
        (["--treatment", "t1", "show"], 2, "meso plan show --treatment t1"),
    ],
)
def test_what_cannot_be_done_says_what_can(treated: World, words: list[str], code: int, says: str) -> None:
    """One sentence, its exit code, and nothing recorded."""
    before = treated.meso("plan", "--json").out
    found = treated.meso("plan", *words)
    assert (found.code, found.err.count("\n")) == (code, 1), found
    assert says in found.err
    assert treated.meso("plan", "--json").out == before


def test_without_a_treatment_there_is_nothing_to_plan(world: World) -> None:
    """Exit 3, and how to begin; a file can be checked all the same."""
    for words in ([], ["show"], ["set", "makeup", "12h"], ["clear", "makeup"], ["load", EXAMPLE]):
        found = world.meso("plan", *words)
        assert (found.code, "meso start" in found.err) == (3, True), words
    assert "can be loaded" in done(world.meso("plan", "check", EXAMPLE))


def test_the_example_can_be_printed_and_loaded(treated: World) -> None:
    """`meso plan example > clinic.toml` is where a clinic begins."""
    (treated.folder / "clinic.toml").write_text(done(treated.meso("plan", "example")), "utf-8")
    assert "Example Skin Clinic" in done(treated.meso("plan", "load", "clinic.toml"))


def test_a_loaded_plan_works_in_every_command(treated: World) -> None:
    """Its times, activities, care, signs and numbers, in can, why, status, log, edit, history."""
    out = done(treated.at(hours=2).meso("plan", "load", EXAMPLE))
    assert "Whom to call: Example Skin Clinic 020 7946 0000 · out of hours 020 7946 0999 (name, " in out
    assert voices(treated, "makeup")["said"]["by"] == "Example Skin Clinic"
    dye = voices(treated, "hair-dye")
    assert (dye["differs"], dye["guide"], dye["guide_until"]) == ("added", None, None)
    for words in ("hair dye", "colour my hair", "hair-dye"):
        found = treated.meso("can", *words.split())
        assert (found.code, "the guide has no rule about it" in found.out) == (1, True), words
        assert "Example Skin Clinic" in found.out
    assert "your clinic's plan says it" in done(treated.meso("why", "hair", "colour"))
    told = done(treated.meso("log", "dressing-off", "healing-gel=2"))
    assert told.startswith(
        "CONTACT · Contact your practitioner today or tomorrow: Example Skin Clinic 020 7946 0000"
    )
    assert "Healing gel: 2, 2 today of 2" in told
    assert "Call us the same day" in done(treated.meso("status"))
    assert treated.meso("status", "--check").code == 10
    assert "Lost dressing" in done(treated.meso("why", "lost-dressing"))
    assert "rang them" in done(treated.meso("log", "--told", "rang them"))
    assert "rang them" in done(treated.meso("status"))
    assert "lost dressing yes · healing gel 2" in done(treated.meso("history"))
    assert "did you mean lost-dressing?" in treated.meso("log", "lost-dresing").err
    done(treated.meso("edit", "1", "lost-dressing=", "healing-gel=1"))
    assert "CONTACT" not in done(treated.meso("status"))


def test_the_status_of_a_plan_is_as_its_schema_says(treated: World) -> None:
    """An activity without a guide's end, a sign and a source of the clinic's own."""
    done(treated.meso("plan", "load", EXAMPLE))
    done(treated.at(hours=30).meso("log", "lost-dressing"))
    schema = json.loads((data_folder() / "schema" / "status.schema.json").read_text("utf-8"))
    found = json.loads(done(treated.meso("status", "--json")))
    jsonschema.validate(found, schema)
    assert {row["id"]: row["sources"] for row in found["restrictions"]}["hair-dye"] == [
        "plan of Example Skin Clinic"
    ]


def test_one_undo_takes_a_whole_load_back(treated: World) -> None:
    """Times, rows, sign and numbers; redo brings them all again."""
    before = treated.meso("status", "--json").out
    done(treated.meso("plan", "load", EXAMPLE))
    after = treated.meso("status", "--json").out
    assert "Took back: plan load t1." in done(treated.meso("undo"))
    assert treated.meso("status", "--json").out == before
    done(treated.meso("redo"))
    assert treated.meso("status", "--json").out == after


def test_undo_words_an_entry_as_log_did(treated: World) -> None:
    """By the guide with the plan of its treatment, a temperature among it; an edit and a redo as well."""
    done(treated.meso("plan", "load", EXAMPLE))
    done(treated.at(hours=30).meso("log", "lost-dressing", "fever=38.9"))
    done(treated.meso("edit", "1", "healing-gel=2"))
    assert "Took back: edit #1 (healing gel 2)." in done(treated.meso("undo"))
    said = "log #1 (lost dressing yes, fever, 38.9 °C)."
    assert f"Took back: {said}" in done(treated.meso("undo"))
    assert f"Brought back: {said}" in done(treated.meso("redo"))


def test_loading_again_replaces_what_the_file_set_and_nothing_else(treated: World) -> None:
    """A time that the new file leaves out is gone; one set by hand stays; the numbers follow the file."""
    done(treated.meso("plan", "set", "exercise", "7d", "--by", "Dr Lee"))
    done(treated.at(hours=1).meso("plan", "load", EXAMPLE))
    done(treated.at(hours=2).meso("plan", "set", "makeup", "2d", "--by", "Dr Lee"))
    new = plan_file(treated, 'phone = "77"\n[windows.sun]\navoid_until = "open"\n')
    done(treated.at(hours=3).meso("plan", "load", new))
    rows = json.loads(treated.meso("plan", "--json").out)
    said = {row["id"]: row["said"]["by"] for row in rows["restrictions"] if row["said"]}
    assert said == {"exercise": "Dr Lee", "makeup": "Dr Lee", "sun": "Clinic Two"}
    assert (rows["clinic"]["name"], rows["clinic"]["activities"]) == ("Clinic Two", [])
    who = json.loads(treated.meso("status", "--json").out)["treatment"]["practitioner"]
    assert who == {"name": "Clinic Two", "phone": "77", "out_of_hours": None}


def test_a_file_governs_over_what_was_said_before_and_a_hand_over_the_file(treated: World) -> None:
    """The latest word wins, whoever typed it."""
    done(treated.meso("plan", "set", "makeup", "3d", "--by", "Dr Lee"))
    done(treated.at(hours=1).meso("plan", "load", EXAMPLE))
    assert voices(treated, "makeup")["said"]["hours"] == 12
    done(treated.at(hours=2).meso("plan", "set", "makeup", "4d", "--by", "Dr Lee"))
    done(treated.meso("plan", "set", "hair", "dye", "1d", "--by", "Dr Lee"))
    assert voices(treated, "makeup")["said"]["hours"] == 96
    assert voices(treated, "hair-dye")["said"]["hours"] == 24
    done(treated.meso("plan", "clear", "hair", "dye"))
    assert voices(treated, "hair-dye")["said"]["by"] == "Example Skin Clinic"
    assert "take that back whole" in treated.meso("plan", "clear", "hair", "dye").err


def test_what_a_person_gave_is_never_overridden(treated: World) -> None:
    """Their own number stays; only what was empty is filled, and the answer says what."""
    done(treated.meso("edit", "t1", "--phone", "123"))
    out = done(treated.meso("plan", "load", EXAMPLE))
    assert "Example Skin Clinic 123 · out of hours 020 7946 0999 (name, out-of-hours number" in out
    done(treated.meso("plan", "clear", "--loaded"))
    who = json.loads(treated.meso("status", "--json").out)["treatment"]["practitioner"]
    assert who == {"name": None, "phone": "123", "out_of_hours": None}


def test_a_number_that_a_person_gave_too_stays_theirs(treated: World) -> None:
    """The same number in the plan fills nothing, and taking the plan back takes nothing away."""
    done(treated.meso("edit", "t1", "--phone", "020 7946 0000"))
    out = done(treated.meso("plan", "load", EXAMPLE))
    assert "(name, out-of-hours number from the plan)" in out
    done(treated.at(hours=1).meso("plan", "load", EXAMPLE))
    done(treated.meso("plan", "clear", "--loaded"))
    who = json.loads(treated.meso("status", "--json").out)["treatment"]["practitioner"]
    assert who == {"name": None, "phone": "020 7946 0000", "out_of_hours": None}


def test_a_plan_that_is_taken_back_says_which_warning_it_takes_along(treated: World) -> None:
    """A sign that was reported does not vanish in silence; the entry stays."""
    done(treated.meso("plan", "load", EXAMPLE))
    done(treated.at(hours=5).meso("log", "lost-dressing"))
    new = plan_file(treated, "")
    for words in (["load", new], ["clear", "--loaded"]):
        out = done(treated.meso("plan", *words))
        assert "no warning stands for it: lost dressing. Ask your practitioner." in out
        assert "lost-dressing" in done(treated.meso("history"))
        done(treated.meso("status"))
        done(treated.meso("undo"))
    assert "CONTACT" in done(treated.meso("status"))


def test_a_bad_file_loads_nothing(treated: World) -> None:
    """Every problem with its place on stderr, exit 2; `check` prints the same on stdout."""
    bad = plan_file(treated, '[windows.makup]\navoid_until = "12"\n[signs.fever]\n' + SIGN.format("contact"))
    before = treated.meso("status", "--json").out
    refused = treated.meso("plan", "load", bad)
    assert (refused.code, refused.out) == (2, "")
    *lines, last = refused.err.splitlines()
    assert last == "meso: two.toml has 3 problems; correct the file; nothing was saved."
    assert [line.split(": ")[1] for line in lines] == ["windows.makup", "windows.makup", "signs.fever"]
    assert treated.meso("status", "--json").out == before
    assert treated.meso("undo").out == "Took back: start t1.\n\nTo bring it back: meso redo\n"
    checked = treated.meso("plan", "check", bad)
    assert (checked.code, checked.err) == (2, "")
    assert all(line in checked.out for line in lines)


def test_start_with_a_plan(world: World) -> None:
    """One step: the treatment, its plan and numbers; a bad file records nothing."""
    bad = plan_file(world, "[x]\n", "bad.toml")
    assert world.meso("start", "--plan", bad).code == 2
    assert not world.database.exists()
    out = done(world.meso("start", "--phone", "123", "--plan", EXAMPLE))
    assert "says Example Skin Clinic: 10 days; the guide: not until" in out
    assert "(name, out-of-hours number from the plan)" in out
    done(world.meso("undo"))
    assert world.meso("status").code == 3


@pytest.mark.parametrize("tier", ["urgent", "emergency"])
def test_a_red_flag_of_the_clinic_brings_the_card(treated: World, tier: str) -> None:
    """It is a red flag like the guide's, from the plan of the treatment that is logged to."""
    done(treated.meso("plan", "load", plan_file(treated, "[signs.strip-loose]\n" + SIGN.format(tier))))
    out = done(treated.at(hours=3).meso("log", "strip-loose"))
    assert "You named: loose strip." in out.splitlines()[0]
    assert treated.meso("status", "--check").code == {"urgent": 11, "emergency": 12}[tier]


def test_a_red_flag_of_the_guide_needs_no_plan(treated: World) -> None:
    """Beside a clinic's sign, with a damaged file: the card first, then what is wrong."""
    done(treated.meso("plan", "load", EXAMPLE))
    treated.database.write_bytes(b"not a database any more" * 100)
    found = treated.at(hours=3).meso("log", "pus", "lost-dressing")
    assert found.code != 0
    assert "You named: pus." in found.out.splitlines()[0]
    assert "Nothing was saved" in found.err


def test_an_entry_that_goes_elsewhere_is_refused_by_the_other_plan(treated: World) -> None:
    """A clinic's sign means nothing to a treatment that has not its plan."""
    done(treated.at(days=2).meso("start", "--area", "neck", "--plan", EXAMPLE))
    done(treated.at(days=3).meso("log", "lost-dressing"))
    refused = treated.meso("log", "lost-dressing", "--at", "2 days ago 10:00")
    assert (refused.code, "The plan of t1 has no lost-dressing" in refused.err) == (2, True)
    assert treated.meso("log", "lost-dressing", "--treatment", "t1").code == 2


def test_what_stands_in_another_treatment_is_shown_with_its_words(treated: World) -> None:
    """The latest treatment's status names the other's warning, with that clinic's advice."""
    done(treated.meso("plan", "load", EXAMPLE))
    done(treated.at(days=2).meso("start", "--area", "neck"))
    done(treated.meso("log", "lost-dressing", "--treatment", "t1"))
    out = done(treated.at(days=3).meso("status"))
    assert "t1: Lost dressing" in out
    assert "Call us the same day" in out
    assert "(weak)" in done(treated.meso("why", "lost-dressing"))
    json.loads(done(treated.meso("status", "--json")))


def lost_dressing(world: World, name: str, tier: str, advice: str) -> str:
    """A clinic's plan that calls something `lost-dressing`."""
    sign = f'label = "{name}\'s dressing"\ntier = "{tier}"\nquestion = "Is it off?"\nadvice = "{advice}"\n'
    text = CLINIC.replace("Clinic Two", name) + f'phone = "{name}-1"\n[signs.lost-dressing]\n{sign}'
    path = world.folder / f"{name}.toml"
    path.write_text(text, "utf-8")
    return str(path)


def test_two_clinics_may_call_different_things_by_one_id(treated: World) -> None:
    """Each treatment is judged, worded and given numbers by its own plan, wherever it is looked at from."""
    first = lost_dressing(treated, "One", "emergency", "Call 112 at once.")
    second = lost_dressing(treated, "Two", "contact", "Put a plaster on.")
    done(treated.meso("plan", "load", first))
    done(treated.at(days=2).meso("start", "--area", "neck", "--plan", second))
    done(treated.at(days=3).meso("log", "lost-dressing", "--treatment", "t1"))
    for words in (["status"], ["status", "--treatment", "t1"], ["log", "redness=1"]):
        out = done(treated.meso(*words))
        assert out.startswith("CALL your local emergency number")
        assert "one's dressing" in out.casefold()
        assert "Call 112 at once." in out
        assert "plaster" not in out
    assert "EMERGENCY: t1 one's dressing" in done(treated.meso("status", "--brief"))
    (other,) = json.loads(done(treated.meso("status", "--json")))["others"]
    (warning,) = other["warnings"]
    assert (warning["title"], warning["advice"]) == ("One's dressing", "Call 112 at once.")
    assert warning["sources"] == ["plan of One"]
    done(treated.meso("log", "lost-dressing"))
    out = done(treated.meso("status", "--treatment", "t1"))
    assert "For Two Two-1, too: two's dressing" in out, "the number of the clinic that is meant"
    assert "t2: For Two" in out
    assert "Put a plaster on." in done(treated.meso("status", "--treatment", "t1", "--all"))


def test_a_sign_that_another_treatment_still_knows_is_lost_all_the_same(treated: World) -> None:
    """Two treatments of one clinic: taking the plan off one says which warning goes with it."""
    done(treated.meso("plan", "load", lost_dressing(treated, "One", "urgent", "Call.")))
    done(treated.at(days=2).meso("start", "--area", "neck", "--plan", str(treated.folder / "One.toml")))
    done(treated.meso("log", "lost-dressing", "--treatment", "t1"))
    for words in (["load", plan_file(treated, "")], ["clear", "--loaded"]):
        out = done(treated.meso("plan", *words, "--treatment", "t1"))
        assert "no warning stands for it: One's dressing. Ask your practitioner." in out
        done(treated.meso("undo"))


def test_of_two_machines_plans_one_governs_whole(treated: World) -> None:
    """The times of a plan that gave way go with it, looser ones first of all."""
    other = str(treated.folder / "other.db")
    shutil.copy(treated.database, other)
    ours = (
        CLINIC.replace("Clinic Two", "Clinic One")
        + WINDOW.format("sauna", "6h")
        + WINDOW.format("makeup", "1h")
    )
    (treated.folder / "one.toml").write_text(ours, "utf-8")
    done(treated.at(hours=1).meso("plan", "load", "one.toml"))
    theirs = plan_file(treated, WINDOW.format("exercise", "6d"))
    done(treated.at(hours=2).meso("plan", "load", theirs, "--db", other))
    done(treated.at(hours=3).meso("import", other))
    done(treated.meso("import", str(treated.database), "--db", other))
    for machine in ([], ["--db", other]):
        found = json.loads(done(treated.meso("plan", "--json", *machine)))
        said = {row["id"]: row["said"]["by"] for row in found["restrictions"] if row["said"]}
        assert (found["clinic"]["name"], said) == ("Clinic Two", {"exercise": "Clinic Two"})


def test_what_was_said_before_a_plan_speaks_again_without_it(treated: World) -> None:
    """A load takes nothing that a person typed; while it is in force its own later word governs."""
    done(treated.meso("plan", "set", "makeup", "3d", "--by", "Dr Lee"))
    done(treated.at(hours=1).meso("plan", "load", EXAMPLE))
    assert voices(treated, "makeup")["said"]["by"] == "Example Skin Clinic"
    assert "take that back whole" in treated.meso("plan", "clear", "sauna").err
    done(treated.meso("plan", "clear", "--loaded"))
    assert voices(treated, "makeup")["said"]["by"] == "Dr Lee"
    assert voices(treated, "sauna")["said"] is None


def test_a_moment_stays_where_it_was_said(treated: World) -> None:
    """Correcting the treatment's time moves what was said in hours, not what was said as a moment."""
    done(treated.meso("plan", "set", "sauna", "until", "sat", "18:00"))
    done(treated.meso("plan", "set", "makeup", "72h"))
    done(treated.at(days=3).meso("edit", "t1", "--at", "4 days ago 10:00"))
    assert voices(treated, "sauna")["earliest"] == "2026-03-07T18:00:00+01:00"
    assert voices(treated, "sauna")["said"]["hours"] == 152
    assert voices(treated, "makeup")["earliest"] == "2026-03-04T10:00:00+01:00"
    (treated.folder / "all.json").write_text(done(treated.meso("export")), "utf-8")
    other = str(treated.folder / "other.db")
    done(treated.meso("import", "all.json", "--db", other))
    assert treated.meso("plan", "--json", "--db", other).out == treated.meso("plan", "--json").out


def test_an_export_from_before_moments_were_kept_comes_in(treated: World) -> None:
    """An earlier version wrote no `until_at`; what it did write is all there."""
    done(treated.meso("plan", "set", "sauna", "10d"))
    text = done(treated.meso("export"))
    before = text.replace(', "until_at": null', "")
    assert before != text
    (treated.folder / "before.json").write_text(before, "utf-8")
    other = str(treated.folder / "other.db")
    done(treated.meso("import", "before.json", "--db", other))
    assert treated.meso("plan", "--json", "--db", other).out == treated.meso("plan", "--json").out


def test_a_correction_meanwhile_is_not_overwritten(treated: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written rests on the record as it is in the transaction, not on an earlier reading."""
    meanwhile: list[list[str]] = []

    def writing(*given: object, **named: object) -> object:
        while meanwhile:
            done(treated.meso(*meanwhile.pop()))
        return real_writing(*given, **named)  # type: ignore[arg-type]  # passed through as they are

    monkeypatch.setattr("meso_cli.store.writing.writing", writing)
    done(treated.meso("plan", "load", EXAMPLE))
    meanwhile.append(["edit", "t1", "--phone", "999", "--practitioner", "Ana"])
    done(treated.meso("plan", "clear", "--loaded"))
    who = json.loads(treated.meso("status", "--json").out)["treatment"]["practitioner"]
    assert who == {"name": "Ana", "phone": "999", "out_of_hours": None}
    meanwhile.append(["edit", "t1", "--practitioner", "Bea"])
    done(treated.meso("plan", "set", "makeup", "3d"))
    assert voices(treated, "makeup")["said"]["by"] == "Bea"


def test_a_refused_answer_says_what_was_saved_and_the_day_has_its_backup(treated: World) -> None:
    """Somebody who thinks that nothing was saved would type it all again."""
    backups = treated.database.with_name("meso.db.backups")
    for words, says in (
        ("plan set makeup 3d", "What they said was saved"),
        ("plan clear makeup", "What you took back was saved"),
        (f"plan load {EXAMPLE}", "The plan was saved"),
        ("plan clear --loaded", "What you took back was saved"),
    ):
        shutil.rmtree(backups, ignore_errors=True)
        answer = treated.shell(f"meso {words} >/dev/full")
        assert answer.code == Exit.SYSTEM, answer
        assert says in answer.err
        assert answer.err.count("\n") == 1
        assert [file.suffix for file in backups.iterdir()] == [".db"], words


def test_the_table_of_observations_knows_what_a_plan_adds(treated: World) -> None:
    """A kind for every item, by the plan of its own treatment."""
    done(treated.meso("plan", "load", EXAMPLE))
    done(treated.meso("log", "lost-dressing", "healing-gel=1", "redness=1"))
    done(
        treated.at(days=2).meso(
            "start", "--area", "neck", "--plan", plan_file(treated, WINDOW.format("sun", "9d"))
        )
    )
    done(treated.meso("log", "pus=no"))
    rows = csv.DictReader(io.StringIO(done(treated.meso("export", "--format", "csv"))))
    assert {row["item"]: row["kind"] for row in rows} == {
        "lost-dressing": "sign",
        "healing-gel": "care",
        "redness": "symptom",
        "pus": "sign",
    }


def test_what_the_guide_allows_can_be_restricted(treated: World) -> None:
    """Walking is fine from the start, unless the clinic says otherwise."""
    assert treated.at(hours=2).meso("can", "walk").code == 0
    rest = '[activities.walking]\nlabel = "Walking"\navoid_until = "2d"\nwhy = "Rest first."\n'
    done(treated.meso("plan", "load", plan_file(treated, rest)))
    found = treated.meso("can", "go", "for", "a", "walk")
    assert (found.code, "Rest first." in found.out) == (1, True)
    assert "Fine from early on: Walking" not in treated.meso("can").out


def test_the_example_is_the_clinics_word_about_hair_dye(treated: World) -> None:
    """The guide only asks there; the plan's time answers, under the guide's words and under its own."""
    assert treated.at(hours=2).meso("can", "bleach", "my", "hair").code == 3
    done(treated.meso("plan", "load", EXAMPLE))
    for words in (["hair", "dye"], ["dye", "my", "hair"], ["bleach"], ["colour", "my", "hair"]):
        found = json.loads(treated.meso("can", *words, "--json").out)
        assert (found["id"], found["state"], found["set_by"]) == ("hair-dye", "avoid", "practitioner"), words
    assert treated.at(days=15).meso("can", "hair", "dye").code == 0


def test_a_plan_may_use_what_people_call_things(treated: World) -> None:
    """A file from before the guide knew the words stays what it was; the stricter one answers."""
    older = (
        '[activities.botox]\nlabel = "Botox"\navoid_until = "3w"\nwhy = "We wait."\nwords = ["hot tub"]\n'
        '[activities.sharing-towels]\nlabel = "Towels"\navoid_until = "1d"\nwhy = "One day."\n'
        '[care.panthenol-gel]\nlabel = "Panthenol gel"\ntext = "Thin."\n'
    )
    done(treated.meso("plan", "load", plan_file(treated, older)))
    botox = json.loads(treated.at(days=15).meso("can", "botox", "--json").out)
    assert (botox["id"], botox["state"]) == ("botox", "avoid")
    towels = json.loads(treated.at(days=2).meso("can", "sharing", "towels", "--json").out)
    assert (towels["state"], towels["set_by"]) == ("caution", "practitioner")
    assert towels["guide_until"] == "2026-03-09T14:00:00+01:00"
    tub = json.loads(treated.at(days=8).meso("can", "hot", "tub", "--json").out)
    assert (tub["id"], set(tub["also"])) == ("botox", {"sauna", "swimming"})


SPOILT = [
    ("signs", "tier", "watch"),
    ("signs", "tier", "none"),
    ("signs", "label", None),
    ("signs", "words", "ab"),
    ("signs", "words", [1]),
    ("activities", "earliest", "12"),
    ("activities", "until", -1),
    ("activities", "until", 1e308),
    ("care", "from_hours", None),
    ("care", "per_day", True),
    ("windows", "colour", "red"),
    ("windows", "note", 3),
]


def test_a_plan_in_the_file_that_is_damaged_is_refused(treated: World) -> None:
    """A document that is none, or has one wrong value: exit 4, one sentence, and the bytes stay."""
    done(treated.meso("plan", "load", EXAMPLE))
    with closing(sqlite3.connect(treated.database)) as connection:
        ((whole,),) = connection.execute("SELECT document FROM plans").fetchall()
    documents = ["{}", "{nonsense}", '{"clinic": 1}', '{"a": ' + "[" * 100_000 + "}"]
    for table, name, value in SPOILT:
        spoilt = json.loads(whole)
        spoilt[table][0][name] = value
        documents.append(json.dumps(spoilt))
    for document in documents:
        with closing(sqlite3.connect(treated.database)) as connection, connection:
            connection.execute("UPDATE plans SET document = ?", (document,))
        before = treated.database.read_bytes()
        found = treated.meso("status")
        assert (found.code, found.err.count("\n")) == (4, 1), document[:80]
        assert treated.database.read_bytes() == before


def test_a_plan_travels_with_the_records(treated: World) -> None:
    """Export and import bring the same plan to another machine; one that is none stays out."""
    done(treated.meso("plan", "load", EXAMPLE))
    exported = done(treated.meso("export"))
    other = str(treated.folder / "other.db")
    (treated.folder / "all.json").write_text(exported, "utf-8")
    done(treated.meso("import", "all.json", "--db", other))
    assert treated.meso("plan", "--json", "--db", other).out == treated.meso("plan", "--json").out
    spoilt = exported.replace('"tier": "contact"', '"tier": "watch"').replace(
        '"tier":"contact"', '"tier":"watch"'
    )
    assert spoilt != exported
    (treated.folder / "spoilt.json").write_text(spoilt, "utf-8")
    refused = treated.meso("import", "spoilt.json", "--db", str(treated.folder / "third.db"))
    assert refused.code != 0
    assert "document is not a plan" in refused.err


def test_a_name_with_escapes_is_shown_harmless(treated: World) -> None:
    """Who said it and what: somebody's words, on one line, without what a terminal acts on."""
    done(treated.meso("plan", "set", "makeup", "12h", "--by", "Dr \x1b[31m[bold]Lee\n", "--note", "a\u202eb"))
    for command in (["plan"], ["can", "makeup"], ["why", "makeup"], ["status"]):
        out = treated.meso(*command).out
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert "[31m[bold]Lee" in out


def test_each_command_of_plan_has_its_help(world: World, tmp_path: Path) -> None:
    """Examples first, and the shared options after and before the word."""
    for name in ("show", "set", "clear", "load", "check", "example"):
        out = done(world.meso("plan", name, "--help"))
        assert out.index("Examples:") < out.index("Options:")
        assert f"meso plan {name}" in out
        assert name in done(world.meso("plan", "--help"))
    other = str(tmp_path / "other.db")
    done(world.meso("start", "--db", other))
    for words in (["plan", "--db", other], ["plan", "show", "--db", other], ["plan", "--db", other, "show"]):
        assert "The practitioner's plan for t1" in done(world.meso(*words))
