"""Settings: where each comes from, changing one line of the file, what each may be."""

import json
import os
import re
import stat

import pexpect
import pytest

from meso_cli.config.reading import SETTINGS
from meso_cli.errors import Exit
from meso_cli.guide.words import read_regions
from meso_cli.model.settings import Settings, as_typed
from meso_cli.vocabulary.fields import region
from tests.cli.test_red_flags import CARD
from tests.cli.test_terminal import BOXES, before, output, spawn
from tests.conftest import PATIENCE, World

GOOD = {
    "region": "gb",
    "day_start": "04:00",
    "skin_type": "4",
    "area": "neck",
    "device": "rf",
    "accessible": "true",
    "checkin_at": "21:30",
}
BAD = {
    "region": "xx",
    "day_start": "12:01",
    "skin_type": "7",
    "area": "knee",
    "device": "laser",
    "accessible": "maybe",
    "checkin_at": "24:00",
}


def treatment(world: World, name: str = "t1") -> dict[str, object]:
    found: dict[str, object] = world.as_json("status", "--treatment", name)["treatment"]
    return found


def test_each_value_is_listed_with_where_it_comes_from(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment before the file before the default; nothing is written to look."""
    assert "- region: value not set, from default" in world.meso("config").out
    assert not world.config.exists()
    world.config.write_text('region = "gb"\narea = "neck"\n')
    monkeypatch.setenv("MESO_AREA", "Back")
    lines = world.meso("config").out.splitlines()
    assert "- region: value gb, from file" in lines
    assert "- area: value back, from environment, MESO_AREA" in lines
    assert "- day_start: value 00:00, from default" in lines
    assert world.meso("config", "area").out == "back\n"
    assert world.meso("config", "skin-type").out == "not set\n"


@pytest.mark.parametrize("key", SETTINGS)
def test_a_setting_is_set_read_and_unset(world: World, key: str) -> None:
    """The file holds it, 0600; afterwards the default is back and the file says nothing of it."""
    answer = world.meso("config", key, GOOD[key])
    assert answer.code == 0, answer.err
    assert stat.S_IMODE(world.config.stat().st_mode) == 0o600
    assert world.meso("config", key).out == f"{GOOD[key]}\n"
    assert world.meso("config", "--unset", key).code == 0
    assert world.config.read_text() == ""
    assert [path.name for path in world.folder.iterdir()] == ["config.toml"]


@pytest.mark.parametrize("key", SETTINGS)
def test_a_value_outside_its_range_is_refused(world: World, key: str) -> None:
    """Exit 2 and one sentence with what would do; the file stays as it was."""
    world.config.write_text("# mine\n")
    answer = world.meso("config", key, BAD[key])
    assert (answer.code, answer.err.count("\n")) == (Exit.USAGE, 1)
    assert f"'{BAD[key]}'" in answer.err
    assert re.search("; (did you mean|it is one of:|say) ", answer.err)
    assert world.config.read_text() == "# mine\n"
    assert world.meso("config", key, " ").code == Exit.USAGE


def is_left_out(err: str, *named: str) -> bool:
    """Whether one remark says so, naming those."""
    return err.count("\n") == 1 and all(words in err for words in ("left out", *named))


@pytest.mark.parametrize("key", SETTINGS)
def test_one_bad_setting_in_the_file_costs_that_alone(treated: World, key: str) -> None:
    """A red flag is recorded and seen, the other settings hold, and one remark names key, value and file."""
    good = {name: value for name, value in GOOD.items() if name not in (key, "accessible")}
    lines = (f'{name} = "{value}"\n' for name, value in {**good, key: BAD[key]}.items())
    treated.config.write_text("".join(lines))
    for words, code in ((["log", "pus"], 0), (["status", "--check"], 11), (["can", "sauna"], 1)):
        answer = treated.meso(*words)
        assert answer.code == code, answer
        assert is_left_out(answer.err, key, BAD[key], str(treated.config))
    assert ("NHS 111" in treated.meso("status").out) == (key != "region")
    default = getattr(Settings(), key)
    assert json_of(treated, key) == {"key": key, "from": "default", "value": as_typed(default)}


@pytest.mark.parametrize("key", [key for key in SETTINGS if key != "accessible"])
def test_one_bad_setting_of_the_environment_costs_that_alone(
    treated: World, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The card, the log and the warning are there, what stands in the file holds, and a remark names
    the variable. (ACCESSIBLE belongs to other programs, too: any word but a no is a yes.)"""
    treated.config.write_text(f'{key} = "{GOOD[key]}"\n')
    monkeypatch.setenv(SETTINGS[key].variable, "?!")
    urgent = treated.meso("urgent")
    assert (urgent.code, "CALL 999" in urgent.out) == (0, key == "region")
    log = treated.meso("log", "pus")
    assert (log.code, "You named: pus" in log.out.partition("\n")[0]) == (0, True)
    assert is_left_out(log.err, SETTINGS[key].variable, "'?!'")
    assert treated.meso("status", "--check").code == 11
    assert treated.meso("config", key).out == f"{GOOD[key]}\n"


def json_of(world: World, key: str) -> dict[str, object]:
    """A setting as `config --json` tells it, but for its variable."""
    answer = world.meso("config", key, "--json")
    assert answer.code == 0, answer.err
    (row,) = json.loads(answer.out)["settings"]
    return {name: value for name, value in row.items() if name != "variable"}


def test_the_list_shows_what_is_left_out(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command that shows where a wrong value stands lists everything, and why it does not hold."""
    world.config.write_text('area = "fce"\ndevice = "pen"\n' + "".join(f"x{n} = 1\n" for n in range(7)))
    monkeypatch.setenv("MESO_REGION", "zz")
    answer = world.meso("config")
    assert (answer.code, answer.err) == (0, "")
    assert "- device: value pen, from file" in answer.out
    assert "- area: value not set, from default" in answer.out
    assert f"area in {world.config} is left out: 'fce' is not a valid area; did you mean face?" in answer.out
    assert "MESO_REGION is left out: 'zz' is not a region whose numbers meso knows" in answer.out
    assert "x0, x1, x2, x3, x4 and 2 more. Known are region" in answer.out
    assert len(json.loads(world.meso("config", "--json").out)["problems"]) == 3


UNREADABLE: dict[str, bytes] = {
    "no TOML": b"region = ",
    "not UTF-8": b"region = '\xff'",
    "an endless key": b".".join([b"a"] * 30_000) + b"=1",
    "an endless key inside": b"x = {" + b".".join([b"a"] * 30_000) + b"=1}",
    "deep": b"region = [" * 6_000,
    "large": b"#" * (64 * 1024 + 1),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_a_file_that_cannot_be_read_costs_its_settings_alone(treated: World, what: str) -> None:
    """The defaults are taken and the file is named once; the environment's settings hold."""
    treated.config.write_bytes(UNREADABLE[what])
    for words, code in ((["log", "pus"], 0), (["status", "--check"], 11), (["config", "region"], 0)):
        answer = treated.meso(*words)
        assert answer.code == code, answer.err
        assert is_left_out(answer.err, str(treated.config))
    assert treated.meso("config").code == 0
    assert treated.meso("config", "region", "gb").code == Exit.USAGE


def test_a_remark_that_nobody_takes_costs_nothing(treated: World) -> None:
    """A full or closed stderr is no reason not to save."""
    treated.config.write_text('area = "fce"\n')
    for number, stderr in enumerate(("2>/dev/full", "2>&-"), start=1):
        answer = treated.shell(f"meso log pus {stderr}")
        assert (answer.code, f"Logged #{number}" in answer.out) == (0, True)


@pytest.mark.parametrize(
    ("key", "words", "value"),
    [
        ("device", "dermapen", "pen"),
        ("device", "Radio-Frequency", "rf"),
        ("skin_type", "III", 3),
        ("skin_type", " iv ", 4),
        ("area", "Neck", "neck"),
    ],
)
def test_a_value_is_read_alike_wherever_it_stands(
    world: World, key: str, words: str, value: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As an option of start, typed to `config`, in the file and in the environment."""
    assert world.meso("start", f"--{key.replace('_', '-')}", words).code == 0
    assert treatment(world)[key] == value
    assert world.meso("config", key, words).code == 0
    assert json_of(world, key) == {"key": key, "from": "file", "value": value}
    world.config.write_text(f'{key} = "{words}"\n')
    assert json_of(world, key)["value"] == value
    world.config.write_text("")
    monkeypatch.setenv(SETTINGS[key].variable, words)
    assert json_of(world, key) == {"key": key, "from": "environment", "value": value}


def test_the_folders_of_a_new_file_are_its_owners_alone(world: World) -> None:
    """Each that was missing is made 0700, however generous the shell is."""
    world.environment["MESO_CONFIG"] = str(world.folder / "a" / "b" / "config.toml")
    assert world.process("config", "region", "gb", umask=0).code == 0
    for made in ("a", "a/b"):
        assert stat.S_IMODE((world.folder / made).stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("words", "code"), [("00:00", 0), ("0:05", 0), ("12:00", 0), ("12:01", 2), ("1200", 2)]
)
def test_the_range_of_day_start(world: World, words: str, code: int) -> None:
    """From midnight to noon, both included: a later one would give an afternoon's treatment a
    day 1 on the same evening."""
    assert world.meso("config", "day_start", words).code == code


EU = """
at be bg cy cz de dk ee es fi fr gr hr hu ie it lt lu lv mt nl pl pt ro se si sk
austria belgium bulgaria cyprus czechia germany denmark estonia spain finland france greece croatia hungary
ireland italy lithuania luxembourg latvia malta netherlands poland portugal romania sweden slovenia slovakia
"""


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        *(("UK", "gb"), ("england", "gb"), ("Scotland", "gb"), ("Northern Ireland", "gb-nir")),
        *(("germany", "de"), ("Deutschland", "de"), ("usa", "us"), ("the U.S.A.", "us"), ("GB", "gb")),
        *(("the Netherlands", "nl"), ("european  union", "eu")),
    ],
)
def test_a_region_is_taken_by_name_or_code(world: World, typed: str, code: str) -> None:
    """As people call it; what is kept is the code."""
    assert world.meso("config", "region", *typed.split("|")).code == 0
    assert world.meso("config", "region").out == f"{code}\n"


@pytest.mark.parametrize("name", EU.split())
def test_every_state_of_the_european_union_has_112(name: str) -> None:
    """By its code and its name, and 112 goes first."""
    assert read_regions()[region(name, read_regions()) or ""].emergency[0] == "112"


def test_a_region_in_the_file_may_be_a_name(treated: World) -> None:
    """What somebody wrote by hand is understood like what is typed."""
    treated.config.write_text('region = "Germany"\n')
    assert "116 117" in treated.meso("log", "fever").out


def test_an_unknown_region_names_the_near_one(world: World) -> None:
    """Exit 2, with the name that may be meant."""
    found = world.meso("config", "region", "germny")
    assert (found.code, "did you mean germany?" in found.err) == (2, True)


def test_urgent_names_every_number_and_the_rest_the_first(treated: World) -> None:
    """Two numbers in the middle of a scare are one too many."""
    treated.meso("config", "region", "france")
    assert "CALL 112 or 15 NOW" in treated.meso("urgent").out
    assert "CALL 112 NOW" in treated.meso("log", "breathing").out
    assert "112 or 15" not in treated.meso("status").out


def test_the_allowed_regions_are_those_of_the_guide(world: World) -> None:
    """Each by its code and its label; where a country is missing, it is said that nothing need be set."""
    for row in read_regions().values():
        assert region(row.id, read_regions()) == region(row.label, read_regions()) == row.id
    assert "or leave it out" in world.meso("config", "region", "xx").err


def test_no_such_setting(world: World) -> None:
    """Exit 2 with a near one, or with all; `--unset` needs one key and no value."""
    assert "did you mean region?" in world.meso("config", "regoin", "gb").err
    for words in (["--unset"], ["region", "gb", "--unset"]):
        assert world.meso("config", *words).code == Exit.USAGE


HAND_WRITTEN = "# where I live\r\n  region = 'us'   # moved in May\r\n\r\nday_start=\"03:00\""


def test_only_the_one_line_is_changed(world: World) -> None:
    """Comments, order, spacing and line ends of a hand-written file stay."""
    world.config.write_bytes(HAND_WRITTEN.encode())
    assert world.meso("config", "region", "gb").code == 0
    assert world.config.read_bytes().decode() == HAND_WRITTEN.replace("'us'", '"gb"')
    assert world.meso("config", "device", "pen").code == 0
    assert world.config.read_bytes().decode().endswith('day_start="03:00"\ndevice = "pen"\n')
    assert world.meso("config", "--unset", "day_start").code == 0
    assert world.config.read_bytes().decode().endswith('\r\n\r\ndevice = "pen"\n')


def test_a_file_that_a_link_names_stays_where_it_is(world: World) -> None:
    """Settings kept in a folder of dotfiles are changed there."""
    kept = world.folder / "dotfiles.toml"
    kept.write_text("")
    world.config.symlink_to(kept)
    assert world.meso("config", "region", "gb").code == 0
    assert world.config.is_symlink()
    assert kept.read_text() == 'region = "gb"\n'


@pytest.mark.parametrize(
    "text",
    [
        "region = ",
        'region = """us"""\n',
        'note = """\nregion = "us"\n"""\nregion = "ie"\n',
        "[table]\nx = 1\n",
        "region = [" * 20_000,
    ],
)
def test_a_file_that_cannot_be_changed_safely_is_left(world: World, text: str) -> None:
    """Not TOML, or written so that one changed line would not do it: exit 2, byte for byte as it was."""
    world.config.write_text(text)
    answer = world.meso("config", "region", "gb")
    assert (answer.code, answer.err.count("\n")) == (Exit.USAGE, 1)
    assert world.config.read_text() == text


def test_a_folder_that_cannot_be_written(world: World) -> None:
    """Exit 6 and a sentence: a file stands where the folder should be."""
    (world.folder / "file").write_text("")
    world.environment["MESO_CONFIG"] = f"{world.folder}/file/config.toml"
    answer = world.process("config", "region", "gb")
    assert answer.code == Exit.SYSTEM
    assert "cannot be" in answer.err


def test_a_byte_order_mark_is_no_error(world: World) -> None:
    """Some editors write one; it stays, and the settings are read and changed behind it."""
    world.config.write_bytes('\ufeffregion = "gb"\n'.encode())
    assert world.meso("config", "region").out == "gb\n"
    assert world.meso("config", "region", "us").code == 0
    assert world.config.read_bytes() == '\ufeffregion = "us"\n'.encode()


@pytest.mark.parametrize("special", ["/dev/full", "/dev/zero", "/", "fifo"])
def test_what_is_no_settings_file_is_left_out_at_once(treated: World, special: str) -> None:
    """An endless device, a folder, a pipe that nobody writes to: remarked, and nothing waits for it."""
    if special == "fifo":
        os.mkfifo(treated.folder / special)
    treated.environment["MESO_CONFIG"] = str(treated.folder / special)
    answer = treated.process("status", timeout=PATIENCE)
    assert (answer.code, is_left_out(answer.err, "not a regular file")) == (0, True)
    answer = treated.process("config", "region", "gb", timeout=PATIENCE)
    assert (answer.code, answer.err.count("\n")) == (Exit.USAGE, 1)
    assert CARD in treated.process("urgent", timeout=PATIENCE).out


def test_the_largest_file_is_read(world: World) -> None:
    """64 KiB is the limit itself."""
    text = 'region = "gb"\n#'
    world.config.write_text(text + "x" * (64 * 1024 - len(text)))
    assert world.meso("config", "region").out == "gb\n"


def test_the_environment_goes_before_the_file(treated: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """For the card's number and the day; saving a value says that it is overridden."""
    treated.config.write_text('region = "gb"\n')
    monkeypatch.setenv("MESO_REGION", "AU")
    monkeypatch.setenv("MESO_DAY_START", "04:00")
    assert "000" in treated.meso("urgent").out
    assert json.loads(treated.at(hours=12).meso("status", "--json").out)["day"] == 0
    assert "MESO_REGION is set" in treated.meso("config", "region", "gb").out


def test_a_new_treatment_takes_what_nobody_typed(world: World) -> None:
    """It is copied, named in the answer, beaten by an option, and never reaches an old treatment."""
    world.config.write_text('skin_type = 4\narea = "neck"\ndevice = "rf"\n')
    answer = world.meso("start", "--device", "pen")
    assert "From your settings: area neck, skin type 4." in answer.out
    world.meso("config", "skin_type", "2")
    world.meso("config", "area", "back")
    found = treatment(world)
    assert (found["area"], found["device"], found["skin_type"]) == ("neck", "pen", 4)


def test_nothing_is_said_of_settings_that_gave_nothing(world: World) -> None:
    """An option for each of them, or no setting: no line."""
    assert "From your settings" not in world.meso("start").out
    world.config.write_text('device = "rf"\n')
    assert "From your settings" not in world.meso("start", "--device", "pen", "--area", "neck").out


def test_a_terminal_asks_only_what_the_settings_leave_open(world: World) -> None:
    """Device and skin type are known: when it was and the depth are the questions."""
    world.config.write_text('skin_type = 4\ndevice = "rf"\n')
    child = spawn(world, "start")
    child.expect("When was it")
    child.sendline("")
    child.expect("depth in mm")
    assert "Device (pen" not in before(child)
    child.sendline("0.8")
    child.expect("Country")
    child.sendline("")
    child.expect("From your settings: device rf, skin type 4")
    assert "Skin type 1 (always" not in before(child)
    child.expect(pexpect.EOF)
    found = treatment(world)
    assert (found["device"], found["depth_mm"], found["skin_type"]) == ("rf", 0.8, 4)


@pytest.mark.parametrize(
    ("file", "variable", "plain"),
    [
        ("", None, False),
        ("accessible = true", None, True),
        ("accessible = true", "0", False),
        ("accessible = true", "", True),
        ("", "anything", True),
        ("colour = 1\naccessible = true", None, True),
    ],
)
def test_accessible_is_plain_lines_always(world: World, file: str, variable: str | None, plain: bool) -> None:
    """On a terminal too, in the help too; ACCESSIBLE goes first and takes any word but a no."""
    world.config.write_text(file)
    environment = {} if variable is None else {"ACCESSIBLE": variable}
    assert bool(BOXES.search(output(world, "--help", environment=environment))) is not plain


def test_accessible_reaches_the_screen(treated: World) -> None:
    """The status of a terminal without one box or escape."""
    treated.meso("config", "accessible", "true")
    shown = output(treated.at(hours=20), "status")
    assert not BOXES.search(shown)
    assert "\x1b[" not in shown


@pytest.mark.parametrize(
    ("words", "value"),
    [("yes", True), ("on", True), ("1", True), ("no", False), ("Off", False), ("0", False)],
)
def test_accessible_takes_any_yes_or_no(world: World, words: str, value: bool) -> None:
    """Nobody has to know TOML's words for it."""
    assert world.meso("config", "accessible", words).code == 0
    assert f"accessible = {str(value).lower()}" in world.config.read_text()
