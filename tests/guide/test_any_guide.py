"""Whatever the check of the guide accepts is shown: rows are edited at random, and every call is answered."""

import shlex
from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from meso_cli.guide import files
from meso_cli.guide.check import check
from meso_cli.guide.reading import read_guide
from tests.conftest import World
from tests.guide.changing import NUMBERS, WORDS, Rewrite, Tables, forget, put, without
from tests.searching import examples

Whole = Mapping[str, Tables]
ROWS = (
    "restrictions", "topics", "holds", "symptoms", "signs", "combinations", "care", "phases", "days",
    "modifiers",
)  # fmt: skip  # one list per line reads as the list it is
GUIDE = files.guide_folder()
NEW = "renamed"
NUMBERS_TRIED = (0, 1, 30, 5_000)
WORDS_TRIED = ("rule", "advisory", "window", "fine", "ask", "contact", "urgent", "once", "late", "several")
EDITS_TRIED = 6
RECORDED = (
    "start", "start --another --device rf --depth 2 --skin-type 5 --area neck", "+20 h",
    "log redness=4 swelling=2 scabs=2", "log fever", "log spf", "log --none",
)  # fmt: skip  # one list per line reads as the list it is
ASKED = (
    "status", "status --all", "status --brief", "status --json", "status --treatment t1 --at 'day 200'",
    "guide", "guide --json", "guide --day 0", "guide --day 300", "guide --before 2027-06-01",
    "can", "can --json", "can sunbathing", "plan", "history", "trend", "trend --json", "remind",
    "report --format markdown", "report --output page.html", "export --format fhir",
    "calendar --output care.ics",
)  # fmt: skip  # one list per line reads as the list it is
ANSWERED = (0, 1, 2, 3)
"""A bug, or a guide that cannot be read, has another exit code."""


def row_dropped(whole: Whole, data: st.DataObject) -> Whole:
    """A row, with all that mentions it."""
    file = data.draw(st.sampled_from(ROWS))
    id = data.draw(st.sampled_from(list(whole[file])))
    return {name: without(id, tables) for name, tables in whole.items()}


def row_renamed(whole: Whole, data: st.DataObject) -> Whole:
    """A row, wherever it is named."""
    file = data.draw(st.sampled_from(ROWS))
    id = data.draw(st.sampled_from(list(whole[file])))
    return {name: _renamed(id, tables) for name, tables in whole.items()}


def key_dropped(whole: Whole, data: st.DataObject) -> Whole:
    """What a row says about one thing."""
    file, id, row = _drawn(whole, data)
    key = data.draw(st.sampled_from(list(row)))
    return _with_row(whole, file, id, {name: value for name, value in row.items() if name != key})


def value_changed(whole: Whole, data: st.DataObject) -> Whole:
    """A number, a word of a kind, or a yes."""
    file, id, row = _drawn(whole, data)
    key = data.draw(st.sampled_from(list(row)))
    match row[key]:
        case bool():
            value: Any = not row[key]
        case int() | float():
            value = data.draw(st.sampled_from(NUMBERS_TRIED))
        case str():
            value = data.draw(st.sampled_from(WORDS_TRIED))
        case list():
            value = row[key][-1:]
        case _:
            value = dict(list(row[key].items())[-1:])
    return _with_row(whole, file, id, {**row, key: value})


EDITS = (row_dropped, row_renamed, key_dropped, value_changed)


def _drawn(whole: Whole, data: st.DataObject) -> tuple[str, str, Tables]:
    file = data.draw(st.sampled_from((*ROWS, "rules")))
    id = data.draw(st.sampled_from([id for id, row in whole[file].items() if row]))
    return file, id, whole[file][id]


def _with_row(whole: Whole, file: str, id: str, row: Tables) -> Whole:
    return {**whole, file: {**whole[file], id: row}}


def _renamed(id: str, value: Any) -> Any:
    if isinstance(value, dict):
        return {_word_renamed(id, key): _renamed(id, item) for key, item in value.items()}
    if isinstance(value, list):
        return [_renamed(id, item) for item in value]
    return NEW if value == id else value


def _word_renamed(id: str, key: str) -> str:
    """A key, which may be several ids."""
    return " ".join(NEW if word == id else word for word in key.split(" "))


def every_answer(world: World) -> Iterator[str]:
    """Each call that was not answered, with what it said; each kind of row is asked about."""
    guide = read_guide()
    rows = (guide.restrictions, guide.topics(), guide.symptoms, guide.signs, guide.combinations, guide.care)
    ids = [list(of)[place] for of in rows for place in (0, -1)]
    for line in (*RECORDED, *ASKED, *(f"{ask} {id}" for id in ids for ask in ("why", "can"))):
        if line == "+20 h":
            world.at(hours=20)
            continue
        answer = world.meso(*shlex.split(line))
        if answer.code not in ANSWERED:
            yield f"{line}: {answer.err}"


@cache
def original() -> Whole:
    """The files of the guide as it is."""
    return {name: files.read_toml(GUIDE / f"{name}.toml") for name in (*NUMBERS, *WORDS)}


@settings(
    max_examples=examples(2),
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to make an example smaller takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_what_the_check_accepts_is_shown(
    shipped: Path, rewrite: Rewrite, monkeypatch: pytest.MonkeyPatch, data: st.DataObject
) -> None:
    """No call fails on a guide that is complete, whatever its rows are called and however few they are."""
    whole = original()

    def write(tables: Whole, instead_of: Whole) -> None:
        for name in tables:
            if tables[name] != instead_of[name]:
                rewrite(shipped / f"{name}.toml", partial(put, tables[name]))

    for _ in range(EDITS_TRIED):
        new = data.draw(st.sampled_from(EDITS))(whole, data)
        write(new, whole)
        if check(shipped):
            write(whole, new)
        else:
            whole = new
    forget()
    with TemporaryDirectory(dir=shipped.parent) as folder:
        unanswered = list(every_answer(World(Path(folder), monkeypatch)))
    monkeypatch.chdir(shipped)
    write(original(), whole)
    assert unanswered == []
