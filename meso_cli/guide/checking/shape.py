"""A row's values against the types of the fields that they fill.

The NamedTuples of `meso_cli.model.guide` are the one description of what a row holds; the
fields are read off their annotations. What does not fit is reported and replaced by a
placeholder that no later check complains about (NaN, an empty tuple, the field's default), so
that the rest of the row is still checked.
"""

import datetime as dt
import difflib
from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from meso_cli.guide.checking.problem import Place, Problem, shown
from meso_cli.model.guide import Step
from meso_cli.values import NamedTuple

# No hour, day, grade or count of a guide comes near; the bound also refuses inf and NaN.
TOO_LARGE = 1_000_000

_KINDS: Mapping[type, str] = {
    bool: "true or false",
    int: "a whole number from 0 up",
    float: "a number from 0 up",
    str: "a text",
    dt.date: "a date such as 2026-11-22, without quotes",
}
_PLACEHOLDERS: Mapping[type, object] = {
    bool: False,
    int: float("nan"),
    float: float("nan"),
    dt.date: dt.date.min,
}


class _Wrong:
    """Marks a value that did not fit and has been reported."""


WRONG: Final = _Wrong()


class Field(NamedTuple):
    """What a key must hold. `placeholder` fills it where the file does not, or wrongly."""

    hint: Any
    required: bool
    placeholder: Any


Fields = Mapping[str, Field]


@cache
def fields_of(kind: Any, names: tuple[str, ...] | None = None) -> Fields:
    """The fields of a NamedTuple, but `id`, which is the table's name; or those of `names`."""
    hints, defaults = get_type_hints(kind), kind._field_defaults
    return {
        name: Field(hints[name], name not in defaults, defaults.get(name, _stand_in(hints[name])))
        for name in (names or kind._fields)
        if names or name != "id"
    }


def placeholders(fields: Fields) -> dict[str, Any]:
    """What a row holds whose table is not there at all."""
    return {name: field.placeholder for name, field in fields.items()}


class Fitting:
    """Fits one row's values and gathers, in `problems`, what does not fit."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.problems: list[Problem] = []

    def row(self, row: object, fields: Fields, under: str = "") -> Any:
        """Every field's value; `WRONG` where `row` is not even a table."""
        if not isinstance(row, dict):
            return self._refuse(under, row, "a table")
        for name in (name for name in row if name not in fields):
            self._problem(f"{under}{name} is not a known key", _rename(name, fields))
        return {name: self._field(row, name, field, under) for name, field in fields.items()}

    def value(self, value: object, hint: Any, key: str) -> Any:
        """`value` as `hint` wants it (lists as tuples, tables as rows), or `WRONG`."""
        if (kind := _KINDS.get(hint)) is not None:  # nearly all of a guide
            return value if _fits(value, hint) else self._refuse(key, value, kind)
        origin = get_origin(hint)
        if origin in (Union, UnionType):
            return self.value(value, next(part for part in get_args(hint) if part is not NoneType), key)
        if origin is Literal:
            fits = isinstance(value, str) and value in get_args(hint)
            return value if fits else self._refuse(key, value, f"one of {', '.join(get_args(hint))}")
        if origin is tuple:
            return self._list(value, get_args(hint)[0], key)
        if origin is Mapping:
            return self._mapping(value, get_args(hint), key)
        if hint is Step:
            return self._step(value, key)
        values = self.row(value, fields_of(hint), f"{key}.")
        return WRONG if values is WRONG else hint(**values)

    def _field(self, row: Mapping[str, object], name: str, field: Field, under: str) -> Any:
        if name not in row:
            if field.required:
                self._problem(f"{under}{name} is missing", "add it")
            return field.placeholder
        value = self.value(row[name], field.hint, f"{under}{name}")
        return _PLACEHOLDERS.get(field.hint, field.placeholder) if value is WRONG else value

    def _list(self, value: object, hint: Any, key: str) -> Any:
        if not isinstance(value, list) or not value:
            return self._refuse(key, value, "a list that holds something")
        fitted = (self.value(item, hint, f"{key}[{number}]") for number, item in enumerate(value, 1))
        return tuple(item for item in fitted if item is not WRONG) or WRONG

    def _mapping(self, value: object, hints: tuple[Any, ...], key: str) -> Any:
        keys, hint = hints
        if not isinstance(value, dict) or not value:
            return self._refuse(key, value, "a table that holds something")
        fitted = {}
        for name, item in value.items():
            inner = self.value(item, hint, f"{key}.{name}")
            if keys is int and not _is_number(name):
                self._problem(f"{key}.{name} is not named by a number", "name it by a number such as 2")
            elif inner is not WRONG:
                fitted[keys(name)] = inner
        return fitted

    def _step(self, value: object, key: str) -> Any:
        if not isinstance(value, list) or len(value) != len(Step._fields):
            return self._refuse(key, value, "a pair [hours, grade]")
        return Step(**self.row(dict(zip(Step._fields, value, strict=True)), fields_of(Step), f"{key}."))

    def _refuse(self, key: str, value: object, wanted: str) -> _Wrong:
        subject = f"{key.rstrip('.')} is" if key else "this is"
        given = "empty" if _is_empty(value) else shown(value)
        self._problem(f"{subject} {given}, not {wanted}", f"write {wanted}")
        return WRONG

    def _problem(self, what: str, fix: str) -> None:
        self.problems.append(self.place.problem(what, fix))


def _fits(value: object, kind: type) -> bool:
    match value:
        case bool():
            return kind is bool
        case int() | float():
            return kind in ((int, float) if isinstance(value, int) else (float,)) and 0 <= value < TOO_LARGE
        case str():
            return kind is str and bool(value.strip())
        case dt.datetime():
            return False
        case _:
            return isinstance(value, kind)


def _is_empty(value: object) -> bool:
    return not (value.strip() if isinstance(value, str) else value) and isinstance(value, str | list | dict)


def _is_number(name: str) -> bool:
    return name.isascii() and name.isdecimal() and len(name) < len(str(TOO_LARGE))


def _stand_in(hint: Any) -> Any:
    origin = get_origin(hint)
    if origin is tuple:
        return ()
    if origin is Mapping:
        return {}
    return _PLACEHOLDERS.get(hint, "")


def _rename(name: str, fields: Fields) -> str:
    near = difflib.get_close_matches(name, fields, n=1)
    return f"rename it to {near[0]}" if near else f"remove it (known here: {', '.join(fields)})"
