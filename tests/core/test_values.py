"""Values behave as Python's own NamedTuples do."""

import copy
import pickle
import typing

import pytest

from meso_cli import values


class Ours(values.NamedTuple):
    """Of ours."""

    item: str
    grade: int = 0
    parts: tuple[int, ...] = ()


class Pythons(typing.NamedTuple):
    """Python's own."""

    item: str
    grade: int = 0
    parts: tuple[int, ...] = ()


class Worse(Ours):
    """A kind of a kind."""

    @property
    def next_grade(self) -> int:
        """One more."""
        return self.grade + 1


def seen(kind: typing.Any) -> list[object]:
    """What can be seen of a kind and its instances."""
    one, other = kind("redness", parts=(1, 2)), kind("redness", 2)
    return [
        tuple(one), one.item, one[1], one._asdict(), tuple(one._replace(grade=3)), one == other,
        one < other, hash(other), len(one), kind._fields, kind._field_defaults, kind.__match_args__,
        tuple(kind._make(["itch", 1, ()])), repr(one).partition("(")[2], one == copy.copy(one),
        one == copy.deepcopy(one), type(pickle.loads(pickle.dumps(one))) is kind, kind.__annotations__,
        hasattr(one, "__dict__"), isinstance(one, tuple), kind.__doc__ is None,
    ]  # fmt: skip  # one list per line reads as the list it is


def test_a_value_is_a_named_tuple() -> None:
    """Whatever a NamedTuple can do that this project uses."""
    assert seen(Ours) == seen(Pythons)


@pytest.mark.parametrize("kind", [Ours, Pythons])
def test_a_value_is_made_whole_and_stays(kind: typing.Any) -> None:
    """A missing or unknown field is an error, and no field can be set."""
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'item'"):
        kind()
    with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
        kind("redness", colour=1)
    with pytest.raises(ValueError, match=r"\['colour'\]"):
        kind("redness")._replace(colour=1)
    with pytest.raises(AttributeError):
        kind("redness").grade = 2


def test_a_kind_of_a_kind_keeps_its_own_type() -> None:
    """A subclass may add what is computed; its values stay of it."""
    worse = Worse("itch", 1)
    assert (type(worse), type(worse._replace(grade=2)), worse.next_grade) == (Worse, Worse, 2)
    assert type(Ours("itch")) is Ours


def test_defaults_come_last() -> None:
    """As in Python: a field without one cannot follow."""
    with pytest.raises(TypeError, match="follows one with a default"):

        class Wrong(values.NamedTuple):
            one: int = 1
            two: int  # type: ignore[misc]  # what the test is about
