"""The settings file: `region` and `day_start`, checked as they are read."""

import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import Any

from meso_cli.errors import BadValue, SystemRefused
from meso_cli.model.records import Settings
from meso_cli.text import visible

_CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")


def read_settings(path: Path) -> Settings:
    """The settings in the TOML file at `path`; the defaults where there is none.

    Raises `BadValue` for what cannot be understood, `SystemRefused` where it cannot be read.
    """
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadValue(f"The config {path} is not valid TOML ({error}); mend it or move it away.") from error
    except OSError as error:
        raise SystemRefused(f"The config {path} cannot be read ({error.strerror}).") from error
    unknown = values.keys() - {"region", "day_start"}
    if unknown:
        names = ", ".join(sorted(visible(key, 40) for key in unknown))
        raise BadValue(f"The config {path} has unknown settings: {names}. Known are region and day_start.")
    return Settings(_region(values.get("region"), path), _day_start(values.get("day_start", "00:00"), path))


def _region(value: Any, path: Path) -> str | None:
    if value is None:
        return None
    if isinstance(value, str) and value.strip():
        return value.strip().lower()
    raise BadValue(f'region in {path} is no country code; write it as region = "gb".')


def _day_start(value: Any, path: Path) -> dt.timedelta:
    match = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise BadValue(f'day_start in {path} is no time of day; write it as day_start = "04:00".')
    return dt.timedelta(hours=int(match[1]), minutes=int(match[2]))
