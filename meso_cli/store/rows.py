"""Rows: fetching them, and the images of single ones before and after a change."""

import os
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import Any

from meso_cli.errors import BadValue

Value = str | int | float | None
Image = dict[str, Value]


def fetch(connection: sqlite3.Connection, sql: str, values: Sequence[Value] = ()) -> list[tuple[Any, ...]]:
    """All rows of a query.

    The statement is let go of whatever happens: one that stops at a text that is not UTF-8
    would keep its lock on the file, even after the connection is closed.
    """
    with closing(connection.execute(sql, values)) as cursor:
        return cursor.fetchall()


def image(connection: sqlite3.Connection, table: str, row_id: int) -> Image | None:
    """The row as column -> value; None when there is no such row."""
    with closing(connection.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,))) as cursor:
        row = cursor.fetchone()
        names = [column[0] for column in cursor.description]
    return None if row is None else dict(zip(names, row, strict=True))


def add(connection: sqlite3.Connection, table: str, values: Mapping[str, Value]) -> int:
    """Insert a row; returns its number."""
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    cursor = _execute(connection, f"INSERT INTO {table} ({names}) VALUES ({marks})", values)
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def put(connection: sqlite3.Connection, table: str, row_id: int, values: Mapping[str, Value]) -> None:
    """Set columns of one row."""
    pairs = ", ".join(f"{name} = ?" for name in values)
    _execute(connection, f"UPDATE {table} SET {pairs} WHERE id = ?", {**values, "": row_id})


def remove(connection: sqlite3.Connection, table: str, row_id: int) -> None:
    """Take one row out for good."""
    connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))


def columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """The names of a table's columns."""
    return [str(row[1]) for row in fetch(connection, f"PRAGMA table_info({table})")]


def new_uuid() -> str:
    """A random UUID (version 4), without the two milliseconds that importing `uuid` costs."""
    raw = bytearray(os.urandom(16))
    raw[6] = raw[6] & 0x0F | 0x40
    raw[8] = raw[8] & 0x3F | 0x80
    text = raw.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _execute(connection: sqlite3.Connection, sql: str, values: Mapping[str, Value]) -> sqlite3.Cursor:
    try:
        return connection.execute(sql, tuple(values.values()))
    except UnicodeEncodeError:  # it quotes the text: not to be shown, even as a cause
        raise BadValue("That text holds bytes that are not UTF-8: type it again.") from None
    except OverflowError:
        raise BadValue("That number is too large to be stored.") from None
