"""Changing one line of the settings file; all others stay as somebody wrote them."""

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Any

from meso_cli.config.file import cannot, file_text, values_of
from meso_cli.errors import BadValue

_VALUE = r"""("(?:[^"\\]|\\.)*"|'[^']*'|[^\s#]+)"""


def put(path: Path, key: str, value: str | int | bool) -> None:
    """Set a top-level key in the file, which is made where there is none.

    Raises `BadValue`, and changes nothing, where the file is not TOML or is written in a way
    that a change of one line cannot serve; `SystemRefused` where it cannot be read or written.
    """
    text = file_text(path) or ""
    written = str(value).lower() if isinstance(value, (bool, int)) else f'"{value}"'
    wanted = {**values_of(text, path), key: value}
    changed, number = _line(key).subn(lambda match: match[1] + written + match[3], text)
    if not number:
        ended = text if not text or text.endswith("\n") else f"{text}\n"
        changed = f"{ended}{key} = {written}\n"
    _replace(path, changed, wanted, key)


def take_out(path: Path, key: str) -> bool:
    """Remove a top-level key with its line; False where it did not stand there. Raises as `put`."""
    text = file_text(path) or ""
    wanted = values_of(text, path)
    if key not in wanted:
        return False
    del wanted[key]
    _replace(path, _line(key).sub("", text), wanted, key)
    return True


def unfinished(path: Path) -> tuple[Path, ...]:
    """What killed changes of the settings left half written beside them."""
    real = Path(os.path.realpath(path))
    try:
        beside = sorted(real.parent.iterdir())
    except OSError:  # not there, or closed: nothing can have been written there
        return ()
    named = re.compile(re.escape(_prefix(real)) + "[a-z0-9_]{8}")
    return tuple(file for file in beside if named.fullmatch(file.name) and file.is_file())


def _line(key: str) -> re.Pattern[str]:
    """The key's line: what stands before its value, the value, the rest with the line's end."""
    return re.compile(
        rf"""^(\ufeff?[ \t]*["']?{re.escape(key)}["']?[ \t]*=[ \t]*){_VALUE}([^\n]*\n?)""", re.M
    )


def _replace(path: Path, text: str, wanted: dict[str, Any], key: str) -> None:
    """The text in the file's place, once it is sure to say what is wanted and nothing else."""
    try:
        said = values_of(text, path)
    except BadValue:
        said = None
    if said != wanted:
        raise BadValue(f"The config {path} is written in a way that meso cannot change; change {key} there.")
    try:
        # Through a link, so that a file kept elsewhere stays the one that is read.
        _write_beside(Path(os.path.realpath(path)), text.encode("utf-8"))
    except (OSError, ValueError) as error:
        raise cannot("written", path, error) from error


def _prefix(path: Path) -> str:
    """How the name of a half-written settings file begins; `mkstemp` adds eight characters."""
    return f".{path.name}."


def _write_beside(path: Path, raw: bytes) -> None:
    from tempfile import mkstemp  # only to write

    _make_private(path.parent)
    descriptor, name = mkstemp(dir=path.parent, prefix=_prefix(path))  # 0600, ours alone
    beside = Path(name)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123  # a descriptor has no path
            file.write(raw)
            file.flush()
            os.fsync(descriptor)
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _make_private(folder: Path) -> None:
    """The folder and what is missing above it: `mkdir` alone gives its mode to the last of them only."""
    for part in (*reversed(folder.parents), folder):
        if not part.is_dir():
            part.mkdir(mode=0o700, exist_ok=True)
