"""What may come in from elsewhere: a record with exactly our keys and the types of our columns.

The file's own checks (STRICT tables, CHECKs) stand behind this; here a record that is no record
gets a sentence. No sentence holds a value, which is health data or an attack, but for a guide's plain name.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final

from meso_cli.model.plan import ClinicPlan
from meso_cli.model.records import AREAS, DEVICES, HISTORY
from meso_cli.model.tiers import TIERS
from meso_cli.store.exchange.portable import KINDS, Column, Kind, Portable
from meso_cli.store.plan_document import plan_of
from meso_cli.store.reading import LARGEST_REAL
from meso_cli.store.rows import Image, Value
from meso_cli.values import NamedTuple

_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Years that a person can mean: beyond, adding a window or a zone runs out of the calendar.
_MOMENT: Final = re.compile(r"(18|19|20|21|22|23)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
LARGEST_KEPT: Final = 999_999_999
"""Of a treatment or an entry: with a larger number it gets one of ours, or none would be left."""
_LARGEST_NUMBER: Final = 2**63 - 1
_LARGEST_COUNT: Final = 1_000_000
_MOST_REMEMBERED: Final = 10_000
_TEXT, _MOMENT_TEXT, _INTEGER, _REAL, _JSON = range(5)
_LATER: Final = frozenset({"until_at", "guide"})
"""Keys that an earlier version did not write: without them, nothing was recorded there, or the default."""
UPDATE: Final = "update meso"
_GUIDE_NAME: Final = re.compile(r"[a-z][a-z0-9-]{0,39}")
_TYPES: Final[Mapping[int, set[type]]] = {
    _TEXT: {str},
    _MOMENT_TEXT: {str},
    _INTEGER: {int},
    _REAL: {float, int},
}
_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {"area": AREAS, "device": DEVICES, "tier": TIERS}


class InvalidRecord(Exception):
    """What is wrong with a record, as words that follow a colon; `remedy` where it has one of its own."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(f"{what}; {remedy}" if remedy else what)
        self.what = what
        self.remedy = remedy


class GuideChecks(NamedTuple):
    """What the guide says about a record's content."""

    value: Callable[[str, int], bool]
    """Whether an observation of this item may have this value."""
    plan: Callable[[ClinicPlan], bool]
    """Whether a clinic's plan may be laid over the guide."""
    guide: Callable[[str], bool]
    """Whether this version has the guide of that id."""


class Columns(NamedTuple):
    """Records of one kind fit to be stored, as the values of each column."""

    own: dict[str, Sequence[Value]]
    parents: dict[str, Sequence[str]]
    """Key of the record -> uuids."""
    numbers: Sequence[int]
    """Empty where the kind has none."""


class Admitted(NamedTuple):
    """A record fit to be stored: column -> value, the uuids of its parents, its number."""

    values: Image
    parents: dict[str, str]
    number: int | None


def kind_of(record: Portable) -> Kind:
    """What kind of record it says to be. Raises InvalidRecord."""
    name = record.get("record")
    kind = KINDS.get(name) if isinstance(name, str) else None
    if kind is None:
        raise InvalidRecord("its kind of record is not known")
    return kind


class Gate:
    """What lets the records of one kind in: made once, asked for each of them."""

    def __init__(self, kind: Kind, columns: tuple[Column, ...], checks: GuideChecks) -> None:
        references = {f"{key}_id" for key in kind.parents}
        own = tuple(column for column in columns if column.name not in references)
        self._kind, self._checks = kind, checks
        self._columns = tuple(
            (column.name, _way_in(column, kind), not column.required, column, _default(column, kind))
            for column in own
        )
        numbered = ("number",) if kind.numbered else ()
        self._keys = frozenset({"record", *kind.parents, *(column.name for column in own), *numbered})
        self._has_words = not self._keys.isdisjoint({*_CHOICES, "history"})
        self._picked = itemgetter(*(column.name for column in own), *kind.parents, *numbered)
        # The same stamps and values come again and again; neither set grows without an end.
        self._moments: set[str] = set()
        self._observed: set[tuple[str, int]] = set()

    def admitted(self, record: Portable) -> Admitted:
        """The record as values of the columns, which the guide knows too. Raises InvalidRecord."""
        found = self._typed(record)
        if self._kind.table == "observations":
            self._check_observed((record["item"], record["value"]))
        if self._kind.table == "plans":
            plan = plan_of(str(found.values["document"]), loaded_at=None)
            if not self._checks.plan(plan):
                raise InvalidRecord("its plan is not one that `meso plan load` takes")
        if self._kind.table == "treatments" and "guide" in found.values:
            self._check_guide(str(found.values["guide"]))
        return found

    def admitted_together(self, records: Sequence[Portable]) -> Columns | None:
        """The same of many records, at a fraction of the cost; None where one has to be looked at alone.

        Of the few different values that a column has each is looked at once.
        """
        if self._has_words or self._kind.json or {*map(len, records)} != {len(self._keys)}:
            return None
        try:
            found = iter([*zip(*map(self._picked, records), strict=True)])
            own = {name: self._column(next(found), way, column) for name, way, _, column, _ in self._columns}
            parents = {key: _uuids(next(found)) for key in self._kind.parents}
            _uuids(own["uuid"])
            if self._kind.table == "observations":
                for seen in {*zip(own["item"], own["value"], strict=True)}:
                    self._check_observed(seen)
        except (KeyError, InvalidRecord):
            return None
        numbers = next(found) if self._kind.numbered else ()
        if {*map(type, numbers)} <= {int} and all(1 <= number <= LARGEST_KEPT for number in numbers):
            return Columns(own, parents, numbers)
        return None

    def _column(self, values: Sequence[Any], way: int, column: Column) -> Sequence[Value]:
        types = {*map(type, values)}
        if not types <= (_TYPES[way] if column.required else _TYPES[way] | {type(None)}):
            raise InvalidRecord("of another type than nearly all")
        if column.name == "uuid":
            return values  # all different: see `_uuids`
        several = {*values} - {None}
        if way == _MOMENT_TEXT:
            several -= self._moments
        for value in several:
            _plain({column.name: value}, column)
            if way == _MOMENT_TEXT:
                _remember(value, self._moments)
        if way == _REAL and int in types:
            return [None if value is None else float(value) for value in values]
        return values

    def _typed(self, record: Portable) -> Admitted:
        if record.keys() != self._keys:
            self._check_keys(record)
        values: Image = {}
        moments, most = self._moments, _LARGEST_COUNT
        for name, way, may_be_missing, column, default in self._columns:
            value = record.get(name, default)
            # What nearly every value is comes first: none, plain letters, a known moment, a small number.
            if value is None:
                is_usual = may_be_missing and way != _JSON
            elif type(value) is str:
                is_plain = way == _TEXT and value.isascii() and "\0" not in value
                is_usual = is_plain or (way == _MOMENT_TEXT and value in moments)
            else:
                is_usual = way == _INTEGER and type(value) is int and -most <= value <= most
            if not is_usual:
                value = _array(record, column) if way == _JSON else _plain(record, column)
                if way == _MOMENT_TEXT:
                    _remember(value, moments)
            values[name] = value
        parents = {key: _uuid(record[key], key) for key in self._kind.parents}
        _uuid(values["uuid"], "uuid")
        if self._has_words:
            _check_words(record)
        return Admitted(values, parents, _number(record) if self._kind.numbered else None)

    def _check_keys(self, record: Portable) -> None:
        missing = sorted(self._keys - _LATER - record.keys())
        if missing:
            raise InvalidRecord(f"{missing[0]} is missing")
        if record.keys() - self._keys:
            raise InvalidRecord("it has keys that are not known")

    def _check_guide(self, id: str) -> None:
        if not _GUIDE_NAME.fullmatch(id):
            raise InvalidRecord("its guide is not known")
        if not self._checks.guide(id):
            raise InvalidRecord(
                f"it follows the guide {id}, which this version of meso does not have", UPDATE
            )

    def _check_observed(self, seen: tuple[Any, Any]) -> None:
        if seen in self._observed:
            return
        if not self._checks.value(*seen):
            raise InvalidRecord("that item cannot have that value")
        _remember(seen, self._observed)


def _default(column: Column, kind: Kind) -> Value:
    """What a record without that key says."""
    return kind.default[1] if kind.default and kind.default[0] == column.name else None


def _way_in(column: Column, kind: Kind) -> int:
    if column.name in kind.json:
        return _JSON
    if column.type == "TEXT":
        return _MOMENT_TEXT if _is_moment(column) else _TEXT
    return _INTEGER if column.type == "INTEGER" else _REAL


def _remember(value: Any, among: set[Any]) -> None:
    if len(among) >= _MOST_REMEMBERED:
        among.clear()
    among.add(value)


def _plain(record: Portable, column: Column) -> Value:
    """A value of the column's own type: nothing else is converted to it."""
    value: Any = record.get(column.name)
    if value is None and not column.required:
        return None
    if column.type == "TEXT" and isinstance(value, str):
        _check_text(value, column)
    elif column.type == "INTEGER" and type(value) is int:
        _check_size(abs(value) <= _LARGEST_COUNT, column)
    elif column.type == "REAL" and type(value) in (int, float):
        _check_size(abs(value) <= LARGEST_REAL, column)
        return float(value)  # a tool that formats JSON may write 1.0 as 1
    else:
        raise InvalidRecord(f"{column.name} is of the wrong type, or missing")
    return value  # type: ignore[no-any-return]  # JSON is typed by the branches above


def _check_size(fits: bool, column: Column) -> None:
    if not fits:
        raise InvalidRecord(f"{column.name} is too large")


def _check_text(value: str, column: Column) -> None:
    if "\0" in value or not _is_utf8(value):
        raise InvalidRecord(f"{column.name} holds a character that no text has")
    if _is_moment(column) and not _MOMENT.fullmatch(value):
        raise InvalidRecord(f"{column.name} is not a moment such as 2026-03-04T13:00:00Z")


def _is_moment(column: Column) -> bool:
    return column.name == "at" or column.name.endswith("_at")


def _is_utf8(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:  # half of a surrogate pair
        return False
    return True


def _array(record: Portable, column: Column) -> str:
    """A value that its column keeps as JSON: words in a list, or a plan."""
    value = record[column.name]
    if column.name == "document":
        if not isinstance(value, dict):
            raise InvalidRecord("document is of the wrong type")
    elif not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise InvalidRecord(f"{column.name} is not a list of words")
    text = json.dumps(value, ensure_ascii=False)
    _check_text(text, column)
    if column.name == "document":
        _check_plan(text)
    return text


def _check_plan(document: str) -> None:
    """A plan that could not be read again would make every answer about its treatment an error."""
    try:
        plan_of(document, loaded_at=None)
    except ValueError as error:
        raise InvalidRecord("its document is not a plan") from error


def _check_words(record: Portable) -> None:
    for key, known in _CHOICES.items():
        if record.get(key) is not None and record[key] not in known:
            raise InvalidRecord(f"its {key} is not known")
    if not set(record.get("history", ())) <= set(HISTORY):
        raise InvalidRecord("its history is not known")


def _uuid(value: Any, key: str) -> str:
    if not isinstance(value, str) or not _UUID.fullmatch(value):
        raise InvalidRecord(f"{key} is not a uuid in lowercase")
    return value


def _uuids(values: Sequence[Any]) -> Sequence[str]:
    if not ({*map(type, values)} <= {str} and all(map(_UUID.fullmatch, values))):
        raise InvalidRecord("no uuids")
    return values


def _number(record: Portable) -> int:
    number = record["number"]
    if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= _LARGEST_NUMBER:
        raise InvalidRecord("its number is out of range")
    return number
