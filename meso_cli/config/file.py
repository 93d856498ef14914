"""The settings file as it lies there: TOML in UTF-8, a regular file and no large one."""

import stat
from pathlib import Path
from typing import Any

from meso_cli.errors import BadValue, SystemRefused

_LARGEST = 64 * 1024
_BOM = "\ufeff"


def file_text(path: Path) -> str | None:
    """What the file says, with the byte-order mark that some editors write; None where there is none.

    Raises `BadValue` for what is no text file of ours, `SystemRefused` where it cannot be read.
    """
    try:
        raw = _read(path)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise cannot("read", path, error) from error
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_toml(path, error) from error


def values_of(text: str, path: Path) -> dict[str, Any]:
    """The file's top-level keys; `BadValue` where it is not TOML."""
    from meso_cli.toml_text import parsed  # most people have no such file

    try:
        return parsed(text.removeprefix(_BOM))
    except ValueError as error:
        raise _not_toml(path, error) from error


def file_values(path: Path) -> dict[str, Any]:
    """What stands in the file, unchecked; nothing where there is none. Raises as the two above."""
    text = file_text(path)
    return {} if text is None else values_of(text, path)


def cannot(verb: str, path: Path, error: Exception) -> SystemRefused:
    """What is said where the system refuses the file."""
    why = error.strerror if isinstance(error, OSError) else error
    return SystemRefused(f"The config {path} cannot be {verb} ({why}).")


def _read(path: Path) -> bytes:
    # What is not a regular file may have no end, or never begin.
    if not stat.S_ISREG(path.stat().st_mode):
        raise BadValue(f"The config {path} is not a regular file", "name another one with MESO_CONFIG")
    with path.open("rb") as file:
        raw = file.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        raise BadValue(
            f"The config {path} is larger than {_LARGEST // 1024} KiB; that is not a settings file."
        )
    return raw


def _not_toml(path: Path, error: Exception) -> BadValue:
    return BadValue(f"The config {path} is not valid TOML ({error})", "fix it or move it away")
