"""`meso remind`: silent unless something is due; schedules that anybody's scheduler takes."""

import datetime as dt
import os
import plistlib
import shlex
import stat
import subprocess
from pathlib import Path

import pytest

from tests.conftest import TREATED, World

UNITS = ("meso-remind.service", "meso-remind.timer")


def program(folder: Path, name: str, code: int = 0) -> Path:
    """A program that only notes down what it was called with."""
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(f'#!/bin/sh\necho "$@" >> {shlex.quote(str(folder))}/{name}.calls\nexit {code}\n')
    file.chmod(0o755)
    return folder / f"{name}.calls"


@pytest.fixture
def tools(treated: World, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH of our own, on which nothing is but what a test puts there."""
    folder = treated.folder / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}")
    return folder


def units(world: World) -> list[Path]:
    return [world.folder / "xdg-config" / "systemd" / "user" / name for name in UNITS]


def evening(world: World, day: int = 1, hour: int = 20) -> World:
    world.now = (TREATED + dt.timedelta(days=day)).replace(hour=hour)
    return world


def test_a_check_says_nothing_until_something_is_due(treated: World) -> None:
    """0 and silence before the hour and once something was logged; 20 and a neutral line while it is due."""
    assert evening(treated, hour=19).meso("remind", "--check") == (0, "", "")
    due = evening(treated).meso("remind", "--check")
    assert due == (20, "Care check-in: today's is still to do.\n", "")
    treated.meso("log", "redness=1")
    assert treated.meso("remind", "--check") == (0, "", "")
    assert list(treated.folder.glob("data/*.reminded")) == []


def test_where_nothing_is_recorded_nothing_is_due(world: World) -> None:
    """0 and silence, and no file is made."""
    assert evening(world).meso("remind", "--check") == (0, "", "")
    assert not world.database.parent.exists()


def test_what_ends_is_announced_without_its_name(treated: World) -> None:
    """The hour before, at its time on the clock here."""
    treated.at(hours=46).meso("log", "redness=0", "swelling=0", "flaking=0", "scabs=0")
    answer = treated.at(hours=47.25).meso("remind", "--check")
    assert (answer.code, answer.out) == (20, "Care reminder: something changes at 14:00.\n")


def test_a_message_is_shown_once_for_each_reason(treated: World, tools: Path) -> None:
    """Asked every hour, two evenings: two messages; the exit code says each time that it is due."""
    calls = program(tools, "notify-send")
    for day in (1, 2):
        for hour in (20, 21, 22):
            assert evening(treated, day, hour).meso("remind", "--check", "--notify").code == 20
    assert (
        calls.read_text().splitlines() == ["--app-name=Care Care Care check-in: today's is still to do."] * 2
    )
    file = treated.database.with_name("meso.db.reminded")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text() == "check-in 2026-03-04T19:00+00:00\n"


def test_a_message_that_was_not_shown_is_not_remembered(treated: World, tools: Path) -> None:
    """Without a desktop: one sentence, and the next hour tries again."""
    answer = evening(treated).meso("remind", "--notify")
    assert (answer.code, answer.out) == (6, "")
    assert "no program here that shows messages" in answer.err
    program(tools, "notify-send", code=1)
    assert "notify-send could not show a message" in treated.meso("remind", "--notify").err
    calls = program(tools, "notify-send")
    calls.unlink()
    assert treated.meso("remind", "--notify").code == 20
    assert len(calls.read_text().splitlines()) == 1


def test_the_timer_is_installed_and_taken_away_whole(treated: World, tools: Path) -> None:
    """Both units, with what they must say; afterwards nothing of them is left."""
    calls = program(tools, "systemctl")
    assert treated.meso("remind", "--install").code == 0
    service, timer = (file.read_text() for file in units(treated))
    assert "SuccessExitStatus=20" in service
    (line,) = [line for line in service.splitlines() if line.startswith("ExecStart=")]
    assert line.partition("=")[2].startswith("/")
    assert "Persistent=true" in timer
    assert "RemainAfterExit" not in service + timer
    assert "enable --now meso-remind.timer" in calls.read_text()
    assert "a timer of systemd" in treated.meso("remind").out
    assert treated.meso("remind", "--install").code == 0  # again: as it was
    assert treated.meso("remind", "--remove").code == 0
    assert "disable --now meso-remind.timer" in calls.read_text()
    assert not any(file.exists() for file in units(treated))
    assert treated.meso("remind", "--remove").out == "No reminder was installed.\n"


def test_a_unit_that_somebody_changed_is_left_as_it_is(treated: World, tools: Path) -> None:
    """Neither --install nor --remove nor `wipe` touches it; each says so, or names it not."""
    program(tools, "systemctl")
    treated.meso("remind", "--install")
    changed = units(treated)[1]
    changed.write_text(changed.read_text().replace("*:00:00", "*:30:00"))
    text = changed.read_text()
    answer = treated.meso("remind", "--install")
    assert (answer.code, "was changed by somebody" in answer.err) == (2, True)
    assert "was changed by somebody" in treated.meso("remind", "--remove").out
    assert treated.meso("wipe", "--yes").code == 0
    assert changed.read_text() == text


@pytest.mark.parametrize("systemctl", [None, 1])
def test_without_systemd_nothing_is_installed(treated: World, tools: Path, systemctl: int | None) -> None:
    """One sentence that says what else there is; no file stays behind."""
    if systemctl is not None:
        program(tools, "systemctl", code=systemctl)
    answer = treated.meso("remind", "--install")
    assert (answer.code, answer.out, answer.err.count("\n")) == (6, "", 1)
    assert "nothing was installed" in answer.err
    assert not any(file.exists() for file in units(treated))


def test_wipe_takes_away_what_reminds_of_these_records_alone(treated: World, tools: Path) -> None:
    """The units and what was told go with the records; those for other records stay."""
    program(tools, "systemctl")
    program(tools, "notify-send")
    treated.meso("remind", "--install")
    evening(treated).meso("remind", "--notify")
    other = treated.folder / "other" / "other.db"
    treated.meso("start", "--db", str(other))
    assert treated.meso("wipe", "--yes", "--db", str(other), "--keep-settings").code == 0
    assert all(file.exists() for file in units(treated))
    assert "installed for other records" in treated.meso("remind", "--install", "--db", str(other)).err
    assert treated.meso("wipe", "--yes").code == 0
    assert not any(file.exists() for file in units(treated))
    assert not treated.database.with_name("meso.db.reminded").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--print", "at"], "'at' is not a schedule that meso knows; say systemd, cron, launchd"),
        (["--check", "--install"], "one of --check, --print, --install and --remove at a time"),
        (["--print", "cron", "--remove"], "at a time"),
        (["--install", "--remove"], "at a time"),
        (["--remove", "--install"], "at a time"),
    ],
)
def test_what_cannot_be_done_is_said(treated: World, words: list[str], said: str) -> None:
    """One sentence, exit 2, nothing written."""
    answer = treated.meso("remind", *words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_the_line_for_cron_runs_in_an_empty_environment(treated: World) -> None:
    """A shell without PATH, HOME or anything else runs it: the program by its place, quoted as it must be."""
    odd = treated.folder / "100% ours" / "my 'meso'.db"
    line = treated.meso("remind", "--print", "cron", "--db", str(odd)).out.splitlines()[-1]
    assert line.startswith("0 * * * * ")
    assert "\\%" in line
    command = (
        line.split(" ", 5)[5].replace("\\%", "%").replace(" >/dev/null 2>&1", "").replace(" --notify", "")
    )
    done = subprocess.run(["/bin/sh", "-c", command], env={}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert shlex.split(command)[1 if "=" in shlex.split(command)[0] else 0 :][-1] == str(odd)


def test_the_list_for_launchd_can_be_read(treated: World) -> None:
    """As property lists are read; the program stands by its place."""
    treated.meso("config", "checkin_at", "20:30")
    odd = treated.folder / "a & b" / "<meso>.db"
    text = treated.meso("remind", "--print", "launchd", "--db", str(odd)).out
    found = plistlib.loads(text.encode())
    assert os.access(found["ProgramArguments"][0], os.X_OK)
    assert found["ProgramArguments"][0].startswith("/")
    assert found["ProgramArguments"][-1] == str(odd)
    assert found["StartCalendarInterval"] == {"Minute": 30}


@pytest.mark.skipif(
    not any(os.access(f"{at}/systemd-analyze", os.X_OK) for at in ("/bin", "/usr/bin")), reason="no systemd"
)
def test_systemd_takes_the_units(treated: World, tmp_path: Path) -> None:
    """`systemd-analyze verify` finds nothing to complain about, odd names or not."""
    odd = treated.folder / "100% ours $HOME" / "my meso.db"
    text = treated.meso("remind", "--print", "systemd", "--db", str(odd)).out
    parts = text.split("# ~/.config/systemd/user/")[1:]
    folder = tmp_path / "units"
    folder.mkdir()
    for part in parts:
        name, _, body = part.partition("\n")
        (folder / name).write_text(body.split("\n# Then:")[0])
    done = subprocess.run(
        ["systemd-analyze", "verify", "--user", "--man=no", *map(str, folder.iterdir())],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": str(tmp_path)},
    )
    assert [line for line in done.stderr.splitlines() if "meso-remind" in line] == []
    assert done.returncode == 0, done.stderr


def test_what_a_schedule_runs_looks_at_these_files(
    treated: World, tools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the environment said where they lie, the timer, which has none, is told; the zone, too."""
    program(tools, "systemctl")
    monkeypatch.delenv("MESO_DB")
    monkeypatch.delenv("MESO_CONFIG")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(treated.folder / "settings"))
    monkeypatch.setenv("XDG_DATA_HOME", str(treated.folder / "records"))
    text = treated.meso("remind", "--print", "systemd").out
    assert f"--db {treated.folder}/records/meso/meso.db" in text
    assert f"Environment=MESO_CONFIG={treated.folder}/settings/meso/config.toml\n" in text
    assert "Environment=TZ=Europe/Berlin\n" in text


def test_it_is_said_when_nobody_asks(treated: World, tools: Path) -> None:
    """A timer for other records, half a schedule, an edited one: none of them is "once an hour"."""
    program(tools, "systemctl")
    treated.meso("remind", "--install")
    other = str(treated.folder / "other.db")
    assert f"nothing for these records: the timer of systemd is for {treated.database}" in " ".join(
        treated.meso("remind", "--db", other).out.split()
    )
    refused = treated.meso("remind", "--remove", "--db", other)
    assert (refused.code, all(file.exists() for file in units(treated))) == (2, True)
    assert f"meso remind --remove --db {treated.database}" in refused.err
    units(treated)[1].write_text("[Timer]\n")
    assert "was changed by somebody" in " ".join(treated.meso("remind").out.split())
    units(treated)[1].unlink()
    assert "nothing: the timer is not whole" in treated.meso("remind").out


def test_what_cannot_be_kept_is_not_shown(treated: World, tools: Path) -> None:
    """A message whose memory cannot be written would come each hour: it is refused before it is shown."""
    calls = program(tools, "notify-send")
    treated.database.with_name("meso.db.reminded").mkdir()
    for hour in (20, 21):
        assert evening(treated, hour=hour).meso("remind", "--notify").code == 6
    assert not calls.exists()
