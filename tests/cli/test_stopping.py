"""Questions outside the check-in: which treatment, what the treatment was; and leaving at any of them."""

import builtins
import itertools
from collections.abc import Callable

import pytest

from meso_cli.commands.support import terminal
from tests.cli.test_correcting import history
from tests.conftest import Answer, World

STOPS = [KeyboardInterrupt(), EOFError()]
Typing = Callable[..., Answer]


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """A function: one call on a terminal on which these lines are typed; beyond them it is Enter."""

    def run(world: World, words: str, *lines: str | BaseException) -> Answer:
        typed = itertools.chain(lines, itertools.repeat(""))

        def line() -> str:
            answer = next(typed)
            if isinstance(answer, BaseException):
                raise answer
            return answer

        with monkeypatch.context() as patch:
            patch.setattr(terminal, "can_ask", lambda _: True)
            patch.setattr(builtins, "input", line)
            return world.meso(*words.split())

    return run


@pytest.mark.parametrize("stop", STOPS, ids=["interrupt", "end of input"])
@pytest.mark.parametrize("before", range(5))
def test_leaving_start_records_no_treatment(
    world: World, typing: Typing, stop: BaseException, before: int
) -> None:
    """At any question, the country too: said so, on a line of its own."""
    answer = typing(world, "start", *[""] * before, stop)
    assert answer.code == 130
    assert answer.err.splitlines()[-1] == "meso: Stopped; no treatment was recorded."
    assert not world.database.exists()
    assert not world.config.exists()


@pytest.fixture
def two(treated: World) -> World:
    """Two treatments that are followed up, ten and two days ago."""
    assert treated.at(days=8).meso("start", "--area", "hands", "--no-input").code == 0
    return treated.at(days=10)


@pytest.mark.parametrize(("typed", "expected"), [("", "t2"), ("t1", "t1"), ("1", "t1"), ("T2", "t2")])
def test_which_treatment_is_asked_and_named(two: World, typing: Typing, typed: str, expected: str) -> None:
    """Two are open and none was named; the answer says which one it went to."""
    answer = typing(two, "log redness=1", typed)
    assert answer.code == 0
    assert "Which treatment is it about? t1 · face" in answer.err
    assert f"#1 to {expected} · " in answer.out
    assert history(two, expected)["entries"][0]["observations"] == {"redness": 1}


def test_in_a_pipe_the_latest_takes_it_and_is_named(two: World) -> None:
    """Nobody can be asked there."""
    answer = two.meso("log", "redness=1")
    assert (answer.code, "#1 to t2 · " in answer.out) == (0, True)


@pytest.mark.parametrize("stop", STOPS, ids=["interrupt", "end of input"])
@pytest.mark.parametrize(
    ("words", "again"),
    [
        ("log", ""),
        ("log redness=1", ""),
        ("log redness=1 zzz", "meso log redness=1"),
        ("log pus zzz", "pus=yes"),
    ],
)
def test_leaving_a_question_of_log_saves_nothing(
    two: World, typing: Typing, stop: BaseException, words: str, again: str
) -> None:
    """Said on a line of its own; what was half understood and a red flag come with their command."""
    answer = typing(two, words, stop)
    said = [line for line in answer.err.splitlines() if line.startswith("meso: Stopped; nothing was saved.")]
    assert (answer.code, len(said)) == (130, 1), answer.err
    assert again in said[0]
    assert history(two)["entries"] == []
