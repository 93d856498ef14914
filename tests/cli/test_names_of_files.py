"""What a database may be called, and what its files are called after it."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest

from meso_cli.commands.support import paths
from meso_cli.store import filenames
from meso_cli.store.maintenance import restore
from tests.conftest import World


@pytest.mark.parametrize("name", ["file:x?mode=memory", "file:", "file:x.db", "a b?c#d%41.db"])
def test_a_name_is_a_name(world: World, name: str) -> None:
    """Relative, too, where SQLite would take what begins with "file:" for an address."""
    for words in (
        ["start"],
        ["log", "redness=1"],
        ["backup"],
        ["doctor"],
        ["import", "other.db", "--dry-run"],
    ):
        world.meso("--db", "other.db", "start")
        answer = world.meso("--db", name, *words)
        assert (answer.code, answer.err) == (0, ""), (words, answer)
    assert "2026-03-02" in world.meso("--db", name, "restore").out
    assert world.meso("--db", name, "restore", "2026-03-02", "--yes").code == 0
    assert world.meso("--db", name, "history").code == 0
    assert {name, f"{name}.backups"} < {file.name for file in world.folder.iterdir()}
    assert world.meso("--db", name, "wipe", "--yes", "--keep-settings").code == 0
    assert [file.name for file in world.folder.iterdir() if file.name.startswith(name)] == []


@pytest.fixture
def near_the_root() -> Iterator[Path]:
    """A folder with a short path: SQLite takes no path of more than 512 letters."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def test_the_longest_name(world: World, near_the_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything works under it; one letter more is refused before anything is made."""
    monkeypatch.chdir(near_the_root)
    longest = os.pathconf(near_the_root, "PC_NAME_MAX") - len(".replaced-20260302T140000Z-00-journal")
    for more in (1, 30, 37):
        answer = world.meso("--db", "d/" + "x" * (longest + more), "start")
        assert (answer.code, f"at least {more} letter" in answer.err) == (2, True), answer
        assert list(near_the_root.iterdir()) == []
    name = "x" * longest
    for words in (["start"], ["log", "redness=1"], ["backup"], ["restore", "2026-03-02", "--yes"], ["undo"]):
        answer = world.meso("--db", name, *words)
        assert answer.code == (2 if words == ["undo"] else 0), (words, answer)
    assert len(list(near_the_root.glob(f"{name}.replaced-*"))) == 1
    assert world.meso("--db", name, "wipe", "--yes", "--keep-settings").code == 0


def path_of(length: int) -> Path:
    """A relative path of so many letters."""
    return Path("/".join("y" * min(50, length - at) for at in range(0, length, 51)))


def test_the_longest_path(world: World) -> None:
    """In a folder that is too deep for what belongs to a database nothing is made either."""
    deep = path_of(407)
    answer = world.meso("--db", str(deep / "meso.db"), "start")
    assert (answer.code, "lies too deep" in answer.err) == (2, True), answer
    assert list(world.folder.iterdir()) == []
    letters = int(answer.err.split("at least ")[1].split()[0])
    just = path_of(407 - letters)
    for words in (["start"], ["backup"], ["restore", "2026-03-02", "--yes"]):
        assert world.meso("--db", str(just / "meso.db"), *words).code == 0


def test_nothing_is_open_while_a_file_takes_the_place_of_another(
    treated: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither what is renamed nor what it replaces: Windows would refuse."""
    monkeypatch.setattr(restore, "_REPLACES_WHAT_IS_OPEN", False)
    plain, seen = Path.replace, []

    def replace(self: Path, target: Path) -> Path:
        held = {os.path.realpath(link) for link in Path("/proc/self/fd").iterdir()}
        seen.append((target.name, held & {os.path.realpath(self), os.path.realpath(target)}))
        return plain(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    (treated.folder / "out.json").write_text("")
    for words in (
        ["backup"],
        ["restore", "2026-03-02", "--yes"],
        ["export", "-o", "out.json", "--force"],
        ["config", "region", "gb"],
    ):
        assert treated.meso(*words).code == 0
    names = ["2026-03-02.db", "meso.db", "out.json", "config.toml"]
    assert seen == [(name, set()) for name in names]


def test_every_name_that_is_given_is_recognised() -> None:
    """And none of another database's, however alike the two are called."""
    own, others = Path("meso.db"), [Path("x-meso.db"), Path("meso.db-0"), Path("meso.d"), Path("mesoxdb")]
    tokens = {
        filenames.TEMPORARY: "0123456789abcdef",
        filenames.REPLACED: "20260302T140000Z",
        filenames.DRAFT_FOLDER: "ab_12cd3",
    }
    for kind, token in tokens.items():
        for end in ("", *filenames.SIDECARS):
            assert kind.owns(kind.named(own, token) + end, own)
            assert not any(kind.owns(kind.named(other, token) + end, own) for other in others)


@pytest.mark.parametrize("home", ["/home/somebody", "/", "relative", "", None])
@pytest.mark.parametrize("folder", ["/elsewhere/", "relative", "", None])
def test_files_lie_where_platformdirs_says(
    home: str | None, folder: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The usual cases are answered without it; they are the same."""
    named = {"HOME": home, "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder}
    monkeypatch.delenv("MESO_CONFIG", raising=False)
    for name, value in named.items():
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    assert paths.database(None) == platformdirs.user_data_path("meso", appauthor=False) / "meso.db"
    assert paths.config_file() == platformdirs.user_config_path("meso", appauthor=False) / "config.toml"
