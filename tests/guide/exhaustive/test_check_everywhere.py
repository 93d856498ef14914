"""The strict check of the guide's files in every place of each: it never fails itself."""

import shutil
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meso_cli.guide.check import Problem, check
from meso_cli.guide.checking.files import CARD, FILES
from meso_cli.guide.files import guide_folder
from tests.guide.conftest import Writer
from tests.guide.exhaustive.test_check import TODAY, put
from tests.searching import examples


@pytest.mark.parametrize("file", FILES)
def test_a_wrong_value_gives_no_second_problem(guide: Path, toml: Writer, file: str) -> None:
    """A value of the wrong type is named once: nothing is concluded from what stands in for it."""
    path = guide / file
    tables = tomllib.loads(path.read_text())
    before = check(guide, TODAY)
    places = {key: id for id, row in tables.items() if isinstance(row, dict) for key in row}
    for key, id in list(places.items())[: examples(8)]:
        path.write_text(toml({**tables, id: {**tables[id], key: [[]]}}))
        new = [problem for problem in check(guide, TODAY) if problem not in before]
        # That another row is not used any more may be true as well.
        own = [problem for problem in new if (problem.file, problem.row) in ((file, id), (file, ""))]
        assert len(own) == 1, list(map(str, own))
        assert key in own[0].what


TIMES = st.one_of(st.dates(), st.times(), st.datetimes())
SCALARS = st.one_of(st.booleans(), st.integers(), st.floats(), st.text(max_size=8), TIMES)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the guide for all the examples below; each mends what it breaks."""
    return Path(shutil.copytree(guide_folder(), tmp_path_factory.mktemp("scratch") / "guide"))


def check_with(scratch: Path, file: str, content: bytes) -> tuple[Problem, ...]:
    """The problems while one file holds `content`."""
    path = scratch / file
    kept = path.read_bytes()
    path.write_bytes(content)
    try:
        return check(scratch, TODAY)
    finally:
        path.write_bytes(kept)


@settings(max_examples=examples(20), deadline=None)
@given(file=st.sampled_from([*FILES, CARD]), content=st.binary(max_size=60))
def test_no_bytes_make_it_fail(scratch: Path, file: str, content: bytes) -> None:
    """Any bytes in any file give problems, never an exception."""
    assert all(str(problem).endswith(".") for problem in check_with(scratch, file, content))


@settings(max_examples=examples(30), deadline=None)
@given(file=st.sampled_from(FILES), tables=st.dictionaries(st.text(max_size=6), VALUES, max_size=4))
def test_no_tables_make_it_fail(scratch: Path, toml: Writer, file: str, tables: dict[str, Any]) -> None:
    """Any tables in any file give problems that can be printed, never an exception."""
    assert all(str(problem) for problem in check_with(scratch, file, toml(tables).encode()))


def inside(tables: Any, path: Iterable[str | int]) -> Any:
    """What lies at `path`."""
    for step in path:
        tables = tables[step]
    return tables


@settings(max_examples=examples(50), deadline=None)
@given(data=st.data())
def test_no_value_in_any_place_makes_it_fail(scratch: Path, toml: Writer, data: st.DataObject) -> None:
    """Any value in the place of any other gives problems that can be printed, never an exception."""
    file = data.draw(st.sampled_from(FILES))
    tables = tomllib.loads((scratch / file).read_text())
    path: list[str | int] = [data.draw(st.sampled_from(list(tables)))]
    inner = inside(tables, path)
    while isinstance(inner, dict | list) and inner and data.draw(st.booleans()):
        path.append(data.draw(st.sampled_from(list(inner) if isinstance(inner, dict) else range(len(inner)))))
        inner = inside(tables, path)
    put(tables, path, data.draw(VALUES))
    assert all(str(problem) for problem in check_with(scratch, file, toml(tables).encode()))
