"""A database of its own, and `meso` as a process of its own on it."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

PROJECT = Path(__file__).parents[2]


class Machine:
    """A folder with a treatment of yesterday; each call is a process with the real clock."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = folder / "meso.db"
        self.environment = {
            **os.environ,
            "MESO_DB": str(self.database),
            "MESO_CONFIG": str(folder / "config.toml"),
            "PYTHONPATH": str(PROJECT),
        }
        assert self.meso("start", "yesterday 08:00") == 0

    def meso(self, *words: str) -> int:
        """The exit code of one call."""
        process = self.begin(*words)
        process.communicate()
        return process.returncode

    def begin(self, *words: str) -> "subprocess.Popen[str]":
        """A process that has just begun; what it prints can be read from it."""
        return self._begin("-m", "meso_cli", *words)

    def python(self, code: str, *words: str) -> "subprocess.Popen[str]":
        """A process that has just begun to run this code."""
        return self._begin("-c", code, *words)

    def _begin(self, *words: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=self.environment,
            cwd=self.folder,
        )

    def notes(self) -> dict[int, str | None]:
        """Number -> note of every entry that is not deleted; the whole file is checked first."""
        with closing(sqlite3.connect(self.database)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            return dict(
                connection.execute("SELECT id, note FROM entries WHERE deleted_at IS NULL").fetchall()
            )


def logged(output: str) -> int | None:
    """The number that `log` has told, if it came to telling it: the whole line."""
    line = next((line for line in output.splitlines(keepends=True) if line.startswith("Logged #")), "")
    return int(line.split("#")[1].split(":")[0]) if line.endswith("\n") else None
