"""One call of a command: its options, and what is read once for all of it."""

import datetime as dt
import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from meso_cli.commands.support import clock, paths
from meso_cli.values import NamedTuple

if TYPE_CHECKING:
    from meso_cli.config.reading import Configured
    from meso_cli.model.settings import Settings
    from meso_cli.store.file import DatabaseFile


class Options(NamedTuple):
    """The options that every command takes."""

    db: str | None = None
    plain: bool = False
    no_color: bool = False
    no_input: bool = False
    debug: bool = False


class Call:
    """The clock, the settings and the database of one call, each read at its first use and once.

    So a log at midnight has one today. Close it at the end. `writes`: whether the command writes to the
    records, and so waits for others from the beginning; set it before they are first looked at.
    `answers_json`: a document is alone on stdout, and a red flag's card goes to stderr.
    """

    def __init__(self, options: Options = Options()) -> None:  # noqa: B008  # it cannot be changed
        self.options = options
        self.writes = False
        self.answers_json = False
        self._database: DatabaseFile | None = None

    @cached_property
    def now(self) -> dt.datetime:
        """This moment, aware, in the zone that the machine is in."""
        return clock.now()

    @property
    def zone(self) -> str | None:
        """The name of that zone, where it has one."""
        return clock.zone_name(self.now)

    @cached_property
    def configured(self) -> "Configured":
        """The settings of the environment and of the file; nothing that is wrong with them is raised."""
        from meso_cli.config.reading import configured  # a shell that completes needs no settings
        from meso_cli.guide.words import read_regions  # asked for where a region is given

        return configured(paths.config_file(), os.environ, read_regions)

    @property
    def settings(self) -> "Settings":
        """The settings in force; what is left out was remarked when the command began."""
        return self.configured.settings

    def settle(self, name: str, value: Any) -> None:
        """A setting that somebody has just given holds for the rest of the call."""
        found = self.configured
        self.configured = found._replace(settings=found.settings._replace(**{name: value}))

    @property
    def database(self) -> "DatabaseFile":
        """The records: opened once for whatever the command reads and writes."""
        if self._database is None:
            from meso_cli.store.file import DatabaseFile  # the red-flag card needs no SQLite

            self._database = DatabaseFile(paths.database(self.options.db), writes=self.writes)
        return self._database

    @property
    def path(self) -> Path:
        """Where the records lie, or would."""
        return self.database.path

    def waited(self) -> None:
        """A person was waited for, perhaps for long: what they answer is of now."""
        self.__dict__.pop("now", None)

    def with_records_in(self, database: Path) -> "Call":
        """The same moment and settings, with other records; closed by itself."""
        other = Call(self.options._replace(db=str(database)))
        other.now, other.configured = self.now, self.configured
        return other

    def close(self) -> None:
        """Let go of the database."""
        if self._database is not None:
            self._database.close()
