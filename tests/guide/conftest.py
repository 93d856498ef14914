"""A copy of the shipped guide to break or to stand in for it, and a writer for what changes it."""

import datetime as dt
import json
import shutil
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from meso_cli.guide import files as guide_files
from meso_cli.guide.checking import files
from meso_cli.guide.files import data_folder, guide_folder
from meso_cli.model.records import DEFAULT_GUIDE
from tests.guide.changing import Change, Rewrite, forget

Writer = Callable[[dict[str, Any]], str]


@pytest.fixture(scope="session", autouse=True)
def _parsed_once() -> Iterator[None]:
    """The same bytes are parsed once for all tests: a check reads thirty files, of which one has changed."""
    load = cache(lambda content: tomllib.load(BytesIO(content)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "tomllib", SimpleNamespace(load=lambda file: load(file.read())))
        yield


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """The folder of a copy of the shipped guide."""
    return Path(shutil.copytree(guide_folder(), tmp_path / "guide"))


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a guide that every command takes for the one that ships with meso."""
    for beside in ("fhir", "schema"):
        shutil.copytree(data_folder() / beside, tmp_path / "data" / beside)
    folder = Path(shutil.copytree(guide_folder(), tmp_path / "data" / DEFAULT_GUIDE))
    # Not the function: a command that is loaded meanwhile would keep what stands in for it.
    monkeypatch.setattr(guide_files, "COMPILED", {})
    monkeypatch.setattr(guide_files, "__file__", str(tmp_path / "meso_cli" / "guide" / "files.py"))
    forget()
    yield folder
    monkeypatch.undo()
    forget()


@pytest.fixture(scope="session")
def rewrite() -> Rewrite:
    """Reads a TOML file, lets a function change its tables, and writes them back."""

    def rewrite(path: Path, change: Change) -> None:
        tables = tomllib.loads(path.read_text("utf-8"))
        change(tables)
        path.write_text(toml(tables), "utf-8")

    return rewrite


@pytest.fixture(scope="session", name="toml")
def toml_writer() -> Writer:
    """Writes tables as TOML."""
    return toml


def toml(tables: dict[str, Any]) -> str:
    """Tables as TOML: one line a key, everything below it inline."""
    return "".join(
        f"{json.dumps(key, ensure_ascii=False)} = {_inline(value)}\n" for key, value in tables.items()
    )


def _inline(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return json.dumps(value, ensure_ascii=False)
        case dt.date() | dt.time():
            return value.isoformat()
        case list():
            return f"[{', '.join(map(_inline, value))}]"
        case dict():
            return f"{{{', '.join(toml({key: item}).rstrip() for key, item in value.items())}}}"
        case _:
            return repr(value)
